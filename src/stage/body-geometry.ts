/** The rounded parts of a mannequin, painted by vertex: limbs, head, hands and shoes. Lengths in metres. */
import {
  Color,
  Float32BufferAttribute,
  LatheGeometry,
  SphereGeometry,
  Vector2,
  type BufferGeometry,
} from 'three';
import type { BodyColors, Outfit } from './palette';
import { hairGeometries } from './hair-geometry';
import { ball, joined, shaded } from './painted-ball';

/** A ring of a limb: place along the bone (0..1), radius in metres, colour `#rrggbb`. */
export type LimbRing = readonly [along: number, radius: number, color: string];

/** A limb of length 1 along y with rounded ends; scaled to its bone when posed. `nominal` is the bone's usual length. */
export function limbGeometry(rings: readonly LimbRing[], nominal: number, segments: number): BufferGeometry {
  const [first, last] = [rings[0], rings.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A limb needs at least two rings.');
  const capped: LimbRing[] = [
    [first[0] - first[1] / nominal, 0.001, first[2]],
    [first[0] - (0.7 * first[1]) / nominal, first[1] * 0.72, first[2]],
    ...rings,
    [last[0] + (0.7 * last[1]) / nominal, last[1] * 0.72, last[2]],
    [last[0] + last[1] / nominal, 0.001, last[2]],
  ];
  const geometry = new LatheGeometry(
    capped.map(([along, radius]) => new Vector2(radius, along)),
    segments,
  );
  const colors = capped.map(([, , color]) => new Color(color));
  const count = geometry.getAttribute('position').count;
  const painted = new Float32Array(count * 3);
  for (let vertex = 0; vertex < count; vertex += 1) {
    // A lathe lists its vertices segment by segment, each along the profile.
    colors[vertex % capped.length]?.toArray(painted, vertex * 3);
  }
  geometry.setAttribute('color', new Float32BufferAttribute(painted, 3));
  geometry.deleteAttribute('uv');
  return geometry;
}

/**
 * The limbs in their clothes.
 * @param segments round each limb
 */
export function limbGeometries(
  outfit: Outfit,
  segments: number,
): {
  upperArm: BufferGeometry;
  forearm: BufferGeometry;
  thigh: BufferGeometry;
  shank: BufferGeometry;
  neck: BufferGeometry;
} {
  const { skin } = outfit.colors;
  const neck: LimbRing[] = [
    [0, 0.06, skin],
    [0.4, 0.05, skin],
    [1, 0.05, skin],
  ];
  return {
    ...armGeometries(outfit, segments),
    ...legGeometries(outfit, segments),
    neck: limbGeometry(neck, 0.2, segments),
  };
}

function armGeometries(
  { colors, sleeves, loose }: Outfit,
  segments: number,
): { upperArm: BufferGeometry; forearm: BufferGeometry } {
  const { skin, shirt, band } = colors;
  const isLong = sleeves === 'long';
  const upper: LimbRing[] = isLong
    ? [
        [0, 0.053, shirt],
        [0.2, 0.057 + loose, shirt],
        [0.6, 0.052 + loose, shirt],
        [1, 0.044 + loose, shirt],
      ]
    : [
        [0, 0.053, shirt],
        [0.2, 0.057 + loose * 0.6, shirt],
        [0.52, 0.055 + loose * 1.4, shirt],
        [0.54, 0.046, skin],
        [0.8, 0.041, skin],
        [1, 0.038, skin],
      ];
  const fore: LimbRing[] = isLong
    ? [
        [0, 0.044 + loose, shirt],
        [0.3, 0.045 + loose, shirt],
        [0.8, 0.034 + loose, shirt],
        [0.8, 0.037 + loose, band],
        [0.94, 0.034 + loose, band],
        [0.95, 0.028, skin],
        [1, 0.027, skin],
      ]
    : [
        [0, 0.038, skin],
        [0.25, 0.043, skin],
        [0.65, 0.034, skin],
        [1, 0.027, skin],
      ];
  return {
    upperArm: limbGeometry(upper, 0.28, segments),
    forearm: limbGeometry(fore, 0.25, segments),
  };
}

function legGeometries(
  { colors, legs, loose }: Outfit,
  segments: number,
): { thigh: BufferGeometry; shank: BufferGeometry } {
  const { skin, trousers, band } = colors;
  const hasShorts = legs === 'shorts';
  const thigh: LimbRing[] = hasShorts
    ? [
        [0, 0.088, trousers],
        [0.3, 0.087 + loose, trousers],
        [0.62, 0.08 + loose * 1.5, trousers],
        [0.64, 0.068, skin],
        [1, 0.054, skin],
      ]
    : [
        [0, 0.088, trousers],
        [0.3, 0.085 + loose * 0.7, trousers],
        [0.7, 0.068 + loose, trousers],
        [1, 0.056 + loose, trousers],
      ];
  const shank: LimbRing[] = hasShorts
    ? [
        [0, 0.054, skin],
        [0.28, 0.057, skin],
        [0.66, 0.042, skin],
        [0.67, 0.047, band],
        [1, 0.041, band],
      ]
    : [
        [0, 0.056 + loose, trousers],
        [0.28, 0.06 + loose, trousers],
        [0.6, 0.052 + loose, trousers],
        [0.88, 0.05 + loose, trousers],
        [0.9, 0.036, skin],
        [1, 0.036, skin],
      ];
  return { thigh: limbGeometry(thigh, 0.42, segments), shank: limbGeometry(shank, 0.41, segments) };
}

/** The head round the middle between the ears: x to the body's left, y up, z out of the face. */
export function headGeometry(outfit: Outfit): BufferGeometry {
  const { skin, hair, eyes, lips } = outfit.colors;
  return joined([
    ball(skin, [0.078, 0.115, 0.096], [0, 0.018, 0.012], 14, 10),
    ball(skin, [0.052, 0.045, 0.055], [0, -0.068, 0.042], 8, 6),
    ...hairGeometries(outfit),
    ...[-1, 1].flatMap((sign) => [
      ball(skin, [0.013, 0.032, 0.02], [sign * 0.08, 0, 0], 6, 4),
      ball('#f6f1ec', [0.018, 0.0115, 0.01], [sign * 0.032, 0.032, 0.097], 8, 6),
      ball(eyes, [0.0095, 0.0105, 0.008], [sign * 0.032, 0.032, 0.102], 6, 4),
      ball(hair, [0.02, 0.0045, 0.008], [sign * 0.033, 0.056, 0.098], 6, 4),
    ]),
    ball(shaded(skin, 1.06), [0.014, 0.026, 0.022], [0, 0.004, 0.108], 6, 5),
    ball(lips, [0.026, 0.008, 0.01], [0, -0.047, 0.094], 8, 4),
  ]);
}

/** A hand from its wrist: y towards the fingers, x to the thumb's side, z out of its back or palm. */
export function handGeometry(colors: BodyColors): BufferGeometry {
  const thumb = ball(colors.skin, [0.013, 0.038, 0.013], [0, 0, 0], 6, 5);
  thumb.rotateZ(-0.65);
  thumb.translate(0.046, 0.058, 0.004);
  return joined([
    ball(colors.skin, [0.039, 0.054, 0.017], [0, 0.045, 0], 8, 6),
    ball(colors.skin, [0.034, 0.052, 0.013], [-0.002, 0.118, 0], 8, 6),
    thumb,
  ]);
}

/** A shoe of length 1 (heel at z 0, toe at z 1, scaled to the foot when posed); y up from the line heel–toe. */
export function shoeGeometry(colors: BodyColors, nominal: number): BufferGeometry {
  const shape = new SphereGeometry(1, 10, 9);
  shape.rotateX(Math.PI / 2);
  const position = shape.getAttribute('position');
  for (let vertex = 0; vertex < position.count; vertex += 1) {
    const [x, y, z] = [position.getX(vertex), position.getY(vertex), position.getZ(vertex)];
    // Flat below, high at the instep, low and broad at the toes.
    const height = z > 0 ? 0.046 - 0.014 * z : 0.05;
    const width = z > 0 ? 0.043 : 0.035;
    position.setXYZ(
      vertex,
      x * width,
      Math.max(-SOLE_METRES, y * height),
      (z * (nominal / 2 + 0.03)) / nominal + 0.52,
    );
  }
  shape.computeVertexNormals();
  const upper = new Color(colors.shoes);
  const sole = new Color(colors.soles);
  const painted = new Float32Array(position.count * 3);
  for (let vertex = 0; vertex < position.count; vertex += 1) {
    const isSole = position.getY(vertex) < -SOLE_METRES * 0.6;
    const isToeCap = position.getZ(vertex) > 0.92;
    (isSole || isToeCap ? sole : upper).toArray(painted, vertex * 3);
  }
  shape.setAttribute('color', new Float32BufferAttribute(painted, 3));
  shape.deleteAttribute('uv');
  return shape;
}

/** How far the sole lies below the line from heel to toe. */
export const SOLE_METRES = 0.024;
