import { describe, expect, it } from 'vitest';
import { frameStart } from '../../../src/core/time';
import { LANDMARK } from '../../../src/pose/landmarks';
import { createPose, type Pose } from '../../../src/pose/pose';
import { planFrame } from '../../../src/project/plan-frame';
import { poseOnStage, signalsAt } from '../../../src/project/signals';
import { sampleProject } from '../../support/sample-projects';
import { verdict } from './sample-verdict';

const stage = { width: 1080, height: 1920 };

function poseWith(name: keyof typeof LANDMARK, x: number, y: number): Pose {
  const pose = createPose();
  pose.image.set([x, y, 0.5], LANDMARK[name] * 3);
  pose.visibility[LANDMARK[name]] = 1;
  return pose;
}

function at(pose: Pose | null | undefined, name: keyof typeof LANDMARK): number[] {
  return [...(pose?.image.slice(LANDMARK[name] * 3, LANDMARK[name] * 3 + 2) ?? [])];
}

describe('a pose on the stage', () => {
  it('is cropped with a picture that is wider than the stage', () => {
    const layer = { sourceSize: { width: 1920, height: 1080 }, fit: 'cover', mirror: false } as const;
    // 9:16 of a 16:9 picture is 81/256 of its width.
    const edge = 0.5 + 81 / 512;
    const [x, y] = at(poseOnStage(poseWith('leftWrist', edge, 0.25), layer, stage), 'leftWrist');
    expect(x).toBeCloseTo(1, 5);
    expect(y).toBeCloseTo(0.25, 5);
  });

  it('lies between the bars of a picture that is shown whole', () => {
    const layer = { sourceSize: { width: 1920, height: 1080 }, fit: 'contain', mirror: false } as const;
    const [x, y] = at(poseOnStage(poseWith('leftWrist', 1, 0), layer, stage), 'leftWrist');
    expect(x).toBeCloseTo(1, 5);
    expect(y).toBeCloseTo(0.5 - 81 / 512, 5);
  });

  it('changes sides in a mirror', () => {
    const layer = { sourceSize: stage, fit: 'cover', mirror: true } as const;
    const mirrored = poseOnStage(poseWith('leftWrist', 0.2, 0.4), layer, stage);
    expect(at(mirrored, 'rightWrist')[0]).toBeCloseTo(0.8, 5);
    expect(mirrored.visibility[LANDMARK.rightWrist]).toBe(1);
    expect(mirrored.visibility[LANDMARK.leftWrist]).toBe(0);
  });

  it('does not share memory with the track', () => {
    const pose = poseWith('nose', 0.5, 0.5);
    const placed = poseOnStage(pose, { sourceSize: stage, fit: 'cover', mirror: false }, stage);
    placed.image.fill(9);
    placed.world.fill(9);
    expect(pose.image[0]).toBe(0.5);
    expect(pose.world[0]).toBe(0);
  });
});

describe('signals of a frame', () => {
  const project = sampleProject({ size: stage, mirror: false });
  const tracks = {
    poseOf: (_take: string, seconds: number) => (seconds > 5 ? null : poseWith('nose', seconds / 10, 0.5)),
    gridOf: () => ({ bpm: 120, firstBeat: 0, beatsPerBar: 4 }),
    verdictOf: () => ({ verdict, songStart: 2 }),
    audioAt: (seconds: number) => ({ level: seconds / 15, bands: [], wave: [] }),
  };
  const plan = (frame: number) => planFrame(project, frameStart(frame, 30));

  it('holds the body of this frame and of those before, newest first', () => {
    const signals = signalsAt(plan(60), tracks, [plan(59), plan(30)]);
    expect(at(signals.pose, 'nose')[0]).toBeCloseTo(0.2, 5);
    expect(signals.past.map(({ pose }) => at(pose, 'nose')[0]?.toFixed(3))).toEqual(['0.197', '0.100']);
    expect(signalsAt(plan(200), tracks).pose).toBeNull();
  });

  it('counts beats in the time of the song', () => {
    expect(signalsAt(plan(0), tracks).beat).toMatchObject({ index: 4, inBar: 0 });
    expect(signalsAt(plan(15), tracks).beat).toMatchObject({ index: 5, inBar: 1 });
  });

  it('tells the last judgement, its age and the combo', () => {
    expect(signalsAt(plan(0), tracks).score).toEqual({ judgement: null, since: 0, combo: 0 });
    expect(signalsAt(plan(30), tracks).score).toMatchObject({ judgement: 'perfect', combo: 1 });
    expect(signalsAt(plan(75), tracks).score).toMatchObject({ judgement: 'great', since: 0.5, combo: 2 });
    expect(signalsAt(plan(90), tracks).score).toMatchObject({ judgement: 'miss', combo: 0 });
    expect(signalsAt(plan(120), tracks).score).toMatchObject({ judgement: 'perfect', combo: 1 });
  });

  it('is null where nothing is known', () => {
    expect(signalsAt(plan(0), {})).toEqual({
      pose: null,
      past: [],
      beat: null,
      audio: null,
      score: null,
      coach: null,
      limbErrors: null,
      crossing: null,
    });
  });
});
