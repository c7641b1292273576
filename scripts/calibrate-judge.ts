/**
 * `npx tsx scripts/calibrate-judge.ts`: finds the judge's constants from data. Honest players and cheats dance the bundled
 * challenges, the captures and the films; each constant in turn takes the value with the least loss, until none changes.
 * Prints what `src/dance/score-config.ts` should hold; a person writes it there and raises `SCORE_VERSION`.
 */
import {
  amplitudeBot,
  lateBot,
  meanPoseBot,
  mirroredBot,
  noisyBot,
  stillBot,
  wiggleBot,
} from '../src/dance/bots';
import { flailBot, humanBot, lazyBot } from '../src/dance/body-bots';
import { SCORE } from '../src/dance/score-config';
import type { PoseTrack } from '../src/pose/pose-track';
import { PEOPLE_FILMS, repeatsItself } from '../tests/bench/dance/real-people';
import {
  bundledReferences,
  capturedReferences,
  filmReferences,
  type Reference,
} from '../tests/bench/dance/references';
import { cutRepetitions } from '../tests/bench/dance/repetitions';
import { scoreOn } from '../tests/bench/dance/simulated-players';
import { cutMoves } from '../src/dance/cut-moves';

/** A performance and what it should score. */
interface Trial {
  readonly kind: string;
  readonly reference: Reference;
  readonly player: PoseTrack;
  readonly least?: number;
  readonly most?: number;
}

/** Points by which a limit should be kept, so that other recordings keep it, too. */
const MARGIN = 5;
/** A kind of trial counts as one, however many there are of it. */
const SCALE = 10;
/** Prefers, among what keeps all limits, what sets honest players and cheats farther apart. */
const SEPARATION = 0.02;

/** The constants, where they live, and the values that are tried. */
const CONSTANTS: readonly (readonly [path: string, values: readonly number[]])[] = [
  // No more than 17°: beyond, a shy dance would be a perfect one.
  ['all.noise', [0.2, 0.26, 0.3]],
  ['curve', [0.4, 0.5, 0.6, 0.8]],
  ['floor', [0.08, 0.12, 0.16, 0.2]],
  ['poseShare', [0.5, 0.6, 0.7]],
  ['fullMotion', [0.5, 0.6, 0.7]],
  ['idleWeight', [0.12, 0.2, 0.28]],
  ['legs.most', [0.25, 0.35, 0.45]],
  ['legs.noise', [0.08, 0.11, 0.15]],
  ['lagCost', [0.02, 0.04, 0.08]],
  ['energy.high', [2.2, 2.6, 3]],
];

/** Shortfalls of the last loss, by kind. */
const kinds = new Map<string, { sum: number; count: number }>();
const trials = [...simulatedTrials(bundledReferences()), ...(await recordedTrials())];
console.log(`${trials.length} trials of ${new Set(trials.map(({ kind }) => kind)).size} kinds`);
let best = loss();
console.log(`loss of the constants as they are: ${best.toFixed(4)}`);
for (let changed = true; changed;) {
  changed = false;
  for (const [path, values] of CONSTANTS) {
    const before = read(path);
    let chosen = before;
    const tried = values.map((value) => {
      write(path, value);
      const found = loss();
      if (found < best - 1e-4) {
        best = found;
        chosen = value;
      }
      return `${value}: ${found.toFixed(4)}`;
    });
    write(path, chosen);
    changed ||= chosen !== before;
    console.log(`${path.padEnd(12)} ${before} → ${chosen}   (${tried.join(', ')})`);
  }
}
console.log(`\nleast loss ${best.toFixed(4)} with`);
for (const [path] of CONSTANTS) console.log(`  ${path}: ${read(path)}`);
loss();
console.log('mean shortfall by kind, tens of points:');
for (const [kind, { sum, count }] of kinds) console.log(`  ${kind}: ${(sum / count).toFixed(3)} (${count})`);

/** Mean over the kinds of the mean shortfall (not squared: a repetition that was cut badly must not rule), less a little for separation. */
function loss(): number {
  kinds.clear();
  let honest = 0;
  let honestCount = 0;
  let cheats = 0;
  let cheatCount = 0;
  for (const { kind, reference, player, least, most } of trials) {
    const score = scoreOn(reference, player);
    const short = Math.max(0, (least ?? -Infinity) + MARGIN - score, score - ((most ?? Infinity) - MARGIN));
    const entry = kinds.get(kind) ?? { sum: 0, count: 0 };
    entry.sum += short / SCALE;
    entry.count += 1;
    kinds.set(kind, entry);
    if (least !== undefined) {
      honest += score;
      honestCount += 1;
    } else {
      cheats += score;
      cheatCount += 1;
    }
  }
  const means = [...kinds.values()].map(({ sum, count }) => sum / count);
  const shortfall = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  return shortfall - (SEPARATION * (honest / honestCount - cheats / cheatCount)) / 100;
}

function simulatedTrials(references: readonly Reference[]): Trial[] {
  return references.flatMap((reference) => {
    const { track } = reference;
    const at = (kind: string, player: PoseTrack, limit: { least: number } | { most: number }): Trial => ({
      kind,
      reference,
      player,
      ...limit,
    });
    return [
      at('12° off', humanBot(track, { degrees: 12, seconds: 0.06 }, 1), { least: 80 }),
      at('12° off', humanBot(track, { degrees: 12, seconds: 0.06 }, 2), { least: 80 }),
      at('18° off', humanBot(track, { degrees: 18, seconds: 0.08 }, 3), { least: 65 }),
      at('40° off', humanBot(track, { degrees: 40, seconds: 0.12 }, 4), { most: 50 }),
      at('noise', noisyBot(track, 0.008, 0.1), { least: 95 - MARGIN }),
      at('still', stillBot(track), { most: 8 }),
      at('mean pose', meanPoseBot(track), { most: 8 }),
      at('wiggle', wiggleBot(track, 1), { most: 10 }),
      at('wiggle', flailBot(track, 1), { most: 10 }),
      at('wrong side', mirroredBot(track), { most: 25 }),
      at('half amplitude', amplitudeBot(track, 0.5), { most: 65 }),
      at('300 ms late', lateBot(track, 0.3), { most: 70 }),
      at('500 ms late', lateBot(track, 0.5), { most: 30 }),
      at('one arm hangs', lazyBot(track, ['leftArm']), { most: 70 }),
      ...(reference.seated ? [] : [at('legs stand', lazyBot(track, ['leftLeg', 'rightLeg']), { most: 95 })]),
      ...references
        .filter((other) => other !== reference)
        .map((other) => at('another dance', other.track, { most: 20 })),
    ];
  });
}

/** Real people: the same again, and two cameras. */
async function recordedTrials(): Promise<Trial[]> {
  const recorded = [...capturedReferences(), ...(await filmReferences(PEOPLE_FILMS))];
  const again = recorded.filter(repeatsItself).flatMap(({ track }): Trial[] => {
    const repetitions = cutRepetitions(track);
    return repetitions.flatMap((shown) => {
      const reference = { name: 'repetition', track: shown.at(shown.length), moves: [], seated: false };
      const moves = cutMoves(reference.track);
      if (moves.length === 0) return [];
      return repetitions
        .filter((done) => done !== shown)
        .map((done) => ({
          kind: 'the same again',
          reference: { ...reference, moves },
          player: done.at(shown.length),
          least: 80,
        }));
    });
  });
  const cameras = recorded.filter(({ name }) => name.startsWith('balance_cam'));
  const across = cameras.flatMap((reference) =>
    cameras
      .filter((other) => other !== reference)
      .map((other) => ({ kind: 'other camera', reference, player: other.track, least: 70 })),
  );
  return [...again, ...across];
}

/** The object that holds a constant, and its name there. The config is read-only to everybody but this script. */
function place(path: string): readonly [holder: Record<string, number>, name: string] {
  const names = path.split('.');
  const name = names.pop() ?? '';
  const holder = names.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], SCORE);
  return [holder as Record<string, number>, name];
}

function read(path: string): number {
  const [holder, name] = place(path);
  return holder[name] ?? NaN;
}

function write(path: string, value: number): void {
  const [holder, name] = place(path);
  holder[name] = value;
}
