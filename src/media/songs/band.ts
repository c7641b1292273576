/** The players of a song: drums and voices that read patterns, lines and chords in beats. What a composition is written for. */
import { beatSeconds, type BeatGrid } from '../../core/beat-grid';
import type { LocalizedText } from '../../core/locale';
import { createRandom } from '../../core/random';
import type { Pcm } from '../pcm';
import type { KickPatch, NoisePatch, StickPatch } from './drums';
import { playKick, playNoise, playRiser, playStick } from './drums';
import { playFm, type FmPatch } from './fm-voice';
import { mixDown } from './mixing-desk';
import type { RoomSettings } from './room';
import { createScorer, type Scorer } from './score';
import { createBus, type BusSettings, type StereoBus } from './stereo-bus';
import { playSynth, type SynthPatch } from './synth-voice';
import { createVoice, type Voice } from './voice';

/** A song as it is written. `perform` tells the band what to play; the rest is how it is counted and mixed. */
export interface Composition {
  readonly id: string;
  readonly name: LocalizedText;
  readonly bpm: number;
  /** Length in beats, the count-in of four and the last ringing included. */
  readonly beats: number;
  /** See `createScorer`. */
  readonly swing: number;
  readonly room: RoomSettings;
  readonly echo: { readonly beats: number; readonly feedback: number };
  /** Beats until a bus that the kick pushed down is back. */
  readonly duckBeats: number;
  /** See `DeskSettings.airDb`. */
  readonly airDb: number;
  readonly perform: (band: Band) => void;
}

/** One drum. Patterns are those of `Scorer.rhythm`. */
export interface Drum {
  readonly hit: (beat: number, velocity: number) => void;
  /** Repeats the pattern from beat `from` until beat `to`; `gain` scales its velocities. */
  readonly play: (pattern: string, from: number, to: number, gain?: number) => void;
}

export interface Band {
  /** A track of the mixing desk; players may share one. */
  readonly track: (settings: BusSettings) => StereoBus;
  /** A bass drum on a track of its own; each hit pushes down the tracks that duck. */
  readonly kick: (patch: KickPatch, gain: number) => Drum;
  /** A bass drum that pushes nothing: toms. */
  readonly tom: (track: StereoBus, patch: KickPatch) => Drum;
  readonly noise: (track: StereoBus, patch: NoisePatch, pan?: number) => Drum;
  readonly stick: (track: StereoBus, patch: StickPatch, pan?: number) => Drum;
  /** Noise that rises from one beat to another. */
  readonly riser: (track: StereoBus, from: number, to: number, velocity: number) => void;
  readonly synth: (track: StereoBus, patch: SynthPatch) => Voice;
  readonly fm: (track: StereoBus, patch: FmPatch) => Voice;
}

/**
 * Plays and mixes a composition: the same samples every time.
 * @param grid the song's own, or a slower one
 */
export function renderComposition(composition: Composition, sampleRate: number, grid: BeatGrid): Pcm {
  const scorer = createScorer(grid, composition.swing);
  const frames = Math.round(composition.beats * beatSeconds(grid) * sampleRate);
  const tracks: StereoBus[] = [];
  const kicks: number[] = [];
  composition.perform(createBand(scorer, sampleRate, frames, tracks, kicks));
  const song = mixDown(tracks, {
    sampleRate,
    frames,
    room: composition.room,
    echo: { seconds: scorer.lasting(composition.echo.beats), feedback: composition.echo.feedback },
    duckAt: kicks,
    duckRelease: scorer.lasting(composition.duckBeats),
    airDb: composition.airDb,
  });
  softenStart(song);
  return song;
}

/** Half a millisecond of rise: drums that are all struck on the very first sample would click. */
function softenStart({ sampleRate, channels }: Pcm): void {
  const frames = Math.round(0.0005 * sampleRate);
  for (const channel of channels) {
    for (let frame = 0; frame < frames; frame += 1) channel[frame] = (channel[frame] ?? 0) * (frame / frames);
  }
}

function createBand(
  scorer: Scorer,
  sampleRate: number,
  frames: number,
  tracks: StereoBus[],
  kicks: number[],
): Band {
  // Any seed does; the length is at hand and differs from song to song.
  const random = createRandom(frames);
  const drum = (strike: (seconds: number, velocity: number) => void): Drum => ({
    hit: (beat, velocity) => strike(scorer.at(beat), velocity),
    play: (pattern, from, to, gain = 1) =>
      scorer.rhythm(pattern, from, to, (seconds, velocity) => strike(seconds, velocity * gain)),
  });
  const track = (settings: BusSettings): StereoBus => {
    const bus = createBus(sampleRate, frames, settings);
    tracks.push(bus);
    return bus;
  };
  return {
    track,
    kick(patch, gain) {
      const bus = track({ gain });
      return drum((seconds, velocity) => {
        kicks.push(seconds);
        playKick(bus, patch, seconds, velocity);
      });
    },
    tom: (bus, patch) => drum((seconds, velocity) => playKick(bus, patch, seconds, velocity)),
    noise: (bus, patch, pan) =>
      drum((seconds, velocity) => playNoise(bus, patch, seconds, velocity, random, pan)),
    stick: (bus, patch, pan) => drum((seconds, velocity) => playStick(bus, patch, seconds, velocity, pan)),
    riser: (bus, from, to, velocity) => playRiser(bus, scorer.at(from), scorer.at(to), velocity, random),
    synth: (bus, patch) => createVoice(scorer, (note) => playSynth(bus, patch, note, random)),
    fm: (bus, patch) => createVoice(scorer, (note) => playFm(bus, patch, note)),
  };
}
