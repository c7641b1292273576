/** How far each limb travels in a stretch of a track: tells which limbs make a move what it is. */
import { rowAt, type PoseTrack } from '../pose/pose-track';
import { LIMBS, type Limb } from './judgement';
import { DIRECTION_NUMBERS, LIMB_VECTORS, VECTOR_COUNT, writeDirections } from './limb-vectors';

/** A limb is critical when it travels at least this part of what the busiest one does. */
const CRITICAL_PART = 0.5;
const MOST_CRITICAL = 3;

/** Excursion in radians (root mean square of the angle from the limb's own mean direction, largest of its parts). */
export function limbExcursions(
  track: PoseTrack,
  start: number,
  end: number,
): readonly { readonly limb: Limb; readonly excursion: number; readonly isCritical: boolean }[] {
  const first = Math.max(0, rowAt(track, start));
  const last = Math.max(first, rowAt(track, end));
  const directions = new Float32Array(DIRECTION_NUMBERS * (last - first + 1));
  const seen = new Float32Array(VECTOR_COUNT);
  for (let row = first; row <= last; row += 1) {
    const at = (row - first) * DIRECTION_NUMBERS;
    writeDirections(track.image, track.visibility, row, track.aspect, directions, at, seen, 0, 0);
  }
  const found = LIMBS.map((limb) => ({
    limb,
    excursion: Math.max(
      ...LIMB_VECTORS.map((vector, index) => (vector.limb === limb ? spread(directions, index) : 0)),
    ),
  }));
  const busiest = Math.max(...found.map(({ excursion }) => excursion));
  const ranked = [...found].sort((a, b) => b.excursion - a.excursion).slice(0, MOST_CRITICAL);
  return found.map((entry) => ({
    ...entry,
    isCritical: ranked.includes(entry) && entry.excursion >= busiest * CRITICAL_PART,
  }));
}

function spread(directions: Float32Array, index: number): number {
  let x = 0;
  let y = 0;
  const rows = directions.length / DIRECTION_NUMBERS;
  for (let row = 0; row < rows; row += 1) {
    x += directions[row * DIRECTION_NUMBERS + index * 2] ?? 0;
    y += directions[row * DIRECTION_NUMBERS + index * 2 + 1] ?? 0;
  }
  // The length of the mean of unit vectors falls as they spread (Mardia & Jupp, Directional Statistics, 2.3).
  const resultant = Math.min(1, Math.hypot(x, y) / rows);
  return Math.sqrt(Math.max(0, -2 * Math.log(Math.max(1e-6, resultant))));
}
