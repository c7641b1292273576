/** Looks at the seam of a film: its last frames beside its first, as they are drawn, and its sound. */
import type { BeatGrid } from '../core/beat-grid';
import { StudioError, throwIfCancelled } from '../core/errors';
import { toEvenSize, type Size } from '../core/geometry';
import { Scope } from '../core/ownership';
import { frameCount, frameDuration, frameStart, toSeconds } from '../core/time';
import type { Compositor } from '../effects/render/compositor-types';
import type { FrameInputsSource, FrameMaterial } from '../export/frame-inputs';
import type { Pcm } from '../media/pcm';
import { samplePose, type PoseTrack } from '../pose/pose-track';
import type { Pose } from '../pose/pose';
import { itemsOf } from '../project/change-items';
import { projectDuration } from '../project/duration';
import {
  beatsOffBar,
  judgeLoop,
  loopBeats,
  suggestBar,
  suggestEnd,
  type LoopBeat,
  type LoopFinding,
  type LoopFrame,
} from '../project/loop-check';
import { greyOf, pictureDifference, poseDistance, soundStep } from '../project/loop-measures';
import { planFrame } from '../project/plan-frame';
import { planSound } from '../project/plan-sound';
import type { Project, SongRef } from '../project/project';
import type { SoundPlan } from '../project/frame-plan';
import { signalsAt } from '../project/signals';

/** Pixels of the pictures that are compared, 64×114 upright: bodies are told apart, grain and encoders are not. */
const PICTURE_PIXELS = 64 * 114;

/** Seconds before the end in which a better end is looked for; a bar, where that is longer, but no more than the second. */
const LOOK_BACK_SECONDS = { usual: 2, most: 4 } as const;

/** No more than this of the film is given away for a better end. */
const LARGEST_CUT = 0.5;

export interface LoopCheckOptions {
  readonly signal: AbortSignal;
  /** 0..1. */
  readonly onProgress: (progress: number) => void;
}

export interface LoopReport {
  /** What was looked at: what is said is true of this document alone. */
  readonly project: Project;
  readonly findings: readonly LoopFinding[];
}

/** What the check works with; it opens pictures of its own, so that the preview is not disturbed. */
export interface LoopCheckParts {
  readonly createInputs: () => FrameInputsSource;
  readonly createCompositor: (options: { canvas: OffscreenCanvas; size: Size }) => Compositor;
  readonly poseTrack: FrameMaterial['poseTrack'];
  /** The film's sound; null where nothing sounds. */
  readonly mix: (plan: SoundPlan) => Promise<Pcm | null>;
  /** null for a song whose beat is not known. */
  readonly gridOf: (song: SongRef) => Promise<BeatGrid | null>;
}

/**
 * Draws the first frame and those of the last seconds, compares them, and says what would help.
 * An empty film has no findings.
 * @throws StudioError `cancelled`, `gpu-lost`, `webgl-missing`, and what decoding throws
 */
export async function checkLoop(
  parts: LoopCheckParts,
  project: Project,
  { signal, onProgress }: LoopCheckOptions,
): Promise<LoopReport> {
  throwIfCancelled(signal);
  const { fps } = project;
  const duration = projectDuration(project);
  const last = frameCount(duration, fps) - 1;
  if (last < 0) return { project, findings: [] };
  const grid = await steadyGrid(parts, project);
  const first = firstCandidate(project, last, grid);
  const mixing = parts.mix(planSound(project));
  // Told where the frames are not done first.
  mixing.catch(() => undefined);

  const frames: LoopFrame[] = [];
  const scope = new Scope();
  try {
    const eye = scope.own(openEye(parts, project));
    const total = last - first + 3;
    const told = (done: number): void => onProgress(done / total);
    const beginning = await eye.see(0, signal);
    told(1);
    await eye.runUp(first, signal);
    for (let index = first; index <= last; index += 1) {
      const seen = index === 0 ? beginning : await eye.see(index, signal);
      frames.push({
        end: index === last ? duration : frameStart(index + 1, fps),
        pictureDifference: pictureDifference(seen.grey, beginning.grey),
        poseDistance: poseDistance(seen.pose, beginning.pose, project.size.width / project.size.height),
      });
      told(index - first + 2);
    }
  } finally {
    scope.dispose();
  }
  const sound = await mixing;
  throwIfCancelled(signal);
  onProgress(1);
  return { project, findings: judge(project, frames, sound, grid) };
}

function judge(
  project: Project,
  frames: readonly LoopFrame[],
  sound: Pcm | null,
  grid: BeatGrid | null,
): LoopFinding[] {
  const now = frames.at(-1);
  const seconds = toSeconds(projectDuration(project));
  const beats: LoopBeat[] = grid === null ? [] : loopBeats(grid.bpm, grid.beatsPerBar, seconds);
  const step = sound === null ? null : soundStep(sound.channels, sound.sampleRate);
  return judgeLoop(
    {
      pictureDifference: now?.pictureDifference ?? 0,
      poseDistance: now?.poseDistance ?? null,
      soundJump: step?.soundJump ?? null,
      clickJump: step?.clickJump ?? 0,
      beatsOff: grid === null ? null : beatsOffBar(grid.bpm, grid.beatsPerBar, seconds),
    },
    suggestEnd(frames, beats, project.fps),
    suggestBar(frames, beats, project.fps),
  );
}

/** The beat of the music, where it is heard from the first frame to the last; null elsewhere. */
async function steadyGrid(parts: LoopCheckParts, project: Project): Promise<BeatGrid | null> {
  const frame = frameDuration(project.fps);
  const end = projectDuration(project) - frame;
  const isMuted = project.tracks.some((track) => track.kind === 'music' && track.muted);
  const music = itemsOf(project, 'music').find(
    ({ start, duration, volume }) => start < frame && start + duration > end && volume > 0,
  );
  return isMuted || music === undefined ? null : parts.gridOf(music.song);
}

/** The earliest frame that the film may end with: near the end, inside the last clip. */
function firstCandidate(project: Project, last: number, grid: BeatGrid | null): number {
  const { fps } = project;
  const bar = grid === null ? 0 : (grid.beatsPerBar * 60) / grid.bpm;
  const { usual, most } = LOOK_BACK_SECONDS;
  const back = Math.round(Math.min(most, Math.max(usual, bar)) * fps);
  const clipStart = itemsOf(project, 'video').at(-1)?.start ?? 0;
  const inClip = Math.round(clipStart / frameDuration(fps));
  return Math.min(last, Math.max(inClip, last - back, Math.floor(last * LARGEST_CUT)));
}

/** A frame as it is compared. */
interface Glance {
  readonly grey: Uint8Array;
  /** The body on the stage, as far as it is known. */
  readonly pose: Pose | null;
}

interface Eye {
  see(index: number, signal: AbortSignal): Promise<Glance>;
  /** Draws what effects that remember have to have seen before this frame. */
  runUp(index: number, signal: AbortSignal): Promise<void>;
  dispose(): void;
}

/** Draws small frames out of sight, as the preview and the export draw them. */
function openEye(parts: LoopCheckParts, project: Project): Eye {
  const scope = new Scope();
  const inputs = scope.own(parts.createInputs());
  const { width, height } = project.size;
  const scale = Math.sqrt(PICTURE_PIXELS / (width * height));
  const size = toEvenSize({ width: Math.round(width * scale), height: Math.round(height * scale) });
  const canvas = new OffscreenCanvas(size.width, size.height);
  const compositor = scope.own(parts.createCompositor({ canvas, size }));
  const tracks = new Map<string, PoseTrack | null>();

  const draw = async (index: number, signal: AbortSignal): Promise<void> => {
    const plan = planFrame(project, frameStart(index, project.fps));
    const gathered = await inputs.gather(project, plan);
    try {
      throwIfCancelled(signal);
      if (compositor.lost) throw new StudioError('gpu-lost', 'The context was lost during the loop check.');
      compositor.render(gathered.inputs);
    } finally {
      gathered.release();
    }
  };

  const poseAt = async (index: number): Promise<Pose | null> => {
    const plan = planFrame(project, frameStart(index, project.fps));
    for (const { takeId } of plan.layers)
      if (!tracks.has(takeId)) tracks.set(takeId, await parts.poseTrack(takeId));
    return signalsAt(plan, {
      poseOf(takeId, seconds) {
        const track = tracks.get(takeId) ?? null;
        return track === null ? null : samplePose(track, seconds);
      },
    }).pose;
  };

  return {
    async see(index, signal) {
      await draw(index, signal);
      return { grey: greyOf(compositor.readPixels()), pose: await poseAt(index) };
    },
    async runUp(index, signal) {
      const { effects, imports } = planFrame(project, frameStart(index, project.fps));
      const frames = Math.min(index, compositor.prerollFrames(effects, imports));
      for (let back = frames; back > 0; back -= 1) await draw(index - back, signal);
    },
    dispose: () => scope.dispose(),
  };
}
