/** The running playhead: follows the sound, tells every display frame, stops at the end. */
import type { Disposable } from '../core/ownership';
import { ZERO_FLICKS, toFlicks, toSeconds, type Flicks } from '../core/time';
import { projectDuration } from '../project/duration';
import { planSound } from '../project/plan-sound';
import type { Project } from '../project/project';
import type { TimeRange } from './editor';
import type { EditorSound } from './editor-sound';

export interface EditorPlayback extends Disposable {
  readonly playing: boolean;
  /** @param rate 1 with sound; any other without, negative ones backwards */
  start(at: Flicks, rate?: number): void;
  stop(): void;
  /** Goes on elsewhere, or with what has changed. */
  restart(at: Flicks): void;
}

export interface EditorPlaybackOptions {
  readonly sound: EditorSound;
  readonly project: () => Project;
  /** The part that is played again and again; null for the whole film. */
  readonly range: () => TimeRange | null;
  /** Each display frame while the film runs. */
  readonly onTime: (time: Flicks) => void;
  /** The film has run to its end, or back to its beginning. */
  readonly onEnd: (at: Flicks) => void;
}

export function createEditorPlayback(options: EditorPlaybackOptions): EditorPlayback {
  let playing = false;
  let request = 0;
  let rate = 1;
  /** The clock of a film that runs without its sound. */
  let silent: { readonly at: number; readonly beganMs: number } | null = null;

  const now = (): number | null => {
    if (silent === null) return options.sound.now();
    return silent.at + (rate * (performance.now() - silent.beganMs)) / 1000;
  };

  const tick = (): void => {
    if (!playing) return;
    const seconds = now();
    if (seconds !== null) {
      const range = options.range();
      const end = range?.to ?? projectDuration(options.project());
      const begin = range?.from ?? ZERO_FLICKS;
      const time = toFlicks(Math.max(0, seconds));
      const isOver = rate > 0 ? time >= end : seconds <= toSeconds(begin);
      if (isOver && range !== null) {
        start(rate > 0 ? begin : end, rate);
        return;
      }
      if (isOver) {
        stop();
        options.onEnd(rate > 0 ? end : begin);
        return;
      }
      options.onTime(time);
    }
    request = requestAnimationFrame(tick);
  };

  const stop = (): void => {
    playing = false;
    cancelAnimationFrame(request);
    options.sound.stop();
  };

  const start = (at: Flicks, wantedRate = 1): void => {
    stop();
    playing = true;
    rate = wantedRate;
    silent = rate === 1 ? null : { at: toSeconds(at), beganMs: performance.now() };
    // `now` gives null until the sound is ready, and the playhead waits for it.
    if (silent === null) void options.sound.start(planSound(options.project()), toSeconds(at));
    request = requestAnimationFrame(tick);
  };

  return {
    get playing() {
      return playing;
    },
    start,
    stop,
    restart(at) {
      if (playing) start(at, rate);
    },
    dispose: stop,
  };
}
