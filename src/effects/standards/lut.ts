/** A table of colours: for each of size³ places in a cube of red, green and blue, the colour that stands there. */

/** What a `.cube` file holds. */
export interface LutTable {
  readonly title: string;
  /** Steps along each side, 2..65. */
  readonly size: number;
  /** The colour at the first and the last step of each channel. */
  readonly domainMin: readonly [number, number, number];
  readonly domainMax: readonly [number, number, number];
  /** size³ × 3 parts, 0..65535 for 0..1, red fastest. */
  readonly values: Uint16Array;
}

const WHOLE = 65_535;

/** Everything but the values stands before the colon, so that a look at the beginning tells what it is. */
interface PackedHead {
  readonly title: string;
  readonly size: number;
  readonly domainMin: readonly number[];
  readonly domainMax: readonly number[];
}

/** A table as one line of text, as projects keep it. */
export function packLut({ title, size, domainMin, domainMax, values }: LutTable): string {
  const head: PackedHead = { title, size, domainMin, domainMax };
  const bytes = new Uint8Array(values.length * 2);
  values.forEach((value, index) => {
    bytes[index * 2] = value & 0xff;
    bytes[index * 2 + 1] = value >> 8;
  });
  return `${encodeURIComponent(JSON.stringify(head))}:${toBase64(bytes)}`;
}

/** The table that `packLut` wrote; null for any other text. */
export function unpackLut(text: string): LutTable | null {
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const head = readHead(text.slice(0, colon));
  const bytes = fromBase64(text.slice(colon + 1));
  if (head === null || bytes === null || bytes.length !== head.size ** 3 * 6) return null;
  const values = new Uint16Array(bytes.length / 2);
  for (let index = 0; index < values.length; index += 1) {
    values[index] = (bytes[index * 2] ?? 0) | ((bytes[index * 2 + 1] ?? 0) << 8);
  }
  return { ...head, values };
}

function readHead(text: string): Omit<LutTable, 'values'> | null {
  let head: Partial<PackedHead> | null;
  try {
    head = JSON.parse(decodeURIComponent(text)) as Partial<PackedHead> | null;
  } catch {
    // Not ours: the caller hears it by the null.
    return null;
  }
  if (head === null || typeof head !== 'object') return null;
  const { title, size, domainMin, domainMax } = head;
  if (typeof title !== 'string' || typeof size !== 'number') return null;
  if (!Number.isInteger(size) || size < 2 || size > 65) return null;
  const low = triple(domainMin);
  const high = triple(domainMax);
  if (low === null || high === null || low.some((value, place) => value >= (high[place] ?? 0))) return null;
  return { title, size, domainMin: low, domainMax: high };
}

function triple(values: unknown): [number, number, number] | null {
  if (!Array.isArray(values) || values.length !== 3) return null;
  const [a, b, c] = values as unknown[];
  const isFinite = Number.isFinite(a) && Number.isFinite(b) && Number.isFinite(c);
  return isFinite ? [a as number, b as number, c as number] : null;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.subarray(index, index + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt((bits >> shift) & 63)).join('');
    parts.push(
      b === undefined ? `${digits.slice(0, 2)}==` : c === undefined ? `${digits.slice(0, 3)}=` : digits,
    );
  }
  return parts.join('');
}

function fromBase64(text: string): Uint8Array | null {
  const plain = text.replace(/={1,2}$/, '');
  if (text.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(plain)) return null;
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let place = 0;
  for (const digit of plain) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[place] = (bits >> held) & 0xff;
    place += 1;
  }
  return bytes;
}

/**
 * Looks a colour up by tetrahedral interpolation: the cell round it is cut into six tetrahedra along its grey diagonal,
 * and the colour is mixed of the four corners of the one it lies in. The measure for what the shader draws.
 *
 * @param rgb parts of red, green and blue, held to the table's domain
 */
export function sampleLut(
  { size, domainMin, domainMax, values }: LutTable,
  rgb: readonly [number, number, number],
): [number, number, number] {
  const places = [0, 1, 2].map((channel) => {
    const low = domainMin[channel] ?? 0;
    const high = domainMax[channel] ?? 1;
    const part = ((rgb[channel] ?? 0) - low) / (high - low);
    return Math.min(1, Math.max(0, Number.isNaN(part) ? 0 : part)) * (size - 1);
  });
  const base = places.map((place) => Math.min(Math.floor(place), size - 2));
  const parts = places.map((place, channel) => place - (base[channel] ?? 0));
  // From the darkest corner along the channel that is furthest first.
  const order = [0, 1, 2].sort((a, b) => (parts[b] ?? 0) - (parts[a] ?? 0));
  const steps = [1, size, size * size];
  let corner = base.reduce((sum, place, channel) => sum + place * (steps[channel] ?? 0), 0);
  const result: [number, number, number] = [0, 0, 0];
  let before = 1;
  for (let passed = 0; passed <= 3; passed += 1) {
    const channel = order[passed];
    const next = channel === undefined ? 0 : (parts[channel] ?? 0);
    const weight = before - next;
    for (const out of [0, 1, 2] as const) result[out] += (weight * (values[corner * 3 + out] ?? 0)) / WHOLE;
    before = next;
    if (channel !== undefined) corner += steps[channel] ?? 0;
  }
  return result;
}
