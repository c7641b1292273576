/** The film's sound, mixed when it has changed, and the clock that the picture follows. */
import { isCancelled } from '../core/errors';
import type { Disposable } from '../core/ownership';
import { createSoundMixer } from '../media/mix-sound-client';
import type { Pcm } from '../media/pcm';
import { soundLevels, type SoundLevels } from '../media/sound-levels';
import type { SoundPiece, SoundPlan } from '../project/frame-plan';

/** How long a browser may take to let sound begin before the film plays without, in milliseconds. */
const RESUME_PATIENCE_MS = 1000;

export interface EditorSound extends Disposable {
  /** Begins to mix ahead of time. */
  prepare(plan: SoundPlan): void;
  /** The film's sound as it is heard; null where nothing sounds, or it cannot be made. */
  mix(plan: SoundPlan): Promise<Pcm | null>;
  /** How loud the film is from instant to instant; null where nothing sounds. */
  levels(plan: SoundPlan): Promise<SoundLevels | null>;
  /**
   * Plays from a film time in seconds; resolves when it sounds. With sound that cannot be made the film plays silently
   * and `onError` is told.
   */
  start(plan: SoundPlan, at: number): Promise<void>;
  stop(): void;
  /** Film time in seconds that is heard now; null while stopped. */
  now(): number | null;
}

export interface EditorSoundOptions {
  /** The whole sound of a piece's source; null where it has none. */
  readonly load: (piece: SoundPiece) => Promise<Pcm | null>;
  readonly onError: (error: unknown) => void;
}

interface Playing {
  readonly source: AudioBufferSourceNode | null;
  /** Film time minus the time of the clock, in seconds. */
  readonly offset: number;
  readonly clock: () => number;
}

export function createEditorSound({ load, onError }: EditorSoundOptions): EditorSound {
  const mixer = createSoundMixer();
  let context: AudioContext | null = null;
  let mixed: { readonly key: string; readonly pcm: Promise<Pcm | null> } | null = null;
  let measured: { readonly pcm: Pcm; readonly levels: SoundLevels } | null = null;
  let playing: Playing | null = null;
  let turn = 0;

  const mix = (plan: SoundPlan): Promise<Pcm | null> => {
    const key = JSON.stringify(plan);
    if (mixed?.key === key) return mixed.pcm;
    const pcm = plan.pieces.length === 0 ? Promise.resolve(null) : mixer.mix(plan, load);
    const heard: Promise<Pcm | null> = pcm.catch((error: unknown) => {
      // Overtaken: what is heard now is the newer version of the film.
      if (isCancelled(error)) return mixed === null || mixed.pcm === heard ? null : mixed.pcm;
      onError(error);
      return null;
    });
    mixed = { key, pcm: heard };
    return heard;
  };

  const stop = (): void => {
    turn += 1;
    playing?.source?.stop();
    playing?.source?.disconnect();
    playing = null;
  };

  return {
    prepare: (plan) => void mix(plan),
    mix,
    async levels(plan) {
      const pcm = await mix(plan);
      if (pcm === null) return null;
      if (measured?.pcm !== pcm) measured = { pcm, levels: soundLevels(pcm) };
      return measured.levels;
    },
    async start(plan, at) {
      stop();
      const mine = turn;
      context ??= new AudioContext({ latencyHint: 'interactive' });
      const audio = context;
      const [pcm, sounds] = await Promise.all([mix(plan), wake(audio)]);
      if (mine !== turn) return;
      if (!sounds) {
        const began = performance.now();
        playing = { source: null, offset: at, clock: () => (performance.now() - began) / 1000 };
        return;
      }
      const source = pcm === null ? null : sourceOf(audio, pcm);
      const began = audio.currentTime;
      source?.start(began, Math.max(0, at));
      // What is heard now left the mixer this much earlier.
      const latency = audio.outputLatency || audio.baseLatency || 0;
      playing = { source, offset: at, clock: () => Math.max(0, audio.currentTime - began - latency) };
    },
    stop,
    now: () => (playing === null ? null : playing.offset + playing.clock()),
    dispose() {
      stop();
      void context?.close();
      context = null;
      mixer.dispose();
      mixed = null;
      measured = null;
    },
  };
}

/** Whether the context runs; a browser without loudspeakers may never let it. */
async function wake(context: AudioContext): Promise<boolean> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, RESUME_PATIENCE_MS));
  await Promise.race([context.resume(), patience]);
  return context.state === 'running';
}

function sourceOf(context: AudioContext, pcm: Pcm): AudioBufferSourceNode {
  const length = Math.max(1, pcm.channels[0]?.length ?? 0);
  const buffer = context.createBuffer(Math.max(1, pcm.channels.length), length, pcm.sampleRate);
  pcm.channels.forEach((channel, index) => buffer.copyToChannel(new Float32Array(channel), index));
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  return source;
}
