/** A film file becomes a take. */
import type { CopyOptions } from '../storage/media-file';
import type { TakeRecord } from '../storage/records';
import type { Storage } from '../storage/storage';

const NAME_LENGTH = 200;

/**
 * Looks into the file and copies it in, piece by piece.
 * @throws StudioError `file-*`, `codec-unsupported`, `storage-full`, `cancelled`; nothing is left behind
 */
export async function importVideo(
  storage: Storage,
  file: File,
  options: CopyOptions = {},
): Promise<TakeRecord> {
  // The demuxer comes with the first import.
  const { describeMedia } = await import('../media/open-media');
  const info = await describeMedia(file, options.signal);
  return storage.takes.importFile(
    {
      id: crypto.randomUUID(),
      name: nameOfFile(file),
      createdAt: Date.now(),
      origin: 'import',
      state: 'recording',
      mimeType: info.mimeType,
      duration: info.duration,
      size: info.size,
      fps: info.fps,
      hasSound: info.hasSound,
      mirror: false,
      music: null,
      challengeId: null,
      verdict: null,
      bytes: 0,
    },
    file,
    options,
  );
}

/** The file's name without its ending; a name that is all ending stays. */
export function nameOfFile(file: File): string {
  return (file.name.replace(/\.[^.]+$/, '') || file.name).slice(0, NAME_LENGTH);
}
