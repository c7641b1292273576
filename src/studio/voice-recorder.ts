/** Records a voice over the running film, each sample where it was spoken. */
import { openMicrophone } from '../capture/camera';
import { tapMicrophone } from '../capture/microphone-tap';
import { StudioError } from '../core/errors';
import { Scope, type Disposable } from '../core/ownership';
import type { Pcm } from '../media/pcm';

/** Longest recording in seconds: it is kept in memory until it is stored. */
const LONGEST_SECONDS = 600;

/** Clocks tremble by some milliseconds. */
const LARGEST_DRIFT_SECONDS = 0.1;

export interface VoiceRecorder extends Disposable {
  /** Ends the recording; null when nothing was heard. The sound begins at the film time that it was started for. */
  end(): Pcm | null;
}

export interface VoiceRecorderOptions {
  readonly microphoneId: string | null;
  /** Film time in seconds that is heard now; null while the film does not run yet. */
  readonly filmNow: () => number | null;
  /** Film time in seconds at which the recording begins: what is heard before is dropped. */
  readonly from: number;
  readonly onError: (error: unknown) => void;
}

/**
 * Opens the microphone and listens. A block's place is the film time that was heard when it was spoken: what the
 * loudspeaker delays is in the film's clock, what the microphone delays is what its driver says.
 * @throws StudioError `microphone-denied`, `microphone-missing`
 */
export async function startVoiceRecorder(options: VoiceRecorderOptions): Promise<VoiceRecorder> {
  const scope = new Scope();
  const stream = await openMicrophone(options.microphoneId);
  scope.defer(() => {
    for (const track of stream.getTracks()) track.stop();
  });
  const [track] = stream.getAudioTracks();
  if (track === undefined) {
    scope.dispose();
    throw new StudioError('microphone-missing', 'The microphone gave no sound track.');
  }
  // Not in the DOM library: seconds between the sound and its sample.
  const { latency = 0 } = track.getSettings() as MediaTrackSettings & { latency?: number };
  let sampleRate = 48_000;
  let samples = new Float32Array(sampleRate * 30);
  let end = 0;
  let heardAny = false;

  const place = (at: number, block: Float32Array): void => {
    const first = Math.max(0, -at);
    const last = at + block.length;
    if (last <= 0 || last > LONGEST_SECONDS * sampleRate) return;
    if (last > samples.length) {
      const longer = new Float32Array(last * 2);
      longer.set(samples);
      samples = longer;
    }
    samples.set(block.subarray(first), at + first);
    end = Math.max(end, last);
    heardAny = true;
  };

  let next: number | null = null;
  scope.own(
    tapMicrophone(
      track,
      (block) => {
        const now = options.filmNow();
        if (now === null) return;
        sampleRate = block.sampleRate;
        const spoken = now - (performance.now() - block.heardMs) / 1000 - latency - options.from;
        const measured = Math.round(spoken * sampleRate);
        // Samples are counted: the clock only corrects what is further off than it trembles.
        const at: number =
          next !== null && Math.abs(measured - next) < LARGEST_DRIFT_SECONDS * sampleRate ? next : measured;
        const mono = mixDown(block.channels);
        place(at, mono);
        next = at + mono.length;
      },
      options.onError,
    ),
  );
  return {
    end() {
      scope.dispose();
      return heardAny ? { sampleRate, channels: [samples.slice(0, end)] } : null;
    },
    dispose: () => scope.dispose(),
  };
}

function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(), second] = channels;
  return second === undefined ? first : first.map((sample, index) => (sample + (second[index] ?? 0)) / 2);
}
