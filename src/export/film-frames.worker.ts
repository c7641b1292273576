/** The frames of a film, drawn by the same compositor as the preview, in the form that encoders take. */
import { StudioError } from '../core/errors';
import { Scope, type Disposable } from '../core/ownership';
import { frameCount, frameStart, type Flicks } from '../core/time';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
import { createCompositor } from '../effects/render/compositor';
import type { Compositor, FrameInputs } from '../effects/render/compositor-types';
import { loadTextFaces } from '../effects/render/text-fonts';
import { allEffects } from '../project/all-effects';
import { projectDuration } from '../project/duration';
import { planFrame } from '../project/plan-frame';
import type { Size } from '../core/geometry';
import type { ExportJob } from './export-protocol';
import { createFrameInputs, type FrameInputsSource, type GatheredFrame } from './frame-inputs';
import { frameMaterialOf } from './job-material';
import { pictureSignature } from './picture-signature';
import type { Stopwatch } from './stopwatch';
import { untouchedPicture } from './untouched-picture';
import { copyI420, toVideoFrame } from './video-frame';
import { i420Bytes, mirrorI420, toI420 } from './yuv';

/**
 * One frame, valid until the next is asked for. `bytes`: 4:2:0 as `FILM_COLOR_SPACE` says.
 * `picture`: a decoded picture that may go into the file as it is; stays ours to close.
 */
export type FilmFrame =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'picture'; readonly picture: VideoFrame };

export interface FilmFrames extends Disposable {
  /** Frames of the film at the rate of the job. */
  readonly count: number;
  /** What a few frames looked like when they were drawn, by index: the finished file is held against them. */
  readonly signatures: ReadonlyMap<number, Uint8ClampedArray>;
  /**
   * Draws a frame. Asked in rising order, so that effects that look back find what they drew.
   * @throws StudioError `file-corrupt`, `shader-failed`, `gpu-lost`
   */
  draw(index: number): Promise<FilmFrame>;
}

/**
 * Opens everything that the film is made of.
 * @throws StudioError `export-empty`, `webgl-missing`, `shader-failed`
 */
export async function openFilmFrames(job: ExportJob, stopwatch: Stopwatch): Promise<FilmFrames> {
  const { project } = job;
  const count = frameCount(projectDuration(project), job.fps);
  if (count === 0) throw new StudioError('export-empty', 'The film has no clip.');
  const frames = new DrawnFrames(job, count, stopwatch);
  try {
    await stopwatch.time('warm', async () => {
      await loadTextFaces(job.faces);
      await frames.warm(allEffects(project), project.imports);
    });
    return frames;
  } catch (error) {
    frames.dispose();
    throw error;
  }
}

/** How often a film survives that its GPU is taken away. */
const MOST_RECOVERIES = 5;

/** How long a lost GPU may stay away, in milliseconds. */
const PATIENCE_MS = 15_000;

/** @throws StudioError `gpu-lost` when it does not come back */
async function restored(compositor: Compositor): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  // The event may have passed already: the compositor knows.
  while (compositor.lost) {
    if (Date.now() > deadline)
      throw new StudioError('gpu-lost', 'The GPU did not come back during the export.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

class DrawnFrames implements FilmFrames {
  readonly #scope = new Scope();
  readonly #inputs: FrameInputsSource;
  readonly signatures = new Map<number, Uint8ClampedArray>();
  readonly #rgba: Uint8Array;
  readonly #i420: Uint8Array<ArrayBuffer>;
  #compositor: Compositor | null = null;
  /** The inputs of the next frame, fetched while this one is encoded. */
  #ahead: { readonly index: number; readonly gathered: Promise<GatheredFrame> } | null = null;
  /** What `#i420` shows: asked for again it need not be drawn again. */
  #drawn: string | null = null;
  #last: GatheredFrame | null = null;
  #recoveries = 0;

  constructor(
    readonly job: ExportJob,
    readonly count: number,
    private readonly stopwatch: Stopwatch,
  ) {
    const { width, height } = job.size;
    this.#inputs = this.#scope.own(createFrameInputs(frameMaterialOf(job)));
    this.#rgba = new Uint8Array(width * height * 4);
    this.#i420 = new Uint8Array(i420Bytes(job.size));
  }

  async warm(effects: readonly EffectInstance[], imports: ImportedAssets): Promise<void> {
    if (effects.length > 0) await this.#openCompositor().warm(effects, imports);
  }

  async draw(index: number): Promise<FilmFrame> {
    const frame = await this.#drawNext(index);
    if (index === 0 || index === this.count >> 1 || index === this.count - 1)
      this.signatures.set(index, signatureOfFrame(frame, this.job.size));
    return frame;
  }

  async #drawNext(index: number): Promise<FilmFrame> {
    this.#last?.release();
    this.#last = null;
    const gathered = await this.stopwatch.time('decode', () => this.#gather(index));
    const { inputs } = gathered;
    this.#last = gathered;
    if (index + 1 < this.count) this.#ahead = { index: index + 1, gathered: this.#fetch(index + 1) };
    const untouched = untouchedPicture(inputs, this.job.size);
    if (untouched?.mirror === false) {
      this.#drawn = null;
      return { kind: 'picture', picture: untouched.picture };
    }
    const content = stillContent(inputs);
    if (content !== null && content === this.#drawn) return { kind: 'bytes', bytes: this.#i420 };
    if (untouched !== null) {
      await this.stopwatch.time('read', () => copyI420(untouched.picture, this.job.size, this.#i420));
      mirrorI420(this.#i420, this.job.size);
    } else {
      await this.stopwatch.time('draw', () => this.#render(index, inputs));
      if (!(await this.stopwatch.time('read', () => this.#read()))) {
        // Lost between drawing and reading.
        await this.#recover(index, inputs);
        if (!this.#read()) throw new StudioError('gpu-lost', 'The GPU was taken away during the export.');
      }
    }
    this.#drawn = content;
    return { kind: 'bytes', bytes: this.#i420 };
  }

  dispose(): void {
    this.#last?.release();
    this.#ahead?.gathered.then(
      (gathered) => gathered.release(),
      () => undefined,
    );
    this.#scope.dispose();
  }

  #gather(index: number): Promise<GatheredFrame> {
    const ahead = this.#ahead;
    this.#ahead = null;
    return ahead?.index === index ? ahead.gathered : this.#fetch(index);
  }

  #fetch(index: number): Promise<GatheredFrame> {
    const gathered = this.#inputs.gather(this.job.project, planFrame(this.job.project, this.#timeOf(index)));
    // Whoever draws the frame hears of a failure; nobody may draw it any more.
    gathered.catch(() => undefined);
    return gathered;
  }

  #timeOf(index: number): Flicks {
    return frameStart(index, this.job.fps);
  }

  #openCompositor(): Compositor {
    const { width, height } = this.job.size;
    this.#compositor ??= this.#scope.own(
      createCompositor({ canvas: new OffscreenCanvas(width, height), size: this.job.size }),
    );
    return this.#compositor;
  }

  async #render(index: number, inputs: FrameInputs): Promise<void> {
    const compositor = this.#openCompositor();
    compositor.render(inputs);
    if (compositor.lost) await this.#recover(index, inputs);
  }

  /** Waits for the GPU to come back and draws the frame again, with the run-up that its effects need: the film goes on unchanged. */
  async #recover(index: number, inputs: FrameInputs): Promise<void> {
    if (this.#recoveries >= MOST_RECOVERIES)
      throw new StudioError('gpu-lost', 'The GPU was taken away again and again during the export.');
    this.#recoveries += 1;
    // Frames are gathered one at a time: what was fetched ahead is fetched again afterwards.
    const ahead = this.#ahead;
    this.#ahead = null;
    if (ahead !== null) (await ahead.gathered).release();
    const compositor = this.#openCompositor();
    await restored(compositor);
    const { effects, imports } = inputs.plan;
    const runUp = Math.min(index, compositor.prerollFrames(effects, imports));
    for (let before = index - runUp; before < index; before += 1) {
      const gathered = await this.#fetch(before);
      try {
        compositor.render(gathered.inputs);
      } finally {
        gathered.release();
      }
    }
    compositor.render(inputs);
    if (compositor.lost) await this.#recover(index, inputs);
  }

  /** The canvas into `#i420`; false when the GPU was taken away meanwhile. */
  #read(): boolean {
    const { width, height } = this.job.size;
    const canvas = this.#openCompositor().canvas as OffscreenCanvas;
    const gl = canvas.getContext('webgl2');
    if (gl === null) throw new StudioError('gpu-lost', 'The compositor has no WebGL context.');
    // Straight into a buffer that is kept: `readPixels` of the compositor makes two new ones each time.
    const bound = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, this.#rgba);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, bound);
    if (gl.isContextLost()) return false;
    toI420(this.#rgba, this.job.size, this.#i420);
    return true;
  }
}

function signatureOfFrame(frame: FilmFrame, size: Size): Uint8ClampedArray {
  if (frame.kind === 'picture') return pictureSignature(frame.picture);
  const picture = toVideoFrame(frame.bytes, size, 0, 0);
  try {
    return pictureSignature(picture);
  } finally {
    picture.close();
  }
}

/**
 * Names what a frame shows when nothing but the pictures makes it; null when effects, stickers or words do, which may move.
 * A film of 5 pictures a second is so drawn five times a second and not thirty.
 */
function stillContent({ plan, pictures }: FrameInputs): string | null {
  if (plan.effects.length > 0 || plan.texts.length > 0 || plan.stickers.length > 0) return null;
  const layers = plan.layers.map(({ clipId, sourceId, mirror, frame, blend }) => {
    const picture = pictures.get(clipId);
    const stamp = picture !== undefined && 'timestamp' in picture ? picture.timestamp : null;
    return [clipId, sourceId, mirror, frame, blend, stamp];
  });
  return JSON.stringify(layers);
}
