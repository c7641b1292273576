/** Four judged moves of one second each, from song time 2 on. */
import type { Verdict } from '../../../src/dance/judgement';

export const verdict: Verdict = {
  scoreVersion: 'test',
  score: 80,
  stars: 4,
  maxCombo: 2,
  limbs: { leftArm: 1, rightArm: 1, leftLeg: 1, rightLeg: 1, trunk: 1, head: 1 },
  moves: (['perfect', 'great', 'miss', 'perfect'] as const).map((judgement, move) => ({
    move,
    start: 2 + move,
    end: 3 + move,
    judgement,
    score: 80,
    timingMs: 0,
    limbs: {},
    cause: null,
  })),
};
