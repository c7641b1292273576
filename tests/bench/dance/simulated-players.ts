/** The rows of the proof that players of arithmetic can show, on any references: honest ones beside cheats. */
import {
  amplitudeBot,
  lateBot,
  meanPoseBot,
  mirroredBot,
  noisyBot,
  sparseBot,
  stillBot,
  turnedBot,
  wiggleBot,
} from '../../../src/dance/bots';
import { distanceBot, flailBot, humanBot, proportionsBot } from '../../../src/dance/body-bots';
import { judgeTake } from '../../../src/dance/judge';
import type { PoseTrack } from '../../../src/pose/pose-track';
import { proofRow, type ProofRow, type Sample } from './proof-row';
import type { Reference } from './references';

type Player = (track: PoseTrack) => PoseTrack;

/** Score of a player on one reference. */
export function scoreOn({ track, moves, seated }: Reference, player: PoseTrack): number {
  return judgeTake({ reference: track, moves, mirrored: false, seated, player }).score;
}

/** Who does not dance, whatever the reference: worst cases first, because a mean hides them. */
export function cheatRows(references: readonly Reference[]): ProofRow[] {
  const of = (players: readonly Player[]): Sample[] => over(references, players, scoreOn);
  return [
    proofRow('standing still', of([(track) => stillBot(track)]), { most: 8 }),
    proofRow('holding the mean pose', of([meanPoseBot]), { most: 8 }),
    proofRow(
      'random wiggle, flailing off and on the beat',
      of([
        (track) => wiggleBot(track, 1),
        (track) => wiggleBot(track, 2),
        (track) => flailBot(track, 1),
        (track) => flailBot(track, 2),
      ]),
      { most: 10 },
    ),
  ];
}

/** Cheats that need a dance with sides, and other dances: the bundled challenges. */
export function wrongDanceRows(references: readonly Reference[]): ProofRow[] {
  const others = references.flatMap((reference) =>
    references
      .filter((other) => other !== reference)
      .map((other) => ({
        where: `${other.name} danced to ${reference.name}`,
        value: scoreOn(reference, other.track),
      })),
  );
  return [
    proofRow('another bundled challenge', others, { most: 20 }),
    proofRow('the wrong side', over(references, [mirroredBot], scoreOn), { most: 25 }),
  ];
}

/** Who dances right, under all that must not matter. */
export function honestRows(references: readonly Reference[]): ProofRow[] {
  const of = (players: readonly Player[]): Sample[] => over(references, players, scoreOn);
  const cost = (players: readonly Player[]): Sample[] =>
    over(
      references,
      players,
      (reference, player) => scoreOn(reference, reference.track) - scoreOn(reference, player),
    );
  return [
    proofRow('a track against itself', of([(track) => track]), { least: 98 }),
    proofRow(
      'a trained dancer (simulated: limbs 12°, time 60 ms off)',
      of(
        [1, 2, 3].map(
          (seed): Player =>
            (track) =>
              humanBot(track, { degrees: 12, seconds: 0.06 }, seed),
        ),
      ),
      { least: 80 },
    ),
    proofRow(
      'cost of noise (2 cm) and drop-outs (10 %)',
      cost(
        [1, 2].map(
          (seed): Player =>
            (track) =>
              noisyBot(track, twoCentimetres(track), 0.1, seed),
        ),
      ),
      { most: 5 },
    ),
    proofRow(
      'cost of limbs 0.85–1.15 as long',
      cost(
        [1, 2, 3].map(
          (seed): Player =>
            (track) =>
              proportionsBot(track, 0.15, seed),
        ),
      ),
      { most: 3 },
    ),
    proofRow(
      'cost of a camera at 0.6 and 1.6 of the distance',
      cost([(track) => distanceBot(track, 0.6), (track) => distanceBot(track, 1.6)]),
      { most: 3 },
    ),
    proofRow('cost of a body turned by ±20°', cost(turned([-20, 20])), { most: 10 }),
    proofRow('a camera ±45° round (simulated)', of(turned([-45, 45])), { least: 70 }),
    proofRow(
      'change from 30 to 15 and 60 looks a second',
      over(
        references,
        [15, 60].map(
          (fps): Player =>
            (track) =>
              sparseBot(track, fps, 0.4),
        ),
        (reference, player) => Math.abs(scoreOn(reference, reference.track) - scoreOn(reference, player)),
      ),
      { most: 3 },
    ),
  ];
}

/** Shifts of the whole track, and smaller movements. */
export function gradedRows(references: readonly Reference[]): ProofRow[] {
  const lost = (seconds: number): Sample[] =>
    over(references, [(track) => lateBot(track, seconds)], (reference, player) => {
      const full = scoreOn(reference, reference.track);
      return (100 * (full - scoreOn(reference, player))) / full;
    });
  return [
    proofRow('100 ms late: % lost', lost(0.1), { most: 5 }),
    proofRow('300 ms late: % lost', lost(0.3), { least: 30 }),
    proofRow('500 ms late: % lost', lost(0.5), { least: 70 }),
    proofRow(
      'error of the reported timing, ms (shifts of ±100, ±200, ±250)',
      [-250, -200, -100, 100, 200, 250].flatMap((shift) =>
        over(references, [(track) => lateBot(track, shift / 1000)], (reference, player) =>
          Math.abs(medianTiming(reference, player) - shift),
        ),
      ),
      { most: 25 },
    ),
    proofRow(
      'points from full to 85 % amplitude',
      over(
        references,
        [(track) => amplitudeBot(track, 0.85)],
        (reference, player) => scoreOn(reference, reference.track) - scoreOn(reference, player),
      ),
      { least: 0.001 },
    ),
    proofRow(
      'points from 85 % to half amplitude',
      over(
        references,
        [(track) => amplitudeBot(track, 0.5)],
        (reference, player) =>
          scoreOn(reference, amplitudeBot(reference.track, 0.85)) - scoreOn(reference, player),
      ),
      { least: 0.001 },
    ),
  ];
}

function turned(degrees: readonly number[]): Player[] {
  return degrees.map(
    (angle): Player =>
      (track) =>
        turnedBot(track, angle),
  );
}

/** 2 cm of a body of 1.70 m, as a part of the picture's height: from the largest height between nose and ankles. */
function twoCentimetres(track: PoseTrack): number {
  let tallest = 0;
  for (let row = 0; row < track.length; row += 1) {
    if (track.present[row] !== 1) continue;
    const y = (landmark: number): number => track.image[row * 99 + landmark * 3 + 1] ?? 0;
    tallest = Math.max(tallest, Math.max(y(27), y(28)) - y(0));
  }
  return (0.02 / 1.55) * tallest;
}

function medianTiming({ track, moves, seated }: Reference, player: PoseTrack): number {
  const timings = judgeTake({ reference: track, moves, mirrored: false, seated, player })
    .moves.filter(({ timingMs }) => timingMs !== 0)
    .map(({ timingMs }) => timingMs)
    .sort((a, b) => a - b);
  return timings[timings.length >> 1] ?? 0;
}

function over(
  references: readonly Reference[],
  players: readonly Player[],
  measure: (reference: Reference, player: PoseTrack) => number,
): Sample[] {
  return references.flatMap((reference) =>
    players.map((player) => ({ where: reference.name, value: measure(reference, player(reference.track)) })),
  );
}
