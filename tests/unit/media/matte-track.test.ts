/** Mattes come out of storage as they went in. */
import { describe, expect, test } from 'vitest';
import { decodeMatteTrack, encodeMatteTrack } from '../../../src/media/matte-track-bytes';
import type { MatteTrack } from '../../../src/media/matte-track';

const track: MatteTrack = {
  width: 3,
  height: 2,
  times: Float64Array.of(0, 0.1, 0.5),
  data: Uint8Array.from({ length: 18 }, (_, at) => at * 14),
};

describe('the bytes of a matte track', () => {
  test('keep it exactly', async () => {
    expect(await decodeMatteTrack(await encodeMatteTrack(track))).toEqual(track);
  });

  test('are few where mattes are flat', async () => {
    const flat = {
      width: 180,
      height: 320,
      times: Float64Array.of(0, 1),
      data: new Uint8Array(115_200).fill(255),
    };
    expect((await encodeMatteTrack(flat)).length).toBeLessThan(1000);
  });

  test('keep an empty one', async () => {
    const empty = { width: 1, height: 1, times: new Float64Array(), data: new Uint8Array() };
    expect(await decodeMatteTrack(await encodeMatteTrack(empty))).toEqual(empty);
  });

  test('that were cut off or are something else are refused by name', async () => {
    const bytes = await encodeMatteTrack(track);
    for (const broken of [bytes.slice(0, 10), bytes.slice(0, -3), new Uint8Array(100), new Uint8Array()]) {
      await expect(decodeMatteTrack(broken)).rejects.toMatchObject({ code: 'file-corrupt' });
    }
  });

  test('that claim to be enormous are refused before they are unpacked', async () => {
    const bytes = await encodeMatteTrack(track);
    new DataView(bytes.buffer).setUint32(8, 60_000, true);
    new DataView(bytes.buffer).setUint32(12, 60_000, true);
    await expect(decodeMatteTrack(bytes)).rejects.toMatchObject({ code: 'file-corrupt' });
  });
});
