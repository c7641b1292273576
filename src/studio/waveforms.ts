/** The outlines of sounds on the timeline: read once, when nothing else is to be done, and remembered. */
import type { Disposable } from '../core/ownership';
import type { Pcm } from '../media/pcm';
import { waveformBytes, waveformOf, type Waveform } from '../media/waveform';
import type { SoundPiece } from '../project/frame-plan';

export { FULL_PEAK, peaksAlong } from '../media/waveform';

/** Bytes of outlines that are kept: a minute takes 32 kB, so two hours of sound. */
const KEPT_BYTES = 4_000_000;

/** Milliseconds that the reading waits at most for a page that is never idle, such as one that plays. */
const LONGEST_WAIT_MS = 500;

export interface Waveforms extends Disposable {
  /**
   * The outline of a whole sound; null where there is none.
   * @throws what reading the sound throws; the next call tries again
   */
  of(from: SoundPiece['from']): Promise<Waveform | null>;
}

/** @param options.soundOf the whole sound of a source; null where it has none */
export function createWaveforms(options: {
  readonly soundOf: (from: SoundPiece['from']) => Promise<Pcm | null>;
  readonly keptBytes?: number;
}): Waveforms {
  const { soundOf, keptBytes = KEPT_BYTES } = options;
  /** By source, the one that was asked for longest ago first. */
  const known = new Map<string, Promise<Waveform | null>>();
  const bytes = new Map<string, number>();
  /** One after the other, so that many clips that appear at once do not fill a frame. */
  let queue: Promise<unknown> = Promise.resolve();
  let disposed = false;

  const read = async (from: SoundPiece['from']): Promise<Waveform | null> => {
    const sound = disposed ? null : await soundOf(from);
    if (sound === null) return null;
    await untilIdle();
    return disposed ? null : waveformOf(sound);
  };

  const forgetOldest = (): void => {
    let kept = [...bytes.values()].reduce((sum, size) => sum + size, 0);
    for (const key of [...known.keys()]) {
      if (kept <= keptBytes) return;
      const size = bytes.get(key);
      // What is still being read has no size yet.
      if (size === undefined) continue;
      kept -= size;
      known.delete(key);
      bytes.delete(key);
    }
  };

  const start = (key: string, from: SoundPiece['from']): Promise<Waveform | null> => {
    const reading = queue.then(() => read(from));
    queue = reading.then(
      (waveform) => {
        bytes.set(key, waveform === null ? 0 : waveformBytes(waveform));
        forgetOldest();
      },
      () => known.delete(key),
    );
    return reading;
  };

  return {
    of(from) {
      const key = JSON.stringify(from);
      const waveform = known.get(key) ?? start(key, from);
      known.delete(key);
      known.set(key, waveform);
      return waveform;
    },
    dispose() {
      disposed = true;
      known.clear();
      bytes.clear();
    },
  };
}

/** Until the page has nothing better to do; a turn later where a browser (Safari) does not say. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS });
    else setTimeout(resolve, 0);
  });
}
