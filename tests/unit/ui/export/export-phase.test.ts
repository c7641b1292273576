/** What the state of an export means for its screen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportPreset } from '../../../../src/studio/exporter';
import {
  isSmallest,
  isUnderWay,
  roundRemaining,
  smallestOf,
} from '../../../../src/ui/screens/export/export-phase';

const preset = (id: string, width: number): ExportPreset => ({
  id,
  group: 'film',
  kind: 'mp4',
  name: { en: id, 'zh-TW': id, 'zh-CN': id, ja: id, th: id },
  size: { width, height: (width * 16) / 9 },
  fps: 30,
  videoBitrate: 1,
  audioBitrate: 1,
});

describe('time left', () => {
  it.each([
    [0.2, 's', 1],
    [7.1, 's', 8],
    [23, 's', 25],
    [57, 's', 60],
    [58, 'min', 1],
    [150, 'min', 3],
  ] as const)('%d seconds are said as %s %d', (seconds, unit, value) => {
    expect(roundRemaining(seconds)).toEqual({ unit, value });
  });

  it('never says that nothing is left, nor less than there is of seconds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 57, noNaN: true }), (seconds) => {
        const { unit, value } = roundRemaining(seconds);
        expect(unit).toBe('s');
        expect(value).toBeGreaterThanOrEqual(Math.max(1, seconds));
      }),
    );
  });
});

describe('falling back', () => {
  const presets = [preset('large', 1080), preset('small', 720)];

  it('knows the smallest size', () => {
    expect(smallestOf(presets)).toBe('small');
    expect(isSmallest(presets, 'small')).toBe(true);
    expect(isSmallest(presets, 'large')).toBe(false);
    expect(smallestOf([])).toBe('');
  });

  it('tells a job from what is left of one', () => {
    expect((['preparing', 'running', 'checking'] as const).every(isUnderWay)).toBe(true);
    expect((['idle', 'done', 'failed', 'cancelled'] as const).some(isUnderWay)).toBe(false);
  });
});
