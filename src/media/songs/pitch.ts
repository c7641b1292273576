/** Notes by name: how the scores of the bundled songs are written. */

const SEMITONES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/**
 * Frequency in hertz of a note in equal temperament, A4 = 440 Hz.
 * @param name letter, optional `#` or `b`, octave: `A4`, `C#5`, `Bb3`
 * @throws RangeError for anything else
 */
export function noteHertz(name: string): number {
  const match = /^([A-G])([#b]?)(-?\d)$/.exec(name);
  const [, letter = '', accidental, octave] = match ?? [];
  const semitone = SEMITONES[letter];
  if (semitone === undefined)
    throw new RangeError(`A note is a letter and an octave like "C#5", got "${name}".`);
  const bend = accidental === '#' ? 1 : accidental === 'b' ? -1 : 0;
  const midi = 12 * (Number(octave) + 1) + semitone + bend;
  return 440 * 2 ** ((midi - 69) / 12);
}
