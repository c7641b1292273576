/** Draws frames with the compositor and reads them back as 4:2:0, one behind the other so that GPU and CPU both work. */
import { StudioError } from '../../core/errors';
import type { Size } from '../../core/geometry';
import { Scope, type Disposable } from '../../core/ownership';
import type { EffectInstance } from '../../effects/effect';
import type { ImportedAssets } from '../../effects/imported-asset';
import { createCompositor } from '../../effects/render/compositor';
import type { Compositor } from '../../effects/render/compositor-types';
import type { GatheredFrame } from '../frame-inputs';
import { Stopwatch } from '../stopwatch';
import { PixelReader } from './pixel-reader.worker';
import { createRgbaConverter, type RgbaConverter } from './rgba-converter';

/** How often a film survives that its GPU is taken away. */
const MOST_RECOVERIES = 5;

/** How long a lost GPU may stay away, in milliseconds. */
const PATIENCE_MS = 15_000;

/** A frame that was sent to the GPU and not read back yet. */
export interface DrawnFrame {
  readonly frame: number;
  readonly slot: number;
}

/** One film's frames. Numbers are frames of the project. */
export class FrameDrawer implements Disposable {
  readonly #scope = new Scope();
  readonly #converter: RgbaConverter;
  readonly #compositor: Compositor;
  readonly #reader: PixelReader;
  /** The last frame that the compositor drew. */
  #last = -2;
  #recoveries = 0;
  #slot = 0;

  #gather: (frame: number) => Promise<GatheredFrame> = () =>
    Promise.reject(new StudioError('unexpected', 'No film is drawn yet.'));
  #stopwatch = new Stopwatch();

  /** @throws StudioError `webgl-missing` */
  constructor(readonly size: Size) {
    this.#compositor = this.#scope.own(
      createCompositor({ canvas: new OffscreenCanvas(size.width, size.height), size }),
    );
    this.#reader = this.#scope.own(new PixelReader(this.#compositor.canvas as OffscreenCanvas, size));
    this.#converter = createRgbaConverter(size);
  }

  /** Takes up a film. @param gather fetches the inputs of a frame */
  serve(gather: (frame: number) => Promise<GatheredFrame>, stopwatch: Stopwatch): void {
    this.#gather = gather;
    this.#stopwatch = stopwatch;
  }

  /** Compiles effects. */
  warm(effects: readonly EffectInstance[], imports: ImportedAssets): Promise<void> {
    return this.#compositor.warm(effects, imports);
  }

  /** Sends a frame to the GPU, with the run-up that its effects need where it does not follow the last one. @throws StudioError `shader-failed`, `gpu-lost` */
  async draw(frame: number, gathered: GatheredFrame): Promise<DrawnFrame> {
    await this.#stopwatch.time('draw', async () => {
      await this.#render(frame, gathered);
    });
    return { frame, slot: this.#send() };
  }

  /**
   * The frame as 4:2:0.
   * @param out `i420Bytes(size)` bytes; without it the frame is valid until the next is read
   * @throws StudioError `gpu-lost`
   */
  async read(drawn: DrawnFrame, out?: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const isRead = this.#stopwatch.timeNow('read', () =>
      this.#reader.fetch(drawn.slot, this.#converter.rgba),
    );
    if (!isRead) await this.#drawAgain(drawn);
    return this.#stopwatch.timeNow('convert', () => this.#converter.convert(out));
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #send(): number {
    this.#slot = 1 - this.#slot;
    this.#reader.send(this.#slot);
    return this.#slot;
  }

  async #render(frame: number, gathered: GatheredFrame): Promise<void> {
    if (frame !== this.#last + 1) await this.#runUp(frame, gathered);
    this.#compositor.render(gathered.inputs);
    this.#last = frame;
    if (this.#compositor.lost) {
      await this.#recover();
      await this.#render(frame, gathered);
    }
  }

  /** Draws what the frame's effects look back at. */
  async #runUp(frame: number, { inputs }: GatheredFrame): Promise<void> {
    const { effects, imports } = inputs.plan;
    const first = Math.max(0, frame - this.#compositor.prerollFrames(effects, imports));
    for (let before = first; before < frame; before += 1) {
      const gathered = await this.#gather(before);
      try {
        this.#compositor.render(gathered.inputs);
      } finally {
        gathered.release();
      }
    }
  }

  /** After a loss between sending and reading: the frame is drawn anew and read at once. Whoever drew a later one meanwhile draws it again. */
  async #drawAgain({ frame, slot }: DrawnFrame): Promise<void> {
    await this.#recover();
    const gathered = await this.#gather(frame);
    try {
      await this.#render(frame, gathered);
      // Into the same slot: the other one may hold the frame that follows.
      this.#reader.send(slot);
      if (!this.#reader.fetch(slot, this.#converter.rgba))
        throw new StudioError('gpu-lost', 'The GPU was taken away again and again during the export.');
    } finally {
      gathered.release();
    }
  }

  /** Waits for the GPU to come back. @throws StudioError `gpu-lost` */
  async #recover(): Promise<void> {
    this.#last = -2;
    if (!this.#compositor.lost && !this.#reader.isLost) return;
    this.#recoveries += 1;
    if (this.#recoveries > MOST_RECOVERIES)
      throw new StudioError('gpu-lost', 'The GPU was taken away again and again during the export.');
    const deadline = Date.now() + PATIENCE_MS;
    // The event may have passed already: the compositor knows.
    while (this.#compositor.lost || this.#reader.isLost) {
      if (Date.now() > deadline)
        throw new StudioError('gpu-lost', 'The GPU did not come back during the export.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
