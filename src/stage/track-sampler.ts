/** Reads a pose track at any time into arrays of its own: what drawing needs, without an allocation a frame. */
import { clamp, lerp } from '../core/scalar';
import { LANDMARK_COUNT } from '../pose/landmarks';
import { rowAt, type PoseTrack } from '../pose/pose-track';

const COORDINATES = LANDMARK_COUNT * 3;

/** A gap longer than this between two rows is not bridged, in seconds. */
const LONGEST_BRIDGE = 0.3;

/** One pose at a time, overwritten by the next `sample`. */
export class TrackSampler {
  /** 33 × (x, y, z) metres. */
  readonly world = new Float32Array(COORDINATES);
  /** 33 × (x, y, z), 0..1 of the picture. */
  readonly image = new Float32Array(COORDINATES);

  /**
   * Fills the arrays with the pose at `time` seconds, linear between rows and held beyond both ends.
   * @returns false, leaving the arrays as they were, where nobody is in the track
   */
  sample(track: PoseTrack, time: number): boolean {
    if (track.length === 0) return false;
    const before = clamp(rowAt(track, time), 0, track.length - 1);
    const after = Math.min(before + 1, track.length - 1);
    if (track.present[before] !== 1) return false;
    const start = track.times[before] ?? 0;
    const gap = (track.times[after] ?? start) - start;
    const canBridge = track.present[after] === 1 && gap > 0 && gap <= LONGEST_BRIDGE;
    const amount = canBridge ? clamp((time - start) / gap, 0, 1) : 0;
    blend(track.world, before, after, amount, this.world);
    blend(track.image, before, after, amount, this.image);
    return true;
  }
}

function blend(
  column: Float32Array,
  before: number,
  after: number,
  amount: number,
  target: Float32Array,
): void {
  const [from, to] = [before * COORDINATES, after * COORDINATES];
  for (let index = 0; index < COORDINATES; index += 1) {
    target[index] = lerp(column[from + index] ?? 0, column[to + index] ?? 0, amount);
  }
}
