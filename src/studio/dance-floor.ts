/** All that one dance needs before the music: camera or demo dancer, coach stage, body watch, song. Opened and released as one. */
import { beatAt } from '../core/beat-grid';
import type { StudioError } from '../core/errors';
import { Scope, type Disposable } from '../core/ownership';
import type { Judgement } from '../dance/judgement';
import type { Pose } from '../pose/pose';
import type { CoachStage } from '../stage/coach-stage';
import { createBodyWatch, type Sighting } from './body-watch';
import type { LoadedChallenge } from './challenge-shelf';
import type { DemoTracks } from './demo-tracks';
import type { LiveSource } from './live';
import { NeutralStance } from './neutral-stance';
import { openPerformer, type Performer } from './performer';
import { PreviewSize } from './preview-size';
import { prefersReducedMotion } from './reduced-motion';
import type { Settings } from './settings';
import type { LoadedSong } from './song-clock';
import type { SongShelf } from './song-shelf';

/** A body that was seen longer ago than this is not outlined. */
const OUTLINED_MS = 500;

export interface DanceFloor extends Disposable {
  readonly performer: Performer;
  readonly loaded: LoadedChallenge;
  readonly song: LoadedSong;
  readonly neutral: NeutralStance;
  /** Whether the player is seen as in a mirror. */
  readonly isMirrored: boolean;
  /** The newest body, and when its picture was captured. */
  readonly lastPose: { readonly pose: Pose; readonly atMs: number } | null;
  notePose(pose: Pose, atMs: number): void;
  /** Draws the stage as it is at a song time. @param outline judgement that lights the player, null = none */
  draw(songSeconds: number, outline: Judgement | null): void;
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
    const song: LoadedSong = { ...(await options.songs.load(loaded.song)), songStart: 0 };
    const previewSize = new PreviewSize();
    // three.js comes with the first screen that draws.
    const { createCoachStage } = await import('../stage/coach-stage');
    const coach: CoachStage = scope.own(createCoachStage(options.canvas, previewSize.size));
    let lastPose: DanceFloor['lastPose'] = null;

    const floor: DanceFloor = {
      performer,
      loaded,
      song,
      neutral: new NeutralStance(),
      get isMirrored() {
        return performer.source === 'demo' || settings.store.getState().mirror;
      },
      get lastPose() {
        return lastPose;
      },
      notePose(pose, atMs) {
        lastPose = { pose, atMs };
      },
      draw(songSeconds, outline) {
        const now = performance.now();
        coach.render({
          reference: loaded.compiled.reference,
          songSeconds,
          moves: loaded.compiled.moves,
          beat: beatAt(song.grid, songSeconds),
          player: {
            picture: performer.video,
            mirror: floor.isMirrored,
            pose: lastPose !== null && now - lastPose.atMs < OUTLINED_MS ? lastPose.pose : null,
            outlineJudgement: outline,
          },
          reducedMotion: prefersReducedMotion(settings),
          series: loaded.challenge.seriesId,
          seated: loaded.challenge.seated,
        });
        if (previewSize.note(performance.now() - now)) coach.resize(previewSize.size);
      },
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
