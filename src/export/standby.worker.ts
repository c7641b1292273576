/** What an export worker makes ready while it waits for its job: each takes as long as many a film. */
import { compileCore } from './ffmpeg/compile-core.worker';
import { startFFmpeg, type FFmpeg } from './ffmpeg/ffmpeg-client.worker';
import type { EncoderWish } from './picture/encoder-request';
import { chooseConfig, type TriedConfig } from './picture/webcodecs-config.worker';
import { startSoundWorker } from './sound/sound-client.worker';

/** Lives as long as its worker, with which all of it ends. */
export class Standby {
  /** Compiled once for all that run it. */
  #core: ReturnType<typeof compileCore> | null = null;
  #ffmpeg: FFmpeg | null = null;
  #soundWorker: Worker | null = null;
  /** By wish. One that failed is tried anew. */
  readonly #tried = new Map<string, Promise<TriedConfig>>();

  /** @param wish the encoder that will probably be asked for; null where that is not known yet */
  warm(wish: EncoderWish | null): void {
    this.#ffmpeg ??= this.#startFFmpeg();
    this.#soundWorker ??= startSoundWorker();
    // Whoever asks for it hears of the failure.
    if (wish !== null) this.chooseConfig(wish).catch(() => undefined);
  }

  /** An ffmpeg of one's own, loaded already where there was time. */
  takeFFmpeg(): FFmpeg {
    const taken = this.#ffmpeg ?? this.#startFFmpeg();
    this.#ffmpeg = null;
    return taken;
  }

  /** A sound worker of one's own. */
  takeSoundWorker(): Worker {
    const taken = this.#soundWorker ?? startSoundWorker();
    this.#soundWorker = null;
    return taken;
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

  #startFFmpeg(): FFmpeg {
    this.#core ??= compileCore();
    return startFFmpeg(this.#core);
  }
}
