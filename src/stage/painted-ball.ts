/** Ellipsoids of one colour and how they are joined: what heads, hands, hair and stools are put together from. */
import { BufferGeometry, Color, Float32BufferAttribute, SphereGeometry } from 'three';

/** Metres along x, y and z. */
export type Triple = readonly [x: number, y: number, z: number];

/** An ellipsoid of half axes `size` at `at`, with that many segments. */
export function ball(
  color: string,
  size: Triple,
  at: Triple,
  around: number,
  upward: number,
): BufferGeometry {
  return painted(new SphereGeometry(1, around, upward), color, size, at);
}

/** The geometry scaled, moved and painted in one colour; it is the one that was given. */
export function painted(geometry: BufferGeometry, color: string, size: Triple, at: Triple): BufferGeometry {
  geometry.scale(...size);
  geometry.translate(...at);
  geometry.deleteAttribute('uv');
  const paint = new Color(color);
  const count = geometry.getAttribute('position').count;
  const values = new Float32Array(count * 3);
  for (let vertex = 0; vertex < count; vertex += 1) paint.toArray(values, vertex * 3);
  geometry.setAttribute('color', new Float32BufferAttribute(values, 3));
  return geometry;
}

/** `#rrggbb`, lighter (above 1) or darker. */
export function shaded(color: string, factor: number): string {
  return `#${new Color(color).multiplyScalar(factor).getHexString()}`;
}

/** One geometry of all parts, each with its index in the attribute `part` if `indexed`; the parts are released. */
export function joined(parts: readonly BufferGeometry[], indexed = false): BufferGeometry {
  const whole = new BufferGeometry();
  for (const name of ['position', 'normal', 'color']) {
    const values = parts.flatMap((part) => Array.from(part.getAttribute(name).array));
    whole.setAttribute(name, new Float32BufferAttribute(values, 3));
  }
  if (indexed) {
    const numbers = parts.flatMap((part, index) =>
      Array.from({ length: part.getAttribute('position').count }, () => index),
    );
    whole.setAttribute('part', new Float32BufferAttribute(numbers, 1));
  }
  const indices: number[] = [];
  let offset = 0;
  for (const part of parts) {
    for (const index of part.getIndex()?.array ?? []) indices.push(index + offset);
    offset += part.getAttribute('position').count;
    part.dispose();
  }
  whole.setIndex(indices);
  return whole;
}
