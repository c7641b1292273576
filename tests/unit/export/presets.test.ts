/** What the presets promise. */
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/core/locale';
import { EXPORT_PRESETS, expectedBytes, exportSize } from '../../../src/export/presets';

describe.each(EXPORT_PRESETS)('$id', (preset) => {
  test('has a name in every language', () => {
    for (const locale of LOCALES) expect(preset.name[locale]).not.toBe('');
  });

  test('fills its frame with a stage of 9:16', () => {
    expect(exportSize(preset, { width: 1080, height: 1920 })).toEqual(preset.size);
  });

  test('turns with the stage, and is as wide for a square as for 9:16', () => {
    const { width, height } = preset.size;
    expect(exportSize(preset, { width: 1920, height: 1080 })).toEqual({ width: height, height: width });
    expect(exportSize(preset, { width: 1080, height: 1080 })).toEqual({ width, height: width });
    expect(exportSize(preset, { width: 1080, height: 1350 }).width).toBe(width);
  });

  test('fits other stages inside, in even pixels', () => {
    for (const stage of [
      { width: 1000, height: 1000 },
      { width: 1920, height: 1080 },
      { width: 1080, height: 1350 },
      { width: 333, height: 777 },
    ]) {
      const { width, height } = exportSize(preset, stage);
      expect([width % 2, height % 2]).toEqual([0, 0]);
      expect(Math.min(width, height)).toBeLessThanOrEqual(preset.size.width);
      expect(Math.max(width, height)).toBeLessThanOrEqual(preset.size.height);
      expect(width / height).toBeCloseTo(stage.width / stage.height, 1);
    }
  });

  test('makes fifteen seconds small enough for every service', () => {
    expect(expectedBytes(preset, 15)).toBeLessThan(30_000_000);
  });
});

test('ids are unique', () => {
  expect(new Set(EXPORT_PRESETS.map(({ id }) => id)).size).toBe(EXPORT_PRESETS.length);
});
