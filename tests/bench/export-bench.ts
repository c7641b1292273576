/** What an export costs, stage by stage, against a bare transcode by mediabunny in the same browser. */
import { BlobSource, BufferTarget, Conversion, Input, Mp4OutputFormat, MP4, Output } from 'mediabunny';
import { createEffectInstance } from '../../src/effects/registry';
import type { EffectInstance } from '../../src/effects/effect';
import { exportFilm } from '../../src/export/export-client';
import type { ExportRoute } from '../../src/export/export-protocol';
import { jobOf } from '../browser/export/films';
import type { Figure } from './figure';

const SECONDS = 15;
const SIZE = { width: 720, height: 1280 } as const;
const BITRATE = 6_000_000;
const MUSIC = { song: { kind: 'bundled', id: 'neon-steps' }, songStart: 0 } as const;

/** Three that are pointwise or nearly so: what most looks are made of. */
const COLOR_EFFECTS = ['adjust', 'duotone', 'vignette'];

/** @param filmUrl any film of 9:16 */
export async function runExportBench(filmUrl: string): Promise<Figure[]> {
  const footage = await (await fetch(filmUrl)).blob();
  // Made 30 pictures a second first, so that both sides decode and encode as many.
  const film = (await exported(footage, [], 'webcodecs')).file;
  const bare = await secondsOf(() => transcode(film));
  const plain = await secondsOf(() => exported(film, [], 'webcodecs'));
  const colorful = await secondsOf(() =>
    exported(
      film,
      COLOR_EFFECTS.map((id) => createEffectInstance(id, id, 1)),
      'webcodecs',
    ),
  );
  const byX264 = await secondsOf(() => exported(film, [], 'ffmpeg'));
  const line = { peer: bare, peerName: 'bare mediabunny transcode, no sound', unit: 's' };
  const name = `export, ${SECONDS} s of ${SIZE.width}×${SIZE.height}@30`;
  return [
    { ...line, name: `${name}, no effect`, ours: plain },
    { ...line, name: `${name}, 3 colour effects`, ours: colorful },
    { ...line, name: `${name}, no effect, by x264 as WebAssembly`, ours: byX264 },
  ];
}

/** The first 15 s as our export makes them; where the time went is logged. */
async function exported(
  film: Blob,
  stack: readonly EffectInstance[],
  route: ExportRoute,
): Promise<{ readonly file: Blob }> {
  // A shorter film holds its last picture to the end.
  const job = await jobOf(film, {
    seconds: SECONDS,
    ...SIZE,
    stack,
    take: { music: MUSIC, duration: SECONDS },
  });
  const made = await exportFilm({ ...job, videoBitrate: BITRATE }, { routes: [route] });
  const failed = made.checks.filter(({ passed }) => !passed);
  if (failed.length > 0) throw new Error(`The file failed its checks: ${JSON.stringify(failed)}`);
  console.log(`export by ${route}, ${stack.length} effects, ms:`, JSON.stringify(made.times));
  return made;
}

async function transcode(film: Blob): Promise<void> {
  const conversion = await Conversion.init({
    input: new Input({ source: new BlobSource(film), formats: [MP4] }),
    output: new Output({
      format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
      target: new BufferTarget(),
    }),
    video: { codec: 'avc', bitrate: BITRATE, forceTranscode: true },
    audio: { discard: true },
  });
  await conversion.execute();
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}
