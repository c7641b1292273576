/** Vectors of three numbers, for bones. Right-handed; degrees. */

export type Vector = readonly [number, number, number];

export function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function scale(a: Vector, factor: number): Vector {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The vector of length 1; the zero vector stays. */
export function normalize(a: Vector): Vector {
  const length = Math.hypot(...a);
  return length === 0 ? a : scale(a, 1 / length);
}

/** Angle between two vectors in degrees, 0..180. */
export function angleBetween(a: Vector, b: Vector): number {
  const cosine = dot(normalize(a), normalize(b));
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}

/** Along the great circle from `a` to `b` (unit vectors), `amount` 0..1 (Shoemake 1985). */
export function slerp(a: Vector, b: Vector, amount: number): Vector {
  const angle = Math.acos(Math.min(1, Math.max(-1, dot(a, b))));
  if (angle < 1e-4) return normalize(add(scale(a, 1 - amount), scale(b, amount)));
  const sine = Math.sin(angle);
  return normalize(
    add(scale(a, Math.sin((1 - amount) * angle) / sine), scale(b, Math.sin(amount * angle) / sine)),
  );
}

export function rotateX([x, y, z]: Vector, degrees: number): Vector {
  const [sine, cosine] = turn(degrees);
  return [x, y * cosine - z * sine, y * sine + z * cosine];
}

export function rotateY([x, y, z]: Vector, degrees: number): Vector {
  const [sine, cosine] = turn(degrees);
  return [x * cosine + z * sine, y, -x * sine + z * cosine];
}

export function rotateZ([x, y, z]: Vector, degrees: number): Vector {
  const [sine, cosine] = turn(degrees);
  return [x * cosine - y * sine, x * sine + y * cosine, z];
}

function turn(degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.sin(angle), Math.cos(angle)];
}
