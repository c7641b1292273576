/** Every odd file either opens rightly or is refused by name: nothing hangs, nothing throws something unknown. */
import { describe, expect, test } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import { describeMedia, type MediaInfo } from '../../../src/media/open-media';
import { openPictures } from '../../../src/media/picture-reader';
import { evenTimes, makeFilm, paintGrey } from './made-films';

/** A file may keep a person waiting for this long, in milliseconds. */
const PATIENCE_MS = 3000;

async function footage(name: string): Promise<Blob | null> {
  const response = await fetch(`/shared/media/${name}`);
  if (response.ok) return response.blob();
  console.warn(`Skipped: no real footage at ../shared/media/${name}.`);
  return null;
}

async function refusal(blob: Blob): Promise<string> {
  try {
    const info = await describeMedia(blob);
    return `opened: ${JSON.stringify(info)}`;
  } catch (error) {
    return error instanceof StudioError ? error.code : `unknown: ${String(error)}`;
  }
}

/** Whether the browser here can decode HEVC decides what is right for it. */
const canHevc = (await VideoDecoder.isConfigSupported({ codec: 'hev1.1.6.L90.90' })).supported === true;

const OPENS: Record<string, Partial<MediaInfo>> = {
  'ax_bbb_800x640_768kbps_30fps_avc_pyramid_3b.mp4': {
    size: { width: 1138, height: 640 },
    fps: 30,
    duration: 4,
  },
  'ax_sample_portrait.mp4': { size: { width: 720, height: 1080 }, rotation: 0, hasSound: true },
  'ax_sample_rotate_and_reflect.mp4': { size: { width: 720, height: 1080 }, rotation: 90 },
  'ax_bt601.mov': { size: { width: 640, height: 428 }, hasSound: true },
  'ax_sample_fragmented.mp4': { size: { width: 1080, height: 720 }, duration: 1.0677 },
  'ax_edit_list_positive_shift.mp4': { size: { width: 1920, height: 1080 }, duration: 10 },
  'ax_sample_android_slow_motion.mp4': { size: { width: 1280, height: 720 }, duration: 0.5253 },
  'ax_sample_empty_track.mp4': { size: { width: 1080, height: 720 }, duration: 0.9676 },
  'tc_h264_10bits.mp4': { size: { width: 200, height: 200 }, duration: 1 },
  'tc_bt709_full_range.mp4': { size: { width: 1280, height: 720 }, duration: 1 },
  'dc_video_0.mov': { size: { width: 568, height: 320 }, rotation: 0 },
  'dc_video_90.mov': { size: { width: 320, height: 568 }, rotation: 90 },
  'dc_video_180.mov': { size: { width: 568, height: 320 }, rotation: 180 },
  'dc_video_270.mov': { size: { width: 320, height: 568 }, rotation: 270 },
  'dc_corrupted.mp4': { size: { width: 1280, height: 720 }, duration: 5 },
  'mv_no_duration.webm': { size: { width: 1280, height: 720 }, duration: 4.872, hasSound: true },
  'mv_transparent.webm': { size: { width: 200, height: 200 }, duration: 5 },
  'person_rot90.mp4': { size: { width: 1280, height: 720 }, rotation: 270 },
  'person_rotated_phone.mp4': { size: { width: 720, height: 1280 }, rotation: 270 },
  ...(canHevc ? { 'ax_h265_bframes.mp4': { size: { width: 854, height: 480 } } } : {}),
};

const REFUSED: Record<string, string> = {
  'ax_sample_audio_only.mp4': 'file-no-picture',
  'ax_sample_opus.mp4': 'file-no-picture',
  'ax_sample_malformed_free_box.mp4': 'file-corrupt',
  'ff_init_truncated.mp4': 'file-corrupt',
  ...(canHevc ? {} : { 'ax_h265_bframes.mp4': 'codec-unsupported' }),
};

describe('real files', () => {
  for (const [name, facts] of Object.entries(OPENS)) {
    test(`${name} opens, upright and as long as it is`, { timeout: PATIENCE_MS }, async (context) => {
      const blob = await footage(`hard/${name}`);
      if (blob === null) return context.skip();
      const { duration, ...exact } = facts;
      const info = await describeMedia(blob);
      expect(info).toMatchObject(exact);
      if (duration !== undefined) expect(info.duration).toBeCloseTo(duration, 2);
      const reader = await openPictures(blob);
      const picture = await reader.pictureAt(0);
      expect({ width: picture?.displayWidth, height: picture?.displayHeight }).toEqual(info.size);
      picture?.close();
      reader.dispose();
    });
  }

  for (const [name, code] of Object.entries(REFUSED)) {
    test(`${name} is refused: ${code}`, { timeout: PATIENCE_MS }, async (context) => {
      const blob = await footage(`hard/${name}`);
      if (blob === null) return context.skip();
      expect(await refusal(blob)).toBe(code);
    });
  }

  test.for([0.001, 0.3, 0.7, 0.999])(
    'a film cut off at %s of its bytes is refused: its index lies at the end',
    { timeout: PATIENCE_MS },
    async (part, context) => {
      const blob = await footage('people/squats.mp4');
      if (blob === null) return context.skip();
      expect(await refusal(blob.slice(0, Math.floor(blob.size * part)))).toBe('file-corrupt');
    },
  );

  test(
    'a damaged film gives what can be decoded, then says so',
    { timeout: PATIENCE_MS },
    async (context) => {
      const blob = await footage('hard/dc_corrupted.mp4');
      if (blob === null) return context.skip();
      const reader = await openPictures(blob);
      const good = await reader.pictureAt(2);
      expect(good?.timestamp).toBe(2_000_000);
      good?.close();
      await expect(reader.pictureAt(4)).rejects.toMatchObject({ code: 'file-corrupt' });
      reader.dispose();
    },
  );
});

describe('made files', () => {
  test('no bytes at all', async () => {
    expect(await refusal(new Blob())).toBe('file-empty');
  });

  test.for(['text that calls itself a film. '.repeat(100), '\0'.repeat(5000), '<html></html>'])(
    'no film: %j',
    async (text) => {
      expect(await refusal(new File([text], 'film.mp4', { type: 'video/mp4' }))).toBe('file-not-media');
    },
  );

  test('an edge of more than 4096 px', { timeout: PATIENCE_MS }, async () => {
    const film = await makeFilm({
      container: 'webm',
      size: { width: 4112, height: 32 },
      times: [0, 0.1],
      paint: (context) => paintGrey(context, 90),
    });
    expect(await refusal(film)).toBe('file-too-large');
  });

  test('3840×2160 opens', { timeout: 20_000 }, async () => {
    const film = await makeFilm({
      container: 'webm',
      size: { width: 3840, height: 2160 },
      times: [0, 0.1],
      paint: (context) => paintGrey(context, 90),
    });
    expect((await describeMedia(film)).size).toEqual({ width: 3840, height: 2160 });
  });

  test('more than ten minutes', { timeout: PATIENCE_MS }, async () => {
    const film = await makeFilm({
      size: { width: 64, height: 64 },
      times: [0, 1, 600.5],
      paint: (context) => paintGrey(context, 90),
    });
    expect(await refusal(film)).toBe('file-too-long');
  });

  test('an odd size stays as it is', { timeout: PATIENCE_MS }, async () => {
    const film = await makeFilm({
      container: 'webm',
      size: { width: 101, height: 67 },
      times: evenTimes(3, 30),
      paint: (context) => paintGrey(context, 90),
    });
    expect((await describeMedia(film)).size).toEqual({ width: 101, height: 67 });
  });

  test('a cancelled look ends as cancelled', async () => {
    const film = await makeFilm({
      size: { width: 64, height: 64 },
      times: evenTimes(3, 30),
      paint: (context) => paintGrey(context, 90),
    });
    const abort = new AbortController();
    const looking = describeMedia(film, abort.signal);
    abort.abort();
    await expect(looking).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('a file that is gone', async () => {
    const blob = new Blob(['x']);
    const gone = new Proxy(blob, {
      get(target, key) {
        if (key === 'slice')
          return () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) });
        return Reflect.get(target, key, target) as unknown;
      },
    });
    expect(await refusal(gone)).toBe('file-unreadable');
  });
});
