/** What may be made of a film. Another preset is another entry here. */
import { toEvenSize, type Size } from '../core/geometry';
import type { ExportPreset } from '../studio/exporter';

/** In the order of the menu; the first is the default. Bit rates are what the services recommend for each size, and a little more. */
export const EXPORT_PRESETS: readonly ExportPreset[] = [
  {
    id: 'mp4-720',
    name: {
      en: 'MP4, 720p: quick, small',
      'zh-TW': 'MP4，720p：快速、檔案小',
      'zh-CN': 'MP4，720p：快速、文件小',
      ja: 'MP4・720p：速くて軽い',
      th: 'MP4 720p: เร็วและไฟล์เล็ก',
    },
    size: { width: 720, height: 1280 },
    fps: 30,
    videoBitrate: 6_000_000,
    audioBitrate: 192_000,
  },
  {
    id: 'mp4-1080',
    name: {
      en: 'MP4, 1080p: sharpest',
      'zh-TW': 'MP4，1080p：最清晰',
      'zh-CN': 'MP4，1080p：最清晰',
      ja: 'MP4・1080p：いちばん鮮明',
      th: 'MP4 1080p: คมชัดที่สุด',
    },
    size: { width: 1080, height: 1920 },
    fps: 30,
    videoBitrate: 10_000_000,
    audioBitrate: 256_000,
  },
];

/** Pixels of the file: the stage's shape, its shorter side as long as the preset's, no side longer than its longer one, even for 4:2:0. */
export function exportSize(preset: Pick<ExportPreset, 'size'>, stage: Size): Size {
  const short = Math.min(preset.size.width, preset.size.height) / Math.min(stage.width, stage.height);
  const long = Math.max(preset.size.width, preset.size.height) / Math.max(stage.width, stage.height);
  const scale = Math.min(short, long);
  return toEvenSize({ width: Math.round(stage.width * scale), height: Math.round(stage.height * scale) });
}

/** Expected bytes of a film of `seconds`. */
export function expectedBytes(preset: ExportPreset, seconds: number): number {
  return Math.round(((preset.videoBitrate + preset.audioBitrate) / 8) * seconds);
}
