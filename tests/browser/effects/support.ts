/** Small worlds for the compositor: pictures, bodies, mattes and beats made by code, and frames to draw. */
import type { Size } from '../../../src/core/geometry';
import { beatAt } from '../../../src/core/beat-grid';
import { createRandom } from '../../../src/core/random';
import { frameStart } from '../../../src/core/time';
import { NO_SIGNALS, type EffectInstance, type FrameSignals, type Moment } from '../../../src/effects/effect';
import { NO_IMPORTS, type ImportedAssets } from '../../../src/effects/imported-asset';
import type { Compositor, FrameInputs, Matte, Picture } from '../../../src/effects/render/compositor-types';
import { LANDMARK } from '../../../src/pose/landmarks';
import { createPose, type Pose } from '../../../src/pose/pose';
import type { PictureLayer, PlannedSticker, PlannedText } from '../../../src/project/frame-plan';

export const FPS = 30;

/** A scene with sky, ground, a lit figure and small detail: smooth and sharp, dark and bright, of every hue. */
export function drawScene(size: Size, shift = 0): OffscreenCanvas {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('A test needs a 2D canvas.');
  const { width, height } = size;
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, '#26305e');
  sky.addColorStop(0.5, '#c46a52');
  sky.addColorStop(1, '#1e5c4a');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  const random = createRandom(7);
  for (let index = 0; index < 24; index += 1) {
    context.fillStyle = `hsl(${random() * 360} 80% ${25 + random() * 60}%)`;
    context.fillRect(random() * width, random() * height, width * 0.12, height * 0.03);
  }
  context.fillStyle = '#fff6dc';
  context.beginPath();
  context.ellipse(width * (0.5 + shift), height * 0.28, width * 0.11, height * 0.07, 0, 0, 7);
  context.fill();
  context.fillRect(width * (0.38 + shift), height * 0.36, width * 0.24, height * 0.5);
  return canvas;
}

/** A body that stands with its arms out; `lift` raises the wrists by that part of the picture. */
export function standingPose(lift = 0, shift = 0): Pose {
  const pose = createPose();
  pose.visibility.fill(1);
  const put = (name: keyof typeof LANDMARK, x: number, y: number): void => {
    pose.image[LANDMARK[name] * 3] = x + shift;
    pose.image[LANDMARK[name] * 3 + 1] = y;
  };
  put('nose', 0.5, 0.25);
  for (const side of ['left', 'right'] as const) {
    const sign = side === 'left' ? 1 : -1;
    put(`${side}Shoulder`, 0.5 + sign * 0.12, 0.36);
    put(`${side}Elbow`, 0.5 + sign * 0.24, 0.42 - lift / 2);
    put(`${side}Wrist`, 0.5 + sign * 0.34, 0.44 - lift);
    put(`${side}Index`, 0.5 + sign * 0.37, 0.45 - lift);
    put(`${side}Hip`, 0.5 + sign * 0.08, 0.58);
    put(`${side}Knee`, 0.5 + sign * 0.1, 0.74);
    put(`${side}Ankle`, 0.5 + sign * 0.1, 0.9);
    put(`${side}FootIndex`, 0.5 + sign * 0.14, 0.92);
    put(`${side}Ear`, 0.5 + sign * 0.06, 0.25);
  }
  return pose;
}

/** The figure of `drawScene` as a matte with soft edges. */
export function figureMatte(width = 64, height = 114, shift = 0): Matte {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = (x + 0.5) / width - 0.5 - shift;
      const v = (y + 0.5) / height;
      const head = 1 - Math.hypot(u / 0.11, (v - 0.28) / 0.07);
      const body = Math.min((0.12 - Math.abs(u)) / 0.02, (v - 0.36) / 0.02, (0.86 - v) / 0.02);
      data[y * width + x] = Math.max(0, Math.min(1, Math.max(head * 4, body))) * 255;
    }
  }
  return { width, height, data };
}

/** What everybody knows at frame `frame` of a song of 120 BPM, with a Perfect a tenth of a second ago. */
export function signalsAt(frame: number): FrameSignals {
  const poseAt = (at: number): Pose => standingPose(0.14 * Math.sin(at / 6), 0.02 * Math.sin(at / 9));
  const momentAt = (at: number): Moment => ({
    pose: poseAt(at),
    beat: beatAt({ bpm: 120, firstBeat: 0, beatsPerBar: 4 }, at / FPS),
    audio: {
      level: 0.6,
      bands: [0.9, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1],
      wave: Array.from({ length: 64 }, (_, index) => 0.7 * Math.sin(index / 3 + at)),
    },
    score: { judgement: 'perfect', since: 0.1, combo: 12 },
  });
  return {
    ...momentAt(frame),
    past: Array.from({ length: 12 }, (_, back) => momentAt(frame - 1 - back)),
    coach: standingPose(0.3, 0.02 * Math.sin(frame / 9)),
    limbErrors: [0.9, 0.6, 0.1, 0],
    crossing: { from: standingPose(0, -0.1), to: standingPose(0.2, 0.1) },
  };
}

export const SILENT: FrameSignals = NO_SIGNALS;

export interface FrameOptions {
  readonly size: Size;
  readonly picture: Picture;
  readonly frame?: number;
  readonly effects?: readonly EffectInstance[];
  readonly matte?: Matte | null;
  readonly signals?: FrameSignals;
  readonly texts?: readonly PlannedText[];
  readonly stickers?: readonly PlannedSticker[];
  readonly layer?: Partial<PictureLayer>;
  readonly seed?: number;
  readonly imports?: ImportedAssets;
}

/** One frame with one layer. */
export function frameOf(options: FrameOptions): FrameInputs {
  const { size, picture, frame = 3, effects = [], matte = figureMatte(), texts = [], seed = 1 } = options;
  const layer: PictureLayer = {
    clipId: 'clip',
    sourceId: 'source',
    takeId: 'take',
    sourceTime: frame / FPS,
    sourceSize: size,
    fit: 'cover',
    mirror: false,
    ...options.layer,
  };
  return {
    plan: {
      time: frameStart(frame, FPS),
      frame,
      seed,
      size,
      layers: [layer],
      transition: null,
      effects,
      imports: options.imports ?? NO_IMPORTS,
      stickers: options.stickers ?? [],
      texts,
      song: null,
    },
    pictures: new Map([[layer.clipId, picture]]),
    mattes: matte === null ? new Map() : new Map([[layer.clipId, matte]]),
    signals: options.signals ?? signalsAt(frame),
  };
}

/** Largest and mean difference of two pictures over red, green and blue. */
export function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): { largest: number; mean: number } {
  if (a.length !== b.length) throw new RangeError(`Pictures of ${a.length} and ${b.length} bytes.`);
  let largest = 0;
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) {
    if (index % 4 === 3) continue;
    const distance = Math.abs((a[index] ?? 0) - (b[index] ?? 0));
    largest = Math.max(largest, distance);
    sum += distance;
  }
  return { largest, mean: sum / ((a.length / 4) * 3) };
}

/** The bytes of a canvas, as they would be drawn without any effect. */
export function pixelsOf(canvas: OffscreenCanvas): Uint8ClampedArray {
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('A test needs a 2D canvas.');
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Standard deviation of the picture's green, 0..127: near 0 is one flat colour. */
export function contrastOf(pixels: Uint8ClampedArray): number {
  let sum = 0;
  let squares = 0;
  for (let index = 1; index < pixels.length; index += 4) {
    const value = pixels[index] ?? 0;
    sum += value;
    squares += value * value;
  }
  const count = pixels.length / 4;
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

/** FNV-1a over all bytes. */
export function hashOf(pixels: Uint8ClampedArray): number {
  let hash = 0x811c9dc5;
  for (const byte of pixels) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** The picture as `rows` rows of square means (RGBA, alpha 255): two sizes of one picture come out the same length. */
export function blockMeans(pixels: Uint8ClampedArray, size: Size, rows: number): Uint8ClampedArray {
  const side = size.height / rows;
  const columns = Math.round(size.width / side);
  const means = new Uint8ClampedArray(rows * columns * 4);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const sums = [0, 0, 0];
      let count = 0;
      for (let y = Math.round(row * side); y < Math.round((row + 1) * side); y += 1) {
        for (let x = Math.round(column * side); x < Math.round((column + 1) * side); x += 1) {
          for (let channel = 0; channel < 3; channel += 1) {
            sums[channel] = (sums[channel] ?? 0) + (pixels[(y * size.width + x) * 4 + channel] ?? 0);
          }
          count += 1;
        }
      }
      means.set([...sums.map((sum) => sum / count), 255], (row * columns + column) * 4);
    }
  }
  return means;
}

/** Takes the GPU away and gives it back, as a driver reset does. */
export async function loseAndRestore(compositor: Compositor): Promise<void> {
  const gl: unknown = compositor.canvas.getContext('webgl2');
  const extension = gl instanceof WebGL2RenderingContext ? gl.getExtension('WEBGL_lose_context') : null;
  if (extension === null) throw new TypeError('The context cannot be lost on purpose here.');
  const happens = (name: string): Promise<void> =>
    new Promise((resolve) => compositor.canvas.addEventListener(name, () => resolve(), { once: true }));
  const lost = happens('webglcontextlost');
  extension.loseContext();
  await lost;
  const restored = happens('webglcontextrestored');
  // A browser restores only after the event of the loss is over.
  await new Promise((resolve) => setTimeout(resolve, 0));
  extension.restoreContext();
  await restored;
}
