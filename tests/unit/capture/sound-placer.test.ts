/** The microphone's blocks on the take's clock: cut, filled, never torn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SoundPlacer } from '../../../src/capture/sound-placer';

const RATE = 1000;

describe('SoundPlacer', () => {
  it('drops what was heard before the take and cuts the block across its beginning', () => {
    const placer = new SoundPlacer(RATE);
    expect(placer.place(-0.5, 100)).toMatchObject({ silence: 0, from: 100, to: 100 });
    expect(placer.place(-0.04, 100)).toEqual({ at: 0, silence: 0, from: 40, to: 100 });
    expect(placer.end).toBeCloseTo(0.06);
  });

  it('begins with silence when the microphone begins late', () => {
    expect(new SoundPlacer(RATE).place(0.25, 100)).toEqual({ at: 0, silence: 250, from: 0, to: 100 });
  });

  it('counts samples and does not follow the jitter of arrivals', () => {
    const placer = new SoundPlacer(RATE);
    placer.place(0, 100);
    expect(placer.place(0.19, 100)).toEqual({ at: 100, silence: 0, from: 0, to: 100 });
    expect(placer.place(0.12, 100)).toEqual({ at: 200, silence: 0, from: 0, to: 100 });
  });

  it('fills a true gap with silence, so that what follows stays beside its picture', () => {
    const placer = new SoundPlacer(RATE);
    placer.place(0, 100);
    expect(placer.place(0.6, 100)).toEqual({ at: 100, silence: 500, from: 0, to: 100 });
  });

  it('cuts what lies where silence was already written', () => {
    const placer = new SoundPlacer(RATE);
    expect(placer.fill(1)).toEqual({ at: 0, silence: 1000, from: 0, to: 0 });
    expect(placer.fill(0.5)).toBeNull();
    expect(placer.place(0.75, 400)).toEqual({ at: 1000, silence: 0, from: 250, to: 400 });
  });

  it('leaves no hole and no overlap, whatever comes when', () => {
    const event = fc.record({
      start: fc.double({ min: -2, max: 20, noNaN: true }),
      length: fc.integer({ min: 1, max: 480 }),
      isFill: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const placer = new SoundPlacer(RATE);
        let written = 0;
        for (const { start, length, isFill } of events) {
          const placed = isFill ? placer.fill(start) : placer.place(start, length);
          if (placed === null) continue;
          expect(placed.at).toBe(written);
          expect(placed.silence).toBeGreaterThanOrEqual(0);
          expect(placed.from).toBeLessThanOrEqual(placed.to);
          written += placed.silence + placed.to - placed.from;
          expect(placer.end).toBe(written / RATE);
        }
      }),
    );
  });
});
