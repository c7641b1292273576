/** The check before a dance. */
import { describe, expect, it } from 'vitest';
import { LANDMARK } from '../../../src/pose/landmarks';
import type { Pose } from '../../../src/pose/pose';
import { FramingWatch } from '../../../src/studio/framing-watch';
import { bundledReferences } from '../../bench/dance/references';
import { poseAtRow } from '../../../src/pose/pose-track';

const [bundled] = bundledReferences();
const found = bundled === undefined ? null : poseAtRow(bundled.track, 0);
if (found === null) throw new Error('No stance to stand in.');
const stance: Pose = found;

function moved(pose: Pose, byX: number): Pose {
  const image = pose.image.slice();
  for (let index = 0; index < image.length; index += 3) image[index] = (image[index] ?? 0) + byX;
  return { ...pose, image };
}

describe('getting in frame', () => {
  it('is done after two seconds of standing well, and the stance is known', () => {
    const watch = new FramingWatch(false);
    for (let seconds = 0; seconds <= 1; seconds += 0.1)
      expect(watch.look(stance, seconds, false)).toBe('good');
    expect(watch.held).toBeGreaterThan(0.3);
    expect(watch.held).toBeLessThan(0.7);
    for (let seconds = 1.1; seconds <= 2.2; seconds += 0.1) watch.look(stance, seconds, false);
    expect(watch.held).toBe(1);
    expect(watch.neutral()?.image[LANDMARK.nose * 3]).toBeCloseTo(stance.image[LANDMARK.nose * 3] ?? NaN, 4);
  });

  it('begins anew when the player leaves, or another one comes', () => {
    const watch = new FramingWatch(false);
    for (let seconds = 0; seconds <= 2.2; seconds += 0.1) watch.look(stance, seconds, false);
    expect(watch.look(null, 2.3, false)).toBe('nobody');
    expect(watch.held).toBe(0);
    watch.reset();
    expect(watch.neutral()).toBeNull();
  });

  it('asks for light before anything else', () => {
    expect(new FramingWatch(false).look(stance, 0, true)).toBe('light');
  });

  it('asks for one dancer where the body leaps from place to place, and forgets it', () => {
    const watch = new FramingWatch(false);
    let hint = watch.look(stance, 0, false);
    for (let look = 1; look <= 6; look += 1)
      hint = watch.look(moved(stance, look % 2 === 0 ? 0 : 0.3), look * 0.2, false);
    expect(hint).toBe('alone');
    for (let seconds = 1.4; seconds < 6; seconds += 0.2) hint = watch.look(stance, seconds, false);
    expect(hint).toBe('good');
  });
});
