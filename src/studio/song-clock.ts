/** The clock of a take: the song's, or a plain one where there is no music. Seconds from the first frame; negative in the count-in. */
import type { BeatGrid } from '../core/beat-grid';
import { beatSeconds } from '../core/beat-grid';
import type { Disposable } from '../core/ownership';
import { createSongPlayer, type SongPlayer } from '../media/song-player';
import type { Pcm } from '../media/pcm';

/** Without music a count-in beat lasts a second. */
const PLAIN_BEAT_SECONDS = 1;

export interface TakeClock extends Disposable {
  /** Begins the count-in. */
  start(): Promise<void>;
  pause(): void;
  resume(): void;
  /** Seconds of the take at a moment of `performance.now()`. */
  secondsAt(nowMs: number): number;
  /** Length of a count-in beat in seconds. */
  readonly beat: number;
}

/** A song to dance to, ready to sound. */
export interface LoadedSong {
  readonly pcm: Pcm;
  readonly grid: BeatGrid;
  /** Song time in seconds of the take's first frame. */
  readonly songStart: number;
}

/**
 * @param countInBeats beats before the first frame
 */
export function createTakeClock(song: LoadedSong | null, countInBeats: number): TakeClock {
  return song === null ? createPlainClock(countInBeats) : createSongClock(song, countInBeats);
}

function createSongClock(song: LoadedSong, countInBeats: number): TakeClock {
  const player: SongPlayer = createSongPlayer(song.pcm);
  const beat = beatSeconds(song.grid);
  return {
    beat,
    start: () => player.start(song.songStart - countInBeats * beat),
    pause: () => player.pause(),
    resume: () => player.resume(),
    secondsAt: (nowMs) => player.songTimeAt(nowMs) - song.songStart,
    dispose: () => player.dispose(),
  };
}

function createPlainClock(countInBeats: number): TakeClock {
  let zeroMs = 0;
  let pausedAtMs: number | null = null;
  return {
    beat: PLAIN_BEAT_SECONDS,
    start() {
      zeroMs = performance.now() + countInBeats * PLAIN_BEAT_SECONDS * 1000;
      return Promise.resolve();
    },
    pause() {
      pausedAtMs ??= performance.now();
    },
    resume() {
      if (pausedAtMs === null) return;
      zeroMs += performance.now() - pausedAtMs;
      pausedAtMs = null;
    },
    secondsAt: (nowMs) => ((pausedAtMs ?? nowMs) - zeroMs) / 1000,
    dispose: () => undefined,
  };
}
