/** A round stool, for dances that are danced sitting. */
import { CylinderGeometry, type BufferGeometry } from 'three';
import { joined, painted } from './painted-ball';

/** Height that the stool is modelled for, in metres; it is scaled to the dancer. */
export const STOOL_METRES = 0.46;

const SEAT = '#c99a63';
const STEEL = '#8d8f98';

/** Stands on y = 0 round the y axis, its seat's upper side at `STOOL_METRES`. */
export function stoolGeometry(): BufferGeometry {
  const seat = new CylinderGeometry(0.19, 0.175, 0.05, 20);
  const column = new CylinderGeometry(0.028, 0.034, STOOL_METRES - 0.06, 10);
  const foot = new CylinderGeometry(0.05, 0.19, 0.03, 20);
  return joined([
    painted(seat, SEAT, [1, 1, 1], [0, STOOL_METRES - 0.025, 0]),
    painted(column, STEEL, [1, 1, 1], [0, STOOL_METRES / 2, 0]),
    painted(foot, STEEL, [1, 1, 1], [0, 0.015, 0]),
  ]);
}
