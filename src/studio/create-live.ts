/** The Create screen's session: opens the performer, draws the effects, records the take. */
import { createStore } from 'zustand/vanilla';
import { StudioError, asStudioError } from '../core/errors';
import { Scope } from '../core/ownership';
import { listDevices } from '../capture/camera';
import type { EffectInstance } from '../effects/effect';
import { effectById } from '../effects/registry';
import type { Compositor, Matte, Picture } from '../effects/render/compositor-types';
import { createSongPlayer, type SongPlayer } from '../media/song-player';
import type { Pose } from '../pose/pose';
import { createProjectFromTake } from '../project/create-project';
import type { Storage } from '../storage/storage';
import { createBodyWatch, type BodyWatch, type Sighting } from './body-watch';
import type { DemoTracks } from './demo-tracks';
import type { Live, LiveSource, LiveState } from './live';
import { LiveFrameMaker } from './live-frame';
import { openPerformer, type Performer } from './performer';
import { PreviewSize } from './preview-size';
import type { Settings } from './settings';
import { createTakeClock, type LoadedSong, type TakeClock } from './song-clock';
import type { SongShelf } from './song-shelf';
import { startTakeSession, type TakeSession } from './take-session';

/** A short video is fifteen seconds: the name of the house. */
const LIMIT_SECONDS = 15;
const TAKE_FPS = 30;

const CLOSED: LiveState = {
  phase: 'closed',
  source: 'camera',
  error: null,
  cameras: [],
  microphones: [],
  countdown: null,
  limitSeconds: LIMIT_SECONDS,
  song: null,
  stack: [],
  pose: { state: 'off', bodySeen: false, rate: 0 },
  finishedTakeId: null,
};

/** All that runs while the screen is open. */
interface OpenStage {
  readonly scope: Scope;
  readonly performer: Performer;
  readonly compositor: Compositor;
}

/** All that runs while a take is counted in or recorded. */
interface Run {
  readonly clock: TakeClock;
  readonly session: TakeSession;
  ending: boolean;
}

export interface LiveParts {
  readonly storage: Storage;
  readonly settings: Settings;
  readonly songs: SongShelf;
  readonly demoTracks: DemoTracks;
}

/** The session behind the Create screen. One canvas at a time. */
export function createLive(parts: LiveParts): Live {
  const store = createStore<LiveState>(() => CLOSED);
  const elapsedListeners = new Set<(seconds: number) => void>();
  let stage: OpenStage | null = null;
  let opening = 0;
  let watch: BodyWatch | null = null;
  let run: Run | null = null;
  let preview: SongPlayer | null = null;
  let lastPose: Pose | null = null;

  const stackNeeds = (need: 'pose' | 'mask'): boolean =>
    store.getState().stack.some((effect) => isShown(effect) && effectNeeds(effect, need));

  const stopPreview = (): void => {
    preview?.dispose();
    preview = null;
  };

  /** The body is watched as soon as somebody is there; with a matte only when an effect asks. */
  const restartWatch = (onSighting: (sighting: Sighting) => void): void => {
    watch?.dispose();
    store.setState({ pose: { state: 'loading', bodySeen: false, rate: 0 } });
    const fail = (error: unknown): void =>
      store.setState({
        pose: { state: 'failed', bodySeen: false, rate: 0 },
        error: asStudioError(error, 'pose-crashed'),
      });
    const started = createBodyWatch({
      model: parts.settings.store.getState().poseModel,
      wantMatte: stackNeeds('mask'),
      onSighting,
      onError: fail,
    });
    watch = started;
    started.ready.then(
      () => {
        if (watch === started) store.setState({ pose: { state: 'ready', bodySeen: false, rate: 0 } });
      },
      (error: unknown) => {
        if (watch === started) fail(error);
      },
    );
  };

  const loadSong = async (): Promise<LoadedSong | null> => {
    const { song } = store.getState();
    return song === null ? null : { ...(await parts.songs.load(song.song)), songStart: song.songStart };
  };

  const draw = (compositor: Compositor, performer: Performer): ((shown: Shown) => void) => {
    const maker = new LiveFrameMaker();
    const previewSize = new PreviewSize();
    let frame = 0;
    return ({ picture, pose, matte, seconds }) => {
      const { stack, song } = store.getState();
      const grid = song === null ? null : parts.songs.gridOf(song.song);
      const before = performance.now();
      compositor.render(
        maker.inputsOf({
          frame,
          stage: previewSize.size,
          picture,
          pictureSize: performer.size,
          mirror: isMirrored(performer, parts.settings),
          stack,
          pose,
          matte,
          beat: song === null || grid === null ? null : { grid, songTime: song.songStart + seconds },
        }),
      );
      frame += 1;
      if (previewSize.note(performance.now() - before)) compositor.resize(previewSize.size);
    };
  };

  const tellElapsed = (seconds: number): void => {
    for (const listener of elapsedListeners) listener(seconds);
  };

  /** One new picture while a take runs: count-in, recording, or the end. */
  const record = (performer: Performer, capturedAtMs: number): void => {
    if (run === null || run.ending) return;
    const seconds = takeSeconds(run.clock, capturedAtMs, parts.settings);
    if (seconds < 0) {
      const beats = Math.ceil(-seconds / run.clock.beat);
      if (store.getState().countdown !== beats) store.setState({ countdown: beats });
      return;
    }
    if (store.getState().phase === 'counting') store.setState({ phase: 'recording', countdown: null });
    if (seconds >= LIMIT_SECONDS) {
      void live.stop();
      return;
    }
    run.session.addPicture(performer.video, seconds);
    tellElapsed(seconds);
  };

  const live: Live = {
    store,
    async open(canvas, source) {
      await live.close();
      opening += 1;
      const turn = opening;
      const { song, stack } = store.getState();
      store.setState({ ...CLOSED, song, stack, phase: 'opening', source });
      const scope = new Scope();
      try {
        const settings = parts.settings.store.getState();
        const performer = scope.own(
          await openPerformer({
            source,
            cameraId: settings.cameraId,
            microphoneId: settings.microphoneId,
            // Music comes from its file: the microphone would only add the loudspeakers.
            wantMicrophone: source === 'camera' && settings.recordMicrophone && song === null,
            demoTrack: () => parts.demoTracks.load(),
          }),
        );
        // three.js comes with the first screen that draws.
        const { createCompositor } = await import('../effects/render/compositor');
        const compositor = scope.own(createCompositor({ canvas, size: new PreviewSize().size }));
        if (turn !== opening) {
          scope.dispose();
          return;
        }
        stage = { scope, performer, compositor };
        const show = draw(compositor, performer);
        const onSighting = (sighting: Sighting): void => {
          lastPose = sighting.pose;
          noteSighting(store, sighting, watch);
          const seconds = run === null ? 0 : takeSeconds(run.clock, sighting.capturedAtMs, parts.settings);
          if (run !== null && !run.ending) run.session.addPose(seconds, sighting.pose);
          // An effect on the body shows the very picture that the body was found in, so that nothing lags behind it.
          if (sighting.picture !== null && stage !== null) {
            show({ picture: sighting.picture, pose: sighting.pose, matte: sighting.matte, seconds });
          }
        };
        scope.defer(
          performer.onPicture((capturedAtMs) => {
            record(performer, capturedAtMs);
            const followsBody =
              (stackNeeds('pose') || stackNeeds('mask')) && store.getState().pose.state === 'ready';
            watch?.look(performer.video, capturedAtMs, followsBody);
            if (!followsBody) {
              const seconds = run === null ? 0 : takeSeconds(run.clock, capturedAtMs, parts.settings);
              show({ picture: performer.video, pose: lastPose, matte: null, seconds });
            }
          }),
        );
        scope.defer(
          performer.onLost((error) => {
            void live.stop().finally(() => store.setState({ phase: 'failed', error }));
          }),
        );
        restartWatch(onSighting);
        // A matte costs time, so the detector is changed only when an effect begins or ceases to ask for one.
        let wantsMatte = stackNeeds('mask');
        scope.defer(
          store.subscribe(() => {
            if (stackNeeds('mask') === wantsMatte) return;
            wantsMatte = stackNeeds('mask');
            restartWatch(onSighting);
          }),
        );
        const devices = source === 'camera' ? await listDevices() : { cameras: [], microphones: [] };
        if (turn === opening) store.setState({ phase: 'ready', ...devices });
      } catch (error) {
        scope.dispose();
        if (turn === opening) {
          stage = null;
          store.setState({ phase: 'failed', error: asStudioError(error) });
        }
      }
    },
    async close() {
      opening += 1;
      stopPreview();
      if (run !== null) await live.stop();
      watch?.dispose();
      watch = null;
      lastPose = null;
      stage?.scope.dispose();
      stage = null;
      store.setState({ phase: 'closed', pose: CLOSED.pose, error: null });
    },
    async chooseCamera(deviceId) {
      parts.settings.change({ cameraId: deviceId });
      await reopen();
    },
    async chooseMicrophone(deviceId) {
      parts.settings.change({ microphoneId: deviceId });
      await reopen();
    },
    setSong(song) {
      stopPreview();
      store.setState({ song });
    },
    previewSong() {
      if (preview !== null) {
        stopPreview();
        return;
      }
      loadSong()
        .then(async (song) => {
          if (song === null) return;
          stopPreview();
          preview = createSongPlayer(song.pcm);
          await preview.start(song.songStart);
        })
        .catch((error: unknown) => store.setState({ error: asStudioError(error, 'audio-undecodable') }));
    },
    setStack(stack) {
      store.setState({ stack });
      stage?.compositor
        .warm(stack)
        .catch((error: unknown) => store.setState({ error: asStudioError(error, 'shader-failed') }));
    },
    async record() {
      if (stage === null || run !== null || store.getState().phase !== 'ready') return;
      stopPreview();
      const { performer } = stage;
      const state = store.getState();
      const countInBeats = parts.settings.store.getState().countInBeats;
      store.setState({ phase: 'counting', countdown: countInBeats, finishedTakeId: null, error: null });
      try {
        const song = await loadSong();
        const clock = createTakeClock(song, countInBeats);
        try {
          const session = await startTakeSession({
            storage: parts.storage,
            name: new Date().toISOString().slice(0, 16).replace('T', ' '),
            origin: performer.source,
            size: performer.size,
            fps: TAKE_FPS,
            mirror: isMirrored(performer, parts.settings),
            microphone: performer.microphone,
            music: state.song,
            challengeId: null,
          });
          run = { clock, session, ending: false };
          await clock.start();
          performer.follow((nowMs) => clock.secondsAt(nowMs) + (state.song?.songStart ?? 0));
        } catch (error) {
          clock.dispose();
          throw error;
        }
      } catch (error) {
        run = null;
        store.setState({ phase: 'ready', countdown: null, error: asStudioError(error, 'recorder-failed') });
      }
    },
    async stop() {
      if (run === null || run.ending) return;
      if (store.getState().phase === 'counting') {
        await live.discard();
        return;
      }
      const current = run;
      current.ending = true;
      const seconds = Math.min(LIMIT_SECONDS, Math.max(0, current.clock.secondsAt(performance.now())));
      store.setState({ phase: 'saving' });
      try {
        current.clock.dispose();
        const take = await current.session.finish(seconds, null);
        store.setState({ phase: stage === null ? 'closed' : 'ready', finishedTakeId: take.id });
      } catch (error) {
        store.setState({ phase: 'ready', error: asStudioError(error, 'recorder-failed') });
      } finally {
        run = null;
        tellElapsed(0);
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
        tellElapsed(0);
        store.setState({ phase: 'ready', countdown: null });
      }
    },
    onElapsed(listener) {
      elapsedListeners.add(listener);
      return () => elapsedListeners.delete(listener);
    },
    async editTake(takeId) {
      const take = await parts.storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      const project = createProjectFromTake(take, {
        id: crypto.randomUUID(),
        now: Date.now(),
        stack: store.getState().stack,
      });
      await parts.storage.projects.save(project);
      return project.id;
    },
  };

  const reopen = async (): Promise<void> => {
    if (stage === null && store.getState().phase !== 'failed') return;
    const canvas = stage?.compositor.canvas;
    if (canvas instanceof HTMLCanvasElement) await live.open(canvas, store.getState().source);
  };

  return live;
}

interface Shown {
  readonly picture: Picture;
  readonly pose: Pose | null;
  readonly matte: Matte | null;
  readonly seconds: number;
}

function isShown(effect: EffectInstance): boolean {
  return effect.enabled && effect.strength > 0;
}

function effectNeeds(effect: EffectInstance, need: 'pose' | 'mask'): boolean {
  return (
    effectById(effect.effectId)?.needs.includes(need) === true ||
    (need === 'mask' && effect.side !== 'everything')
  );
}

/** A camera is shown as a mirror when the person likes it so; the demo dancer is watched like anybody else. */
function isMirrored(performer: { readonly source: LiveSource }, settings: Settings): boolean {
  return performer.source === 'camera' && settings.store.getState().mirror;
}

/** Seconds of the take at which a picture was captured, less the lag that this device was measured to have. */
function takeSeconds(clock: TakeClock, capturedAtMs: number, settings: Settings): number {
  return clock.secondsAt(capturedAtMs) - settings.store.getState().latencyMs / 1000;
}

/** Tells the UI whether the body is seen, only when that changes. */
function noteSighting(
  store: { getState(): LiveState; setState(patch: Partial<LiveState>): void },
  sighting: Sighting,
  watch: BodyWatch | null,
): void {
  const { pose } = store.getState();
  const next = { state: 'ready' as const, bodySeen: sighting.pose !== null, rate: watch?.rate ?? 0 };
  if (pose.bodySeen !== next.bodySeen || Math.abs(pose.rate - next.rate) > 2) store.setState({ pose: next });
}
