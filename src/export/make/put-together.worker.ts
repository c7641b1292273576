/** Writes the file of a film while its chunks are being made. */
import { StudioError } from '../../core/errors';
import type { StoredChunk } from '../chunks/film-chunk';
import type { KeptChunks } from '../kept-chunks.worker';
import { muxMp4 } from '../mux/mux-mp4.worker';
import { muxWebM } from '../mux/mux-webm.worker';
import type { SoundMaking } from '../sound/start-sound.worker';
import type { SoundPackets } from '../sound/sound-packets';
import type { ExportRun } from './export-run';

/** The file, and `packetSum` of each packet of picture in it. */
export interface JoinedFile {
  readonly file: Blob;
  readonly sums: readonly number[];
}

/**
 * Begins when the sound is there and an encoder has shown its parameter sets, which are written first; should another chunk
 * bring others, the file is begun anew when all are known.
 * @param onFrames told how many more frames are in the file
 * @throws StudioError `muxer-failed`, `file-corrupt`; what making picture and sound throws, and keeping the file
 */
export async function putTogether(
  run: ExportRun,
  kept: KeptChunks,
  sounding: SoundMaking,
  onFrames: (count: number) => void,
): Promise<JoinedFile> {
  const { packets } = await sounding.encoded;
  const early = await writeFile(run, kept, await kept.foreseen(), packets, onFrames);
  if (early !== null) return early;
  const late = await writeFile(run, kept, await kept.whole(), packets, onFrames);
  if (late === null) throw new StudioError('unexpected', 'Parameter sets changed after the last picture.');
  return late;
}

/** @returns null when a chunk has parameter sets that none of the `known` has */
async function writeFile(
  { job, shelf, stopwatch }: ExportRun,
  kept: KeptChunks,
  known: readonly StoredChunk[],
  sound: SoundPackets | null,
  onFrames: (count: number) => void,
): Promise<JoinedFile | null> {
  const { size, fps, count: frames, kind } = job;
  await shelf.openFile();
  const write = (bytes: Uint8Array<ArrayBuffer>, position: number): Promise<void> =>
    stopwatch.time('write', () => shelf.write(bytes, position));
  const parts = { size, fps, frames, chunks: kept.inOrder(frames), sets: known, sound, onFrames };
  const sums = await (kind === 'webm' ? muxWebM(parts, write) : muxMp4(parts, write));
  if (sums === null) return null;
  return { file: await shelf.closeFile(kind === 'webm' ? 'video/webm' : 'video/mp4'), sums };
}
