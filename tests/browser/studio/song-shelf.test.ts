import { afterEach, expect, it } from 'vitest';
import { pcmDuration, type Pcm } from '../../../src/media/pcm';
import { renderSongAside } from '../../../src/media/songs/render-song-client';
import { openStorage, type Storage } from '../../../src/storage/storage';
import { createSongShelf } from '../../../src/studio/song-shelf';

const open: Storage[] = [];

async function newStorage(): Promise<Storage> {
  const storage = await openStorage({ name: `shelf-${Date.now()}-${open.length}` });
  open.push(storage);
  return storage;
}

afterEach(async () => {
  for (const storage of open.splice(0)) storage.dispose();
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
});

/** 16-bit mono. */
function waveFile({ sampleRate, channels: [samples = new Float32Array()] }: Pcm): File {
  const bytes = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (at: number, value: string): void => {
    for (let k = 0; k < value.length; k += 1) bytes.setUint8(at + k, value.charCodeAt(k));
  };
  text(0, 'RIFF');
  bytes.setUint32(4, 36 + samples.length * 2, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, sampleRate, true);
  bytes.setUint32(28, sampleRate * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, 'data');
  bytes.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, k) => bytes.setInt16(44 + k * 2, Math.round(sample * 32_000), true));
  return new File([bytes.buffer], 'song.wav', { type: 'audio/wav' });
}

it('catches up on the beats of a song that came in without, once, and plays it slower on its slower grid', async () => {
  const storage = await newStorage();
  const file = waveFile(await renderSongAside('sugar-point', 24_000));
  const record = {
    id: 'mine',
    name: 'Mine',
    createdAt: 1,
    mimeType: 'audio/wav',
    duration: 15.5,
    bpm: null,
    firstBeat: null,
    bytes: 0,
  };
  await storage.songs.importFile(record, file);
  const shelf = createSongShelf(storage);
  const song = { kind: 'imported', id: 'mine' } as const;
  const slow = await shelf.load(song, 0.5);
  expect(Math.abs(slow.grid.bpm - 58)).toBeLessThan(0.3);
  const plain = await shelf.load(song);
  expect(pcmDuration(slow.pcm)).toBeCloseTo(2 * pcmDuration(plain.pcm), 2);
  expect((await storage.songs.get('mine'))?.bpm).toBe(plain.grid.bpm);
  expect(shelf.gridOf(song)).toEqual(plain.grid);
});

it('plays a bundled song slower from its score, and keeps each tempo apart', async () => {
  const shelf = createSongShelf(await newStorage());
  const song = { kind: 'bundled', id: 'soft-seats' } as const;
  const [plain, slow] = [await shelf.load(song), await shelf.load(song, 0.75)];
  expect(slow.grid).toEqual({ ...plain.grid, bpm: 73.5 });
  expect(pcmDuration(slow.pcm)).toBeCloseTo(pcmDuration(plain.pcm) / 0.75, 3);
  expect(await shelf.load(song, 0.75)).toBe(slow);
});
