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
  song: Uint8Array.from('OggS and so on', (letter) => letter.charCodeAt(0)),
};
const file = encodeChallengeFile(challenge);
/** The same with a dance of a blink, where only the words matter. */
const short: SharedChallenge = { ...challenge, reference: blink(track), ghost: null };

function blink(whole: PoseTrack): PoseTrack {
  const builder = new PoseTrackBuilder(whole);
  for (let row = 0; row < 3; row += 1) builder.append(row * 7.5, poseAtRow(whole, row));
  return builder.build();
}

/** The file with one part replaced, its length and checksum true: what a hostile hand would send. */
function resealed(tag: string, part: Uint8Array): Uint8Array {
  const bytes = encodeChallengeFile(short);
  const view = new DataView(bytes.buffer);
  const pieces: Uint8Array[] = [bytes.slice(0, 12)];
  for (let at = 12; at < bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const own = String.fromCharCode(...bytes.subarray(at, at + 4));
    const body = own === tag ? part : bytes.slice(at + 12, at + 12 + length);
    const head = new Uint8Array(12);
    head.set(bytes.subarray(at, at + 4));
    let hash = 0x811c9dc5;
    for (const byte of body) hash = Math.imul(hash ^ byte, 0x01000193);
    new DataView(head.buffer).setUint32(4, body.length, true);
    new DataView(head.buffer).setUint32(8, hash >>> 0, true);
    pieces.push(head, body);
    at += 12 + length;
  }
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

const letters = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);

/** JSON as the file writes it: ASCII alone. */
const json = (value: unknown): Uint8Array =>
  letters(
    JSON.stringify(value).replace(
      /[^\x20-\x7e]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/** The description of the short file as JSON text. */
function description(): Record<string, unknown> {
  const bytes = encodeChallengeFile(short);
  const length = new DataView(bytes.buffer).getUint32(16, true);
  return JSON.parse(String.fromCharCode(...bytes.subarray(24, 24 + length))) as Record<string, unknown>;
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

describe('a file whose checksums are right and whose content is not', () => {
  it('is taken only when every value of its description keeps the rules', () => {
    const honest = description();
    expect(outcome(resealed('META', json(honest)))).toBe(true);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(honest)),
        fc.oneof(
          fc.jsonValue(),
          fc.constantFrom(1e308, -1e308, -0.001, 61, 1e-320, 2 ** 53),
          fc.string({ unit: 'grapheme', maxLength: 90 }),
        ),
        (key, value) => {
          const read = outcome(resealed('META', json({ ...honest, [key]: value })));
          if (read !== true) expect(read).toMatchObject({ code: 'challenge-invalid' });
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['numbers that are none', '{"duration":NaN}'],
    ['numbers that are endless', '{"duration":1e999}'],
    ['a field that nobody knows', JSON.stringify({ ...description(), script: 'alert(1)' })],
    ['another shape of prototypes', '{"__proto__":{"level":1}}'],
    ['no object', '[]'],
    ['a depth that nobody needs', '['.repeat(30_000) + ']'.repeat(30_000)],
  ])('is refused with %s', (_, text) => {
    expect(outcome(resealed('META', letters(text)))).toMatchObject({ code: 'challenge-invalid' });
  });

  it('is refused when its dance is any other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(outcome(resealed('DANC', bytes))).toMatchObject({ code: 'challenge-invalid' });
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when its sound is something else than it says', () => {
    for (const text of ['<html>', 'MZ\u0090', '\u0089PNG', 'RIFF....WAVE'])
      expect(outcome(resealed('SONG', letters(text)))).toMatchObject({ values: { reason: 'sound' } });
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
