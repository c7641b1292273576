/**
 * Everything a frame plan needs to become a picture: decoded pictures, mattes, signals.
 * The editor's preview and the export (in its worker) both go through here, so that they cannot differ.
 */
import type { BeatGrid } from '../core/beat-grid';
import type { Disposable } from '../core/ownership';
import { frameStart, toSeconds } from '../core/time';
import type { FrameInputs, Matte, Picture } from '../effects/render/compositor-types';
import type { MatteTrack } from '../media/matte-track';
import { openPictures, type PictureReader } from '../media/picture-reader';
import type { SoundLevels } from '../media/sound-levels';
import { steadyMatteAt } from '../media/steady-matte';
import { mirrorPoseTrack, samplePose, type PoseTrack } from '../pose/pose-track';
import type { FramePlan } from '../project/frame-plan';
import { planFrame } from '../project/plan-frame';
import type { Project, SongRef } from '../project/project';
import { signalsAt, type JudgedTake } from '../project/signals';
import { AssetPictures, shownSources } from './asset-pictures';
import { looksBack, needsOf } from './frame-needs';

/** How many frames an effect may look back. */
const PAST_MOMENTS = 30;

/** Open decoders: enough for the clips around a cut, and what is behind the dancer. */
const OPEN_READERS = 4;

/** Marks the reader of a film that an effect shows. */
const BACKDROP = 'backdrop:';

/** Where the parts of the takes come from: storage in the page, what was handed over in a worker. */
export interface FrameMaterial {
  /** The film of a take, null when it is gone. */
  media(takeId: string): Promise<Blob | null>;
  poseTrack(takeId: string): Promise<PoseTrack | null>;
  matteTrack(takeId: string): Promise<MatteTrack | null>;
  judged(takeId: string): Promise<JudgedTake | null>;
  /** What the coach of a judged take dances, in song time; null without one. */
  coachTrack(takeId: string): Promise<PoseTrack | null>;
  gridOf(song: SongRef): BeatGrid | null;
  /** The film's sound, measured; null for a film in which nothing sounds. */
  sound(project: Project): Promise<SoundLevels | null>;
}

/** Inputs of one frame. Its pictures live until `release`, which is called once, after drawing. */
export interface GatheredFrame {
  readonly inputs: FrameInputs;
  release(): void;
}

export interface FrameInputsSource extends Disposable {
  /**
   * Fetches what the plan of a frame needs. One call at a time; calls in rising order of time are streamed.
   * A layer whose film is gone is left out.
   * @throws StudioError when a film cannot be decoded
   */
  gather(project: Project, plan: FramePlan): Promise<GatheredFrame>;
  /** Asks anew for the tracks and the film of a take, which have changed. */
  forget(takeId: string): void;
}

/** A source of frame inputs over some material. Its owner disposes it. */
export function createFrameInputs(material: FrameMaterial): FrameInputsSource {
  const readers = new Map<string, Promise<PictureReader | null>>();
  const poses = new Map<string, Promise<PoseTrack | null>>();
  const mattes = new Map<string, Promise<MatteTrack | null>>();
  const verdicts = new Map<string, Promise<JudgedTake | null>>();
  const coaches = new Map<string, Promise<PoseTrack | null>>();
  const assets = new AssetPictures();

  /** In front of a camera the dancer is the coach's mirror image. */
  const coachOf = async (takeId: string): Promise<PoseTrack | null> => {
    const track = await material.coachTrack(takeId);
    return track === null ? null : mirrorPoseTrack(track);
  };
  let disposed = false;

  const open = async (takeId: string): Promise<PictureReader | null> => {
    const film = await material.media(takeId);
    return film === null ? null : openPictures(film);
  };

  const close = (key: string): void => {
    const reader = readers.get(key);
    readers.delete(key);
    reader?.then(
      (opened) => opened?.dispose(),
      () => undefined,
    );
  };

  /** The reader of a take; the one that was used longest ago goes when there are too many. */
  const readerOf = (takeId: string, key: string): Promise<PictureReader | null> => {
    const reader = readers.get(key) ?? open(takeId);
    readers.delete(key);
    readers.set(key, reader);
    const oldest = readers.keys().next();
    if (readers.size > OPEN_READERS && oldest.done !== true) close(oldest.value);
    return reader;
  };

  const pictureOf = async (takeId: string, seconds: number, use = ''): Promise<VideoFrame | null> => {
    // A film that is clip and backdrop at once is read at two places: by a reader for each.
    const key = use + takeId;
    try {
      const reader = await readerOf(takeId, key);
      return reader === null ? null : await reader.pictureAt(seconds);
    } catch (error) {
      // A decoder that failed does not answer again: the next frame opens a new one.
      close(key);
      throw error;
    }
  };

  return {
    async gather(project, plan) {
      const drawn = plan.transition === null ? plan.effects : [...plan.effects, plan.transition.effect];
      const needs = new Set(needsOf(drawn, plan.imports));
      if (plan.stickers.some(({ pin }) => pin !== undefined)) needs.add('pose');
      const pictures = new Map<string, Picture>();
      const matteOf = new Map<string, Matte>();
      const owned: VideoFrame[] = [];
      const release = (): void => {
        for (const picture of owned.splice(0)) picture.close();
      };
      try {
        for (const layer of plan.layers) {
          const picture = await pictureOf(layer.takeId, layer.sourceTime);
          if (picture === null) continue;
          owned.push(picture);
          pictures.set(layer.clipId, picture);
          if (!needs.has('mask')) continue;
          const track = await kept(mattes, layer.takeId, (id) => material.matteTrack(id));
          const matte = track === null ? null : steadyMatteAt(track, layer.sourceTime);
          if (matte !== null) matteOf.set(layer.clipId, matte);
        }
        const assetPictures = new Map<string, Picture>([
          ...(await assets.of(drawn, plan.imports)),
          ...(await assets.ofStickers(plan.stickers, plan.imports)),
        ]);
        for (const [sourceId, { takeId, duration }] of shownSources(drawn, project)) {
          const picture = await pictureOf(takeId, toSeconds(plan.time) % duration, BACKDROP);
          if (picture === null) continue;
          owned.push(picture);
          assetPictures.set(sourceId, picture);
        }
        const pastPlans = looksBack(drawn, plan.imports) ? plansBefore(project, plan.frame) : [];
        const sound = needs.has('audio') ? await material.sound(project) : null;
        const takeIds = new Set(
          [plan, ...pastPlans].flatMap(({ layers }) => layers.map(({ takeId }) => takeId)),
        );
        const poseTracks = new Map<string, PoseTrack | null>();
        const judged = new Map<string, JudgedTake | null>();
        const coachTracks = new Map<string, PoseTrack | null>();
        for (const takeId of takeIds) {
          if (needs.has('pose'))
            poseTracks.set(takeId, await kept(poses, takeId, (id) => material.poseTrack(id)));
          if (needs.has('score'))
            judged.set(takeId, await kept(verdicts, takeId, (id) => material.judged(id)));
          if (needs.has('coach')) coachTracks.set(takeId, await kept(coaches, takeId, coachOf));
        }
        const signals = signalsAt(
          plan,
          {
            poseOf: (takeId, seconds) => {
              const track = poseTracks.get(takeId) ?? null;
              return track === null ? null : samplePose(track, seconds);
            },
            gridOf: (song) => material.gridOf(song),
            verdictOf: (takeId) => judged.get(takeId) ?? null,
            audioAt: (seconds) => sound?.at(seconds) ?? null,
            coachOf(takeId, songTime) {
              const track = coachTracks.get(takeId) ?? null;
              const pose = track === null ? null : samplePose(track, songTime);
              return track === null || pose === null ? null : { pose, aspect: track.aspect };
            },
          },
          pastPlans,
        );
        if (disposed) release();
        return { inputs: { plan, pictures, mattes: matteOf, signals, assetPictures }, release };
      } catch (error) {
        release();
        throw error;
      }
    },
    forget(takeId) {
      close(takeId);
      close(BACKDROP + takeId);
      poses.delete(takeId);
      mattes.delete(takeId);
      verdicts.delete(takeId);
      coaches.delete(takeId);
    },
    dispose() {
      disposed = true;
      assets.dispose();
      for (const takeId of [...readers.keys()]) close(takeId);
    },
  };
}

/** Plans of the frames before `frame`, most recent first. */
function plansBefore(project: Project, frame: number): FramePlan[] {
  const count = Math.min(PAST_MOMENTS, frame);
  return Array.from({ length: count }, (_, back) =>
    planFrame(project, frameStart(frame - 1 - back, project.fps)),
  );
}

/** Asks once and remembers the answer, unless it was a failure. */
function kept<T>(answers: Map<string, Promise<T>>, id: string, ask: (id: string) => Promise<T>): Promise<T> {
  const known = answers.get(id);
  if (known !== undefined) return known;
  const asked = ask(id);
  answers.set(id, asked);
  asked.catch(() => answers.delete(id));
  return asked;
}
