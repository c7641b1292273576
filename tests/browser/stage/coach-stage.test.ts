import { afterEach, describe, expect, it } from 'vitest';
import { beatAt } from '../../../src/core/beat-grid';
import type { Judgement } from '../../../src/dance/judgement';
import { LANDMARK } from '../../../src/pose/landmarks';
import { createCoachStage, type CoachFrame, type CoachStage } from '../../../src/stage/coach-stage';
import { COACH_RECT } from '../../../src/stage/coach';
import { GHOST_RECT } from '../../../src/stage/ghost-dancer';
import { JUDGEMENT_COLORS } from '../../../src/stage/palette';
import { createStageRenderer } from '../../../src/stage/stage-renderer';
import { drawPose, SKETCHES, sketchTrack } from '../../support/hand-made-poses';

const SIZE = { width: 270, height: 480 };
const GRID = { bpm: 120, firstBeat: 0, beatsPerBar: 4 };
const track = sketchTrack(Object.values(SKETCHES), 1);
const move = { start: 2, keyTime: 2.5, end: 3, hold: false, limbs: ['leftArm', 'rightArm'] as const };
const open: { stage: CoachStage; canvas: HTMLCanvasElement }[] = [];

type Changes = Partial<Omit<CoachFrame, 'player'>> & { player?: Partial<CoachFrame['player']> };

function draw(changes: Changes, on = openStage()): Uint8ClampedArray {
  const songSeconds = changes.songSeconds ?? 0.25;
  on.stage.render({
    reference: track,
    moves: [],
    beat: beatAt(GRID, songSeconds),
    reducedMotion: false,
    ...changes,
    songSeconds,
    player: { picture: null, mirror: false, pose: null, outlineJudgement: null, ...changes.player },
  });
  const copy = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d');
  if (copy === null) throw new Error('no 2d context');
  copy.drawImage(on.canvas, 0, 0);
  return copy.getImageData(0, 0, SIZE.width, SIZE.height).data;
}

function openStage(): { stage: CoachStage; canvas: HTMLCanvasElement } {
  const canvas = document.createElement('canvas');
  const made = { stage: createCoachStage(canvas, SIZE), canvas };
  open.push(made);
  return made;
}

/** Colour at a place in 0..1 of the stage. */
function at(data: Uint8ClampedArray, x: number, y: number): readonly number[] {
  const from = (Math.floor(y * SIZE.height) * SIZE.width + Math.floor(x * SIZE.width)) * 4;
  return [...data.slice(from, from + 3)];
}

/** Where two pictures differ, as 0..1 of the stage outside the coach's card; null when nowhere. */
function difference(
  a: Uint8ClampedArray,
  b: Uint8ClampedArray,
): { count: number; left: number; right: number; height: number } {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let pixel = 0; pixel < a.length / 4; pixel += 1) {
    const [x, y] = [(pixel % SIZE.width) / SIZE.width, Math.floor(pixel / SIZE.width) / SIZE.height];
    const inCard = x > COACH_RECT.x - 0.01 && y < COACH_RECT.y + COACH_RECT.height + 0.01;
    const delta = [0, 1, 2].some((c) => Math.abs((a[pixel * 4 + c] ?? 0) - (b[pixel * 4 + c] ?? 0)) > 6);
    if (!inCard && delta) {
      xs.push(x);
      ys.push(y);
    }
  }
  const least = (values: readonly number[]): number => values.reduce((m, v) => Math.min(m, v), Infinity);
  const most = (values: readonly number[]): number => values.reduce((m, v) => Math.max(m, v), -Infinity);
  const height = ys.length === 0 ? 0 : most(ys) - least(ys);
  return { count: xs.length, left: least(xs), right: most(xs), height };
}

const EMPTY = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);

function luminance(data: Uint8ClampedArray, pixel: number): number {
  const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 4, pixel * 4 + 3);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Left half one colour, right half another. */
function halves(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.fillStyle = 'rgb(201, 57, 90)';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'rgb(31, 128, 77)';
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas;
}

afterEach(() => {
  for (const { stage } of open.splice(0)) stage.dispose();
});

describe("the player's picture", () => {
  it('is shown in its own colours', () => {
    const data = draw({ player: { picture: halves(270, 480) } });
    expect(at(data, 0.25, 0.6)).toEqual([201, 57, 90]);
    expect(at(data, 0.75, 0.6)).toEqual([31, 128, 77]);
  });

  it('is mirrored on request', () => {
    const data = draw({ player: { picture: halves(270, 480), mirror: true } });
    expect(at(data, 0.25, 0.6)).toEqual([31, 128, 77]);
  });

  it('is cropped to the stage, not squeezed', () => {
    const wide = document.createElement('canvas');
    wide.width = 480;
    wide.height = 270;
    const context = wide.getContext('2d');
    context?.drawImage(halves(60, 270), 210, 0);
    const data = draw({ player: { picture: wide } });
    // 60 of the 152 visible columns are painted; what is beside them is black.
    expect(at(data, 0.4, 0.6)).toEqual([201, 57, 90]);
    expect(at(data, 0.1, 0.6)).toEqual([0, 0, 0]);
  });

  it('may change its size and kind between frames', async () => {
    const on = openStage();
    draw({ player: { picture: halves(270, 480) } }, on);
    const bitmap = await createImageBitmap(halves(90, 160));
    expect(at(draw({ player: { picture: bitmap } }, on), 0.25, 0.6)).toEqual([201, 57, 90]);
    const frame = new VideoFrame(halves(180, 320), { timestamp: 0 });
    const [red = 0] = at(draw({ player: { picture: frame } }, on), 0.25, 0.6);
    expect(red).toBeGreaterThan(180);
    frame.close();
    bitmap.close();
  });

  it('may be missing: the empty stage is dark, warm and not black', () => {
    const [red = 0, , blue = 0] = at(draw({}), 0.5, 0.6);
    expect(red).toBeGreaterThan(10);
    expect(red).toBeLessThan(60);
    expect(red).toBeGreaterThan(blue);
  });
});

it('shows the coach dancing', () => {
  const on = openStage();
  const still = draw({ songSeconds: 0.25 }, on);
  const y = draw({ songSeconds: 1.25 }, on);
  const inCard = (data: Uint8ClampedArray): number => {
    let bright = 0;
    for (let row = 0.1; row < 0.39; row += 0.005) {
      for (let column = 0.62; column < 0.96; column += 0.005) {
        if ((at(data, column, row)[0] ?? 0) > 150) bright += 1;
      }
    }
    return bright;
  };
  expect(inCard(still)).toBeGreaterThan(100);
  expect(difference(still, still).count).toBe(0);
  expect(at(still, 0.79, 0.2)).not.toEqual(at(y, 0.5, 0.2));
});

describe('the target of a move', () => {
  it('comes nearer and grows until its key time', () => {
    const on = openStage();
    const heights = [1.5, 1.9, 2.2, 2.5].map((songSeconds) => {
      const without = draw({ songSeconds }, on);
      return difference(without, draw({ songSeconds, moves: [move] }, on)).height;
    });
    expect(heights[0]).toBeGreaterThan(0.1);
    for (const [index, height] of heights.entries()) {
      if (index > 0) expect(height).toBeGreaterThan(heights[index - 1] ?? Infinity);
    }
    expect(heights.at(-1)).toBeGreaterThan(0.55);
  });

  /** Difference that the move makes, in the whole stage. */
  const trace = (songSeconds: number, changes: Changes = {}): ReturnType<typeof difference> => {
    const on = openStage();
    const without = draw({ ...changes, songSeconds }, on);
    return difference(without, draw({ ...changes, songSeconds, moves: [move] }, on));
  };

  it('is in its place exactly on the key time: it grows until then and not after', () => {
    const [before, almost, met, after] = [2.3, 2.499, 2.52, 2.6].map((songSeconds) => trace(songSeconds));
    expect((almost?.height ?? 0) - (before?.height ?? 0)).toBeGreaterThan(0.05);
    for (const later of [met, after]) {
      expect(Math.abs((later?.height ?? 0) - (almost?.height ?? 1))).toBeLessThan(0.025);
      expect(Math.abs((later?.left ?? 0) - (almost?.left ?? 1))).toBeLessThan(0.025);
    }
  });

  it.each([false, true])('is shown two beats ahead (reduced motion: %s)', (reducedMotion) => {
    expect(trace(1.5, { reducedMotion }).count).toBeGreaterThan(1200);
  });

  it('comes beside the coach, not over it', () => {
    for (const songSeconds of [1.1, 1.5]) expect(trace(songSeconds).right).toBeLessThan(COACH_RECT.x);
  });

  it('does not travel with reduced motion', () => {
    const traces = [1.9, 2.2, 2.45].map((songSeconds) => trace(songSeconds, { reducedMotion: true }));
    for (const side of ['left', 'right', 'height'] as const) {
      const values = traces.map((one) => one[side]);
      expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.05);
    }
    const waiting = [1.1, 1.4].map((songSeconds) => trace(songSeconds, { reducedMotion: true }).height);
    expect(Math.abs((waiting[0] ?? 0) - (waiting[1] ?? 1))).toBeLessThan(0.02);
  });

  it('shows the limbs that count without colour too', () => {
    const on = openStage();
    const [none = [], arm = []] = [[], ['leftArm' as const]].map((limbs) => {
      const data = draw({ songSeconds: 2.49, moves: [{ ...move, limbs }] }, on);
      return Array.from({ length: data.length / 4 }, (_, pixel) => luminance(data, pixel));
    });
    const differing = none.filter((value, pixel) => Math.abs(value - (arm[pixel] ?? 0)) > 18);
    expect(differing.length).toBeGreaterThan(400);
  });

  it('turns left for right where the picture is no mirror', () => {
    const picture = halves(270, 480);
    const sides = [true, false].map((mirror) => trace(2.499, { player: { picture, mirror } }));
    const lopsided = { ...move, keyTime: 4.5, end: 5, limbs: ['leftArm' as const] };
    const drawn = [true, false].map((mirror) =>
      draw({ songSeconds: 4.499, moves: [lopsided], player: { picture, mirror } }),
    );
    expect(sides[0]?.count).toBeGreaterThan(1000);
    expect(difference(drawn[0] ?? EMPTY, drawn[1] ?? EMPTY).count).toBeGreaterThan(1000);
  });

  it('fades with the guidance, and is gone with none', () => {
    const counts = [1, 0.3, 0].map((guidance) => trace(2.3, { guidance }).count);
    expect(counts[1]).toBeGreaterThan(0);
    expect(counts[1]).toBeLessThan(counts[0] ?? 0);
    expect(counts[2]).toBe(0);
  });
});

describe('the coach', () => {
  /** Columns of the card that are looked at. */
  const COLUMNS = 96;
  const card = (data: Uint8ClampedArray): number[] => {
    const values: number[] = [];
    for (let y = COACH_RECT.y + 0.01; y < COACH_RECT.y + COACH_RECT.height - 0.01; y += 1 / SIZE.height) {
      for (let column = -COLUMNS / 2; column < COLUMNS / 2; column += 1) {
        const x = COACH_RECT.x + COACH_RECT.width / 2 + (column + 0.5) / SIZE.width;
        const [red = 0, green = 0, blue = 0] = at(data, x, y);
        values.push((red + green + blue) / 3);
      }
    }
    return values;
  };
  const apart = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0);
  const flip = (values: readonly number[]): number[] => {
    return values.map((_, index) => {
      const column = index % COLUMNS;
      return values[index - column + (COLUMNS - 1 - column)] ?? 0;
    });
  };

  it('is turned left for right when it is no mirror', () => {
    const on = openStage();
    const asMirror = card(draw({ songSeconds: 4.5 }, on));
    const opposite = card(draw({ songSeconds: 4.5, mirrored: false }, on));
    expect(apart(flip(asMirror), opposite)).toBeLessThan(0.6 * apart(asMirror, opposite));
  });

  it('may be seen from behind, on the same side', () => {
    const on = openStage();
    const front = card(draw({ songSeconds: 4.5 }, on));
    const back = card(draw({ songSeconds: 4.5, facing: 'away' }, on));
    expect(apart(front, back)).toBeGreaterThan(1000);
    expect(apart(front, back)).toBeLessThan(apart(flip(front), back));
  });

  it('lights the limbs that count now, thicker as well as brighter', () => {
    const on = openStage();
    const plain = card(draw({ songSeconds: 2.4, moves: [{ ...move, limbs: [] }] }, on));
    const lit = card(draw({ songSeconds: 2.4, moves: [move] }, on));
    expect(plain.filter((value, index) => Math.abs(value - (lit[index] ?? 0)) > 15).length).toBeGreaterThan(
      150,
    );
  });

  it('looks otherwise in each series, and goes without guidance', () => {
    const on = openStage();
    const looks = ['gaga-machine', 'street-basics', 'pop-hook', 'chair-crew', undefined].map((series) =>
      card(draw(series === undefined ? {} : { series }, on)),
    );
    for (const [index, look] of looks.entries()) {
      for (const other of looks.slice(index + 1)) expect(apart(look, other)).toBeGreaterThan(20_000);
    }
    expect(apart(card(draw({ guidance: 0 }, on)), looks[4] ?? [])).toBeGreaterThan(20_000);
  });
});

describe('the light of the stage', () => {
  it('fills with energy', () => {
    const on = openStage();
    const empty = draw({ energy: 0 }, on);
    const counts = [0.25, 0.5, 1].map((energy) => difference(empty, draw({ energy }, on)));
    expect(counts[0]?.count).toBeGreaterThan(60);
    for (const [index, { height }] of counts.entries()) {
      if (index > 0) expect(height).toBeGreaterThan((counts[index - 1]?.height ?? 1) + 0.08);
    }
  });

  it('glows at its edges with a combo, and leaves the middle alone', () => {
    const on = openStage();
    const picture = halves(270, 480);
    const [none, many] = [0, 20].map((combo) => draw({ combo, player: { picture } }, on));
    expect(at(many ?? EMPTY, 0.02, 0.8)).not.toEqual(at(none ?? EMPTY, 0.02, 0.8));
    expect(at(many ?? EMPTY, 0.3, 0.6)).toEqual(at(none ?? EMPTY, 0.3, 0.6));
  });

  it('shows a rival beside the player while there is one', () => {
    const on = openStage();
    const without = draw({}, on);
    const ghost = difference(without, draw({ ghost: drawPose(SKETCHES['armsInY'] ?? {}) }, on));
    expect(ghost.count).toBeGreaterThan(400);
    expect(ghost.left).toBeGreaterThan(GHOST_RECT.x - 0.01);
    expect(difference(without, draw({ ghost: null }, on)).count).toBe(0);
  });
});

describe('sparks', () => {
  const pose = drawPose(SKETCHES['armsInY'] ?? {});
  /** Pixels beyond the raised hand, where no outline reaches, that a judgement lights within a seventh of a second. */
  const sparks = (outlineJudgement: Judgement, reducedMotion: boolean): number => {
    const [plain = EMPTY, judged = EMPTY] = [null, outlineJudgement].map((now) => {
      const on = openStage();
      for (const songSeconds of [3.1, 3.11]) {
        const player = { pose, outlineJudgement: songSeconds > 3.1 ? now : null };
        draw({ moves: [move], reducedMotion, songSeconds, player }, on);
      }
      return draw(
        { moves: [move], reducedMotion, songSeconds: 3.25, player: { pose, outlineJudgement: now } },
        on,
      );
    });
    const [handX, handY] = [LANDMARK.rightIndex * 3, LANDMARK.rightIndex * 3 + 1].map(
      (index) => pose.image[index] ?? 0,
    );
    let count = 0;
    for (let pixel = 0; pixel < plain.length / 4; pixel += 1) {
      const x = ((pixel % SIZE.width) / SIZE.width - (handX ?? 0)) * (SIZE.width / SIZE.height);
      const y = Math.floor(pixel / SIZE.width) / SIZE.height - (handY ?? 0);
      const isBeyond = y < 0 && Math.hypot(x, y) > 0.06 && Math.hypot(x, y) < 0.2 && x < 0.02;
      if (isBeyond && luminance(judged, pixel) - luminance(plain, pixel) > 40) count += 1;
    }
    return count;
  };

  it('fly from a Perfect alone', () => {
    expect(sparks('perfect', false)).toBeGreaterThan(20);
    expect(sparks('great', false)).toBe(0);
  });

  it('do not fly with reduced motion', () => {
    expect(sparks('perfect', true)).toBe(0);
  });
});

describe("the player's outline", () => {
  const pose = drawPose(SKETCHES['armsInY'] ?? {});
  it.each(['perfect', 'great', 'good', 'miss'] as const)('is lit by %s', (outlineJudgement: Judgement) => {
    const on = openStage();
    const without = draw({ player: { pose: null } }, on);
    const lit = draw({ player: { pose, outlineJudgement } }, on);
    const wanted = [1, 3, 5].map((from) =>
      parseInt(JUDGEMENT_COLORS[outlineJudgement].slice(from, from + 2), 16),
    );
    let near = 0;
    for (let pixel = 0; pixel < lit.length / 4; pixel += 1) {
      const far = wanted.some((value, c) => Math.abs((lit[pixel * 4 + c] ?? 0) - value) > 70);
      if (!far && (lit[pixel * 4] ?? 0) !== (without[pixel * 4] ?? 0)) near += 1;
    }
    expect(near).toBeGreaterThan(150);
  });

  it('is mirrored with the picture', () => {
    const on = openStage();
    const picture = halves(270, 480);
    const point = drawPose(SKETCHES['discoPoint'] ?? {});
    // The raised arm of this pose is the only thing that is lit in the upper left, and it goes when mirrored.
    const yellowUpperLeft = [false, true].map((mirror) => {
      const data = draw({ player: { picture, mirror, pose: point, outlineJudgement: 'perfect' } }, on);
      let hits = 0;
      for (let y = 0; y < 0.22; y += 0.004) {
        for (let x = 0; x < 0.3; x += 0.008) {
          const [red = 0, green = 0, blue = 0] = at(data, x, y);
          if (red > 220 && green > 170 && blue < 170) hits += 1;
        }
      }
      return hits;
    });
    expect(yellowUpperLeft[0]).toBeGreaterThan(20);
    expect(yellowUpperLeft[1]).toBe(0);
  });
});

it('comes back after the GPU was lost', async () => {
  const on = openStage();
  const picture = halves(270, 480);
  const scene: Changes = { songSeconds: 2.4, moves: [move], player: { picture } };
  const before = draw(scene, on);
  const extension = on.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
  if (!extension) throw new Error('no way to lose the context');
  const event = (name: string): Promise<unknown> =>
    new Promise((resolve) => on.canvas.addEventListener(name, resolve, { once: true }));
  const lost = event('webglcontextlost');
  extension.loseContext();
  await lost;
  // A context may be asked back only after its loss was fully told.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(() => draw(scene, on)).not.toThrow();
  const restored = event('webglcontextrestored');
  extension.restoreContext();
  await restored;
  expect(difference(before, draw(scene, on)).count).toBe(0);
});

it('can be opened again on the same canvas', () => {
  const first = openStage();
  draw({}, first);
  first.stage.dispose();
  const second = { canvas: first.canvas, stage: createCoachStage(first.canvas, SIZE) };
  open.push(second);
  expect(at(draw({ player: { picture: halves(270, 480) } }, second), 0.25, 0.6)).toEqual([201, 57, 90]);
});

it('leaves nothing on the GPU when it is disposed', () => {
  const kinds = ['Texture', 'Buffer', 'Framebuffer', 'Renderbuffer', 'VertexArray', 'Program'] as const;
  /** What was made on the context less what was deleted, by kind. */
  const leftOver = (work: (canvas: HTMLCanvasElement) => void): Record<string, number> => {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, stencil: false });
    if (gl === null) throw new Error('no WebGL');
    const alive: Record<string, number> = {};
    for (const kind of kinds) {
      alive[kind] = 0;
      const [make, remove] = [`create${kind}`, `delete${kind}`] as const;
      const [create, erase] = [gl[make].bind(gl), gl[remove].bind(gl)] as [
        () => unknown,
        (it: unknown) => void,
      ];
      Object.assign(gl, {
        [make]: () => {
          alive[kind] = (alive[kind] ?? 0) + 1;
          return create();
        },
        [remove]: (it: unknown) => {
          if (it !== null && it !== undefined) alive[kind] = (alive[kind] ?? 0) - 1;
          erase(it);
        },
      });
    }
    work(canvas);
    return alive;
  };
  // three keeps a few things of its own while the context lives.
  const bare = leftOver((canvas) => createStageRenderer(canvas, SIZE, { antialias: false }).dispose());
  const used = leftOver((canvas) => {
    const on = { canvas, stage: createCoachStage(canvas, SIZE) };
    const pose = drawPose(SKETCHES['armsInY'] ?? {});
    for (const series of ['gaga-machine', 'pop-hook']) {
      const player = { picture: halves(27, 48), pose, outlineJudgement: 'perfect' as const };
      draw({ songSeconds: 2.4, moves: [move], series, ghost: pose, energy: 1, combo: 9, player }, on);
    }
    on.stage.dispose();
  });
  expect(used).toEqual(bare);
});

it('can be resized, and is quiet after it was disposed', () => {
  const on = openStage();
  on.stage.resize({ width: 90, height: 160 });
  expect(on.canvas.width).toBe(90);
  on.stage.dispose();
  expect(() => draw({}, on)).not.toThrow();
});
