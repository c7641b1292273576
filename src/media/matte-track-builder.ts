/** Collects mattes of a film, coarser the longer it is, so that a track fits into memory. Pure. */
import type { Matte } from '../effects/render/compositor-types';
import type { MatteTrack } from './matte-track';

/** A minute and more at 180×320 and 30 a second. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Mattes of one size in a row; pictures without a body get an empty one. */
export class MatteTrackBuilder {
  readonly #rows: { readonly seconds: number; readonly matte: Matte | null }[] = [];

  /**
   * @param expectedRows about how many mattes will come
   * @param mostBytes of the track, about
   */
  constructor(
    private readonly expectedRows: number,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  /** Seconds rise from call to call; null = nobody was seen. */
  append(seconds: number, matte: Matte | null): void {
    this.#rows.push({ seconds, matte: matte === null ? null : shrink(matte, this.#factorFor(matte)) });
  }

  /** Mattes of another size than the first are left empty. Without a single matte the track has no rows. */
  build(): MatteTrack {
    const model = this.#rows.find(({ matte }) => matte !== null)?.matte ?? null;
    if (model === null) return { width: 1, height: 1, times: new Float64Array(), data: new Uint8Array() };
    const { width, height } = model;
    const data = new Uint8Array(width * height * this.#rows.length);
    this.#rows.forEach(({ matte }, row) => {
      if (matte?.width === width && matte.height === height) data.set(matte.data, row * width * height);
    });
    return { width, height, times: Float64Array.from(this.#rows, ({ seconds }) => seconds), data };
  }

  #factorFor({ width, height }: Matte): number {
    let factor = 1;
    while (
      (width * height * this.expectedRows) / factor ** 2 > this.mostBytes &&
      factor < Math.min(width, height)
    )
      factor *= 2;
    return factor;
  }
}

/** Means of blocks of `factor × factor`; what is left over at the right and the bottom is cut. */
function shrink(matte: Matte, factor: number): Matte {
  if (factor === 1) return matte;
  const width = Math.max(1, Math.floor(matte.width / factor));
  const height = Math.max(1, Math.floor(matte.height / factor));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy += 1) {
        for (let dx = 0; dx < factor; dx += 1) {
          sum += matte.data[(y * factor + dy) * matte.width + x * factor + dx] ?? 0;
        }
      }
      data[y * width + x] = Math.round(sum / factor ** 2);
    }
  }
  return { width, height, data };
}
