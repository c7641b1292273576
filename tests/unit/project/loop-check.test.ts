/** A seam is found where there is one, and what is suggested makes it better and never worse. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameStart, toFlicks, toSeconds } from '../../../src/core/time';
import { createPose, type Pose } from '../../../src/pose/pose';
import {
  beatsOffBar,
  judgeLoop,
  loopBeats,
  suggestBar,
  suggestEnd,
  type LoopFrame,
  type LoopMeasures,
} from '../../../src/project/loop-check';
import { greyOf, pictureDifference, poseDistance, soundStep } from '../../../src/project/loop-measures';

const FPS = 30;
const SEAMLESS: LoopMeasures = {
  pictureDifference: 0,
  poseDistance: 0,
  soundJump: 0,
  clickJump: 0,
  beatsOff: 0,
};

const bytes = fc.uint8Array({ minLength: 4 * 20, maxLength: 4 * 20 });
const frames = fc
  .array(
    fc.record({
      pictureDifference: fc.double({ min: 0, max: 1, noNaN: true }),
      poseDistance: fc.option(fc.double({ min: 0, max: 3, noNaN: true }), { nil: null }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((measured): LoopFrame[] =>
    measured.map((frame, index) => ({ ...frame, end: frameStart(400 + index, FPS) })),
  );

/** A standing body; `reach` moves its right wrist, in heights of the picture. */
function body(reach = 0): Pose {
  const pose = createPose();
  pose.visibility.fill(1);
  for (let joint = 0; joint < 33; joint += 1) {
    pose.image[joint * 3] = 0.5;
    // Shoulders at 0.3, hips at 0.55: a torso of a quarter of the picture.
    pose.image[joint * 3 + 1] = joint < 23 ? 0.3 : 0.55;
  }
  pose.image[16 * 3 + 1] = 0.3 - reach;
  return pose;
}

function tone(gain: number, seconds = 1): Float32Array {
  return Float32Array.from({ length: 48_000 * seconds }, (_, at) => gain * Math.sin(at * 0.06));
}

describe('a film that ends as it began, after whole bars', () => {
  it('has nothing to complain of, whatever is in it', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom(90, 96, 120, 132),
        fc.integer({ min: 1, max: 9 }),
        (rgba, bpm, bars) => {
          const grey = greyOf(Uint8ClampedArray.from(rgba));
          const sound = tone(0.3);
          const findings = judgeLoop({
            pictureDifference: pictureDifference(grey, grey),
            poseDistance: poseDistance(body(), body(), 9 / 16),
            ...soundStep([Float32Array.of(...sound, ...sound.toReversed())], 48_000),
            beatsOff: beatsOffBar(bpm, 4, (bars * 4 * 60) / bpm),
          });
          expect(findings.map(({ kind }) => kind)).toEqual(['picture', 'pose', 'sound', 'beat']);
          for (const finding of findings)
            expect(finding).toEqual({ kind: finding.kind, ok: true, severity: 0, suggestion: null });
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('what is wrong with a seam', () => {
  const judge = (measures: Partial<LoopMeasures>) => judgeLoop({ ...SEAMLESS, ...measures });

  it('is judged by itself', () => {
    const bad = {
      picture: { pictureDifference: 0.3 },
      pose: { poseDistance: 0.6 },
      sound: { clickJump: 0.4 },
      beat: { beatsOff: -0.7 },
    };
    for (const [kind, measures] of Object.entries(bad)) {
      const wrong = judge(measures).filter(({ ok }) => !ok);
      expect(wrong.map((finding) => finding.kind)).toEqual([kind]);
      expect(wrong[0]?.severity).toBeGreaterThan(0.3);
    }
  });

  it('grows with the measure, from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const of = (difference: number): number =>
            judge({ pictureDifference: difference })[0]?.severity ?? NaN;
          expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
          expect(of(1)).toBe(1);
        },
      ),
    );
  });

  it('says nothing of what is not there', () => {
    const kinds = judge({ poseDistance: null, soundJump: null, beatsOff: null }).map(({ kind }) => kind);
    expect(kinds).toEqual(['picture']);
  });

  it('tells a sound that stops from one that dies away, and a mere click', () => {
    const sound = (measures: Partial<LoopMeasures>) => judge(measures).find(({ kind }) => kind === 'sound');
    expect(sound({ soundJump: -20 })).toMatchObject({ ok: false, suggestion: 'fade-out', fadeSeconds: 0.5 });
    expect(sound({ soundJump: 30 })).toMatchObject({ ok: false, suggestion: 'no-fade' });
    expect(sound({ clickJump: 0.3 })).toMatchObject({ ok: false, suggestion: 'fade-out', fadeSeconds: 0.03 });
  });

  it('never asks for the fade that it has just asked to take away, nor the other way round', () => {
    const faded = Float32Array.from(tone(0.5, 2), (sample, at) =>
      at < 72_000 ? sample : sample * (1 - (at - 72_000) / 24_000),
    );
    const fadeDb = soundStep([faded], 48_000).soundJump;
    expect(fadeDb).toBeCloseTo(18.8, 0);
    const suggested = (soundJump: number) =>
      judge({ soundJump }).find(({ kind }) => kind === 'sound')?.suggestion;
    fc.assert(
      fc.property(fc.double({ min: -60, max: 60, noNaN: true }), (jump) => {
        if (suggested(jump) === 'fade-out') expect(suggested(jump + fadeDb)).not.toBe('no-fade');
        if (suggested(jump + fadeDb) === 'no-fade') expect(suggested(jump)).not.toBe('fade-out');
      }),
    );
  });

  it('points to a better end where there is one, and to a soft way over where there is none', () => {
    const end = { time: frameStart(420, FPS), on: 'bar', matches: true } as const;
    const jumping = { ...SEAMLESS, pictureDifference: 0.2, beatsOff: 0.5 };
    expect(judgeLoop(jumping)[0]).toMatchObject({ suggestion: 'crossfade' });
    expect(judgeLoop(jumping).at(-1)).toMatchObject({ suggestion: null });
    expect(judgeLoop(jumping, end, end)[0]).toMatchObject({ suggestion: 'trim-to-bar', trimTo: end });
    expect(judgeLoop(jumping, { ...end, on: null })[0]?.suggestion).toBe('match-pose');
    expect(judgeLoop(jumping, end, end).at(-1)).toMatchObject({ suggestion: 'trim-to-bar', trimTo: end });
  });
});

describe('a better end', () => {
  const beats = loopBeats(120, 4, 20);
  const like = (pictureDifference: number, index: number): LoopFrame => ({
    end: frameStart(index, FPS),
    pictureDifference,
    poseDistance: null,
  });

  it('is one of the frames, and never further from the beginning without a beat to gain', () => {
    fc.assert(
      fc.property(frames, (all) => {
        const end = suggestEnd(all, [], FPS);
        if (end === null) return;
        const chosen = all.find((frame) => frame.end === end.time);
        const now = all.at(-1);
        const cost = (frame: LoopFrame | undefined): number =>
          (frame?.pictureDifference ?? NaN) / 0.025 + (frame?.poseDistance ?? 0) / 0.15;
        expect(cost(chosen)).toBeLessThan(cost(now));
        expect(cost(chosen)).toBe(Math.min(...all.map(cost)));
      }),
    );
  });

  it('is not looked for where the end is as good as any', () => {
    const all = [410, 411, 412, 413].map((index) => like(0.01, index));
    expect(suggestEnd(all, [], FPS)).toBeNull();
    expect(suggestEnd([], beats, FPS)).toBeNull();
  });

  it('lies on a bar where the pictures are alike', () => {
    // A bar of 120 BPM is two seconds: 60 frames.
    const all = Array.from({ length: 61 }, (_, index) => like(0.02, 390 + index));
    expect(suggestEnd(all, beats, FPS)).toEqual({ time: frameStart(420, FPS), on: 'bar', matches: true });
  });

  it('leaves the bar where the picture is much better elsewhere', () => {
    const all = Array.from({ length: 61 }, (_, index) => like(index === 22 ? 0 : 0.2, 390 + index));
    expect(suggestEnd(all, beats, FPS)).toEqual({ time: frameStart(412, FPS), on: null, matches: true });
    expect(suggestBar(all, beats, FPS)).toEqual({ time: frameStart(420, FPS), on: 'bar', matches: false });
  });

  it('is the latest of equal ones', () => {
    const all = [400, 401, 402, 403, 404].map((index) => like(index < 403 ? 0.01 : 0.3, index));
    expect(suggestEnd(all, [], FPS)?.time).toBe(frameStart(402, FPS));
  });

  it('counts bars from the beginning of the film', () => {
    expect(loopBeats(120, 4, 4.1).filter(({ isBar }) => isBar)).toEqual([
      { time: toFlicks(2), isBar: true },
      { time: toFlicks(4), isBar: true },
    ]);
    expect(toSeconds(loopBeats(96, 4, 5)[0]?.time ?? toFlicks(0))).toBeCloseTo(0.625, 6);
    expect(beatsOffBar(120, 4, 15)).toBeCloseTo(-2, 9);
    expect(beatsOffBar(120, 4, 14.25)).toBeCloseTo(0.5, 9);
  });
});

describe('the measures', () => {
  it('of pictures are a distance from 0 to 1', () => {
    const [black, white] = [new Uint8Array(20), new Uint8Array(20).fill(255)];
    expect(pictureDifference(black, white)).toBe(1);
    expect(greyOf(Uint8ClampedArray.of(255, 255, 255, 255, 0, 255, 0, 255))).toEqual(Uint8Array.of(255, 182));
    expect(() => pictureDifference(black, new Uint8Array(3))).toThrow(RangeError);
  });

  it('of bodies are in lengths of the torso', () => {
    // One of thirteen joints by one torso.
    expect(poseDistance(body(), body(0.25), 9 / 16)).toBeCloseTo(1 / 13, 5);
    expect(poseDistance(body(), null, 9 / 16)).toBeNull();
    const hidden = body();
    hidden.visibility.fill(0.1);
    expect(poseDistance(body(), hidden, 9 / 16)).toBeNull();
  });

  it('of sounds know silence, and the sample at the seam', () => {
    expect(soundStep([new Float32Array(48_000)], 48_000)).toEqual({ soundJump: 0, clickJump: 0 });
    expect(soundStep([], 48_000)).toEqual({ soundJump: 0, clickJump: 0 });
    const halved = Float32Array.from(tone(0.8), (sample, at) => (at < 24_000 ? sample / 2 : sample));
    expect(soundStep([halved], 48_000).soundJump).toBeCloseTo(-6, 1);
    expect(soundStep([Float32Array.of(0.5, 0, -0.4)], 48_000).clickJump).toBeCloseTo(0.9, 6);
  });
});
