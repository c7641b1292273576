/** Whether a dance can be told from the others: nobody passes it by dancing something else. */
import type { ChoreographyFault } from './check-choreography';
import type { CompiledChoreography } from './compile';
import { judgeTake } from './judge';
import type { PoseTrack } from '../pose/pose-track';

/** Points that a different dance may get at most (DANCE.md's table). */
const MOST_POINTS = 20;

/**
 * All faults; empty = like no other. Both sides of the other dances are tried.
 * @param seated judged as a dance on a chair is: without the legs
 */
export function checkOthers(
  { reference, moves }: CompiledChoreography,
  others: readonly { readonly name: string; readonly reference: PoseTrack }[],
  seated: boolean,
): ChoreographyFault[] {
  return others.flatMap(({ name, reference: player }) =>
    [false, true].flatMap((mirrored) => {
      const { score } = judgeTake({ reference, moves, mirrored, seated, player });
      if (score <= MOST_POINTS) return [];
      const side = mirrored ? ' to the other side' : '';
      return [{ seconds: 0, fault: `"${name}"${side} scores ${score}, not ${MOST_POINTS}` }];
    }),
  );
}
