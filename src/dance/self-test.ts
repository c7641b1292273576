/** Bots play a new challenge: moves that somebody passes who does not dance are no moves. */
import { flailBot } from './body-bots';
import { meanPoseBot, mirroredBot, stillBot, wiggleBot } from './bots';
import type { CompiledChoreography, Move } from './compile';
import { judgeTake } from './judge';

/** Points that nobody may get in a move without dancing it. */
const MOST_POINTS = 25;

export const TEST_BOTS = ['still', 'mean', 'wiggle', 'flail', 'mirror'] as const;

export type TestBot = (typeof TEST_BOTS)[number];

export interface SelfTest {
  /** Score of each bot on the whole dance, 0..100. */
  readonly scores: Readonly<Record<TestBot, number>>;
  /** Moves, by their place in the list, that a bot that does not dance has passed. */
  readonly passed: readonly number[];
}

/** A dance that looks the same in a mirror is one: the mirrored bot drops no move, it is only told. */
export function selfTest({ reference, moves }: CompiledChoreography, seated: boolean): SelfTest {
  const players = {
    still: stillBot(reference),
    mean: meanPoseBot(reference),
    wiggle: wiggleBot(reference),
    flail: flailBot(reference, 1),
    mirror: mirroredBot(reference),
  };
  const passed = new Set<number>();
  const scores = Object.fromEntries(
    TEST_BOTS.map((bot) => {
      const verdict = judgeTake({ reference, moves, mirrored: false, seated, player: players[bot] });
      if (bot !== 'mirror') {
        verdict.moves.forEach(({ score }, place) => {
          if (score > MOST_POINTS) passed.add(place);
        });
      }
      return [bot, verdict.score];
    }),
  ) as Record<TestBot, number>;
  return { scores, passed: [...passed].sort((a, b) => a - b) };
}

/** The moves that no bot has passed; all of them where none would be left. */
export function withoutPassed(moves: readonly Move[], { passed }: SelfTest): readonly Move[] {
  const left = moves.filter((_, place) => !passed.includes(place));
  return left.length === 0 ? moves : left;
}
