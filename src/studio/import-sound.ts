/** Reads a song of the person's own: what the browser cannot read, ffmpeg may. */
import { StudioError } from '../core/errors';
import type { Pcm } from '../media/pcm';

/** Refusals of the browser that are no news about the file itself. */
const WORTH_A_TRY: readonly string[] = ['audio-undecodable', 'file-not-media', 'codec-unsupported'];

export interface ReadSong {
  readonly pcm: Pcm;
  /** What is stored: the file as it came, or a WAV of what ffmpeg heard in it. */
  readonly file: Blob;
}

/**
 * Decodes all of a song.
 * @throws StudioError `audio-undecodable`, `file-empty`, `file-unreadable`, `file-not-media`, `file-corrupt`, `file-too-long`, `cancelled`
 */
export async function readSong(file: Blob): Promise<ReadSong> {
  const { decodeSound } = await import('../media/decode-sound');
  try {
    return { pcm: await decodeSound(file), file };
  } catch (error) {
    if (!(error instanceof StudioError) || !WORTH_A_TRY.includes(error.code)) throw error;
    const converted = await convert(file);
    // The browser's own refusal says more than ffmpeg's log.
    if (converted === null) throw error;
    return { pcm: await decodeSound(converted), file: converted };
  }
}

/** The sound of any file that ffmpeg reads, as 48 kHz stereo WAV; null when it reads nothing in it. */
async function convert(file: Blob): Promise<Blob | null> {
  const { startFFmpeg } = await import('../export/ffmpeg/ffmpeg-client.worker');
  const ffmpeg = startFFmpeg();
  try {
    const bytes = await ffmpeg.run({
      args: ['-i', '/blobs/song', '-vn', '-ac', '2', '-ar', '48000', '-c:a', 'pcm_s16le', 'song.wav'],
      files: {},
      blobs: { song: file },
      output: 'song.wav',
    });
    return new Blob([bytes], { type: 'audio/wav' });
  } catch (error) {
    if (error instanceof StudioError && error.code === 'muxer-failed') return null;
    throw error;
  } finally {
    ffmpeg.dispose();
  }
}
