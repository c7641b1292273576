/** Challenge files come from anybody: good ones compile to a dance that a body can do, others are refused with a reason. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseChallenge } from '../../../src/dance/challenge';
import { checkChoreography } from '../../../src/dance/check-choreography';
import { checkAccents } from '../../../src/dance/check-accents';
import { checkCollisions } from '../../../src/dance/check-collisions';
import { checkMoves } from '../../../src/dance/check-moves';
import { checkOthers } from '../../../src/dance/check-others';
import { checkSeat } from '../../../src/dance/check-seat';
import { compileChoreography } from '../../../src/dance/compile';
import { createMoveTargets } from '../../../src/dance/move-target';
import { PICTURE } from '../../../src/dance/skeleton';
import { LANDMARK } from '../../../src/pose/landmarks';
import { mirrorPoseTrack } from '../../../src/pose/pose-track';
import { listChallengePaths } from '../../../scripts/challenge-index';

const folder = resolve(import.meta.dirname, '../../../public/challenges');
const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(resolve(folder, path), 'utf8')) as Record<string, unknown>;

const dances = listChallengePaths().map((path) => {
  const challenge = parseChallenge(read(path));
  return { path, name: challenge.id, ...compileChoreography(challenge) };
});

describe.each(listChallengePaths())('%s', (path) => {
  const challenge = parseChallenge(read(path));
  const { reference, moves } = compileChoreography(challenge);

  it('is named as its file and lies in the folder of its series', () => {
    expect(path).toBe(`${challenge.seriesId}/${challenge.id}.json`);
  });

  it('can be danced by a body', () => {
    expect(checkChoreography(reference, PICTURE.scale)).toEqual([]);
    expect(checkChoreography(mirrorPoseTrack(reference), PICTURE.scale)).toEqual([]);
    expect(checkCollisions(reference)).toEqual([]);
  });

  it('asks for a dance: each move is away from standing, and bots do not pass', () => {
    expect(checkMoves({ reference, moves }, challenge.seated)).toEqual([]);
  });

  it('has the big pose of each move on a beat', () => {
    expect(checkAccents(challenge, { reference, moves })).toEqual([]);
  });

  it('is no other dance', () => {
    const others = dances.filter((other) => other.path !== path);
    expect(checkOthers({ reference, moves }, others, challenge.seated)).toEqual([]);
  });

  it('ends on a pose that is held', () => {
    expect(moves.at(-1)?.hold).toBe(true);
  });

  it.runIf(challenge.seated)('stays on its chair and asks for no step', () => {
    expect(checkSeat(reference)).toEqual([]);
  });

  it.skipIf(challenge.seated)('dances with the legs too', () => {
    const targets = createMoveTargets({ reference, moves, seated: false, neutral: null });
    const shares = targets.map(({ legShare }) => legShare);
    expect(shares.filter((share) => share > 0.1).length).toBeGreaterThanOrEqual(moves.length / 3);
  });

  it('fills its time and has moves with arms or legs that count', () => {
    expect(reference.times.at(-1)).toBeCloseTo(challenge.duration, 1);
    expect(moves.length).toBeGreaterThanOrEqual(8);
    expect(moves.length).toBeLessThanOrEqual(14);
    for (const move of moves) expect(move.limbs.length).toBeGreaterThan(0);
  });

  it('compiles to the same bits each time', () => {
    expect(compileChoreography(challenge).reference.image).toEqual(reference.image);
  });
});

describe('checkChoreography', () => {
  it('finds a stretched bone, a slide and a jump in time', () => {
    const { reference } = compileChoreography(parseChallenge(read('gaga-machine/neon-warmup.json')));
    const broken = { ...reference, world: reference.world.slice(), image: reference.image.slice() };
    broken.world[100 * 99 + LANDMARK.leftWrist * 3] = 3;
    for (let row = 0; row < 30; row += 1) {
      const at = row * 99 + LANDMARK.leftAnkle * 3;
      broken.image[at] = (broken.image[at] ?? 0) + row * 0.02;
    }
    const faults = checkChoreography(broken, PICTURE.scale).map(({ fault }) => fault);
    expect(faults.some((fault) => fault.includes('changes its length'))).toBe(true);
    expect(faults.some((fault) => fault.includes('slides'))).toBe(true);
    expect(faults.some((fault) => fault.includes('m/s'))).toBe(true);
  });
});

describe('checkCollisions', () => {
  it('finds an arm in the head', () => {
    const { reference } = compileChoreography(parseChallenge(read('gaga-machine/neon-warmup.json')));
    const broken = { ...reference, world: reference.world.slice() };
    for (let axis = 0; axis < 3; axis += 1) {
      const at = (landmark: number) => 100 * 99 + landmark * 3 + axis;
      const head =
        ((broken.world[at(LANDMARK.leftEar)] ?? 0) + (broken.world[at(LANDMARK.rightEar)] ?? 0)) / 2;
      broken.world[at(LANDMARK.leftIndex)] = head;
    }
    expect(checkCollisions(broken).some(({ fault }) => fault.includes('head'))).toBe(true);
  });
});

describe('checkAccents', () => {
  it('finds a big pose that the dancer has not reached', () => {
    const challenge = parseChallenge(read('gaga-machine/neon-warmup.json'));
    const compiled = compileChoreography(challenge);
    const early = compiled.moves.map((move) => ({ ...move, keyTime: move.keyTime - 0.15 }));
    expect(checkAccents(challenge, { ...compiled, moves: early }).length).toBeGreaterThan(0);
  });
});

describe('checkOthers', () => {
  it('finds a dance that passes for another', () => {
    const compiled = compileChoreography(parseChallenge(read('gaga-machine/neon-warmup.json')));
    const copy = { name: 'a copy', reference: compiled.reference };
    expect(checkOthers(compiled, [copy], false).map(({ fault }) => fault)).toEqual([
      expect.stringContaining('a copy') as string,
    ]);
  });
});

describe('checkMoves', () => {
  it('finds a move in which hardly anything happens', () => {
    const compiled = compileChoreography(parseChallenge(read('gaga-machine/neon-warmup.json')));
    const [first] = compiled.moves;
    if (first === undefined) throw new Error('The challenge has no moves.');
    // The intro, where the coach only bounces.
    const idle = { ...compiled, moves: [{ ...first, start: 0.5, end: 1.5 }] };
    expect(checkMoves(idle, false).some(({ fault }) => fault.includes('away from not dancing'))).toBe(true);
  });
});

describe('parseChallenge', () => {
  const good = read('gaga-machine/neon-warmup.json');

  it.each([
    ['another format', { format: 'other' }],
    ['an unknown field', { script: 'alert(1)' }],
    ['a level out of range', { level: 9 }],
    ['a beat that is no number', { bpm: 'fast' }],
    ['an id that is a path', { id: '../../etc' }],
    ['no moves', { moves: [] }],
    [
      'moves that overlap',
      {
        moves: [
          { ...move(), from: 4, to: 8, key: 4 },
          { ...move(), from: 6, to: 9, key: 6 },
        ],
      },
    ],
    ['keys out of order', { keys: [{ beat: 4 }, { beat: 2 }] }],
  ])('refuses %s with a reason', (_, change) => {
    expect(() => parseChallenge({ ...good, ...change })).toThrow(
      expect.objectContaining({ code: 'challenge-invalid' }) as Error,
    );
  });

  it('never throws anything but a refusal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        try {
          parseChallenge(json);
        } catch (error) {
          expect(error).toMatchObject({ code: 'challenge-invalid' });
        }
      }),
    );
  });

  function move() {
    return { name: good['title'] ?? {} };
  }
});
