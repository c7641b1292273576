/**
 * Plays a song and is the master clock of a dance: song time comes from the AudioContext, corrected by what the
 * output still holds back, so that "now" is what the dancer hears. It never restarts by itself.
 */
import type { Disposable } from '../core/ownership';
import { StudioError } from '../core/errors';
import { clamp } from '../core/scalar';
import { pcmDuration, pcmLength, type Pcm } from './pcm';

/** A click of the count-in. */
export interface ClickTime {
  /** Seconds of song time; negative = before the song. */
  readonly songTime: number;
  /** Accented clicks are higher and louder. */
  readonly accent: boolean;
}

export interface SongPlayer extends Disposable {
  /** Seconds. */
  readonly duration: number;
  /** Whether song time is running (also during a count-in before 0). */
  readonly playing: boolean;
  /** Whether it was paused and can be resumed. */
  readonly paused: boolean;
  /** 0..1; moves within 20 ms, so that it never clicks. */
  volume: number;
  /**
   * Runs song time from `atSongTime` (seconds; negative = silence up to 0, for a count-in). Stops what played before.
   * Needs to follow a gesture of the person, as browsers ask. Resolves when the clock runs, or, without a sound,
   * when `stop`, `dispose` or another `start` came first.
   */
  start(atSongTime: number, clicks?: readonly ClickTime[]): Promise<void>;
  /** Ends playing; `onEnded` is not called. */
  stop(): void;
  /** Freezes song time; not a sample is lost or played twice. Nothing happens when it does not play. */
  pause(): void;
  /** Goes on exactly where `pause` froze. Nothing happens when it is not paused. */
  resume(): void;
  /**
   * Song time in seconds that was heard, or will be, at a time of `performance.now()`.
   * Beyond the ends of the song the clock runs on until stopped; while paused or stopped it stands still.
   */
  songTimeAt(performanceNowMs: number): number;
  /** Called once each time the song was played to its end; returns the way to stop listening. */
  onEnded(listener: () => void): () => void;
}

/** Sound starts this much after the call, so that its first samples are never late. */
const LEAD_SECONDS = 0.05;

/** Fade that keeps a cut in the sound from clicking. */
const FADE_SECONDS = 0.008;

/** How far a reported output time may lie behind the context's own clock before it is not believed. */
const LONGEST_LATENCY_SECONDS = 1;

/**
 * @param pcm is copied into an AudioBuffer; mono and stereo
 * @throws StudioError `audio-undecodable` for an empty sound
 */
export function createSongPlayer(pcm: Pcm): SongPlayer {
  if (pcmLength(pcm) === 0)
    throw new StudioError('audio-undecodable', 'A song needs at least one sample, got none.');
  return new ContextSongPlayer(pcm);
}

class ContextSongPlayer implements SongPlayer {
  readonly duration: number;
  readonly #context: AudioContext;
  readonly #buffer: AudioBuffer;
  readonly #volume: GainNode;
  readonly #listeners = new Set<() => void>();
  #run: Run | null = null;
  /** Song time while nothing runs. */
  #frozenAt = 0;
  #paused: readonly ClickTime[] | null = null;
  #generation = 0;
  #level = 1;
  #disposed = false;

  constructor(pcm: Pcm) {
    this.duration = pcmDuration(pcm);
    this.#context = new AudioContext({ latencyHint: 'interactive' });
    this.#buffer = this.#context.createBuffer(pcm.channels.length, pcmLength(pcm), pcm.sampleRate);
    pcm.channels.forEach((channel, index) => this.#buffer.copyToChannel(Float32Array.from(channel), index));
    this.#volume = this.#context.createGain();
    this.#volume.connect(this.#context.destination);
  }

  get playing(): boolean {
    return this.#run !== null;
  }

  get paused(): boolean {
    return this.#paused !== null;
  }

  get volume(): number {
    return this.#level;
  }

  set volume(level: number) {
    this.#level = clamp(level, 0, 1);
    this.#volume.gain.setTargetAtTime(this.#level, this.#context.currentTime, 0.005);
  }

  async start(atSongTime: number, clicks: readonly ClickTime[] = []): Promise<void> {
    this.stop();
    this.#generation += 1;
    const generation = this.#generation;
    this.#frozenAt = atSongTime;
    if (!this.#disposed) await this.#context.resume();
    if (this.#disposed || generation !== this.#generation) return;
    this.#run = this.#play(atSongTime, clicks);
  }

  stop(): void {
    this.#generation += 1;
    this.#paused = null;
    if (this.#run === null) return;
    this.#frozenAt = this.songTimeAt(performance.now());
    this.#silence(this.#run, this.#context.currentTime);
    this.#run = null;
  }

  pause(): void {
    const run = this.#run;
    if (run === null) return;
    this.#generation += 1;
    const now = this.#context.currentTime;
    // Song time of the next sample that is not yet handed out: the sound ends there and will go on there.
    this.#frozenAt = Math.max(run.songTime, run.songTime + (now - run.contextTime));
    this.#paused = run.clicks;
    this.#silence(run, now);
    this.#run = null;
  }

  resume(): void {
    const clicks = this.#paused;
    if (clicks === null) return;
    this.#paused = null;
    // A page that was put to sleep may have suspended the context; its clock waits with it.
    void this.#context.resume();
    this.#run = this.#play(this.#frozenAt, clicks);
  }

  songTimeAt(performanceNowMs: number): number {
    const run = this.#run;
    if (run === null) return this.#frozenAt;
    const heard = this.#heardContextTime(performanceNowMs);
    // Before the first sample comes out the clock waits at the start.
    return run.songTime + Math.max(0, heard - run.contextTime);
  }

  onEnded(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.stop();
    this.#disposed = true;
    this.#listeners.clear();
    void this.#context.close();
  }

  /** Context time of the sample that is heard at a moment of the page's clock. */
  #heardContextTime(performanceNowMs: number): number {
    const { currentTime } = this.#context;
    const stamp = this.#context.getOutputTimestamp();
    if (stamp.contextTime !== undefined && stamp.performanceTime !== undefined && stamp.performanceTime > 0) {
      const heardNow = stamp.contextTime + (performance.now() - stamp.performanceTime) / 1000;
      // Some devices report zeros or stale stamps: believed only where it fits the context's own clock.
      if (heardNow <= currentTime + 0.1 && heardNow >= currentTime - LONGEST_LATENCY_SECONDS) {
        return stamp.contextTime + (performanceNowMs - stamp.performanceTime) / 1000;
      }
    }
    // Safari and old Firefox have no outputLatency.
    const latency = (this.#context.outputLatency as number | undefined) ?? this.#context.baseLatency;
    return currentTime - latency + (performanceNowMs - performance.now()) / 1000;
  }

  #play(songTime: number, clicks: readonly ClickTime[]): Run {
    const context = this.#context;
    const contextTime = context.currentTime + LEAD_SECONDS;
    const fader = context.createGain();
    fader.connect(this.#volume);
    const source = context.createBufferSource();
    source.buffer = this.#buffer;
    source.connect(fader);
    const run: Run = { songTime, contextTime, clicks, fader, sources: [source] };
    source.onended = () => this.#endOf(run);
    source.start(contextTime + Math.max(0, -songTime), Math.max(0, songTime));
    for (const click of clicks) {
      if (click.songTime < songTime) continue;
      run.sources.push(this.#click(contextTime + click.songTime - songTime, click.accent, fader));
    }
    return run;
  }

  #click(contextTime: number, accent: boolean, output: AudioNode): OscillatorNode {
    const oscillator = this.#context.createOscillator();
    oscillator.type = 'triangle';
    oscillator.frequency.value = accent ? 1760 : 1175;
    const envelope = this.#context.createGain();
    envelope.gain.setValueAtTime(0, contextTime);
    envelope.gain.linearRampToValueAtTime(accent ? 0.5 : 0.35, contextTime + 0.001);
    envelope.gain.exponentialRampToValueAtTime(0.001, contextTime + 0.07);
    oscillator.connect(envelope).connect(output);
    oscillator.start(contextTime);
    oscillator.stop(contextTime + 0.08);
    return oscillator;
  }

  #silence(run: Run, from: number): void {
    run.fader.gain.setValueAtTime(1, from);
    run.fader.gain.linearRampToValueAtTime(0, from + FADE_SECONDS);
    for (const source of run.sources) {
      source.onended = null;
      source.stop(from + FADE_SECONDS);
    }
    const [song] = run.sources;
    if (song !== undefined) song.onended = () => run.fader.disconnect();
  }

  #endOf(run: Run): void {
    if (run !== this.#run) return;
    this.#frozenAt = this.duration;
    this.#run = null;
    run.fader.disconnect();
    for (const listener of this.#listeners) listener();
  }
}

/** One stretch of playing. */
interface Run {
  /** Song time at `contextTime`. */
  readonly songTime: number;
  /** When the first sample is handed to the output. */
  readonly contextTime: number;
  readonly clicks: readonly ClickTime[];
  readonly fader: GainNode;
  readonly sources: (AudioBufferSourceNode | OscillatorNode)[];
}
