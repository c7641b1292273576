import { expect, it } from 'vitest';
import { coachStyle } from '../../../src/stage/palette';

const SERIES = ['gaga-machine', 'street-basics', 'pop-hook', 'chair-crew'];

it('dresses each series in its own way', () => {
  const styles = [...SERIES, undefined].map(coachStyle);
  for (const pick of [
    (style: (typeof styles)[number]) => style.outfit.hair,
    (style: (typeof styles)[number]) => style.outfit.colors.shirt,
    (style: (typeof styles)[number]) => style.portal[0],
  ]) {
    expect(new Set(styles.map(pick)).size).toBe(styles.length);
  }
});

it('has a look for series that it does not know', () => {
  expect(coachStyle('own-dances')).toBe(coachStyle(undefined));
});
