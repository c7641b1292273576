/** The dance machine's session: framing, count-in, coach, judge, result. */
import { createStore } from 'zustand/vanilla';
import { asStudioError, type StudioError } from '../core/errors';
import type { Judgement, MoveVerdict, Verdict } from '../dance/judgement';
import type { TakeRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { Sighting } from './body-watch';
import { cardOf } from './challenge-card';
import type { ChallengeShelf } from './challenge-shelf';
import type { Dance, DanceState } from './dance';
import { openDanceFloor, type DanceFloor } from './dance-floor';
import { createDanceRecords } from './dance-records';
import { createDanceRun, type DanceRun } from './dance-run';
import type { DemoTracks } from './demo-tracks';
import { judgeFraming } from './framing';
import { judgeStoredTake } from './judge-stored-take';
import type { Settings } from './settings';
import type { SongShelf } from './song-shelf';

/** A body that is gone this long pauses the game (DANCE.md). */
const BODY_LOST_SECONDS = 2;
/** A new combo begins below Great. */
const COMBO_JUDGEMENTS: readonly Judgement[] = ['perfect', 'great'];
/** The count-in shows its last beats. */
const SHOWN_BEATS = 4;

const CLOSED: DanceState = {
  phase: 'closed',
  source: 'camera',
  error: null,
  challenge: null,
  moveNames: [],
  framing: 'nobody',
  countdown: null,
  moveIndex: -1,
  lastVerdict: null,
  combo: 0,
  scoreSoFar: 0,
  pauseReason: null,
  result: null,
};

export interface DanceParts {
  readonly storage: Storage;
  readonly settings: Settings;
  readonly songs: SongShelf;
  readonly challenges: ChallengeShelf;
  readonly demoTracks: DemoTracks;
}

/** The session behind the Dance and Result screens. One canvas at a time. */
export function createDance(parts: DanceParts): Dance {
  const store = createStore<DanceState>(() => CLOSED);
  const progressListeners = new Set<(progress: number) => void>();
  let floor: DanceFloor | null = null;
  let run: DanceRun | null = null;
  let turn = 0;

  const announce = (current: DanceRun, due: readonly MoveVerdict[]): void => {
    for (const verdict of due) {
      const { combo } = store.getState();
      store.setState({
        lastVerdict: verdict,
        combo: COMBO_JUDGEMENTS.includes(verdict.judgement) ? combo + 1 : 0,
        scoreSoFar: current.scoreSoFar,
      });
    }
  };

  /** What the clock alone decides: count-in, the current move, the end. */
  const tick = (open: DanceFloor, current: DanceRun, seconds: number): void => {
    if (seconds >= current.duration) {
      void finish(open, current);
      return;
    }
    const { phase, countdown, moveIndex } = store.getState();
    if (phase === 'counting') {
      const beats = current.beatsToGo(seconds);
      if (beats <= 0) store.setState({ phase: 'playing', countdown: null });
      else if (beats !== countdown && beats <= SHOWN_BEATS) store.setState({ countdown: beats });
    }
    const move = current.moveAt(seconds);
    if (move !== moveIndex && move >= 0) store.setState({ moveIndex: move });
    for (const listener of progressListeners) listener(Math.max(0, seconds / current.duration));
  };

  const onPicture = (open: DanceFloor, capturedAtMs: number): void => {
    if (run !== null && !run.isEnding && store.getState().phase !== 'paused') {
      const seconds = run.secondsAt(capturedAtMs);
      run.addPicture(open.performer.video, seconds);
      tick(open, run, seconds);
    }
    const now = run?.secondsAt(performance.now()) ?? 0;
    open.draw(now, run?.outlineAt(now) ?? null);
  };

  const checkFraming = (open: DanceFloor, { pose, capturedAtMs }: Sighting): void => {
    const before = open.lastPose;
    const earlier =
      before === null ? null : { pose: before.pose, seconds: (capturedAtMs - before.atMs) / 1000 };
    const hint = judgeFraming(pose, earlier, open.loaded.challenge.seated);
    open.neutral.note(hint === 'good' ? pose : null);
    if (hint !== store.getState().framing) store.setState({ framing: hint });
  };

  const onSighting = (open: DanceFloor, sighting: Sighting): void => {
    const { phase } = store.getState();
    const { pose, capturedAtMs } = sighting;
    if (phase === 'framing') checkFraming(open, sighting);
    if (pose !== null) open.notePose(pose, capturedAtMs);
    if (run === null || run.isEnding || (phase !== 'counting' && phase !== 'playing')) return;
    announce(run, run.addPose(run.secondsAt(capturedAtMs), pose));
    if (pose !== null) run.lastSeenMs = capturedAtMs;
    else if (phase === 'playing' && capturedAtMs - run.lastSeenMs > BODY_LOST_SECONDS * 1000) {
      dance.pause();
      store.setState({ pauseReason: 'body-lost' });
    }
  };

  const finish = async (open: DanceFloor, current: DanceRun): Promise<void> => {
    try {
      const finished = await current.finish(() => store.setState({ phase: 'judging' }));
      if (finished === null) return;
      await remember(open, finished);
      store.setState({
        phase: 'done',
        result: { verdict: finished.verdict, takeId: finished.take.id },
      });
    } catch (error) {
      store.setState({ phase: 'failed', error: asStudioError(error, 'recorder-failed') });
    } finally {
      if (run === current && current.isEnding) run = null;
    }
  };

  /** The history of plays outlives the take. */
  const remember = async (
    open: DanceFloor,
    { verdict, take }: { readonly verdict: Verdict; readonly take: TakeRecord },
  ): Promise<void> => {
    await parts.storage.plays.add({
      id: crypto.randomUUID(),
      challengeId: open.loaded.challenge.id,
      playedAt: Date.now(),
      scoreVersion: verdict.scoreVersion,
      score: verdict.score,
      stars: verdict.stars,
      maxCombo: verdict.maxCombo,
      moves: verdict.moves.map(({ score }) => score),
      player: null,
      takeId: take.id,
      kind: 'play',
    });
  };

  const endRun = async (): Promise<void> => {
    const current = run;
    if (current === null || current.isEnding) return;
    run = null;
    await current.discard();
  };

  const onLost = (error: StudioError): void => {
    void endRun().finally(() => store.setState({ phase: 'failed', error }));
  };

  const dance: Dance = {
    store,
    ...createDanceRecords(parts),
    async open(canvas, challengeId, source) {
      await dance.close();
      turn += 1;
      const mine = turn;
      store.setState({ ...CLOSED, phase: 'loading', source });
      try {
        const loaded = await parts.challenges.load(challengeId);
        store.setState({
          challenge: cardOf(loaded.challenge, null),
          moveNames: loaded.compiled.moves.map(({ name }) => name),
        });
        const opened = await openDanceFloor({
          ...parts,
          canvas,
          source,
          loaded,
          demoSeconds: (nowMs) =>
            run === null ? 0 : run.secondsAt(nowMs) + parts.settings.store.getState().latencyMs / 1000,
          onPicture,
          onSighting,
          onError: (error) => store.setState({ error }),
          onLost,
        });
        if (mine !== turn) {
          opened.dispose();
          return;
        }
        floor = opened;
        store.setState({ phase: 'framing' });
      } catch (error) {
        if (mine === turn) store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async start() {
      const open = floor;
      if (open === null || run !== null || store.getState().phase !== 'framing') return;
      store.setState({
        phase: 'counting',
        countdown: null,
        moveIndex: -1,
        combo: 0,
        scoreSoFar: 0,
        lastVerdict: null,
        result: null,
      });
      try {
        run = await createDanceRun(open, {
          storage: parts.storage,
          latencyMs: () => parts.settings.store.getState().latencyMs,
        });
        await run.start();
      } catch (error) {
        await endRun();
        store.setState({ phase: 'failed', error: asStudioError(error, 'recorder-failed') });
      }
    },
    pause() {
      const { phase } = store.getState();
      if (run === null || run.isEnding || (phase !== 'playing' && phase !== 'counting')) return;
      run.pause();
      store.setState({ phase: 'paused', pauseReason: 'person' });
    },
    resume() {
      if (run === null || store.getState().phase !== 'paused') return;
      run.resume();
      store.setState({ phase: store.getState().moveIndex < 0 ? 'counting' : 'playing', pauseReason: null });
    },
    async restart() {
      if (floor === null) return;
      await endRun();
      store.setState({ phase: 'framing', countdown: null, result: null, error: null, pauseReason: null });
      await dance.start();
    },
    async close() {
      turn += 1;
      const open = floor;
      floor = null;
      try {
        await endRun();
      } finally {
        open?.dispose();
        store.setState({ phase: 'closed', countdown: null, pauseReason: null, error: null });
      }
    },
    onProgress(listener) {
      progressListeners.add(listener);
      return () => progressListeners.delete(listener);
    },
    judgeTake: (takeId, challengeId, options) => judgeStoredTake(parts, takeId, challengeId, options),
  };

  return dance;
}
