/** What the body, the music and the judge say at one frame, in the coordinates of the stage. */
import { beatAt, type BeatGrid } from '../core/beat-grid';
import { layPicture, placeOnQuad, type Size } from '../core/geometry';
import { toSeconds } from '../core/time';
import type { Judgement, Verdict } from '../dance/judgement';
import type { AudioSignal, FrameSignals, Moment, ScoreSignal } from '../effects/effect';
import { mirrorPose, type Pose } from '../pose/pose';
import { layCoach, limbErrors, type CoachPose } from './coach-on-stage';
import type { FramePlan, PictureLayer } from './frame-plan';
import type { SongRef } from './project';

/** The tracks of data beside the takes, as functions, so that nothing here knows how they are kept. */
export interface SignalTracks {
  /** The body in the take's own picture (not mirrored) at seconds of the take; null where nobody is seen or no track is there. */
  readonly poseOf?: (takeId: string, seconds: number) => Pose | null;
  readonly gridOf?: (song: SongRef) => BeatGrid | null;
  readonly verdictOf?: (takeId: string) => JudgedTake | null;
  /** Loudness of the film at seconds of the timeline. */
  readonly audioAt?: (seconds: number) => AudioSignal | null;
  /** What the coach does at song time in seconds, as it would be seen in the take's own picture; null where no coach is known. */
  readonly coachOf?: (takeId: string, songTime: number) => CoachPose | null;
}

/** How a take was judged. */
export interface JudgedTake {
  readonly verdict: Verdict;
  /** Song time in seconds of the take's first frame. */
  readonly songStart: number;
}

/** Judgements that carry a combo on. */
const COMBO_JUDGEMENTS: readonly Judgement[] = ['perfect', 'great'];

/**
 * The signals of a frame.
 * @param pastPlans plans of the frames before, most recent first; only for effects that look back or are driven
 */
export function signalsAt(
  plan: FramePlan,
  tracks: SignalTracks,
  pastPlans: readonly FramePlan[] = [],
): FrameSignals {
  const now = momentAt(plan, tracks);
  const coach = coachAt(plan, tracks, now.pose);
  return {
    ...now,
    past: pastPlans.map((past) => momentAt(past, tracks)),
    coach,
    limbErrors:
      coach === null || now.pose === null
        ? null
        : limbErrors(now.pose, coach, plan.size.width / plan.size.height),
    crossing: crossingOf(plan, tracks),
  };
}

function momentAt(plan: FramePlan, tracks: SignalTracks): Moment {
  const grid = plan.song === null ? null : (tracks.gridOf?.(plan.song.song) ?? null);
  return {
    pose: stagePose(plan, tracks),
    beat: plan.song === null || grid === null ? null : beatAt(grid, plan.song.songTime),
    audio: tracks.audioAt?.(toSeconds(plan.time)) ?? null,
    score: scoreOf(plan, tracks),
  };
}

/**
 * A pose from its source's picture into the stage, as the layer lays the picture: crop, bars, frame and mirror.
 * In a mirror left and right landmarks change places, so that "left" is always the left as it is seen by the body's twin in the picture.
 */
export function poseOnStage(
  pose: Pose,
  layer: Pick<PictureLayer, 'sourceSize' | 'fit' | 'mirror' | 'frame'>,
  stage: Size,
): Pose {
  const turned = layer.mirror ? mirrorPose(pose) : pose;
  const { from, quad } = layPicture(layer.sourceSize, stage, layer.fit, {
    frame: layer.frame,
    isMirrored: layer.mirror,
  });
  const depth = Math.hypot(quad.right[0], (quad.right[1] * stage.height) / stage.width) / from.width;
  const image = new Float32Array(turned.image.length);
  for (let index = 0; index < image.length; index += 3) {
    // `mirrorPose` has turned the places; the quad is read from its other side: back to the picture's own.
    const x = layer.mirror ? 1 - (turned.image[index] ?? 0) : (turned.image[index] ?? 0);
    const u = (x - from.x) / from.width;
    const v = ((turned.image[index + 1] ?? 0) - from.y) / from.height;
    const [stageX, stageY] = placeOnQuad(quad, u, v);
    image[index] = stageX;
    image[index + 1] = stageY;
    // z is in the scale of x (see `Pose.image`).
    image[index + 2] = (turned.image[index + 2] ?? 0) * depth;
  }
  return { image, world: turned.world.slice(), visibility: turned.visibility.slice() };
}

/** The body of the topmost layer that has one; on the way from one clip to another, of the one that is more there. */
function stagePose(plan: FramePlan, tracks: SignalTracks): Pose | null {
  for (const layer of layersByWeight(plan)) {
    const pose = layerPose(layer, plan, tracks);
    if (pose !== null) return pose;
  }
  return null;
}

function layerPose(layer: PictureLayer, plan: FramePlan, tracks: SignalTracks): Pose | null {
  const pose = tracks.poseOf?.(layer.takeId, layer.sourceTime) ?? null;
  return pose === null ? null : poseOnStage(pose, layer, plan.size);
}

/** Topmost first, but the clip that goes before the one that comes while it is less than half gone. */
function layersByWeight({ layers, transition }: FramePlan): readonly PictureLayer[] {
  const fromTop = layers.toReversed();
  if (transition === null || transition.progress >= 0.5) return fromTop;
  return fromTop.filter(({ clipId }) => clipId !== transition.toClipId);
}

function crossingOf(plan: FramePlan, tracks: SignalTracks): FrameSignals['crossing'] {
  const { transition } = plan;
  if (transition === null) return null;
  const poseOf = (clipId: string): Pose | null => {
    const layer = plan.layers.find((each) => each.clipId === clipId);
    return layer === undefined ? null : layerPose(layer, plan, tracks);
  };
  return { from: poseOf(transition.fromClipId), to: poseOf(transition.toClipId) };
}

/** The coach of the judged take under this frame, laid over the dancer. */
function coachAt(plan: FramePlan, tracks: SignalTracks, pose: Pose | null): Pose | null {
  if (pose === null || tracks.coachOf === undefined) return null;
  for (const layer of layersByWeight(plan)) {
    const judged = tracks.verdictOf?.(layer.takeId) ?? null;
    if (judged === null) continue;
    const coach = tracks.coachOf(layer.takeId, judged.songStart + layer.sourceTime);
    return coach === null ? null : layCoach(coach, layer.mirror, pose, plan.size.width / plan.size.height);
  }
  return null;
}

function scoreOf(plan: FramePlan, tracks: SignalTracks): ScoreSignal | null {
  for (const layer of layersByWeight(plan)) {
    const judged = tracks.verdictOf?.(layer.takeId) ?? null;
    if (judged !== null) return scoreAt(judged.verdict, judged.songStart + layer.sourceTime);
  }
  return null;
}

/** The state of a dance at a song time in seconds: a move is judged at its end. */
export function scoreAt(verdict: Verdict, songTime: number): ScoreSignal {
  let judgement: Judgement | null = null;
  let since = 0;
  let combo = 0;
  for (const move of verdict.moves) {
    // A billionth of a second forgives the rounding of times that lie on a frame.
    if (move.end > songTime + 1e-9) break;
    judgement = move.judgement;
    since = Math.max(0, songTime - move.end);
    combo = COMBO_JUDGEMENTS.includes(move.judgement) ? combo + 1 : 0;
  }
  return { judgement, since, combo };
}
