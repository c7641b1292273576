/** The dance machine's session: framing, count-in, coach, judge, result. */
import { createStore } from 'zustand/vanilla';
import { asStudioError, type StudioError } from '../core/errors';
import type { Judgement, MoveVerdict, Verdict } from '../dance/judgement';
import { FIRST_ENERGY, nextEnergy } from '../dance/stage-energy';
import type { TakeRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { Sighting } from './body-watch';
import { cardOf, ON_THE_FLOOR } from './challenge-card';
import type { ChallengeShelf } from './challenge-shelf';
import type { Dance, DanceState, Turn } from './dance';
import { openDanceFloor, type DanceFloor } from './dance-floor';
import { createDanceRecords } from './dance-records';
import { createDanceRun, type DanceRun } from './dance-run';
import type { DemoTracks } from './demo-tracks';
import { judgeStoredTake } from './judge-stored-take';
import type { Settings } from './settings';
import type { SongShelf } from './song-shelf';

/** A body that is gone this long pauses the game (DANCE.md). */
const BODY_LOST_SECONDS = 2;
/** A new combo begins below Great. */
const COMBO_JUDGEMENTS: readonly Judgement[] = ['perfect', 'great'];
/** Phases in which the song runs, or is about to go on. */
const RUNNING: readonly DanceState['phase'][] = ['counting', 'playing', 'resuming'];
/** The count-in shows its last beats. */
const SHOWN_BEATS = 4;

const CLOSED: DanceState = {
  phase: 'closed',
  source: 'camera',
  error: null,
  challenge: null,
  moveNames: [],
  framing: 'nobody',
  framingHeld: 0,
  seated: false,
  countdown: null,
  moveIndex: -1,
  lastVerdict: null,
  combo: 0,
  energy: FIRST_ENERGY,
  scoreSoFar: 0,
  pauseReason: null,
  turns: null,
  turn: 0,
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
      const { combo, energy } = store.getState();
      store.setState({
        lastVerdict: verdict,
        combo: COMBO_JUDGEMENTS.includes(verdict.judgement) ? combo + 1 : 0,
        energy: nextEnergy(energy, verdict.judgement),
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
    const { phase, energy, combo } = store.getState();
    if (run !== null && !run.isEnding && (phase === 'counting' || phase === 'playing')) {
      const seconds = run.secondsAt(capturedAtMs);
      run.addPicture(open.performer.video, seconds);
      tick(open, run, seconds);
    }
    const now = run?.secondsAt(performance.now()) ?? 0;
    open.draw(now, { outline: run?.outlineAt(now) ?? null, energy: run === null ? 0 : energy, combo });
  };

  const checkFraming = (open: DanceFloor, { pose, capturedAtMs }: Sighting): void => {
    const framing = open.framing.look(pose, capturedAtMs / 1000, open.isDark);
    const framingHeld = open.framing.held;
    const before = store.getState();
    if (framing !== before.framing || framingHeld !== before.framingHeld)
      store.setState({ framing, framingHeld });
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
      showResult(finished);
    } catch (error) {
      store.setState({ phase: 'failed', error: asStudioError(error, 'recorder-failed') });
    } finally {
      if (run === current && current.isEnding) run = null;
    }
  };

  /** Alone it is over; of two, the second comes to the floor. */
  const showResult = ({ verdict, take }: { verdict: Verdict; take: TakeRecord }): void => {
    const { turns, turn } = store.getState();
    const result = { verdict, takeId: take.id };
    if (turns === null) {
      store.setState({ phase: 'done', result });
      return;
    }
    const danced = turns.map((one, index) =>
      index === turn ? { ...one, verdict, takeId: take.id } : one,
    ) as unknown as readonly [Turn, Turn];
    store.setState({ phase: turn === 0 ? 'handover' : 'done', result, turns: danced });
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
      player: playerName(),
      takeId: take.id,
      kind: 'play',
    });
  };

  const playerName = (): string | null => {
    const { turns, turn } = store.getState();
    return turns?.[turn === 0 ? 0 : 1].player ?? null;
  };

  /** Clears what belongs to one run. */
  const freshRun = (): Partial<DanceState> => ({
    countdown: null,
    moveIndex: -1,
    combo: 0,
    energy: FIRST_ENERGY,
    scoreSoFar: 0,
    lastVerdict: null,
    pauseReason: null,
    error: null,
  });

  const endRun = async (): Promise<void> => {
    const current = run;
    if (current === null || current.isEnding) return;
    run = null;
    await current.discard();
  };

  /** Nobody dances before a tab that is not seen. Gives the way to stop minding. */
  const pauseWhileHidden = (): (() => void) => {
    const mind = (): void => {
      if (document.visibilityState !== 'hidden' || !RUNNING.includes(store.getState().phase)) return;
      dance.pause();
      store.setState({ pauseReason: 'hidden' });
    };
    document.addEventListener('visibilitychange', mind);
    return () => document.removeEventListener('visibilitychange', mind);
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
          challenge: cardOf(loaded.challenge, ON_THE_FLOOR),
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
        opened.onDispose(pauseWhileHidden());
        floor = opened;
        store.setState({ phase: 'framing', seated: opened.framing.isSeated });
      } catch (error) {
        if (mine === turn) store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async start() {
      const open = floor;
      if (open === null || run !== null || store.getState().phase !== 'framing') return;
      store.setState({
        ...freshRun(),
        phase: 'counting',
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
      if (run === null || run.isEnding || !RUNNING.includes(phase)) return;
      run.pause();
      store.setState({ phase: 'paused', pauseReason: 'person', countdown: null });
    },
    resume() {
      if (run === null || store.getState().phase !== 'paused') return;
      const hasBegun = store.getState().moveIndex >= 0;
      store.setState({ phase: 'resuming', pauseReason: null });
      run.resume(
        (countdown) => store.setState({ countdown }),
        () => store.setState({ phase: hasBegun ? 'playing' : 'counting', countdown: null }),
      );
    },
    async restart() {
      if (floor === null) return;
      await endRun();
      store.setState({ ...freshRun(), phase: 'framing', result: null });
      await dance.start();
    },
    setPlayers(names) {
      const { phase, turns } = store.getState();
      if (phase !== 'framing' || turns?.some(({ verdict }) => verdict !== null) === true) return;
      store.setState({ turns: names === null ? null : [fresh(names[0]), fresh(names[1])], turn: 0 });
    },
    nextTurn() {
      if (store.getState().phase !== 'handover') return;
      floor?.framing.reset();
      store.setState({
        ...freshRun(),
        phase: 'framing',
        framing: 'nobody',
        framingHeld: 0,
        turn: 1,
        result: null,
      });
    },
    rematch() {
      const { phase, turns } = store.getState();
      if (phase !== 'done' || turns === null) return;
      floor?.framing.reset();
      store.setState({
        ...freshRun(),
        phase: 'framing',
        framing: 'nobody',
        framingHeld: 0,
        turns: [fresh(turns[1].player), fresh(turns[0].player)],
        turn: 0,
        result: null,
      });
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

function fresh(player: string): Turn {
  return { player, verdict: null, takeId: null };
}
