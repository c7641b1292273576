/** The take of the Create screen: count-in, recording, the end at fifteen seconds. */
import type { StoreApi } from 'zustand/vanilla';
import { asStudioError } from '../core/errors';
import type { Pose } from '../pose/pose';
import type { Storage } from '../storage/storage';
import type { LiveState } from './live';
import type { Performer } from './performer';
import type { Settings } from './settings';
import { createTakeClock, type LoadedSong, type TakeClock } from './song-clock';
import { startTakeSession, type TakeSession } from './take-session';

const TAKE_FPS = 30;

export interface LiveRecordingParts {
  readonly store: StoreApi<LiveState>;
  readonly storage: Storage;
  readonly settings: Settings;
  readonly loadSong: () => Promise<LoadedSong | null>;
}

export interface LiveRecording {
  /** Whether a take is counted in, recorded or saved. */
  readonly isOn: boolean;
  /** Seconds of the take at which a picture was captured, 0 while there is none. */
  secondsAt(capturedAtMs: number): number;
  /** A new picture is there: counts in, records, or ends the take. */
  onPicture(video: HTMLVideoElement, capturedAtMs: number): void;
  onPose(capturedAtMs: number, pose: Pose | null): void;
  start(performer: Performer, mirror: boolean): Promise<void>;
  /** Saves; during the count-in calls off. */
  stop(): Promise<void>;
  discard(): Promise<void>;
  onElapsed(listener: (seconds: number) => void): () => void;
}

interface Run {
  readonly clock: TakeClock;
  readonly session: TakeSession;
  ending: boolean;
}

export function createLiveRecording({
  store,
  storage,
  settings,
  loadSong,
}: LiveRecordingParts): LiveRecording {
  const listeners = new Set<(seconds: number) => void>();
  let run: Run | null = null;

  const tell = (seconds: number): void => {
    for (const listener of listeners) listener(seconds);
  };

  /** Less the lag that this device was measured to have. */
  const takeSeconds = (clock: TakeClock, capturedAtMs: number): number =>
    clock.secondsAt(capturedAtMs) - settings.store.getState().latencyMs / 1000;

  const recording: LiveRecording = {
    get isOn() {
      return run !== null;
    },
    secondsAt: (capturedAtMs) => (run === null ? 0 : takeSeconds(run.clock, capturedAtMs)),
    onPicture(video, capturedAtMs) {
      if (run === null || run.ending) return;
      const seconds = takeSeconds(run.clock, capturedAtMs);
      if (seconds < 0) {
        const beats = Math.ceil(-seconds / run.clock.beat);
        if (store.getState().countdown !== beats) store.setState({ countdown: beats });
        return;
      }
      if (store.getState().phase === 'counting') store.setState({ phase: 'recording', countdown: null });
      if (seconds >= store.getState().limitSeconds) {
        void recording.stop();
        return;
      }
      run.session.addPicture(video, seconds);
      tell(seconds);
    },
    onPose(capturedAtMs, pose) {
      if (run !== null && !run.ending) run.session.addPose(takeSeconds(run.clock, capturedAtMs), pose);
    },
    async start(performer, mirror) {
      if (run !== null) return;
      const { song } = store.getState();
      const { countInBeats } = settings.store.getState();
      store.setState({ phase: 'counting', countdown: countInBeats, finishedTakeId: null, error: null });
      let clock: TakeClock | null = null;
      try {
        clock = createTakeClock(await loadSong(), countInBeats);
        const session = await startTakeSession({
          storage,
          name: new Date().toISOString().slice(0, 16).replace('T', ' '),
          origin: performer.source,
          size: performer.size,
          fps: TAKE_FPS,
          mirror,
          microphone: performer.microphone,
          music: song,
          challengeId: null,
        });
        const started = { clock, session, ending: false };
        run = started;
        await clock.start();
        performer.follow((nowMs) => started.clock.secondsAt(nowMs) + (song?.songStart ?? 0));
      } catch (error) {
        const failed: Run | null = run;
        run = null;
        clock?.dispose();
        await failed?.session.discard();
        store.setState({ phase: 'ready', countdown: null, error: asStudioError(error, 'recorder-failed') });
      }
    },
    async stop() {
      const current = run;
      if (current === null || current.ending) return;
      if (store.getState().phase === 'counting') {
        await recording.discard();
        return;
      }
      current.ending = true;
      const { limitSeconds } = store.getState();
      const seconds = Math.min(limitSeconds, Math.max(0, current.clock.secondsAt(performance.now())));
      store.setState({ phase: 'saving' });
      try {
        current.clock.dispose();
        const take = await current.session.finish(seconds, null);
        store.setState({ phase: 'ready', finishedTakeId: take.id });
      } catch (error) {
        store.setState({ phase: 'ready', error: asStudioError(error, 'recorder-failed') });
      } finally {
        run = null;
        tell(0);
      }
    },
    async discard() {
      const current = run;
      if (current === null || current.ending) return;
      current.ending = true;
      current.clock.dispose();
      try {
        await current.session.discard();
      } finally {
        run = null;
        tell(0);
        store.setState({ phase: 'ready', countdown: null });
      }
    },
    onElapsed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return recording;
}
