/** What an export worker makes ready while it waits for its job: each takes as long as many a film. */
import type { Size } from '../core/geometry';
import { allEffects } from '../project/all-effects';
import { compileCore } from './ffmpeg/compile-core.worker';
import { startFFmpeg, type FFmpeg } from './ffmpeg/ffmpeg-client.worker';
import { warmUp } from './ffmpeg/warm-up.worker';
import type { Preparation } from './export-protocol';
import type { EncoderWish } from './picture/encoder-request';
import { FrameDrawer } from './picture/frame-drawer.worker';
import { x264Count } from './picture/x264-count';
import { chooseConfig, type TriedConfig } from './picture/webcodecs-config.worker';
import { OpenSources, type TakeFilm } from './routes/open-sources';
import { startSoundWorker } from './sound/sound-client.worker';

/** Lives as long as its worker, with which all of it ends. */
export class Standby {
  /** Compiled once for all that run it. */
  #core: ReturnType<typeof compileCore> | null = null;
  readonly #ffmpegs: FFmpeg[] = [];
  /** What ffmpeg's code was made fast for. */
  #warmed: 'nothing' | 'sound' | 'pictures' = 'nothing';
  #soundWorker: Worker | null = null;
  #drawer: FrameDrawer | null = null;
  /** By wish. One that failed is tried anew. */
  readonly #tried = new Map<string, Promise<TriedConfig>>();

  readonly #sources = new OpenSources();

  warm({ wish, films, isByFFmpeg, drawn }: Preparation): void {
    while (this.#ffmpegs.length < (isByFFmpeg ? 1 + x264Count() : 1)) this.#ffmpegs.push(this.#startFFmpeg());
    const wanted = isByFFmpeg ? 'pictures' : 'sound';
    const [first] = this.#ffmpegs;
    if (first !== undefined && this.#warmed !== wanted && this.#warmed !== 'pictures') {
      this.#warmed = wanted;
      // All share the code of one.
      void warmUp(first, isByFFmpeg);
    }
    this.warmSound();
    // Whoever asks for it hears of the failure.
    if (wish !== null) this.chooseConfig(wish).catch(() => undefined);
    if (drawn !== null) this.#prepareDrawer(drawn);
    this.#sources.add(films);
    for (const { takeId } of films) this.#sources.open(takeId).catch(() => undefined);
  }

  /** An ffmpeg of one's own, loaded already where there was time. */
  takeFFmpeg(): FFmpeg {
    return this.#ffmpegs.pop() ?? this.#startFFmpeg();
  }

  /** A drawer of one's own, with the effects of the film compiled where there was time. @throws StudioError `webgl-missing` */
  takeDrawer(size: Size): FrameDrawer {
    const ready = this.#drawer;
    this.#drawer = null;
    if (ready?.size.width === size.width && ready.size.height === size.height) return ready;
    ready?.dispose();
    return new FrameDrawer(size);
  }

  /** Starts a sound worker that will be taken. */
  warmSound(): void {
    this.#soundWorker ??= startSoundWorker();
  }

  /** A sound worker of one's own. */
  takeSoundWorker(): Worker {
    const taken = this.#soundWorker ?? startSoundWorker();
    this.#soundWorker = null;
    return taken;
  }

  /** The films of a job, opened once. They end with the worker. */
  sourcesOf(films: readonly TakeFilm[]): OpenSources {
    this.#sources.add(films);
    return this.#sources;
  }

  /** As `chooseConfig`, once for each wish. */
  chooseConfig(wish: EncoderWish): Promise<TriedConfig> {
    const { codec, size, fps, videoBitrate, wantsScaling } = wish;
    const key = JSON.stringify([codec, size.width, size.height, fps, videoBitrate, wantsScaling]);
    const tried = this.#tried.get(key) ?? chooseConfig(wish);
    this.#tried.set(key, tried);
    tried.catch(() => this.#tried.delete(key));
    return tried;
  }

  #prepareDrawer({ project, size }: NonNullable<Preparation['drawn']>): void {
    try {
      this.#drawer = this.takeDrawer(size);
    } catch {
      // Whoever draws tries again, and hears why it cannot be.
      return;
    }
    this.#drawer.warm(allEffects(project), project.imports).catch(() => undefined);
  }

  #startFFmpeg(): FFmpeg {
    this.#core ??= compileCore();
    return startFFmpeg(this.#core);
  }
}
