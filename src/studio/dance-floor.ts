/** All that one dance needs before the music: camera or demo dancer, coach stage, body watch, song. Opened and released as one. */
import { beatAt } from '../core/beat-grid';
import type { StudioError } from '../core/errors';
import { Scope, type Disposable } from '../core/ownership';
import type { CompiledChoreography } from '../dance/compile';
import type { Judgement } from '../dance/judgement';
import { scaleChoreography } from '../dance/scale-choreography';
import type { Pose } from '../pose/pose';
import { mirrorPoseTrack, samplePose } from '../pose/pose-track';
import type { CoachStage } from '../stage/coach-stage';
import { createBodyWatch, type Sighting } from './body-watch';
import type { LoadedChallenge } from './challenge-shelf';
import type { DemoTracks } from './demo-tracks';
import type { LiveSource } from './live';
import { FramingWatch } from './framing-watch';
import { PictureLight } from './picture-light';
import { openPerformer, type Performer } from './performer';
import { PreviewSize } from './preview-size';
import { prefersReducedMotion } from './reduced-motion';
import type { Settings } from './settings';
import type { LoadedSong } from './song-clock';
import type { SongShelf } from './song-shelf';

/** What changes from frame to frame besides the time; all that is missing is as in `CoachFrame`. */
export interface FloorShow {
  /** Judgement that lights the player; null = none. */
  readonly outline: Judgement | null;
  readonly energy?: number;
  readonly combo?: number;
  /** Practice: how much of coach and targets is shown, 0..1. */
  readonly guidance?: number;
  /** Whether the coach is the player's mirror image. */
  readonly mirrored?: boolean;
}

/** What is danced: a choreography and its song, both at the tempo of the floor. */
export interface FloorDance {
  readonly choreography: CompiledChoreography;
  readonly song: LoadedSong;
  /** 1 = as composed. */
  readonly tempo: number;
}

/** A body that was seen longer ago than this is not outlined. */
const OUTLINED_MS = 500;
/** Light changes slowly. */
const LIGHT_EVERY_MS = 700;

export interface DanceFloor extends Disposable {
  readonly performer: Performer;
  readonly loaded: LoadedChallenge;
  /** The dance as it is shown now. */
  readonly dance: FloorDance;
  readonly framing: FramingWatch;
  /** Whether the picture has too little light; measured now and then. */
  readonly isDark: boolean;
  /** Whether the player is seen as in a mirror. */
  readonly isMirrored: boolean;
  /** The newest body, and when its picture was captured. */
  readonly lastPose: { readonly pose: Pose; readonly atMs: number } | null;
  notePose(pose: Pose, atMs: number): void;
  /** Shows the same dance at another tempo. @throws StudioError `storage-missing`, `audio-undecodable` */
  setTempo(tempo: number): Promise<void>;
  /** Something more to release with the floor. */
  onDispose(release: () => void): void;
  /** Draws the stage as it is at a song time. */
  draw(songSeconds: number, show: FloorShow): void;
}

export interface DanceFloorOptions {
  readonly canvas: HTMLCanvasElement;
  readonly source: LiveSource;
  readonly loaded: LoadedChallenge;
  readonly settings: Settings;
  readonly songs: SongShelf;
  readonly demoTracks: DemoTracks;
  /** The second of the dance that the demo dancer shows at a moment of `performance.now()`. */
  readonly demoSeconds: (nowMs: number) => number;
  readonly onPicture: (floor: DanceFloor, capturedAtMs: number) => void;
  readonly onSighting: (floor: DanceFloor, sighting: Sighting) => void;
  readonly onError: (error: StudioError) => void;
  /** The camera went away. */
  readonly onLost: (error: StudioError) => void;
}

/**
 * Opens the camera, loads the model and the song, and shows the player.
 * @throws StudioError `camera-*`, `pose-*`, `storage-missing`
 */
export async function openDanceFloor(options: DanceFloorOptions): Promise<DanceFloor> {
  const { loaded, settings } = options;
  const scope = new Scope();
  try {
    const { cameraId, poseModel } = settings.store.getState();
    const performer = scope.own(
      await openPerformer({
        source: options.source,
        cameraId,
        microphoneId: null,
        wantMicrophone: false,
        demoTrack: () => options.demoTracks.load(loaded.challenge.id),
        demoSeated: loaded.challenge.seated,
      }),
    );
    // The dancer waits in the stance of the first frame until the song begins.
    performer.follow(options.demoSeconds);
    const danceAt = async (tempo: number): Promise<FloorDance> => ({
      choreography: scaleChoreography(loaded.compiled, tempo),
      song: { ...(await options.songs.load(loaded.song, tempo)), songStart: 0 },
      tempo,
    });
    let shown = await danceAt(1);
    const ghost = loaded.ghost === null ? null : mirrorPoseTrack(loaded.ghost);
    const previewSize = new PreviewSize();
    // three.js comes with the first screen that draws.
    const { createCoachStage } = await import('../stage/coach-stage');
    const coach: CoachStage = scope.own(createCoachStage(options.canvas, previewSize.size));
    let lastPose: DanceFloor['lastPose'] = null;
    const light = new PictureLight();
    let lightAt = -Infinity;
    let isDark = false;

    const floor: DanceFloor = {
      performer,
      loaded,
      get dance() {
        return shown;
      },
      framing: new FramingWatch(loaded.challenge.seated || settings.store.getState().seated),
      get isDark() {
        return isDark;
      },
      get isMirrored() {
        return performer.source === 'demo' || settings.store.getState().mirror;
      },
      get lastPose() {
        return lastPose;
      },
      notePose(pose, atMs) {
        lastPose = { pose, atMs };
      },
      async setTempo(tempo) {
        shown = await danceAt(tempo);
      },
      draw(songSeconds, show) {
        const now = performance.now();
        coach.render({
          reference: shown.choreography.reference,
          songSeconds,
          moves: shown.choreography.moves,
          beat: beatAt(shown.song.grid, songSeconds),
          player: {
            picture: performer.video,
            mirror: floor.isMirrored,
            pose: lastPose !== null && now - lastPose.atMs < OUTLINED_MS ? lastPose.pose : null,
            outlineJudgement: show.outline,
          },
          ghost: ghost === null ? null : samplePose(ghost, songSeconds * shown.tempo),
          seated: loaded.challenge.seated,
          series: loaded.challenge.seriesId,
          energy: show.energy ?? 0,
          combo: show.combo ?? 0,
          guidance: show.guidance ?? 1,
          mirrored: show.mirrored ?? true,
          reducedMotion: prefersReducedMotion(settings),
        });
        if (previewSize.note(performance.now() - now)) coach.resize(previewSize.size);
      },
      onDispose: (release) => scope.defer(release),
      dispose: () => scope.dispose(),
    };

    const watch = scope.own(
      createBodyWatch({
        model: poseModel,
        wantMatte: false,
        onSighting: (sighting) => options.onSighting(floor, sighting),
        onError: options.onError,
      }),
    );
    await watch.ready;
    scope.defer(
      performer.onPicture((capturedAtMs) => {
        watch.look(performer.video, capturedAtMs, false);
        if (capturedAtMs - lightAt > LIGHT_EVERY_MS) {
          lightAt = capturedAtMs;
          isDark = light.isPoor(performer.video);
        }
        options.onPicture(floor, capturedAtMs);
      }),
    );
    scope.defer(performer.onLost(options.onLost));
    return floor;
  } catch (error) {
    scope.dispose();
    throw error;
  }
}
