/** What may be made of a film. Another preset is another entry here. */
import { toEvenSize, type Size } from '../core/geometry';
import type { ExportChoice, ExportPreset } from '../studio/exporter';

const HD: Size = { width: 720, height: 1280 };
const FULL_HD: Size = { width: 1080, height: 1920 };

/** Bits a second that the services recommend for each size and rate, and a little more. */
const BITRATE = { hd: 6_000_000, hd60: 9_000_000, fullHd: 10_000_000, fullHd60: 15_000_000 } as const;

/** Longest films that the services take, in seconds. */
const LONGEST = { tiktok: 600, reels: 180, shorts: 180, loop: 15 } as const;

/** What messengers take without making it smaller themselves. */
const MESSENGER_BYTES = 16_000_000;

/** Fifteen seconds of film, unless more is asked for. */
export const USUAL_SECONDS = 15;

/** In the order of the menu; the first is the default. */
export const EXPORT_PRESETS: readonly ExportPreset[] = [
  {
    id: 'mp4-720',
    group: 'film',
    kind: 'mp4',
    name: {
      en: 'MP4, 720p: quick, small',
      'zh-TW': 'MP4，720p：快速、檔案小',
      'zh-CN': 'MP4，720p：快速、文件小',
      ja: 'MP4・720p：速くて軽い',
      th: 'MP4 720p: เร็วและไฟล์เล็ก',
    },
    size: HD,
    fps: 30,
    videoBitrate: BITRATE.hd,
    audioBitrate: 192_000,
  },
  {
    id: 'mp4-1080',
    group: 'film',
    kind: 'mp4',
    name: {
      en: 'MP4, 1080p: sharpest',
      'zh-TW': 'MP4，1080p：最清晰',
      'zh-CN': 'MP4，1080p：最清晰',
      ja: 'MP4・1080p：いちばん鮮明',
      th: 'MP4 1080p: คมชัดที่สุด',
    },
    size: FULL_HD,
    fps: 30,
    videoBitrate: BITRATE.fullHd,
    audioBitrate: 256_000,
  },
  {
    id: 'mp4-720-60',
    group: 'film',
    kind: 'mp4',
    name: {
      en: 'MP4, 720p: smooth, 60 pictures a second',
      'zh-TW': 'MP4，720p：流暢，每秒 60 格',
      'zh-CN': 'MP4，720p：流畅，每秒 60 帧',
      ja: 'MP4・720p：なめらか、毎秒60コマ',
      th: 'MP4 720p: ลื่นไหล 60 ภาพต่อวินาที',
    },
    size: HD,
    fps: 60,
    videoBitrate: BITRATE.hd60,
    audioBitrate: 192_000,
  },
  {
    id: 'mp4-1080-60',
    group: 'film',
    kind: 'mp4',
    name: {
      en: 'MP4, 1080p: sharp and smooth, 60 pictures a second',
      'zh-TW': 'MP4，1080p：清晰流暢，每秒 60 格',
      'zh-CN': 'MP4，1080p：清晰流畅，每秒 60 帧',
      ja: 'MP4・1080p：鮮明でなめらか、毎秒60コマ',
      th: 'MP4 1080p: คมชัดและลื่นไหล 60 ภาพต่อวินาที',
    },
    size: FULL_HD,
    fps: 60,
    videoBitrate: BITRATE.fullHd60,
    audioBitrate: 256_000,
  },
  {
    id: 'tiktok',
    group: 'service',
    kind: 'mp4',
    name: { en: 'TikTok', 'zh-TW': 'TikTok／抖音', 'zh-CN': '抖音／TikTok', ja: 'TikTok', th: 'TikTok' },
    size: FULL_HD,
    fps: 30,
    videoBitrate: BITRATE.fullHd,
    audioBitrate: 256_000,
    maxSeconds: LONGEST.tiktok,
  },
  {
    id: 'reels',
    group: 'service',
    kind: 'mp4',
    name: {
      en: 'Instagram Reels',
      'zh-TW': 'Instagram Reels',
      'zh-CN': 'Instagram Reels',
      ja: 'Instagram リール',
      th: 'Instagram Reels',
    },
    size: FULL_HD,
    fps: 30,
    videoBitrate: BITRATE.fullHd,
    audioBitrate: 256_000,
    maxSeconds: LONGEST.reels,
  },
  {
    id: 'shorts',
    group: 'service',
    kind: 'mp4',
    name: {
      en: 'YouTube Shorts',
      'zh-TW': 'YouTube Shorts',
      'zh-CN': 'YouTube Shorts',
      ja: 'YouTube ショート',
      th: 'YouTube Shorts',
    },
    size: FULL_HD,
    fps: 60,
    videoBitrate: BITRATE.fullHd60,
    audioBitrate: 256_000,
    maxSeconds: LONGEST.shorts,
  },
  {
    id: 'messenger',
    group: 'service',
    kind: 'mp4',
    name: {
      en: 'WhatsApp, LINE: at most 16 MB',
      'zh-TW': 'WhatsApp、LINE：16 MB 以內',
      'zh-CN': 'WhatsApp、LINE：16 MB 以内',
      ja: 'WhatsApp・LINE：16 MB まで',
      th: 'WhatsApp, LINE: ไม่เกิน 16 MB',
    },
    size: HD,
    fps: 30,
    videoBitrate: BITRATE.hd,
    audioBitrate: 128_000,
    maxBytes: MESSENGER_BYTES,
  },
  {
    id: 'webm',
    group: 'other',
    kind: 'webm',
    name: {
      en: 'WebM, 720p: for web pages',
      'zh-TW': 'WebM，720p：網頁用',
      'zh-CN': 'WebM，720p：网页用',
      ja: 'WebM・720p：ウェブページ向け',
      th: 'WebM 720p: สำหรับหน้าเว็บ',
    },
    size: HD,
    fps: 30,
    videoBitrate: 4_000_000,
    audioBitrate: 160_000,
  },
  {
    id: 'gif',
    group: 'other',
    kind: 'gif',
    name: {
      en: 'GIF loop',
      'zh-TW': 'GIF 循環動畫',
      'zh-CN': 'GIF 循环动画',
      ja: 'GIF ループ',
      th: 'GIF วนซ้ำ',
    },
    size: { width: 360, height: 640 },
    fps: 12,
    videoBitrate: 5_000_000,
    audioBitrate: 0,
    maxSeconds: LONGEST.loop,
  },
  {
    id: 'webp',
    group: 'other',
    kind: 'webp',
    name: {
      en: 'Animated WebP loop',
      'zh-TW': 'WebP 循環動畫',
      'zh-CN': 'WebP 循环动画',
      ja: 'WebP ループ',
      th: 'WebP วนซ้ำ',
    },
    size: { width: 360, height: 640 },
    fps: 15,
    videoBitrate: 1_500_000,
    audioBitrate: 0,
    maxSeconds: LONGEST.loop,
  },
  {
    id: 'sound',
    group: 'other',
    kind: 'sound',
    name: {
      en: 'Sound only (M4A)',
      'zh-TW': '只要聲音（M4A）',
      'zh-CN': '仅声音（M4A）',
      ja: '音声だけ（M4A）',
      th: 'เฉพาะเสียง (M4A)',
    },
    size: HD,
    fps: 30,
    videoBitrate: 0,
    audioBitrate: 256_000,
  },
  {
    id: 'cover',
    group: 'other',
    kind: 'cover',
    name: {
      en: 'Cover picture (JPEG)',
      'zh-TW': '封面圖片（JPEG）',
      'zh-CN': '封面图片（JPEG）',
      ja: 'カバー画像（JPEG）',
      th: 'ภาพปก (JPEG)',
    },
    size: FULL_HD,
    fps: 30,
    videoBitrate: 0,
    audioBitrate: 0,
  },
  {
    id: 'custom',
    group: 'film',
    kind: 'mp4',
    name: {
      en: 'MP4, as you like',
      'zh-TW': 'MP4，自訂',
      'zh-CN': 'MP4，自定义',
      ja: 'MP4・カスタム',
      th: 'MP4 กำหนดเอง',
    },
    size: HD,
    fps: 30,
    videoBitrate: BITRATE.hd,
    audioBitrate: 192_000,
  },
];

/** Rates and sides of a custom film. */
export const CUSTOM_FPS: readonly number[] = [24, 25, 30, 50, 60];
export const CUSTOM_SIDES_PX: readonly number[] = [360, 480, 540, 720, 1080, 1440];

/** The preset as the choice changes it; undefined for one that is not there. */
export function chosenPreset({ presetId, custom }: ExportChoice): ExportPreset | undefined {
  const preset = EXPORT_PRESETS.find(({ id }) => id === presetId);
  if (preset === undefined || preset.id !== 'custom' || custom === undefined) return preset;
  const { shortSide, fps, videoBitrate } = custom;
  return {
    ...preset,
    fps,
    videoBitrate,
    size: { width: shortSide, height: Math.round((shortSide * 16) / 9) },
  };
}

/** Pixels of the file: the stage's shape, its shorter side as long as the preset's, no side longer than its longer one, even for 4:2:0. */
export function exportSize(preset: Pick<ExportPreset, 'size'>, stage: Size): Size {
  const short = Math.min(preset.size.width, preset.size.height) / Math.min(stage.width, stage.height);
  const long = Math.max(preset.size.width, preset.size.height) / Math.max(stage.width, stage.height);
  const scale = Math.min(short, long);
  return toEvenSize({ width: Math.round(stage.width * scale), height: Math.round(stage.height * scale) });
}

/** Part of a file that is neither picture nor sound. */
const OVERHEAD = 0.98;

/** Bits a second of the picture: the preset's, or what its most bytes leave. At least a tenth of a megabit. */
export function pictureBitrate(preset: ExportPreset, seconds: number): number {
  if (preset.maxBytes === undefined) return preset.videoBitrate;
  const budget = (preset.maxBytes * 8 * OVERHEAD) / Math.max(0.1, seconds) - preset.audioBitrate;
  return Math.round(Math.max(100_000, Math.min(preset.videoBitrate, budget)));
}

/** Bytes of a still picture, about. */
const COVER_BYTES = 400_000;

/** Expected bytes of a film of `seconds`. */
export function expectedBytes(preset: ExportPreset, seconds: number): number {
  if (preset.kind === 'cover') return COVER_BYTES;
  return Math.round(((pictureBitrate(preset, seconds) + preset.audioBitrate) / 8) * seconds);
}

/** Seconds of the film that are made: what is chosen, else the first fifteen, inside the film. */
export function chosenRange({ range }: ExportChoice, filmSeconds: number): { start: number; end: number } {
  const start = Math.max(0, Math.min(range?.start ?? 0, filmSeconds));
  const end = Math.max(start, Math.min(range?.end ?? start + USUAL_SECONDS, filmSeconds));
  return { start, end };
}
