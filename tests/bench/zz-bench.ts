import { compileCore } from '../../src/export/ffmpeg/compile-core.worker';
import { startFFmpeg } from '../../src/export/ffmpeg/ffmpeg-client.worker';
import { openMediaInput } from '../../src/media/media-input';
import { VideoSampleSink } from 'mediabunny';
export async function run(url: string): Promise<unknown> {
  const out: Record<string, number[]> = {};
  const put = (k: string, v: number) => (out[k] ??= []).push(Math.round(v));
  const film = await (await fetch(url)).blob();
  const media = await openMediaInput(film);
  const N = 90;
  const F = 720 * 1280 * 1.5;
  const all = new Uint8Array(N * F);
  let n = 0;
  for await (const s of new VideoSampleSink(media.video!).samples(0, 3)) {
    const vf = s.toVideoFrame();
    await vf.copyTo(all.subarray(n * F, (n + 1) * F), {
      layout: [
        { offset: 0, stride: 720 },
        { offset: 720 * 1280, stride: 360 },
        { offset: 720 * 1280 * 1.25, stride: 360 },
      ],
    });
    vf.close();
    s.close();
    n += 1;
    if (n === N) break;
  }
  const ff = startFFmpeg(compileCore());
  const enc = async (name: string, frames: number, extra: string[]) => {
    for (let k = 0; k + frames <= N; k += frames) {
      const copy = all.slice(k * F, (k + frames) * F);
      const t = performance.now();
      const o = await ff.run({
        files: { 'chunk.yuv': copy },
        blobs: {},
        output: 'chunk.h264',
        args: [
          '-f',
          'rawvideo',
          '-pix_fmt',
          'yuv420p',
          '-s',
          '720x1280',
          '-r',
          '30',
          '-i',
          'chunk.yuv',
          ...extra,
          'chunk.h264',
        ],
      });
      put(name + frames, ((performance.now() - t) / frames) * 100);
      put(name + frames + 'KB', o.length / 1000);
    }
  };
  const base = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-threads',
    '1',
    '-profile:v',
    'high',
    '-crf',
    '20',
    '-maxrate',
    '6000000',
    '-bufsize',
    '3000000',
    '-g',
    '15',
    '-keyint_min',
    '15',
    '-sc_threshold',
    '0',
    '-bf',
    '0',
    '-flags',
    '+cgop',
    '-f',
    'h264',
  ];
  await enc('warm', 15, base);
  await enc('base', 15, base);
  await enc('base', 30, base);
  await enc(
    'novbv',
    15,
    base.filter((a) => !['-maxrate', '6000000', '-bufsize', '3000000'].includes(a)),
  );
  await enc(
    'crf26',
    15,
    base.map((a) => (a === '20' ? '26' : a)),
  );
  await enc('params', 15, [
    ...base.slice(0, -2),
    '-x264-params',
    'no-psy=1:me=dia:merange=4:subme=0',
    '-f',
    'h264',
  ]);
  await enc('nodct', 15, [
    ...base.slice(0, -2),
    '-x264-params',
    'no-dct-decimate=1:deadzone-inter=32',
    '-f',
    'h264',
  ]);
  await enc('copy', 15, ['-f', 'rawvideo']);
  await enc('null', 15, ['-f', 'framecrc']);
  media.dispose();
  return out;
}
