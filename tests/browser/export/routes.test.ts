/** Both routes make the same film of real footage; the file says so itself, and native ffmpeg agrees. */
import { describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { exportFilm, type ExportProgress } from '../../../src/export/export-client';
import type { ExportRoute } from '../../../src/export/export-protocol';
import { decodeSound } from '../../../src/media/decode-sound';
import { openPictures } from '../../../src/media/picture-reader';
import { renderSong } from '../../../src/media/songs/bundled-songs';
import { fetchFootage, jobOf, toBase64 } from './films';

const footage = await fetchFootage('people/squats.mp4');
const ROUTES: readonly ExportRoute[] = ['webcodecs', 'ffmpeg'];
const music = { song: { kind: 'bundled', id: 'neon-steps' }, songStart: 1 } as const;

/** The names of a file's checks, those that failed with what was measured. */
const failures = (checks: readonly { id: string; passed: boolean; value: string }[]): string[] =>
  checks.filter(({ passed }) => !passed).map(({ id, value }) => `${id}: ${value}`);

describe.skipIf(footage === null)('a real film', () => {
  const film = footage ?? new Blob();

  test.for(ROUTES)('by %s passes every check, and native ffmpeg agrees', async (route) => {
    const job = await jobOf(film, { seconds: 2.5, width: 360, height: 640, take: { music, mirror: true } });
    const seen: ExportProgress[] = [];
    const exported = await exportFilm(job, {
      routes: [route],
      onProgress: (progress) => seen.push(progress),
    });
    expect(failures(exported.checks)).toEqual([]);
    expect(exported).toMatchObject({ route, frames: 75, duration: 2.5, size: { width: 360, height: 640 } });

    const overall = seen.map((progress) => progress.overall);
    expect(overall).toEqual(overall.toSorted((a, b) => a - b));
    expect([...new Set(seen.map(({ step }) => step))]).toEqual(['sound', 'picture', 'muxing', 'checking']);

    const native = await commands.inspectFilm(await toBase64(exported.file), []);
    if (native === null) return;
    expect(native.frames).toBe(75);
    expect(native.duration).toBeCloseTo(2.5, 3);
    expect(native.video).toMatchObject({
      codec_name: 'h264',
      pix_fmt: 'yuv420p',
      width: 360,
      height: 640,
      has_b_frames: 0,
      color_range: 'tv',
      color_space: 'bt709',
      color_transfer: 'bt709',
      color_primaries: 'bt709',
      r_frame_rate: '30/1',
      avg_frame_rate: '30/1',
      start_time: '0.000000',
    });
    expect(native.audio).toMatchObject({
      codec_name: 'aac',
      profile: 'LC',
      sample_rate: '48000',
      channels: 2,
      start_time: '0.000000',
    });
  });

  test('at full size passes every check', async () => {
    const job = await jobOf(film, { seconds: 3, width: 720, height: 1280, take: { music } });
    const exported = await exportFilm(job, { routes: ['webcodecs'] });
    expect(failures(exported.checks)).toEqual([]);
    expect(exported.checks).toHaveLength(16);
  });

  test('both routes show the same pictures', async () => {
    const job = await jobOf(film, { seconds: 1, width: 180, height: 320 });
    const [one, other] = await Promise.all(
      ROUTES.map(async (route) => openPictures((await exportFilm(job, { routes: [route] })).file)),
    );
    for (const seconds of [0.01, 0.45, 0.99]) {
      const [a, b] = await Promise.all([one?.pictureAt(seconds), other?.pictureAt(seconds)].map(lumaOf));
      const difference = a?.reduce((sum, value, at) => sum + Math.abs(value - (b?.[at] ?? 0)), 0) ?? NaN;
      expect(difference / (a?.length ?? 1)).toBeLessThan(4);
    }
    one?.dispose();
    other?.dispose();
  });

  test('the sound lies within 10 ms of where it belongs', async () => {
    const job = await jobOf(film, { seconds: 3, width: 180, height: 320, take: { music } });
    const { file } = await exportFilm(job, { routes: ['webcodecs'] });
    const heard = (await decodeSound(file)).channels[0] ?? new Float32Array();
    const song = (renderSong('neon-steps', 48_000).channels[0] ?? new Float32Array()).subarray(48_000);
    expect(Math.abs(lagOf(heard, song)) / 48).toBeLessThan(10);
  });
});

async function lumaOf(frame: Promise<VideoFrame | null> | undefined): Promise<Uint8Array> {
  const picture = await frame;
  if (picture == null) throw new TypeError('There is no picture.');
  const bytes = new Uint8Array(picture.allocationSize());
  await picture.copyTo(bytes);
  const luma = bytes.subarray(0, picture.displayWidth * picture.displayHeight);
  picture.close();
  return luma;
}

/** Samples by which `heard` is late against `played`: where they agree best, within 60 ms either way. */
function lagOf(heard: Float32Array, played: Float32Array): number {
  let best = { lag: NaN, agreement: -Infinity };
  for (let lag = -2880; lag <= 2880; lag += 8) {
    let agreement = 0;
    for (let at = 24_000; at < 96_000; at += 3) agreement += (heard[at + lag] ?? 0) * (played[at] ?? 0);
    if (agreement > best.agreement) best = { lag, agreement };
  }
  return best.lag;
}
