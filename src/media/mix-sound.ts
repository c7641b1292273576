/** Lays pieces of sound over each other, to the sample. Pure: the same plan and sounds give the same bytes. */
import { clamp, lerp } from '../core/scalar';
import type { GainPoint, SoundBus, SoundPiece, SoundPlan } from '../project/frame-plan';
import { duckUnder } from './duck-under';
import { evenLoudness } from './even-loudness';
import { limitPeaks } from './limit-peaks';
import { pacedSound } from './paced-sound';
import { createPcm, pcmLength, type Pcm } from './pcm';

/** Samples a second of the mix. */
export const MIX_RATE = 48_000;

/**
 * The film's sound: 48 kHz stereo, exactly `plan.duration` long (to the nearest sample), true peaks held at −1 dBTP.
 * Pieces whose sound is null are silent.
 * @param soundOf the whole sound of a piece's source, any rate, mono or stereo
 */
export async function mixSound(
  plan: SoundPlan,
  soundOf: (piece: SoundPiece) => Promise<Pcm | null>,
): Promise<Pcm> {
  const buses = openBuses(plan);
  for (const piece of plan.pieces) {
    const sound = await soundOf(piece);
    if (sound !== null) addPiece(buses[piece.bus], piece, sound);
  }
  const mix = sumBuses(buses, plan.master.duck);
  if (plan.master.evenLoudness) return evenLoudness(mix);
  limitPeaks(mix);
  return mix;
}

type Buses = Readonly<Record<SoundBus, Pcm>>;

/** One for each, or one for all where none has to give way to another. */
function openBuses({ duration, pieces, master }: SoundPlan): Buses {
  const open = (): Pcm => createPcm(MIX_RATE, 2, Math.round(duration * MIX_RATE));
  const film = open();
  const ducks = master.duck > 0 && pieces.some(({ bus }) => bus === 'voice');
  return ducks ? { film, music: open(), voice: open() } : { film, music: film, voice: film };
}

/** Everything in the film's bus, the music stepping back. */
function sumBuses({ film, music, voice }: Buses, duck: number): Pcm {
  if (music === film) return film;
  duckUnder(music, voice, duck);
  film.channels.forEach((target, index) => {
    const [under, over] = [music.channels[index], voice.channels[index]];
    for (let at = 0; at < target.length; at += 1) {
      target[at] = (target[at] ?? 0) + (under?.[at] ?? 0) + (over?.[at] ?? 0);
    }
  });
  return film;
}

function addPiece(bus: Pcm, piece: SoundPiece, sound: Pcm): void {
  const start = Math.round(piece.start * MIX_RATE);
  const paced = pacedSound(sound, piece, MIX_RATE);
  const length = pcmLength(paced);
  const gains = gainsOf(piece, length);
  bus.channels.forEach((target, index) => {
    const samples = paced.channels[index] ?? paced.channels[0];
    if (samples === undefined) return;
    const last = Math.min(length, target.length - start);
    // Inside by construction.
    for (let at = Math.max(0, -start); at < last; at += 1) target[start + at]! += samples[at]! * gains[at]!;
  });
}

/** Gain × fades × envelope, one a sample of the piece. */
function gainsOf(piece: SoundPiece, length: number): Float64Array {
  const gains = new Float64Array(length).fill(piece.gain);
  const { fadeIn, fadeOut, duration } = piece;
  // Between the fades nothing changes.
  const risen = Math.min(length, Math.ceil(fadeIn * MIX_RATE));
  const falls = Math.max(risen, Math.floor((duration - fadeOut) * MIX_RATE));
  for (let at = 0; at < risen; at += 1) gains[at]! *= fadeAt(piece, at / MIX_RATE);
  for (let at = falls; at < length; at += 1) gains[at]! *= fadeAt(piece, at / MIX_RATE);
  if (piece.envelope !== undefined) multiplyAlong(gains, piece.envelope);
  return gains;
}

/** 0..1, linear at both ends. `seconds` since the piece began. */
function fadeAt({ fadeIn, fadeOut, duration }: SoundPiece, seconds: number): number {
  const rise = fadeIn > 0 ? seconds / fadeIn : 1;
  const fall = fadeOut > 0 ? (duration - seconds) / fadeOut : 1;
  return clamp(Math.min(rise, fall), 0, 1);
}

/** Linear between the points, held outside; no point changes nothing. */
function multiplyAlong(gains: Float64Array, points: readonly GainPoint[]): void {
  let next = 0;
  for (let at = 0; at < gains.length; at += 1) {
    const seconds = at / MIX_RATE;
    while ((points[next]?.at ?? Infinity) <= seconds) next += 1;
    gains[at] = (gains[at] ?? 0) * gainBetween(points[next - 1], points[next], seconds);
  }
}

function gainBetween(before: GainPoint | undefined, after: GainPoint | undefined, seconds: number): number {
  if (before === undefined || after === undefined) return before?.gain ?? after?.gain ?? 1;
  return lerp(before.gain, after.gain, (seconds - before.at) / (after.at - before.at));
}
