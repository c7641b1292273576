/** The Create screen's session: opens the performer, draws the effects, watches the body; recording is beside it. */
import { createStore } from 'zustand/vanilla';
import { StudioError, asStudioError } from '../core/errors';
import { Scope } from '../core/ownership';
import { listDevices } from '../capture/camera';
import { NO_IMPORTS } from '../effects/imported-asset';
import { soundLevels, type SoundLevels } from '../media/sound-levels';
import { isShown } from '../project/plan-frame';
import type { SongRef } from '../project/project';
import type { Compositor, Matte, Picture } from '../effects/render/compositor-types';
import type { EffectNeed } from '../effects/effect';
import { needsOf } from '../export/frame-needs';
import { createSongPlayer, type SongPlayer } from '../media/song-player';
import type { Pose } from '../pose/pose';
import { createProjectFromTake } from '../project/create-project';
import type { Storage } from '../storage/storage';
import { createBodyWatch, type BodyWatch, type Sighting } from './body-watch';
import type { DemoTracks } from './demo-tracks';
import type { Live, LiveSource, LiveState } from './live';
import { LiveFrameMaker } from './live-frame';
import { LivePictures } from './live-pictures';
import { createLiveRecording } from './live-recording';
import { openPerformer, type Performer } from './performer';
import { PreviewSize } from './preview-size';
import type { Settings } from './settings';
import type { LoadedSong } from './song-clock';
import type { SongShelf } from './song-shelf';

/** A short video is fifteen seconds: the name of the house. */
const LIMIT_SECONDS = 15;

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
  imports: NO_IMPORTS,
  pose: { state: 'off', bodySeen: false, rate: 0 },
  finishedTakeId: null,
};

/** All that runs while the screen is open. */
interface OpenStage {
  readonly scope: Scope;
  readonly performer: Performer;
  readonly compositor: Compositor;
  readonly canvas: HTMLCanvasElement;
}

/** What is drawn next. */
interface Shown {
  readonly picture: Picture;
  readonly pose: Pose | null;
  readonly matte: Matte | null;
  readonly seconds: number;
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
  let stage: OpenStage | null = null;
  let opening = 0;
  let watch: BodyWatch | null = null;
  let preview: SongPlayer | null = null;
  let lastPose: Pose | null = null;

  const needs = (need: EffectNeed): boolean =>
    needsOf(store.getState().stack.filter(isShown), store.getState().imports).has(need);

  const loadSong = async (): Promise<LoadedSong | null> => {
    const { song } = store.getState();
    return song === null ? null : { ...(await parts.songs.load(song.song)), songStart: song.songStart };
  };

  const recording = createLiveRecording({
    store,
    storage: parts.storage,
    settings: parts.settings,
    loadSong,
  });

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
      wantMatte: needs('mask'),
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

  const drawOn = ({ scope, compositor, performer }: OpenStage): ((shown: Shown) => void) => {
    const maker = new LiveFrameMaker();
    const previewSize = new PreviewSize();
    const pictures = scope.own(
      new LivePictures((error) => store.setState({ error: asStudioError(error, 'file-corrupt') })),
    );
    let frame = 0;
    /** The sound of the chosen song, measured once it is loaded and somebody listens. */
    let heard: { readonly key: string; levels: SoundLevels | null } | null = null;
    const levelsOf = (song: SongRef): SoundLevels | null => {
      const key = `${song.kind}:${song.id}`;
      if (heard?.key === key || !needs('audio')) return heard?.key === key ? heard.levels : null;
      const asked: { readonly key: string; levels: SoundLevels | null } = { key, levels: null };
      heard = asked;
      parts.songs.load(song).then(
        ({ pcm }) => {
          asked.levels = soundLevels(pcm);
        },
        (error: unknown) => store.setState({ error: asStudioError(error) }),
      );
      return null;
    };
    return ({ picture, pose, matte, seconds }) => {
      const { stack, song, imports } = store.getState();
      const grid = song === null ? null : parts.songs.gridOf(song.song);
      const before = performance.now();
      compositor.render(
        maker.inputsOf({
          frame,
          stage: previewSize.size,
          picture,
          pictureSize: performer.size,
          mirror: isMirrored(performer.source, parts.settings),
          stack,
          pose,
          matte,
          beat: song === null || grid === null ? null : { grid, songTime: song.songStart + seconds },
          audio: song === null ? null : (levelsOf(song.song)?.at(song.songStart + seconds) ?? null),
          imports,
          assetPictures: pictures.of(stack, imports),
        }),
      );
      frame += 1;
      if (previewSize.note(performance.now() - before)) compositor.resize(previewSize.size);
    };
  };

  /** Joins performer, body watch, recording and drawing. */
  const run = (opened: OpenStage): void => {
    const { scope, performer } = opened;
    const show = drawOn(opened);
    const onSighting = (sighting: Sighting): void => {
      lastPose = sighting.pose;
      noteSighting(store, sighting, watch);
      recording.onPose(sighting.capturedAtMs, sighting.pose);
      // An effect on the body shows the very picture that the body was found in, so that nothing lags behind it.
      if (sighting.picture === null || stage === null) return;
      const seconds = recording.secondsAt(sighting.capturedAtMs);
      show({ picture: sighting.picture, pose: sighting.pose, matte: sighting.matte, seconds });
    };
    scope.defer(
      performer.onPicture((capturedAtMs) => {
        recording.onPicture(performer.video, capturedAtMs);
        const followsBody = (needs('pose') || needs('mask')) && store.getState().pose.state === 'ready';
        watch?.look(performer.video, capturedAtMs, followsBody);
        if (followsBody) return;
        const seconds = recording.secondsAt(capturedAtMs);
        show({ picture: performer.video, pose: lastPose, matte: null, seconds });
      }),
    );
    scope.defer(
      performer.onLost((error) => {
        void recording.stop().finally(() => store.setState({ phase: 'failed', error }));
      }),
    );
    restartWatch(onSighting);
    // A matte costs time, so the detector is changed only when an effect begins or ceases to ask for one.
    let wantsMatte = needs('mask');
    scope.defer(
      store.subscribe(() => {
        if (needs('mask') === wantsMatte) return;
        wantsMatte = needs('mask');
        restartWatch(onSighting);
      }),
    );
  };

  /** Opens again with what was chosen meanwhile. */
  const reopen = async (): Promise<void> => {
    if (stage !== null && !recording.isOn) await live.open(stage.canvas, store.getState().source);
  };

  const live: Live = {
    store,
    async open(canvas, source) {
      await live.close();
      opening += 1;
      const turn = opening;
      const { song, stack, imports } = store.getState();
      store.setState({ ...CLOSED, song, stack, imports, phase: 'opening', source });
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
        const devices = source === 'camera' ? await listDevices() : { cameras: [], microphones: [] };
        if (turn !== opening) {
          scope.dispose();
          return;
        }
        stage = { scope, performer, compositor, canvas };
        run(stage);
        store.setState({ phase: 'ready', ...devices });
      } catch (error) {
        scope.dispose();
        if (turn === opening) store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async close() {
      opening += 1;
      stopPreview();
      await recording.stop();
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
      const hadNone = store.getState().song === null;
      store.setState({ song });
      // With a song the microphone is not wanted, without one it is.
      const usesMicrophone = parts.settings.store.getState().recordMicrophone;
      if (usesMicrophone && hadNone !== (song === null)) void reopen();
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
    setStack(stack, imports = store.getState().imports) {
      store.setState({ stack, imports });
      stage?.compositor
        .warm(stack, imports)
        .catch((error: unknown) => store.setState({ error: asStudioError(error, 'shader-failed') }));
    },
    async record() {
      if (stage === null || store.getState().phase !== 'ready') return;
      stopPreview();
      await recording.start(stage.performer, isMirrored(stage.performer.source, parts.settings));
    },
    stop: () => recording.stop(),
    discard: () => recording.discard(),
    onElapsed: (listener) => recording.onElapsed(listener),
    async editTake(takeId) {
      const take = await parts.storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      const { stack, imports } = store.getState();
      const project = createProjectFromTake(take, {
        id: crypto.randomUUID(),
        now: Date.now(),
        stack,
        imports,
      });
      await parts.storage.projects.save(project);
      return project.id;
    },
  };
  return live;
}

/** A camera is shown as a mirror when the person likes it so; the demo dancer is watched like anybody else. */
function isMirrored(source: LiveSource, settings: Settings): boolean {
  return source === 'camera' && settings.store.getState().mirror;
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
