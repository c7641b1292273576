/** Names of finished films, and the guess how long they take. */
import { describe, expect, test } from 'vitest';
import { exportName } from '../../../src/studio/export-name';
import { RemainingTime } from '../../../src/studio/remaining-time';

const day = new Date(2026, 10, 3);
const size = { width: 720, height: 1280 };

describe('exportName', () => {
  test.for([
    ['My dance', 'My-dance_2026-11-03_720x1280.mp4'],
    ['霓虹 舞步', '霓虹-舞步_2026-11-03_720x1280.mp4'],
    ['a/b\\c:d*e?f"g<h>i|j', 'abcdefghij_2026-11-03_720x1280.mp4'],
    ['..\u202Etxt.exe', 'txt.exe_2026-11-03_720x1280.mp4'],
    ['   ', 'Fifteen_2026-11-03_720x1280.mp4'],
  ] as const)('%j', ([name, expected]) => {
    expect(exportName(name, { size, kind: 'mp4' }, day)).toBe(expected);
  });

  test('ends as its kind does', () => {
    expect(exportName('a', { size, kind: 'sound' }, day)).toMatch(/\.m4a$/);
    expect(exportName('a', { size, kind: 'gif' }, day)).toMatch(/\.gif$/);
  });

  test('is never too long for a file system', () => {
    expect(
      new TextEncoder().encode(exportName('舞'.repeat(500), { size, kind: 'mp4' }, day)).length,
    ).toBeLessThan(255);
  });
});

describe('RemainingTime', () => {
  test('knows nothing at first, then what an even pace tells', () => {
    const remaining = new RemainingTime();
    expect(remaining.at(0, 0)).toBeNull();
    expect(remaining.at(0.02, 200)).toBeNull();
    expect(remaining.at(0.1, 1000)).toBeCloseTo(9, 5);
    expect(remaining.at(0.5, 5000)).toBeCloseTo(5, 5);
    expect(remaining.at(1, 10_000)).toBeCloseTo(0, 5);
  });

  test('follows when the pace changes', () => {
    const remaining = new RemainingTime();
    remaining.at(0, 0);
    remaining.at(0.5, 1000);
    let guess: number | null = null;
    for (let second = 1; second <= 40; second += 1)
      guess = remaining.at(0.5 + second * 0.01, 1000 + second * 1000);
    // A tenth is left, at a hundredth a second.
    expect(guess).toBeGreaterThan(9);
    expect(guess).toBeLessThan(11);
  });
});
