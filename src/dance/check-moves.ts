/** Whether a challenge is worth judging: every move asks for something, and nobody passes without dancing. */
import { flailBot } from './body-bots';
import { meanPoseBot, mirroredBot, stillBot, wiggleBot } from './bots';
import type { ChoreographyFault } from './check-choreography';
import type { CompiledChoreography } from './compile';
import { judgeTake } from './judge';
import { createMoveTargets, idleError } from './move-target';
import { SCORE } from './score-config';

/** Points that a player who does not dance may get at most (DANCE.md's table). */
const MOST_POINTS = { still: 8, 'mean pose': 8, wiggle: 10, flail: 10, 'wrong side': 25 } as const;

/**
 * All faults; empty = fair.
 * @param seated judged as a dance on a chair is: without the legs
 */
export function checkMoves({ reference, moves }: CompiledChoreography, seated: boolean): ChoreographyFault[] {
  const faults: ChoreographyFault[] = [];
  for (const target of createMoveTargets({ reference, moves, seated, neutral: null })) {
    const away = Math.sqrt(idleError(target));
    if (away < SCORE.away.full) {
      const degrees = ((away * 180) / Math.PI).toFixed(0);
      const fault = `"${target.move.name.en}" is only ${degrees}° away from not dancing`;
      faults.push({ seconds: target.move.start, fault });
    }
  }
  const players = {
    still: stillBot(reference),
    'mean pose': meanPoseBot(reference),
    wiggle: wiggleBot(reference),
    flail: flailBot(reference, 2),
    'wrong side': mirroredBot(reference),
  };
  for (const [name, most] of Object.entries(MOST_POINTS) as [keyof typeof MOST_POINTS, number][]) {
    const { score } = judgeTake({ reference, moves, mirrored: false, seated, player: players[name] });
    if (score > most) faults.push({ seconds: 0, fault: `the bot "${name}" scores ${score}, not ${most}` });
  }
  return faults;
}
