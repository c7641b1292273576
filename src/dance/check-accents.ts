/** Whether the big pose of each move lies on a beat and is arrived at there, as an accent is. */
import { LANDMARK } from '../pose/landmarks';
import { rowAt, type PoseTrack } from '../pose/pose-track';
import type { Challenge } from './challenge';
import type { ChoreographyFault } from './check-choreography';
import type { CompiledChoreography } from './compile';

const ENDS = [LANDMARK.leftWrist, LANDMARK.rightWrist, LANDMARK.leftAnkle, LANDMARK.rightAnkle];
/** Seconds before a big pose in which the body travels to it. */
const APPROACH = 0.5;
/** At the pose, hands and feet may still move with this part of the approach's highest speed. */
const ARRIVED = 0.5;
/** Metres a second (all four together) that an approach has at least: an accent is a movement that stops. */
const LEAST_APPROACH = 0.6;

/** All faults; empty = on the beat. */
export function checkAccents(
  challenge: Challenge,
  { reference, moves }: CompiledChoreography,
): ChoreographyFault[] {
  return challenge.moves.flatMap((written, index) => {
    const move = moves[index];
    if (move === undefined) return [];
    const faults: ChoreographyFault[] = [];
    const report = (fault: string): void => {
      faults.push({ seconds: move.keyTime, fault: `"${move.name.en}": ${fault}` });
    };
    if (!Number.isInteger(written.key)) report(`its big pose lies on ${written.key}, between beats`);
    if (!challenge.keys.some(({ beat }) => beat === written.key)) report('no key says its big pose');
    const row = rowAt(reference, move.keyTime);
    const first = rowAt(reference, move.keyTime - APPROACH);
    const speeds = Array.from({ length: row - first }, (_, step) => speedAt(reference, first + step + 1));
    const fastest = Math.max(0, ...speeds);
    // The beat lies between two rows.
    const last = Math.min(speeds.at(-1) ?? 0, speedAt(reference, Math.min(row + 1, reference.length - 1)));
    if (fastest < LEAST_APPROACH) report('nothing moves to its big pose');
    else if (last > ARRIVED * fastest) report('it is still on the way at its big pose');
    return faults;
  });
}

/** Of hands and feet together, metres a second. */
function speedAt({ world, fps }: PoseTrack, row: number): number {
  return ENDS.reduce((sum, landmark) => {
    const [now, before] = [row * 99 + landmark * 3, (row - 1) * 99 + landmark * 3];
    const [x, y, z] = [0, 1, 2].map((axis) => (world[now + axis] ?? 0) - (world[before + axis] ?? 0));
    return sum + Math.hypot(x ?? 0, y ?? 0, z ?? 0) * fps;
  }, 0);
}
