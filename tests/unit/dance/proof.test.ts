/** The part of the judge's proof that needs no footage: DANCE.md's table on the challenges that ship with the app. */
import { describe, expect, it } from 'vitest';
import { bundledReferences } from '../../bench/dance/references';
import { cheatRows, gradedRows, honestRows, wrongDanceRows } from '../../bench/dance/simulated-players';

const references = bundledReferences();
/** One of each series: the whole is `npm run bench -- dance`. */
const few = references.filter(({ name }) =>
  ['boss-floor', 'two-step-city', 'heart-chorus', 'throne-room'].includes(name),
);

describe('who does not dance a bundled challenge', () => {
  it.each(
    [...cheatRows(references), ...wrongDanceRows(references)].map((row) => [row.measure, row] as const),
  )('%s earns next to nothing on every one', (_, { isMet, worst, must }) => {
    expect(isMet, `${worst.value} on ${worst.where}, must be ${must}`).toBe(true);
  });
});

describe('who dances', () => {
  it('is found on a challenge of each series', () => {
    expect(few).toHaveLength(4);
  });

  it.each([...honestRows(few), ...gradedRows(few)].map((row) => [row.measure, row] as const))(
    '%s is as it must be',
    (_, { isMet, worst, must }) => {
      expect(isMet, `${worst.value} on ${worst.where}, must be ${must}`).toBe(true);
    },
  );
});
