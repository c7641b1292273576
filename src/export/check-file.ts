/** Opens a finished film again and looks whether it is what was asked for. Trusts nothing that made it. */
import { asStudioError } from '../core/errors';
import type { Size } from '../core/geometry';
import { decodeSound } from '../media/decode-sound';
import { openMediaInput } from '../media/media-input';
import { openPictures, type PictureReader } from '../media/picture-reader';
import type { FileCheckItem } from '../studio/exporter';
import { findBoxes, topLevelBoxes } from './mp4-boxes';
import { pictureSignature, signatureDistance } from './picture-signature';

/** What the film must be. */
export interface ExpectedFilm {
  /** Seconds. */
  readonly duration: number;
  readonly frames: number;
  readonly size: Size;
  readonly fps: number;
  /** `silent`: there is a sound track, and nothing on it. */
  readonly sound: 'none' | 'silent' | 'heard';
  /** What some frames looked like when they were drawn, by index. */
  readonly signatures: ReadonlyMap<number, Uint8ClampedArray>;
}

/** Mean difference of a picture that went through an encoder; another picture, or black, differs by far more. */
const SAME_PICTURE = 14;

/** Root of the mean square below which nothing is heard. */
const SILENCE = 1e-5;

/** Longest that sound may end before or after the picture, in seconds: two AAC frames. */
const SOUND_SLACK_SECONDS = 0.045;

type CheckId = FileCheckItem['id'];

/** All checks, in a fixed order. A check that cannot be made has failed, with the reason as its value. */
export async function checkFile(file: Blob, expected: ExpectedFilm): Promise<readonly FileCheckItem[]> {
  const items: FileCheckItem[] = [];
  const check = async (
    id: CheckId,
    measure: () => Promise<{ passed: boolean; value: string }>,
  ): Promise<void> => {
    try {
      items.push({ id, ...(await measure()) });
    } catch (error) {
      items.push({ id, passed: false, value: asStudioError(error).message });
    }
  };
  await check('moov-first', () => checkOrder(file));
  await check('no-edit-list', () => checkEditLists(file));
  await check('color', () => checkColor(file));
  await check('frames', () => checkFrames(file, expected));
  const reader = await openPictures(file).catch((error: unknown) => asStudioError(error));
  const withReader = (measure: (reader: PictureReader) => { passed: boolean; value: string }) => () =>
    reader instanceof Error ? Promise.reject(reader) : Promise.resolve(measure(reader));
  await check(
    'duration',
    withReader((opened) => checkDuration(opened, expected)),
  );
  await check(
    'size',
    withReader((opened) => checkSize(opened, expected)),
  );
  await check('picture', () =>
    reader instanceof Error ? Promise.reject(reader) : checkPictures(reader, expected),
  );
  if (!(reader instanceof Error)) reader.dispose();
  await check('sound', () => checkSound(file, expected));
  return items;
}

async function checkOrder(file: Blob): Promise<{ passed: boolean; value: string }> {
  const types = (await topLevelBoxes(file)).map(({ type }) => type);
  const index = types.indexOf('moov');
  return { passed: index >= 0 && index < types.indexOf('mdat'), value: types.join(' ') };
}

/** The index of the file, parsed. */
async function readIndex(file: Blob): Promise<DataView> {
  const moov = (await topLevelBoxes(file)).find(({ type }) => type === 'moov');
  return new DataView(await file.slice(moov?.start ?? 0, moov?.end ?? 0).arrayBuffer());
}

async function checkEditLists(file: Blob): Promise<{ passed: boolean; value: string }> {
  const index = await readIndex(file);
  const lists = findBoxes(index, 'edts').length;
  return { passed: index.byteLength > 0 && lists === 0, value: String(lists) };
}

/** The container's own word on colours: primaries, transfer, matrix (1 = BT.709 each), range. */
async function checkColor(file: Blob): Promise<{ passed: boolean; value: string }> {
  const index = await readIndex(file);
  const [box] = findBoxes(index, 'colr');
  if (box === undefined) return { passed: false, value: 'no colr box' };
  const codes = [4, 6, 8].map((offset) => index.getUint16(box.start + offset));
  const isFull = (index.getUint8(box.start + 10) & 0x80) !== 0;
  return {
    passed: codes.every((code) => code === 1) && !isFull,
    value: `${codes.join('/')} ${isFull ? 'full' : 'limited'}`,
  };
}

async function checkFrames(
  file: Blob,
  { frames }: ExpectedFilm,
): Promise<{ passed: boolean; value: string }> {
  const media = await openMediaInput(file);
  try {
    const count = (await media.video?.computePacketStats())?.packetCount ?? 0;
    return { passed: count === frames, value: String(count) };
  } finally {
    media.dispose();
  }
}

function checkDuration(
  { info }: PictureReader,
  { duration, fps }: ExpectedFilm,
): { passed: boolean; value: string } {
  return { passed: Math.abs(info.duration - duration) < 1 / fps, value: info.duration.toFixed(3) };
}

function checkSize({ info }: PictureReader, { size }: ExpectedFilm): { passed: boolean; value: string } {
  const { width, height } = info.size;
  return { passed: width === size.width && height === size.height, value: `${width}×${height}` };
}

/** Holds frames of the file against what was drawn. */
async function checkPictures(
  reader: PictureReader,
  { signatures, fps }: ExpectedFilm,
): Promise<{ passed: boolean; value: string }> {
  let worst = 0;
  for (const [index, drawn] of signatures) {
    const picture = await reader.pictureAt((index + 0.5) / fps);
    if (picture === null) return { passed: false, value: `no picture ${index}` };
    worst = Math.max(worst, signatureDistance(pictureSignature(picture), drawn));
    picture.close();
  }
  return { passed: signatures.size > 0 && worst < SAME_PICTURE, value: worst.toFixed(1) };
}

async function checkSound(
  file: Blob,
  { sound, duration }: ExpectedFilm,
): Promise<{ passed: boolean; value: string }> {
  const media = await openMediaInput(file);
  const hasTrack = media.audio !== null;
  media.dispose();
  if (sound === 'none' || !hasTrack)
    return { passed: (sound === 'none') !== hasTrack, value: hasTrack ? 'some' : 'none' };
  const { channels, sampleRate } = await decodeSound(file);
  const [left = new Float32Array(0)] = channels;
  const level = Math.sqrt(left.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, left.length));
  const seconds = left.length / sampleRate;
  const isHeard = sound === 'silent' || level > SILENCE;
  return {
    passed: isHeard && Math.abs(seconds - duration) < SOUND_SLACK_SECONDS,
    value: `${seconds.toFixed(3)} s, ${level > 0 ? (20 * Math.log10(level)).toFixed(1) : '-∞'} dB`,
  };
}
