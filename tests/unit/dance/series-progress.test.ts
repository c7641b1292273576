/** How series open one after the other. */
import { describe, expect, it } from 'vitest';
import { NEEDED_TO_OPEN, SERIES_ORDER, seriesProgress } from '../../../src/dance/series-progress';

const challenges = [...SERIES_ORDER, 'mine'].flatMap((seriesId) =>
  [1, 2, 3, 4].map((number) => ({ id: `${seriesId}-${number}`, seriesId })),
);
const openWith = (stars: Record<string, number>): string[] =>
  seriesProgress(challenges, (id) => stars[id] ?? 0)
    .filter(({ isOpen }) => isOpen)
    .map(({ seriesId }) => seriesId);

describe('series', () => {
  it('begin with the first and the seated one; own challenges are always open', () => {
    expect(openWith({})).toEqual(['gaga-machine', 'chair-crew', 'mine']);
  });

  it('say how many dances are missing and of which series', () => {
    const street = seriesProgress(challenges, (id) => (id === 'gaga-machine-1' ? 3 : 0))[1];
    expect(street).toMatchObject({
      seriesId: 'street-basics',
      isOpen: false,
      missing: NEEDED_TO_OPEN - 1,
      opensAfter: 'gaga-machine',
    });
  });

  it('open the next when enough is finished, and not by a try that got one star', () => {
    expect(openWith({ 'gaga-machine-1': 2, 'gaga-machine-2': 1 })).not.toContain('street-basics');
    expect(openWith({ 'gaga-machine-1': 2, 'gaga-machine-2': 2 })).toContain('street-basics');
    expect(openWith({ 'gaga-machine-1': 2, 'gaga-machine-2': 2 })).not.toContain('pop-hook');
  });

  it('never close again once danced', () => {
    expect(openWith({ 'pop-hook-1': 2 })).toContain('pop-hook');
  });
});
