/** What an MP4 says of itself: its order, its edit lists, its colours. Pure but for reading the file. */
import { parseAvcConfig } from '../h264/avc-config';
import { parseSps, type StreamColor } from '../h264/parameter-sets';
import { findBoxes, topLevelBoxes, type Box } from '../mp4-boxes';
import type { CheckResult } from './check-result';

/** The index of an MP4, read once. */
export interface Mp4Index {
  /** Types of the top-level boxes, in order. */
  readonly order: readonly string[];
  /** Contents of `moov`; empty where there is none. */
  readonly moov: DataView;
}

/** Whether a file is an MP4, by its first bytes. */
export async function isMp4(file: Blob): Promise<boolean> {
  return (await file.slice(4, 8).text()) === 'ftyp';
}

export async function readMp4Index(file: Blob): Promise<Mp4Index> {
  const boxes = await topLevelBoxes(file);
  const moov = boxes.find(({ type }) => type === 'moov');
  return {
    order: boxes.map(({ type }) => type),
    moov: new DataView(await file.slice(moov?.start ?? 0, moov?.end ?? 0).arrayBuffer()),
  };
}

/** Players may begin before they have the whole file. */
export function checkOrder({ order }: Mp4Index): CheckResult {
  const index = order.indexOf('moov');
  return { passed: index >= 0 && index < order.indexOf('mdat'), value: order.join(' ') };
}

/** Some upload services get them wrong. */
export function checkEditLists({ moov }: Mp4Index): CheckResult {
  const lists = findBoxes(moov, 'edts').length;
  return { passed: moov.byteLength > 0 && lists === 0, value: String(lists) };
}

/** Code of ITU-T H.273 that means BT.709: of primaries, transfer and matrix alike. */
const BT709 = 1;

/**
 * What container and stream say of the colours, each as primaries/transfer/matrix and range. Players believe either.
 * @throws StudioError `file-corrupt` when the stream's parameter sets cannot be read
 */
export function checkColor({ moov }: Mp4Index): CheckResult {
  const said = [containerColor(moov), ...streamColors(moov)];
  const isFilmColor = (color: StreamColor | null): boolean =>
    color !== null &&
    !color.fullRange &&
    [color.primaries, color.transfer, color.matrix].every((code) => code === BT709);
  const names = said.map((color) =>
    color === null
      ? '–'
      : `${color.primaries}/${color.transfer}/${color.matrix} ${color.fullRange ? 'full' : 'limited'}`,
  );
  return { passed: said.every(isFilmColor), value: [...new Set(names)].join(', ') };
}

/** `colr` of kind `nclx` (ISO/IEC 14496-12, 12.1.5); null where there is none. */
function containerColor(moov: DataView): StreamColor | null {
  const box = findBoxes(moov, 'colr').find(
    ({ start, end }) => end - start >= 11 && moov.getUint32(start) === NCLX,
  );
  if (box === undefined) return null;
  return {
    primaries: moov.getUint16(box.start + 4),
    transfer: moov.getUint16(box.start + 6),
    matrix: moov.getUint16(box.start + 8),
    fullRange: (moov.getUint8(box.start + 10) & 0x80) !== 0,
  };
}

/** The letters `nclx`. */
const NCLX = 0x6e_63_6c_78;

/** What each parameter set says; none for a codec other than H.264. */
function streamColors(moov: DataView): (StreamColor | null)[] {
  const bytesOf = ({ start, end }: Box): Uint8Array =>
    new Uint8Array(moov.buffer, moov.byteOffset + start, end - start);
  return findBoxes(moov, 'avcC').flatMap((box) =>
    parseAvcConfig(bytesOf(box)).spsList.map((sps) => parseSps(sps).color),
  );
}
