/** Practice and the delay check without camera or sound, in any state. */
import { createStore } from 'zustand/vanilla';
import type { LocalizedText } from '../../../src/core/locale';
import type { MoveVerdict } from '../../../src/dance/judgement';
import type { Calibration, CalibrationState } from '../../../src/studio/calibration';
import type { ChallengeCard } from '../../../src/studio/dance';
import type { Practice, PracticeState } from '../../../src/studio/practice';
import { paintStage } from './paint-stage';

export interface FakePracticeOptions {
  readonly challenge: ChallengeCard;
  readonly moveNames: readonly LocalizedText[];
  readonly verdict: MoveVerdict | null;
  readonly state?: Partial<PracticeState> | undefined;
}

export function fakePractice({ challenge, moveNames, verdict, state }: FakePracticeOptions): Practice {
  const store = createStore<PracticeState>(() => ({
    phase: 'closed',
    source: 'camera',
    error: null,
    challenge,
    moveNames,
    moveIndex: -1,
    countdown: null,
    lastVerdict: null,
    guidance: 1,
    round: 0,
    roundScore: null,
    best: moveNames.map((_, index) => (index % 3 === 2 ? null : 60 + index * 6)),
    tempo: 0.75,
    from: 1,
    to: 3,
    mirrored: true,
    fades: true,
  }));
  let stopPainting: (() => void) | null = null;
  return {
    store,
    open: (canvas, _id, source) => {
      stopPainting = paintStage(canvas);
      store.setState({ phase: 'ready', source, ...state });
      return Promise.resolve();
    },
    change: (choices) => {
      store.setState(choices);
      return Promise.resolve();
    },
    start: () => {
      store.setState({ phase: 'dancing', moveIndex: 2, lastVerdict: verdict, round: 1, roundScore: 74 });
      return Promise.resolve();
    },
    stop: () => {
      store.setState({ phase: 'ready', moveIndex: -1, lastVerdict: null });
      return Promise.resolve();
    },
    close: () => {
      stopPainting?.();
      return Promise.resolve();
    },
  };
}

export function fakeCalibration(state: Partial<CalibrationState> = {}): Calibration {
  const store = createStore<CalibrationState>(() => ({
    phase: 'closed',
    source: 'camera',
    error: null,
    handsSeen: true,
    click: 0,
    countIn: 4,
    clicks: 8,
    result: null,
  }));
  let stopPainting: (() => void) | null = null;
  return {
    store,
    open: (canvas, source) => {
      stopPainting = paintStage(canvas);
      store.setState({ phase: 'ready', source, ...state });
      return Promise.resolve();
    },
    start: () => {
      store.setState({ phase: 'listening', click: 6 });
      return Promise.resolve();
    },
    keep: () => undefined,
    close: () => {
      stopPainting?.();
      return Promise.resolve();
    },
  };
}
