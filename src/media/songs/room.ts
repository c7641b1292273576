/** Reverb and echo: the space that the instruments share. */

/** Comb and allpass lengths of Freeverb (Jezar, public domain) in samples at 44.1 kHz. */
const COMBS = [1116, 1188, 1277, 1356, 1422, 1491, 1557, 1617];
const ALLPASSES = [556, 441, 341, 225];
/** The right side's lines are longer by this, which makes the room wide. */
const STEREO_SPREAD = 23;

/** A reverb's size and tone. */
export interface RoomSettings {
  /** 0..1: how long it rings. 0.7 ≈ 1 s, 0.85 ≈ 2 s. */
  readonly feedback: number;
  /** 0..1: how fast the highs go. */
  readonly damping: number;
}

/** The reverberation of a mono input, in stereo and wet only. */
export function reverberate(
  input: Float32Array,
  sampleRate: number,
  settings: RoomSettings,
): readonly [left: Float32Array, right: Float32Array] {
  return [side(input, sampleRate, settings, 0), side(input, sampleRate, settings, STEREO_SPREAD)];
}

function side(input: Float32Array, sampleRate: number, settings: RoomSettings, spread: number): Float32Array {
  const output = new Float32Array(input.length);
  const scale = sampleRate / 44_100;
  for (const length of COMBS) {
    const line = new Float32Array(Math.round((length + spread) * scale));
    let at = 0;
    let lowered = 0;
    for (let frame = 0; frame < input.length; frame += 1) {
      const delayed = line[at] ?? 0;
      lowered = delayed * (1 - settings.damping) + lowered * settings.damping;
      line[at] = (input[frame] ?? 0) * 0.06 + lowered * settings.feedback;
      output[frame] = (output[frame] ?? 0) + delayed;
      at = at + 1 === line.length ? 0 : at + 1;
    }
  }
  for (const length of ALLPASSES) {
    const line = new Float32Array(Math.round((length + spread) * scale));
    let at = 0;
    for (let frame = 0; frame < input.length; frame += 1) {
      const delayed = line[at] ?? 0;
      const sample = output[frame] ?? 0;
      line[at] = sample + delayed * 0.5;
      output[frame] = delayed - sample;
      at = at + 1 === line.length ? 0 : at + 1;
    }
  }
  return output;
}

/** Echoes of a stereo input that hop from side to side, each darker than the last; wet only. */
export function echo(
  left: Float32Array,
  right: Float32Array,
  sampleRate: number,
  settings: { readonly seconds: number; readonly feedback: number },
): readonly [left: Float32Array, right: Float32Array] {
  const length = Math.round(settings.seconds * sampleRate);
  const lineLeft = new Float32Array(length);
  const lineRight = new Float32Array(length);
  const wetLeft = new Float32Array(left.length);
  const wetRight = new Float32Array(right.length);
  let darkLeft = 0;
  let darkRight = 0;
  let at = 0;
  for (let frame = 0; frame < left.length; frame += 1) {
    const outLeft = lineLeft[at] ?? 0;
    const outRight = lineRight[at] ?? 0;
    darkLeft += (outLeft - darkLeft) * 0.35;
    darkRight += (outRight - darkRight) * 0.35;
    lineLeft[at] = (left[frame] ?? 0) + darkRight * settings.feedback;
    lineRight[at] = (right[frame] ?? 0) * 0.6 + darkLeft * settings.feedback;
    wetLeft[frame] = outLeft;
    wetRight[frame] = outRight;
    at = at + 1 === length ? 0 : at + 1;
  }
  return [wetLeft, wetRight];
}
