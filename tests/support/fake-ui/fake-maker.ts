/** Making challenges without films: any state of it. */
import { createStore } from 'zustand/vanilla';
import { StudioError } from '../../../src/core/errors';
import { LIMBS } from '../../../src/dance/judgement';
import { PoseTrackBuilder } from '../../../src/pose/pose-track';
import { createPose } from '../../../src/pose/pose';
import type { ChallengeMaker, ChallengeMakerState, Draft } from '../../../src/studio/challenge-maker';
import type { ChallengeRecord } from '../../../src/storage/records';
import { paintStage } from './paint-stage';

const sameInAll = (name: string) => ({ en: name, 'zh-TW': name, 'zh-CN': name, ja: name, th: name });

const RECORDS: readonly ChallengeRecord[] = [
  'Kitchen dance',
  'A challenge with a name that hardly fits anywhere',
].map((name, index) => ({
  id: `own-${index}`,
  name,
  createdAt: Date.UTC(2026, 10, 20 + index),
  origin: 'video',
  level: 2 + index,
  duration: 15,
  bytes: 400_000,
  rival: index === 0 ? null : { name: 'Mia', score: 87 },
}));

/** Fifteen seconds of nobody in particular, five moves, two places to look at. */
function fakeDraft(): Draft {
  const builder = new PoseTrackBuilder({ fps: 30, aspect: 9 / 16, source: 'fake' });
  for (let row = 0; row <= 20; row += 1) builder.append(row, createPose());
  return {
    id: null,
    fixed: false,
    hasFilm: true,
    hasSound: true,
    origin: 'video',
    title: 'Kitchen dance',
    level: 3,
    seated: false,
    track: builder.build(),
    from: 2,
    to: 17,
    moves: [0, 1, 2, 3, 4].map((index) => ({
      index,
      name: sameInAll(String(index + 1)),
      start: index * 2,
      end: index * 2 + 2,
      hold: index === 4,
      keyTime: index * 2,
      limbs: ['leftArm'],
    })),
    weights: Object.fromEntries(LIMBS.map((limb) => [limb, 'normal'])) as Draft['weights'],
    bpm: 118,
    reports: [
      { kind: 'leap', from: 6.2, to: 6.3 },
      { kind: 'other', from: 9, to: 11 },
    ],
    test: {
      scores: { still: 0.1, mean: 1.2, wiggle: 0.4, flail: 2, mirror: 14 },
      passed: [],
    },
    dropped: 1,
  };
}

export function fakeMaker(empty: boolean, state: Partial<ChallengeMakerState> = {}): ChallengeMaker {
  const store = createStore<ChallengeMakerState>(() => ({
    phase: 'idle',
    progress: null,
    error: null,
    // A track is no JSON: the looks ask for a draft by its phase.
    draft: state.phase === 'draft' ? fakeDraft() : null,
    challenges: empty ? [] : RECORDS,
    deleted: null,
    ...state,
  }));
  const nothing = (): void => undefined;
  const done = (): Promise<void> => Promise.resolve();
  return {
    store,
    refresh: done,
    makeFrom: done,
    makeFromTake: done,
    edit: done,
    cancel: nothing,
    change: nothing,
    trim: nothing,
    setWeight: nothing,
    setMove: nothing,
    removeMove: nothing,
    splitMove: nothing,
    mergeMove: nothing,
    runTest: nothing,
    save: () => Promise.resolve(null),
    discard: nothing,
    openPreview: (canvas) => {
      const stop = paintStage(canvas);
      return Promise.resolve({ show: nothing, dispose: stop });
    },
    filmUrl: () => null,
    importFile: () =>
      Promise.reject(new StudioError('challenge-invalid', 'fake', { values: { reason: 'foreign' } })),
    fileOf: () => Promise.resolve(new File([], 'x.fifteen-challenge')),
    share: done,
    download: done,
    beatMe: () => Promise.resolve('own-0'),
    remove: done,
    undoRemove: done,
  };
}
