import { afterEach, describe, expect, it } from 'vitest';
import { beatAt } from '../../../src/core/beat-grid';
import type { Judgement } from '../../../src/dance/judgement';
import { createCoachStage, type CoachFrame, type CoachStage } from '../../../src/stage/coach-stage';
import { COACH_RECT } from '../../../src/stage/coach';
import { JUDGEMENT_COLORS } from '../../../src/stage/palette';
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
): { count: number; width: number; height: number } {
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
  const span = (values: number[]): number =>
    values.length === 0
      ? 0
      : values.reduce((m, v) => Math.max(m, v)) - values.reduce((m, v) => Math.min(m, v));
  return { count: xs.length, width: span(xs), height: span(ys) };
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

  it('stays in its frame with reduced motion', () => {
    const on = openStage();
    const heights = [1.9, 2.2, 2.45].map((songSeconds) => {
      const without = draw({ songSeconds, reducedMotion: true }, on);
      return difference(without, draw({ songSeconds, moves: [move], reducedMotion: true }, on)).height;
    });
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.05);
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

it('can be resized, and is quiet after it was disposed', () => {
  const on = openStage();
  on.stage.resize({ width: 90, height: 160 });
  expect(on.canvas.width).toBe(90);
  on.stage.dispose();
  expect(() => draw({}, on)).not.toThrow();
});
