/** What the body, the music and the judge say at one frame, in the coordinates of the stage. */
import { beatAt, type BeatGrid } from '../core/beat-grid';
import { fitSource, type Size } from '../core/geometry';
import { toSeconds } from '../core/time';
import type { Judgement, Verdict } from '../dance/judgement';
import type { AudioSignal, FrameSignals, ScoreSignal } from '../effects/effect';
import { mirrorPose, type Pose } from '../pose/pose';
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
 * @param pastPlans plans of the frames before, most recent first; only for effects that look back at the body
 */
export function signalsAt(
  plan: FramePlan,
  tracks: SignalTracks,
  pastPlans: readonly FramePlan[] = [],
): FrameSignals {
  const grid = plan.song === null ? null : (tracks.gridOf?.(plan.song.song) ?? null);
  return {
    pose: stagePose(plan, tracks),
    pastPoses: pastPlans.map((past) => stagePose(past, tracks)),
    beat: plan.song === null || grid === null ? null : beatAt(grid, plan.song.songTime),
    audio: tracks.audioAt?.(toSeconds(plan.time)) ?? null,
    score: scoreOf(plan, tracks),
  };
}

/**
 * A pose from its source's picture into the stage, as the layer lays the picture: crop, bars and mirror.
 * In a mirror left and right landmarks change places, so that "left" is always the left as it is seen by the body's twin in the picture.
 */
export function poseOnStage(
  pose: Pose,
  layer: Pick<PictureLayer, 'sourceSize' | 'fit' | 'mirror'>,
  stage: Size,
): Pose {
  const turned = layer.mirror ? mirrorPose(pose) : pose;
  const { from, to } = fitSource(layer.sourceSize, stage, layer.fit);
  const scaleX = to.width / from.width;
  const scaleY = to.height / from.height;
  const image = new Float32Array(turned.image.length);
  for (let index = 0; index < image.length; index += 3) {
    image[index] = to.x + ((turned.image[index] ?? 0) - from.x) * scaleX;
    image[index + 1] = to.y + ((turned.image[index + 1] ?? 0) - from.y) * scaleY;
    // z is in the scale of x (see `Pose.image`).
    image[index + 2] = (turned.image[index + 2] ?? 0) * scaleX;
  }
  return { image, world: turned.world.slice(), visibility: turned.visibility.slice() };
}

/** The body of the topmost layer that has one. */
function stagePose(plan: FramePlan, tracks: SignalTracks): Pose | null {
  if (tracks.poseOf === undefined) return null;
  for (const layer of plan.layers.toReversed()) {
    const pose = tracks.poseOf(layer.takeId, layer.sourceTime);
    if (pose !== null) return poseOnStage(pose, layer, plan.size);
  }
  return null;
}

function scoreOf(plan: FramePlan, tracks: SignalTracks): ScoreSignal | null {
  for (const layer of plan.layers.toReversed()) {
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
