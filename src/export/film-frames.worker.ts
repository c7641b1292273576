/** The frames of a film in the form that encoders take: drawn by the same compositor as the preview, or cropped and scaled without it. */
import { Scope, type Disposable } from '../core/ownership';
import type { Size } from '../core/geometry';
import { frameStart } from '../core/time';
import type { FrameInputs } from '../effects/render/compositor-types';
import { loadTextFaces } from '../effects/render/text-fonts';
import { allEffects } from '../project/all-effects';
import { planFrame } from '../project/plan-frame';
import type { ExportJob } from './export-protocol';
import { createFrameInputs, type FrameInputsSource, type GatheredFrame } from './frame-inputs';
import { frameMaterialOf } from './job-material';
import { PictureConverter, encoderCrop } from './picture/decoded-picture';
import { FrameDrawer, type DrawnFrame } from './picture/frame-drawer.worker';
import { i420Bytes } from './picture/yuv';
import type { FilmStretch } from './routes/stretch';
import type { Stopwatch } from './stopwatch';

type RoomFor = (frame: number) => Uint8Array<ArrayBuffer>;

/** How frames are given out. */
export interface FrameWay {
  /** Whether the encoder crops and scales decoded pictures itself. */
  readonly canScale: boolean;
  /** Where the bytes of a frame go: `i420Bytes` of the film's size. Without it each frame takes the place of the one before. */
  readonly roomFor?: RoomFor;
}

/**
 * One frame, valid until the next is asked for. `bytes`: 4:2:0 as `FILM_COLOR_SPACE` says.
 * `picture`: a decoded picture whose part `visible` goes to the encoder, which scales it; stays ours to close.
 */
export type FilmFrame =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'picture'; readonly picture: VideoFrame; readonly visible: DOMRectInit };

export interface FilmFrames extends Disposable {
  /** Loads the faces of its words, and compiles its effects where any frame is drawn. @throws StudioError `webgl-missing`, `shader-failed` */
  warm(stretches: readonly FilmStretch[]): Promise<void>;
  /**
   * The frames of a stretch in order, from frame `from` of the film on. What comes next is prepared meanwhile.
   * @throws StudioError `file-corrupt`, `shader-failed`, `gpu-lost`, `webgl-missing`
   */
  framesOf(stretch: FilmStretch, from: number, way: FrameWay): AsyncGenerator<FilmFrame, void, void>;
  /** The decoded picture behind a frame that is neither cropped nor drawn on; null where there is none. The caller closes it. */
  pictureOf(frame: number): Promise<VideoFrame | null>;
}

/**
 * Opens everything that the film is made of; nothing is read yet.
 * @param takeDrawer gives a drawer of one's own, where one was made ready
 */
export function openFilmFrames(
  job: ExportJob,
  stopwatch: Stopwatch,
  takeDrawer: (size: Size) => FrameDrawer = (size) => new FrameDrawer(size),
): FilmFrames {
  return new JobFrames(job, stopwatch, takeDrawer);
}

class JobFrames implements FilmFrames {
  readonly #scope = new Scope();
  readonly #inputs: FrameInputsSource;
  readonly #converter = new PictureConverter();
  #i420: Uint8Array<ArrayBuffer> | null = null;
  #drawer: FrameDrawer | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly job: ExportJob,
    private readonly stopwatch: Stopwatch,
    private readonly takeDrawer: (size: Size) => FrameDrawer,
  ) {
    this.#inputs = this.#scope.own(createFrameInputs(frameMaterialOf(job)));
  }

  async warm(stretches: readonly FilmStretch[]): Promise<void> {
    if (!stretches.some(({ route }) => route === 'compose')) return;
    await loadTextFaces(this.job.faces);
    const { project } = this.job;
    const effects = allEffects(project);
    if (effects.length > 0) await this.#openDrawer().warm(effects, project.imports);
  }

  framesOf(
    stretch: FilmStretch,
    from: number,
    { canScale, roomFor }: FrameWay,
  ): AsyncGenerator<FilmFrame, void, void> {
    return stretch.route === 'compose'
      ? this.#composed(stretch, from, roomFor)
      : this.#direct(stretch, from, canScale, roomFor);
  }

  async pictureOf(frame: number): Promise<VideoFrame | null> {
    const gathered = await this.#gather(this.job.first + frame);
    try {
      const [picture] = gathered.inputs.pictures.values();
      return picture instanceof VideoFrame ? picture.clone() : null;
    } finally {
      gathered.release();
    }
  }

  dispose(): void {
    this.#scope.dispose();
  }

  async *#direct(
    stretch: FilmStretch,
    from: number,
    canScale: boolean,
    roomFor: RoomFor | undefined,
  ): AsyncGenerator<FilmFrame, void, void> {
    const end = stretch.first + stretch.count;
    const ahead = new Ahead((frame) => this.#gather(this.job.first + frame), end);
    try {
      for (let frame = from; frame < end; frame += 1) {
        const gathered = await this.stopwatch.time('decode', () => ahead.take(frame));
        try {
          yield await this.#directFrame(frame, gathered, stretch, canScale, roomFor?.(frame));
        } finally {
          gathered.release();
        }
      }
    } finally {
      ahead.drop();
    }
  }

  async #directFrame(
    frame: number,
    gathered: GatheredFrame,
    { crop }: FilmStretch,
    canScale: boolean,
    room: Uint8Array<ArrayBuffer> | undefined,
  ): Promise<FilmFrame> {
    const [picture] = gathered.inputs.pictures.values();
    if (picture instanceof VideoFrame && crop !== undefined) {
      const visible = canScale ? encoderCrop(picture, crop) : null;
      if (visible !== null) return { kind: 'picture', picture, visible };
      const { size } = this.job;
      const out = room ?? this.#room();
      if (await this.stopwatch.time('convert', () => this.#converter.convert(picture, crop, size, out)))
        return { kind: 'bytes', bytes: out };
    }
    // A picture of a kind that was not foreseen; it is drawn like any other.
    const drawer = this.#openDrawer();
    const bytes = await drawer.read(await drawer.draw(this.job.first + frame, gathered), room);
    return { kind: 'bytes', bytes };
  }

  async *#composed(
    stretch: FilmStretch,
    from: number,
    roomFor: RoomFor | undefined,
  ): AsyncGenerator<FilmFrame, void, void> {
    const end = stretch.first + stretch.count;
    const ahead = new Ahead((frame) => this.#gather(this.job.first + frame), end);
    const drawer = this.#openDrawer();
    let sent: DrawnFrame | null = null;
    let shown: string | null = null;
    let bytes: Uint8Array<ArrayBuffer> | null = null;
    const read = async (drawn: DrawnFrame): Promise<FilmFrame> => {
      bytes = await drawer.read(drawn, roomFor?.(drawn.frame - this.job.first));
      return { kind: 'bytes', bytes };
    };
    try {
      for (let frame = from; frame < end; frame += 1) {
        const gathered = await this.stopwatch.time('decode', () => ahead.take(frame));
        try {
          const content = stillContent(gathered.inputs);
          if (content !== null && content === shown) {
            // A film of 5 pictures a second is drawn five times a second and not thirty.
            if (sent !== null) yield await read(sent);
            sent = null;
            if (bytes !== null) yield { kind: 'bytes', bytes: laidInto(roomFor?.(frame) ?? bytes, bytes) };
            continue;
          }
          shown = content;
          const next = await drawer.draw(this.job.first + frame, gathered);
          if (sent !== null) yield await read(sent);
          sent = next;
        } finally {
          gathered.release();
        }
      }
      if (sent !== null) yield await read(sent);
    } finally {
      ahead.drop();
    }
  }

  /** One at a time, as the inputs ask: what is fetched ahead and what a run-up needs queue. */
  #gather(frame: number): Promise<GatheredFrame> {
    const { project, fps } = this.job;
    const gathered = this.#queue.then(() =>
      this.#inputs.gather(project, planFrame(project, frameStart(frame, fps))),
    );
    // Whoever asked hears of a failure.
    this.#queue = gathered.catch(() => undefined);
    return gathered;
  }

  #room(): Uint8Array<ArrayBuffer> {
    this.#i420 ??= new Uint8Array(i420Bytes(this.job.size));
    return this.#i420;
  }

  #openDrawer(): FrameDrawer {
    if (this.#drawer === null) {
      this.#drawer = this.#scope.own(this.takeDrawer(this.job.size));
      this.#drawer.serve((frame) => this.#gather(frame), this.stopwatch);
    }
    return this.#drawer;
  }
}

/** The same frame once more, where it is wanted now. */
function laidInto(room: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (room !== bytes) room.set(bytes);
  return room;
}

/** Fetches the inputs of the next frame while this one is drawn and encoded. */
class Ahead {
  #next: { readonly frame: number; readonly gathered: Promise<GatheredFrame> } | null = null;

  constructor(
    readonly gather: (frame: number) => Promise<GatheredFrame>,
    readonly end: number,
  ) {}

  async take(frame: number): Promise<GatheredFrame> {
    const next = this.#next;
    this.#next = null;
    const gathered = await (next?.frame === frame ? next.gathered : this.gather(frame));
    if (frame + 1 < this.end) {
      const following = this.gather(frame + 1);
      // Whoever draws the frame hears of a failure; nobody may draw it any more.
      following.catch(() => undefined);
      this.#next = { frame: frame + 1, gathered: following };
    }
    return gathered;
  }

  drop(): void {
    this.#next?.gathered.then(
      (gathered) => gathered.release(),
      () => undefined,
    );
    this.#next = null;
  }
}

/**
 * Names what a frame shows when nothing but the pictures makes it; null when effects, stickers or words do, which may move.
 */
function stillContent({ plan, pictures }: FrameInputs): string | null {
  if (plan.effects.length > 0 || plan.texts.length > 0 || plan.stickers.length > 0) return null;
  if (plan.transition !== null) return null;
  const layers = plan.layers.map(({ clipId, sourceId, mirror, frame, blend }) => {
    const picture = pictures.get(clipId);
    const stamp = picture !== undefined && 'timestamp' in picture ? picture.timestamp : null;
    return [clipId, sourceId, mirror, frame, blend, stamp];
  });
  return JSON.stringify(layers);
}
