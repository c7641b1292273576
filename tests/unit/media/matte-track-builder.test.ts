/** A matte track is as fine as memory allows. */
import { expect, test } from 'vitest';
import { MatteTrackBuilder } from '../../../src/media/matte-track-builder';

const matte = { width: 4, height: 2, data: Uint8Array.of(0, 100, 200, 200, 100, 200, 200, 200) };

test('a short one keeps every value, with empty mattes where nobody was seen', () => {
  const builder = new MatteTrackBuilder(3);
  builder.append(0, null);
  builder.append(0.1, matte);
  builder.append(0.2, { ...matte, width: 2, height: 4 });
  const track = builder.build();
  expect(track).toMatchObject({ width: 4, height: 2 });
  expect([...track.times]).toEqual([0, 0.1, 0.2]);
  expect([...track.data]).toEqual([
    ...new Array<number>(8).fill(0),
    ...matte.data,
    ...new Array<number>(8).fill(0),
  ]);
});

test('a long one is coarser', () => {
  const builder = new MatteTrackBuilder(100, 200);
  builder.append(0, matte);
  expect(builder.build()).toMatchObject({ width: 2, height: 1, data: Uint8Array.of(100, 200) });
});

test('one without a body is empty', () => {
  const builder = new MatteTrackBuilder(1);
  builder.append(0, null);
  expect(builder.build().times).toHaveLength(0);
});
