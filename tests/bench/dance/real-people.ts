/** The rows of the proof that only real people can show: the same again, another camera, another person. */
import { cutMoves } from '../../../src/dance/cut-moves';
import { proofRow, type ProofRow, type Sample } from './proof-row';
import type { Reference } from './references';
import { cutRepetitions, type Repetition } from './repetitions';
import { scoreOn } from './simulated-players';

/** Who does what in the footage and the captures. */
const PERFORMANCES: Readonly<Record<string, { readonly action: string; readonly person: string }>> = {
  squats: { action: 'squat', person: 'woman 1' },
  a_squats: { action: 'squat', person: 'man A' },
  b_squats: { action: 'squat', person: 'man B' },
  a_jumping_jacks: { action: 'jumping jack', person: 'man A' },
  ad_jumping_jacks: { action: 'jumping jack', person: 'capture' },
  b_lateral_raises: { action: 'lateral raise', person: 'man B' },
  b_lunges: { action: 'lunge', person: 'man B' },
  a_arm_raise: { action: 'arm raise', person: 'man A' },
};

/** Films that the rows need, by name. */
export const PEOPLE_FILMS = [
  ...Object.keys(PERFORMANCES).filter((name) => !name.startsWith('ad_')),
  'balance_cam1',
  'balance_cam2',
];

/** Whether somebody does one thing again and again in it. */
export function repeatsItself({ name }: Reference): boolean {
  return PERFORMANCES[name] !== undefined;
}

interface Done extends Repetition {
  readonly clip: string;
  readonly action: string;
  readonly person: string;
}

export function realPeopleRows(references: readonly Reference[]): ProofRow[] {
  const repetitions = references.flatMap(({ name, track }) => {
    const performance = PERFORMANCES[name];
    if (performance === undefined) return [];
    return cutRepetitions(track).map((repetition): Done => ({ ...repetition, ...performance, clip: name }));
  });
  const again: Sample[] = [];
  const sameAction: number[] = [];
  const otherAction: number[] = [];
  for (const shown of repetitions) {
    const track = shown.at(shown.length);
    const moves = cutMoves(track);
    if (moves.length === 0) continue;
    for (const done of repetitions) {
      if (done === shown) continue;
      const value = scoreOn({ name: shown.clip, track, moves, seated: false }, done.at(shown.length));
      if (done.action !== shown.action) otherAction.push(value);
      else if (done.person !== shown.person) sameAction.push(value);
      else again.push({ where: shown.clip, value });
    }
  }
  return [
    proofRow('the same person again (repetitions, kept in time)', meanByPlace(again), { least: 80 }),
    proofRow('same recording, other camera (45°)', otherCamera(references), { least: 70 }),
    proofRow(
      'same action by another person against other actions: ROC AUC',
      sameAction.length === 0
        ? []
        : [
            {
              where: `${sameAction.length} same, ${otherAction.length} other`,
              value: areaUnderCurve(sameAction, otherAction),
            },
          ],
      { least: 0.97 },
    ),
  ];
}

function otherCamera(references: readonly Reference[]): Sample[] {
  const [one, two] = ['balance_cam1', 'balance_cam2'].map((wanted) =>
    references.find(({ name }) => name === wanted),
  );
  if (one === undefined || two === undefined) return [];
  return [
    { where: 'camera 2 judged by camera 1', value: scoreOn(one, two.track) },
    { where: 'camera 1 judged by camera 2', value: scoreOn(two, one.track) },
  ];
}

/** A clip's repetitions are cut by a rule, not by hand: their mean is what is shown. */
function meanByPlace(samples: readonly Sample[]): Sample[] {
  return [...new Set(samples.map(({ where }) => where))].map((where) => {
    const values = samples.filter((sample) => sample.where === where).map(({ value }) => value);
    return { where, value: values.reduce((sum, value) => sum + value, 0) / values.length };
  });
}

/** Part of all pairs in which the right one scores more; ties count half (Mann-Whitney). */
function areaUnderCurve(right: readonly number[], wrong: readonly number[]): number {
  let won = 0;
  for (const a of right) for (const b of wrong) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (right.length * wrong.length);
}
