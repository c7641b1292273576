/** One run of a dance: the song's clock, the take being recorded, the judge, and what it has said so far. */
import { beatPosition } from '../core/beat-grid';
import { createJudge, type Judge } from '../dance/judge';
import type { Judgement, MoveVerdict, Verdict } from '../dance/judgement';
import type { Pose } from '../pose/pose';
import type { TakeRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { DanceFloor } from './dance-floor';
import { createTakeClock, type TakeClock } from './song-clock';
import { startTakeSession, type TakeSession } from './take-session';

const TAKE_FPS = 30;
/** Silence before the song, so that the first beat is not lost in the switch of screens. */
const LEAD_IN_BEATS = 1;
/** How long a judgement lights the player's outline, seconds. */
const OUTLINE_SECONDS = 0.6;
/** Beats that are counted before a paused song goes on. */
const RESUME_BEATS = 3;
/** The judge waits for looks that are still under way when the song ends. */
const LAST_LOOK_MS = 600;

export interface DanceRun {
  readonly duration: number;
  /** Judged or thrown away: nothing more is taken. */
  readonly isEnding: boolean;
  /** When a body was last seen, in `performance.now()` milliseconds. */
  lastSeenMs: number;
  /** Song time of a picture, less the lag that this device was measured to have. */
  secondsAt(capturedAtMs: number): number;
  /** Begins the count-in. */
  start(): Promise<void>;
  pause(): void;
  /** Counts in silence, telling each beat (3, 2, 1), then goes on; undone by `pause` and `discard`. */
  resume(onBeat: (left: number) => void, onGo: () => void): void;
  addPicture(video: HTMLVideoElement, seconds: number): void;
  /** Gives the verdicts that are due. */
  addPose(seconds: number, pose: Pose | null): readonly MoveVerdict[];
  /** The judgement that lights the player at a song time; null = none. */
  outlineAt(seconds: number): Judgement | null;
  /** Beats until the first move, 0 or less once it has begun. */
  beatsToGo(seconds: number): number;
  /** Index of the move at a song time, -1 between moves. */
  moveAt(seconds: number): number;
  /** Mean score of the moves judged so far, 0..100. */
  readonly scoreSoFar: number;
  /**
   * Waits for the last looks, sums up and stores the take; null when it is finished already, or was thrown away meanwhile.
   * @throws StudioError `recorder-failed`, `storage-*`
   */
  finish(onJudging: () => void): Promise<{ verdict: Verdict; take: TakeRecord } | null>;
  /** Throws the take away. */
  discard(): Promise<void>;
}

export interface DanceRunOptions {
  readonly storage: Storage;
  /** Measured lag of this device, milliseconds, read at each picture. */
  readonly latencyMs: () => number;
}

/** Opens a take and a judge on a floor. @throws StudioError `storage-*`, `recorder-failed` */
export async function createDanceRun(floor: DanceFloor, options: DanceRunOptions): Promise<DanceRun> {
  const { challenge, compiled, song } = floor.loaded;
  const { grid } = floor.dance.song;
  const neutral = floor.framing.neutral();
  const session: TakeSession = await startTakeSession({
    storage: options.storage,
    name: challenge.title.en,
    origin: floor.performer.source,
    size: floor.performer.size,
    fps: TAKE_FPS,
    mirror: floor.isMirrored,
    microphone: null,
    music: { song, songStart: 0 },
    challengeId: challenge.id,
  });
  const clock: TakeClock = createTakeClock(floor.dance.song, LEAD_IN_BEATS);
  const judge: Judge = createJudge({
    reference: compiled.reference,
    moves: compiled.moves,
    // The player faces the coach and follows as a mirror does.
    mirrored: true,
    seated: floor.framing.isSeated,
    aspect: floor.performer.size.width / floor.performer.size.height,
    ...(neutral === null ? {} : { neutral }),
  });
  const firstMove = compiled.moves[0]?.start ?? 0;
  let counting: ReturnType<typeof setTimeout> | undefined;
  let isFinishing = false;
  let isEnding = false;
  let judged = 0;
  let total = 0;
  let last: { readonly judgement: Judgement; readonly seconds: number } | null = null;

  const run: DanceRun = {
    duration: challenge.duration,
    get isEnding() {
      return isEnding;
    },
    lastSeenMs: performance.now(),
    secondsAt: (capturedAtMs) => clock.secondsAt(capturedAtMs) - options.latencyMs() / 1000,
    start: () => clock.start(),
    pause() {
      clearTimeout(counting);
      clock.pause();
    },
    resume(onBeat, onGo) {
      clearTimeout(counting);
      const count = (left: number): void => {
        if (left > 0) {
          onBeat(left);
          counting = setTimeout(() => count(left - 1), clock.beat * 1000);
          return;
        }
        run.lastSeenMs = performance.now();
        clock.resume();
        onGo();
      };
      count(RESUME_BEATS);
    },
    addPicture(video, seconds) {
      if (seconds < challenge.duration) session.addPicture(video, seconds);
    },
    addPose(seconds, pose) {
      session.addPose(seconds, pose);
      const due = judge.push(seconds, pose);
      for (const verdict of due) {
        judged += 1;
        total += verdict.score;
        last = { judgement: verdict.judgement, seconds };
      }
      return due;
    },
    outlineAt: (seconds) =>
      last !== null && seconds - last.seconds < OUTLINE_SECONDS ? last.judgement : null,
    beatsToGo: (seconds) => Math.ceil(-beatPosition({ ...grid, firstBeat: firstMove }, seconds)),
    moveAt: (seconds) => compiled.moves.findIndex(({ start, end }) => seconds >= start && seconds < end),
    get scoreSoFar() {
      return judged === 0 ? 0 : Math.round(total / judged);
    },
    async finish(onJudging) {
      if (isFinishing) return null;
      isFinishing = true;
      // The last pictures are still being looked at.
      await new Promise((resolve) => setTimeout(resolve, LAST_LOOK_MS));
      if (isEnding) return null;
      isEnding = true;
      onJudging();
      clock.dispose();
      const verdict = judge.finish();
      return { verdict, take: await session.finish(challenge.duration, verdict) };
    },
    async discard() {
      isEnding = true;
      clearTimeout(counting);
      clock.dispose();
      await session.discard();
    },
  };
  return run;
}
