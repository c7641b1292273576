/** Reads `.cube` files (Adobe's Cube LUT Specification 1.0 and Resolve's dialect): every rule of it is checked. */
import type { LutTable } from './lut';
import { plainText } from './glsl-tokens';
import { refuse } from './refusal';

const LARGEST_1D = 65_536;
/** A curve is baked into a cube of this many steps. */
const BAKED_SIZE = 33;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

interface CubeHead {
  title: string;
  kind: '1D' | '3D' | null;
  size: number;
  domainMin: [number, number, number];
  domainMax: [number, number, number];
}

/**
 * Values beyond 0..1 are clamped: our picture knows none.
 *
 * @throws StudioError `effect-unreadable` with the line (from 1) and the reason
 */
export function parseCube(text: string): LutTable {
  const head: CubeHead = { title: '', kind: null, size: 0, domainMin: [0, 0, 0], domainMax: [1, 1, 1] };
  const rows: number[] = [];
  let wanted = 0;
  let lines = 0;
  let domainLine = 0;
  const source = plainText(text);
  for (let start = 0; start <= source.length;) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found;
    const raw = source.slice(start, end);
    start = end + 1;
    lines += 1;
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (/^[A-Za-z_]/.test(line) && !/^(?:nan|inf)/i.test(line)) {
      if (rows.length > 0) refuse('cube-word', lines, line);
      if (readKeyword(head, line, lines)) domainLine = lines;
      wanted = head.kind === '3D' ? head.size ** 3 : head.size;
      continue;
    }
    const words = line.replace(/\s#.*$/, '').split(/\s+/);
    if (words.length !== 3) refuse('cube-word', lines, line);
    if (head.kind === null) refuse('cube-size', lines, line);
    if (rows.length >= wanted * 3) refuse('cube-rows-many', lines, line);
    for (const word of words) rows.push(readNumber(word, lines));
  }
  if (head.kind === null)
    refuse(rows.length === 0 && source.trim() === '' ? 'empty' : 'cube-size', Math.max(1, lines));
  checkDomain(head, domainLine);
  if (rows.length < wanted * 3) refuse('cube-rows-few', lines, `${rows.length / 3} of ${wanted}`);
  const { title, domainMin, domainMax } = head;
  if (head.kind === '3D') return { title, size: head.size, domainMin, domainMax, values: wholeValues(rows) };
  return { title, size: BAKED_SIZE, domainMin, domainMax, values: wholeValues(baked(rows, head.size)) };
}

function wholeValues(rows: readonly number[]): Uint16Array {
  return Uint16Array.from(rows, (value) => Math.round(Math.min(1, Math.max(0, value)) * 65_535));
}

/** Reads one keyword; true when it was of the domain. */
function readKeyword(head: CubeHead, line: string, at: number): boolean {
  const [word = '', ...values] = line.replace(/\s#.*$/, '').split(/\s+/);
  switch (word.toUpperCase()) {
    case 'TITLE':
      head.title = line
        .slice(5)
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replace(/\p{C}/gu, '')
        .slice(0, 100);
      return false;
    case 'LUT_3D_SIZE':
      setSize(head, '3D', values, 65, at);
      return false;
    case 'LUT_1D_SIZE':
      setSize(head, '1D', values, LARGEST_1D, at);
      return false;
    case 'DOMAIN_MIN':
      head.domainMin = readTriple(values, at);
      return true;
    case 'DOMAIN_MAX':
      head.domainMax = readTriple(values, at);
      return true;
    case 'LUT_3D_INPUT_RANGE':
    case 'LUT_1D_INPUT_RANGE': {
      if (values.length !== 2) refuse('cube-domain', at, line);
      const [low = 0, high = 1] = values.map((value) => readNumber(value, at));
      head.domainMin = [low, low, low];
      head.domainMax = [high, high, high];
      return true;
    }
    // Resolve says here that its tables are for video levels or not; the numbers are the same.
    case 'LUT_IN_VIDEO_RANGE':
    case 'LUT_OUT_VIDEO_RANGE':
      return false;
    default:
      return refuse('cube-word', at, line);
  }
}

function setSize(
  head: CubeHead,
  kind: '1D' | '3D',
  values: readonly string[],
  largest: number,
  at: number,
): void {
  if (head.kind !== null) refuse('cube-size-twice', at);
  const [word = ''] = values;
  const size = /^\d{1,6}$/.test(word) && values.length === 1 ? Number(word) : 0;
  if (size < 2 || size > largest) refuse('cube-size', at, values.join(' '));
  head.kind = kind;
  head.size = size;
}

function readTriple(values: readonly string[], at: number): [number, number, number] {
  const [red, green, blue] = values.map((value) => readNumber(value, at));
  if (values.length !== 3 || red === undefined || green === undefined || blue === undefined) {
    return refuse('cube-domain', at, values.join(' '));
  }
  return [red, green, blue];
}

function readNumber(word: string, at: number): number {
  const value = NUMBER.test(word) ? Number(word) : Number.NaN;
  // A number that a 32-bit float cannot hold is an overflow for every other program.
  if (!Number.isFinite(value) || Math.abs(value) > 3.4e38) refuse('cube-number', at, word);
  return value;
}

function checkDomain({ domainMin, domainMax }: CubeHead, at: number): void {
  if (domainMin.some((low, channel) => low >= (domainMax[channel] ?? 0))) refuse('cube-domain', at);
}

/** A curve for each channel as a cube: each place of it is three places on the curves. */
function baked(rows: readonly number[], size: number): number[] {
  const curve = (channel: 0 | 1 | 2, step: number): number => {
    const place = (step / (BAKED_SIZE - 1)) * (size - 1);
    const before = Math.min(Math.floor(place), size - 2);
    const [low = 0, high = 0] = [rows[before * 3 + channel], rows[(before + 1) * 3 + channel]];
    return low + (high - low) * (place - before);
  };
  const curves = ([0, 1, 2] as const).map((channel) =>
    Array.from({ length: BAKED_SIZE }, (_, step) => curve(channel, step)),
  );
  const out: number[] = [];
  for (let blue = 0; blue < BAKED_SIZE; blue += 1) {
    for (let green = 0; green < BAKED_SIZE; green += 1) {
      for (let red = 0; red < BAKED_SIZE; red += 1) {
        out.push(curves[0]?.[red] ?? 0, curves[1]?.[green] ?? 0, curves[2]?.[blue] ?? 0);
      }
    }
  }
  return out;
}
