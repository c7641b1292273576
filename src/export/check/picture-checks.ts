/** Pictures of the finished film against those that were drawn. Pure. */
import { SIGNATURE_SIDE, signatureDistance } from '../picture-signature';
import type { CheckResult } from './check-result';
import type { ProbedPicture } from './probe-pictures';

/** Mean difference of a picture that went through an encoder stays below this; another picture, or black, differs by far more. */
const SAME_PICTURE = 14;

/** No picture is another than the one that was drawn. The value is the worst one's mean difference, 0..255. */
export function checkPictures(probed: readonly ProbedPicture[]): CheckResult {
  let worst = 0;
  for (const { frame, drawn, found } of probed) {
    if (found === null) return { passed: false, value: `no picture ${frame}` };
    worst = Math.max(worst, signatureDistance(found, drawn));
  }
  return { passed: probed.length > 0 && worst < SAME_PICTURE, value: worst.toFixed(1) };
}

/** Mean error of colours that nobody sees, of 255. */
const SAME_COLOR = 3;

/** The picture in eight patches. */
const PATCHES = { columns: 2, rows: 4 } as const;

/** The mean colours of eight patches of each picture: the mean error over patches, channels and pictures. */
export function checkColorMatch(probed: readonly ProbedPicture[]): CheckResult {
  const errors = probed.flatMap(({ drawn, found }) => {
    if (found === null) return [];
    const patches = patchesOf(found);
    return patchesOf(drawn).map((value, at) => Math.abs(value - (patches[at] ?? 0)));
  });
  const mean = errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length);
  return { passed: errors.length > 0 && mean <= SAME_COLOR, value: `${mean.toFixed(1)}/255` };
}

/** Mean red, green and blue of each patch. */
function patchesOf(signature: Uint8ClampedArray): number[] {
  const width = SIGNATURE_SIDE / PATCHES.columns;
  const height = SIGNATURE_SIDE / PATCHES.rows;
  const means = new Array<number>(PATCHES.columns * PATCHES.rows * 3).fill(0);
  for (let y = 0; y < SIGNATURE_SIDE; y += 1) {
    for (let x = 0; x < SIGNATURE_SIDE; x += 1) {
      const patch = Math.floor(y / height) * PATCHES.columns + Math.floor(x / width);
      for (let channel = 0; channel < 3; channel += 1) {
        const value = signature[(y * SIGNATURE_SIDE + x) * 4 + channel] ?? 0;
        means[patch * 3 + channel] = (means[patch * 3 + channel] ?? 0) + value / (width * height);
      }
    }
  }
  return means;
}

/** A picture without a cell brighter than this, 0..255, is black. */
const BLACK = 16;

/** One with a brighter cell than this was not meant to be black; between the two lies what encoding may do to a dark one. */
const NOT_BLACK = 32;

/** Nothing is black that was not drawn so. The value counts pictures. */
export function checkBlack(probed: readonly ProbedPicture[]): CheckResult {
  const black = probed.filter((picture) => hasGoneBlack(picture)).length;
  return { passed: probed.length > 0 && black === 0, value: String(black) };
}

function hasGoneBlack({ drawn, found }: ProbedPicture): boolean {
  return found !== null && brightest(found) < BLACK && brightest(drawn) > NOT_BLACK;
}

/** Luma of the brightest cell, 0..255. */
function brightest(signature: Uint8ClampedArray): number {
  let most = 0;
  for (let at = 0; at < signature.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = signature.subarray(at, at + 3);
    most = Math.max(most, 0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return most;
}

/** Neighbours that differed by so much when they were drawn, 0..255, did move. */
const MOVED = 2;

/** Encoding leaves most of a difference: of what is frozen, only its own noise is left. */
const FROZEN_PART = 0.25;

/** Nothing stands still that moved when it was drawn; what is black is told by its own check. The value counts pictures. */
export function checkFrozen(probed: readonly ProbedPicture[]): CheckResult {
  const frozen = probed.filter((picture, index) => {
    const before = probed[index - 1];
    if (before === undefined || before.found === null || picture.found === null) return false;
    if (hasGoneBlack(before) || hasGoneBlack(picture)) return false;
    const moved = signatureDistance(before.drawn, picture.drawn);
    return moved > MOVED && signatureDistance(before.found, picture.found) < moved * FROZEN_PART;
  }).length;
  return { passed: probed.length > 0 && frozen === 0, value: String(frozen) };
}
