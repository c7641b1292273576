import { describe, expect, it } from 'vitest';
import { beatAt, beatSeconds } from '../../../src/core/beat-grid';
import { beatPulse, FlashClock, SHORTEST_FLASH_GAP } from '../../../src/stage/beat-pulse';

/** Rises of the pulse from dark to bright within ten seconds. */
function flashes(bpm: number): number {
  const grid = { bpm, firstBeat: 0, beatsPerBar: 4 };
  let count = 0;
  let isBright = true;
  for (let frame = 1; frame < 600; frame += 1) {
    const pulse = beatPulse(beatAt(grid, frame / 60), beatSeconds(grid));
    if (pulse > 0.6 && !isBright) count += 1;
    isBright = pulse > 0.6 || (isBright && pulse > 0.3);
  }
  return count;
}

describe('the pulse of the stage', () => {
  it.each([90, 120, 140, 179, 200, 240])('never flashes more than three times a second at %d BPM', (bpm) => {
    expect(flashes(bpm)).toBeGreaterThan(10);
    expect(flashes(bpm)).toBeLessThanOrEqual(30);
  });

  it('is brightest on the beat', () => {
    const grid = { bpm: 120, firstBeat: 0, beatsPerBar: 4 };
    expect(beatPulse(beatAt(grid, 4), 0.5)).toBeCloseTo(1);
    expect(beatPulse(beatAt(grid, 4.45), 0.5)).toBeLessThan(0.05);
  });
});

describe('bursts', () => {
  it('begin when something begins to shine, and not again while it does', () => {
    const clock = new FlashClock();
    expect(clock.note(false, 1)).toBe(Infinity);
    expect(clock.note(true, 2)).toBe(0);
    expect(clock.note(true, 2.5)).toBe(0.5);
  });

  it('keep a third of a second between them', () => {
    const clock = new FlashClock();
    const begun: number[] = [];
    for (let frame = 0; frame < 300; frame += 1) {
      const seconds = frame / 60;
      if (clock.note(frame % 4 < 2, seconds) === 0) begun.push(seconds);
    }
    expect(begun.length).toBeGreaterThan(5);
    for (const [index, seconds] of begun.entries()) {
      if (index > 0) expect(seconds - (begun[index - 1] ?? 0)).toBeGreaterThanOrEqual(SHORTEST_FLASH_GAP);
    }
  });

  it('begin anew when the song is begun anew', () => {
    const clock = new FlashClock();
    clock.note(true, 10);
    clock.note(false, 0);
    expect(clock.note(true, 0.1)).toBe(0);
  });
});
