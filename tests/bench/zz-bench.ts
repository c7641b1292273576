import { renderSong } from '../../src/media/songs/bundled-songs';
import { interleave } from '../../src/export/sound/interleave';
import { compileCore } from '../../src/export/ffmpeg/compile-core.worker';
import { startFFmpeg } from '../../src/export/ffmpeg/ffmpeg-client.worker';
export async function run(_url: string): Promise<unknown> {
  const out: Record<string, number[]> = {};
  const put = (k: string, v: number) => (out[k] ??= []).push(Math.round(v));
  const song = renderSong('neon-steps', 48000);
  for (let i = 0; i < 2; i += 1) {
    const ff = startFFmpeg(compileCore());
    const yuv = new Uint8Array(720 * 1280 * 1.5 * 15);
    let seed = 1;
    for (let k = 0; k < yuv.length; k += 1) {
      if (k % 7 === 0) seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      yuv[k] = ((k >> 6) % 200) + (seed >>> 28);
    }
    await new Promise((r) => setTimeout(r, 2500));
    for (let k = 0; k < 4; k += 1)
      for (const coder of ['fast', 'twoloop', 'default']) {
        if (coder !== 'fast' && k > 1) continue;
        const t = performance.now();
        await ff.run({
          files: { 'sound.pcm': interleave(song) },
          blobs: {},
          output: 'sound.aac',
          args: [
            '-f',
            'f32le',
            '-ar',
            '48000',
            '-ac',
            '2',
            '-i',
            'sound.pcm',
            '-c:a',
            'aac',
            ...(coder === 'default' ? [] : ['-aac_coder', coder]),
            '-b:a',
            '128000',
            '-f',
            'adts',
            'sound.aac',
          ],
        });
        put(coder, performance.now() - t);
      }
    for (let k = 0; k < 8; k += 1) {
      const copy = yuv.slice();
      const t = performance.now();
      await ff.run({
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
          'chunk.h264',
        ],
      });
      put('x264', performance.now() - t);
    }
    ff.dispose();
  }
  return out;
}
