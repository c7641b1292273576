/** Listens at the encoder: what an export hands to it, frame by frame, as the browser's own `VideoFrame.copyTo` gives it. */
import type { Page, Worker as PageWorker } from '@playwright/test';

/** A frame as 4:2:0 planes, by its number in the film. */
export type TappedFrames = ReadonlyMap<number, Buffer>;

/**
 * Taps every encoder that a worker of the page makes from now on.
 * @param wanted numbers of the frames that are kept, at 30 a second; not 0, which an encoder's trial also has
 */
export async function tapEncoder(page: Page, wanted: readonly number[]): Promise<TappedFrames> {
  const frames = new Map<number, Buffer>();
  await page.exposeFunction('__keepFrame', (index: number, bytes: string) => {
    frames.set(index, Buffer.from(bytes, 'base64'));
  });
  await page.evaluate(() => {
    new BroadcastChannel('encoder-tap').onmessage = ({
      data,
    }: MessageEvent<{ index: number; bytes: string }>) => {
      const keep = Reflect.get(window, '__keepFrame') as (index: number, bytes: string) => void;
      keep(data.index, data.bytes);
    };
  });
  const tap = (worker: PageWorker): void => {
    // Workers that end before they are tapped encoded nothing.
    worker.evaluate(tapInside, wanted).catch((error: unknown) => console.info(String(error)));
  };
  page.on('worker', tap);
  return frames;
}

/** Runs in the worker. */
function tapInside(wanted: readonly number[]): void {
  if (typeof VideoEncoder === 'undefined') return;
  const channel = new BroadcastChannel('encoder-tap');
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the encoder it is asked of
  const plain = VideoEncoder.prototype.encode;
  VideoEncoder.prototype.encode = function (frame, options) {
    const index = Math.round((frame.timestamp * 30) / 1e6);
    if (wanted.includes(index)) {
      const copy = frame.clone();
      const bytes = new Uint8Array(copy.allocationSize());
      copy.copyTo(bytes).then(
        () => {
          copy.close();
          let text = '';
          for (let at = 0; at < bytes.length; at += 8192)
            text += String.fromCharCode(...bytes.subarray(at, at + 8192));
          channel.postMessage({ index, bytes: btoa(text) });
        },
        (error: unknown) => console.error(error),
      );
    }
    plain.call(this, frame, options);
  };
}

/** From now on exports are of this size: of the preview's, so that frames can be held against it. */
export async function exportAtSize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.evaluate((size) => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the worker it is asked of
    const plain = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (
      this: InstanceType<typeof Worker>,
      message: unknown,
      ...rest: never[]
    ) {
      const job: unknown =
        typeof message === 'object' && message !== null ? Reflect.get(message, 'job') : null;
      if (typeof job === 'object' && job !== null && 'videoBitrate' in job) Object.assign(job, { size });
      plain.call(this, message, ...rest);
    } as typeof plain;
  }, size);
}
