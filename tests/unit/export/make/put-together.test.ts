/** The file grows while its chunks are made; what an encoder does not foretell makes it begin anew, and is not lost. */
import { describe, expect, test } from 'vitest';
import { pictureOf, splitPictures } from '../../../../src/export/chunks/annex-b-picture';
import { ChunkAssembler } from '../../../../src/export/chunks/chunk-assembler';
import type { FilmChunk } from '../../../../src/export/chunks/film-chunk';
import { KeptChunks } from '../../../../src/export/kept-chunks.worker';
import type { ShelfRequest } from '../../../../src/export/export-protocol';
import type { ExportRun } from '../../../../src/export/make/export-run';
import { putTogether } from '../../../../src/export/make/put-together.worker';
import { ShelfClient } from '../../../../src/export/shelf-client.worker';
import type { SoundMaking } from '../../../../src/export/sound/start-sound.worker';
import { Stopwatch } from '../../../../src/export/stopwatch';
import { hasNativeFfmpeg } from '../../../support/film-probe';
import { decodedPictures, x264Stream } from '../../../support/x264-streams';

if (!hasNativeFfmpeg) console.warn('Skipped: native ffmpeg is not installed.');

const FRAMES = 15;
const SIMPLE = ['-profile:v', 'baseline', '-preset', 'ultrafast'];
const OTHER = ['-profile:v', 'high', '-bf', '0', '-x264-params', '8x8dct=1:cabac=1'];

function chunkOf(stream: Uint8Array, first: number): FilmChunk {
  const chunk = new ChunkAssembler(first, FRAMES, 'webcodecs', 'avc');
  for (const [index, nals] of splitPictures(stream).entries()) {
    const { sps, pps, data, isKey } = pictureOf(nals);
    if (chunk.sps.length === 0) [chunk.sps, chunk.pps] = [sps, pps];
    chunk.add({ frame: first + index, isKey, data });
  }
  return chunk.toChunk();
}

/** A shelf in memory, and how often a file was begun. */
function memoryShelf(): { shelf: ShelfClient; begun: () => number } {
  let begun = 0;
  let file = new Uint8Array(0);
  const perform = (request: ShelfRequest): Blob | null => {
    if (request.do === 'keep-chunk') return new Blob([request.bytes]);
    if (request.do === 'close-file') return new Blob([file], { type: request.type });
    if (request.do === 'open-file') {
      begun += 1;
      file = new Uint8Array(0);
    } else {
      const grown = new Uint8Array(Math.max(file.length, request.position + request.bytes.length));
      grown.set(file);
      grown.set(request.bytes, request.position);
      file = grown;
    }
    return null;
  };
  const shelf: ShelfClient = new ShelfClient((id, request) =>
    queueMicrotask(() => shelf.kept(id, perform(request))),
  );
  return { shelf, begun: () => begun };
}

const SILENT: SoundMaking = {
  encoded: Promise.resolve({ packets: null, expected: { kind: 'none' } }),
  dispose: () => undefined,
};

function runOf(shelf: ShelfClient, count: number): ExportRun {
  const job = { size: { width: 96, height: 128 }, fps: 30, count, kind: 'mp4' };
  return { job, shelf, stopwatch: new Stopwatch() } as unknown as ExportRun;
}

describe.skipIf(!hasNativeFfmpeg)('a film', () => {
  test('is written while its chunks come, in their order, whichever is made first', async () => {
    const streams = [0, 40, 80].map((hue) => x264Stream(SIMPLE, hue));
    const { shelf, begun } = memoryShelf();
    const kept = new KeptChunks(shelf);
    let muxed = 0;
    const joining = putTogether(runOf(shelf, 3 * FRAMES), kept, SILENT, (frames) => (muxed += frames));
    for (const index of [1, 0]) await kept.keep(chunkOf(streams[index] ?? new Uint8Array(), index * FRAMES));
    await expect.poll(() => muxed).toBe(2 * FRAMES);
    await kept.keep(chunkOf(streams[2] ?? new Uint8Array(), 2 * FRAMES));
    await kept.settle();
    kept.end();
    const { file, sums } = await joining;
    expect([begun(), sums.length]).toEqual([1, 3 * FRAMES]);
    const film = decodedPictures(new Uint8Array(await file.arrayBuffer()), 'mp4');
    expect(film.equals(Buffer.concat(streams.map((stream) => decodedPictures(stream, 'h264'))))).toBe(true);
  });

  test('begins anew when a later chunk brings parameter sets of its own', async () => {
    const streams = [x264Stream(SIMPLE), x264Stream(OTHER, 40)];
    const { shelf, begun } = memoryShelf();
    const kept = new KeptChunks(shelf);
    const joining = putTogether(runOf(shelf, 2 * FRAMES), kept, SILENT, () => undefined);
    await kept.keep(chunkOf(streams[0] ?? new Uint8Array(), 0));
    await expect.poll(begun).toBe(1);
    await kept.keep(chunkOf(streams[1] ?? new Uint8Array(), FRAMES));
    await kept.settle();
    kept.end();
    const { file } = await joining;
    expect(begun()).toBe(2);
    const film = decodedPictures(new Uint8Array(await file.arrayBuffer()), 'mp4');
    expect(film.equals(Buffer.concat(streams.map((stream) => decodedPictures(stream, 'h264'))))).toBe(true);
  });

  test('that is not made whole ends with the reason', async () => {
    const { shelf } = memoryShelf();
    const kept = new KeptChunks(shelf);
    const joining = putTogether(runOf(shelf, 2 * FRAMES), kept, SILENT, () => undefined);
    await kept.keep(chunkOf(x264Stream(SIMPLE), 0));
    kept.end(new Error('The encoder is gone.'));
    await expect(joining).rejects.toMatchObject({ code: 'export-failed' });
  });
});
