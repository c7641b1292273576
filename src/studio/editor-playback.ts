/** The running playhead: follows the sound, tells every display frame, stops at the end. */
import type { Disposable } from '../core/ownership';
import { toFlicks, toSeconds, type Flicks } from '../core/time';
import { projectDuration } from '../project/duration';
import { planSound } from '../project/plan-sound';
import type { Project } from '../project/project';
import type { EditorSound } from './editor-sound';

export interface EditorPlayback extends Disposable {
  readonly playing: boolean;
  start(at: Flicks): void;
  stop(): void;
  /** Goes on elsewhere, or with what has changed. */
  restart(at: Flicks): void;
}

export interface EditorPlaybackOptions {
  readonly sound: EditorSound;
  readonly project: () => Project;
  /** Each display frame while the film runs. */
  readonly onTime: (time: Flicks) => void;
  /** The film has run to its end. */
  readonly onEnd: () => void;
}

export function createEditorPlayback(options: EditorPlaybackOptions): EditorPlayback {
  let playing = false;
  let request = 0;

  const tick = (): void => {
    if (!playing) return;
    const seconds = options.sound.now();
    if (seconds !== null) {
      const end = projectDuration(options.project());
      const time = toFlicks(Math.max(0, seconds));
      if (time >= end) {
        stop();
        options.onEnd();
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

  const start = (at: Flicks): void => {
    stop();
    playing = true;
    // `now` gives null until the sound is ready, and the playhead waits for it.
    void options.sound.start(planSound(options.project()), toSeconds(at));
    request = requestAnimationFrame(tick);
  };

  return {
    get playing() {
      return playing;
    },
    start,
    stop,
    restart(at) {
      if (playing) start(at);
    },
    dispose: stop,
  };
}
