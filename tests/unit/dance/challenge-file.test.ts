/** What a shared challenge keeps, and that nothing hostile gets in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import {
  decodeChallengeFile,
  encodeChallengeFile,
  type SharedChallenge,
} from '../../../src/dance/challenge-file';
import { asSharedName } from '../../../src/dance/shared-text';
import { poseAtRow, PoseTrackBuilder, type PoseTrack } from '../../../src/pose/pose-track';
import { PACKED_ERROR } from '../../../src/pose/packed-track';
import { bundledReferences } from '../../bench/dance/references';

const [bundled] = bundledReferences();
if (bundled === undefined) throw new Error('No bundled challenge.');
const { track } = bundled;

const challenge: SharedChallenge = {
  id: 'kitchen-dance',
  title: '廚房舞 Küchentanz 💃',
  maker: 'Mia',
  level: 3,
  beats: { bpm: 120, firstBeat: 0.25, beatsPerBar: 4 },
  duration: 15,
  seated: false,
  bundledSong: null,
  songMimeType: 'audio/ogg',
  claimedScore: 87.5,
  moves: [
    { name: '1', start: 1, end: 2, keyTime: 1.5, hold: false, limbs: ['leftArm'], weights: { leftArm: 2 } },
    { name: 'Wave', start: 2, end: 3, keyTime: 2, hold: true, limbs: [], weights: {} },
  ],
  reference: track,
  ghost: track,
  song: Uint8Array.of(1, 2, 3),
};
const file = encodeChallengeFile(challenge);
/** The same with a dance of a blink, where only the words matter. */
const short: SharedChallenge = { ...challenge, reference: blink(track), ghost: null };

function blink(whole: PoseTrack): PoseTrack {
  const builder = new PoseTrackBuilder(whole);
  for (let row = 0; row < 3; row += 1) builder.append(whole.times[row] ?? 0, poseAtRow(whole, row));
  return builder.build();
}

/** `true` when the bytes are taken, the error when they are refused. */
function outcome(bytes: Uint8Array): unknown {
  try {
    decodeChallengeFile(bytes);
    return true;
  } catch (error) {
    return error;
  }
}

function expectRefusal(bytes: Uint8Array, reason: RegExp): void {
  const error = outcome(bytes);
  expect(error).toBeInstanceOf(StudioError);
  expect(error).toMatchObject({
    code: 'challenge-invalid',
    message: expect.stringMatching(reason) as string,
  });
}

describe('a challenge file', () => {
  it('keeps all that a challenge is', () => {
    const { reference, ghost, ...read } = decodeChallengeFile(file);
    const { reference: _reference, ghost: _ghost, ...written } = challenge;
    expect(read).toEqual(written);
    expect(reference.length).toBe(track.length);
    expect(ghost?.length).toBe(track.length);
    const off = reference.image.map((value, index) => Math.abs(value - (track.image[index] ?? 0)));
    expect(Math.max(...off)).toBeLessThanOrEqual(PACKED_ERROR);
    expect(reference.times[100]).toBeCloseTo(track.times[100] ?? NaN, 5);
  });

  it('comes out the same when it is written again', () => {
    expect(Buffer.from(encodeChallengeFile(decodeChallengeFile(file))).equals(file)).toBe(true);
  });

  it('of 15 seconds with a ghost stays under half a megabyte without its sound', () => {
    expect(file.length).toBeLessThan(500_000);
  });

  it('is not written with what its reader would refuse', () => {
    const [move] = challenge.moves;
    if (move === undefined) throw new Error('No move.');
    expect(() => encodeChallengeFile({ ...challenge, title: '' })).toThrow(StudioError);
    expect(() => encodeChallengeFile({ ...challenge, moves: [{ ...move, end: 0.5 }] })).toThrow(StudioError);
    expect(() => encodeChallengeFile({ ...challenge, moves: [{ ...move, end: 99 }] })).toThrow(StudioError);
  });
});

describe('a file from anybody', () => {
  it('is refused with a reason when it is empty, something else, cut off, newer or too long', () => {
    expectRefusal(new Uint8Array(), /empty/);
    expectRefusal(
      Uint8Array.from('%PDF-1.7 and so on', (letter) => letter.charCodeAt(0)),
      /no \.fifteen/,
    );
    expectRefusal(file.slice(0, 11), /cut off/);
    expectRefusal(file.slice(0, -1), /cut off/);
    expectRefusal(Uint8Array.from([...file, 0]), /hangs on its end/);
    const newer = file.slice();
    newer[8] = 2;
    expectRefusal(newer, /newer Fifteen/);
  });

  it.each([
    ['turns the direction of the text', 'abc\u202Ecod.exe'],
    ['holds control characters', 'abc\u0000def'],
    ['breaks the line', 'abc\ndef'],
    ['is endless', 'a'.repeat(61)],
    ['piles marks up', `Z${'\u0300'.repeat(40)}`],
    ['is blank', '   '],
  ])('is refused when its title %s', (_, title) => {
    expect(() => encodeChallengeFile({ ...challenge, title })).toThrow(/refused/);
  });

  it('is refused when any of its bytes was changed, and never does anything but refuse', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = file.slice();
        broken[at] = (broken[at] ?? 0) ^ change;
        expect(outcome(broken)).toMatchObject({ code: 'challenge-invalid' });
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when it is any other bytes, after our first ones, too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, hasMagic) => {
        const guess = hasMagic ? Uint8Array.from([...file.slice(0, 12), ...bytes]) : bytes;
        expect(outcome(guess)).toMatchObject({ code: 'challenge-invalid' });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a name that a person typed', () => {
  it('becomes one that can be shared, or none', () => {
    expect(asSharedName('  my\n dance\u202E ', 60)).toBe('my dance');
    expect(asSharedName('\u202E\u0000', 60)).toBeNull();
    expect(Array.from(asSharedName('💃'.repeat(80), 60) ?? '')).toHaveLength(60);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const title = asSharedName(text, 60);
        if (title !== null) expect(() => encodeChallengeFile({ ...short, title })).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
