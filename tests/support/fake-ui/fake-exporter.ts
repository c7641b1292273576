/** An exporter that stands still in any state. */
import { createStore } from 'zustand/vanilla';
import { StudioError, type StudioErrorCode } from '../../../src/core/errors';
import type { Exporter, ExporterState, FileCheckItem } from '../../../src/studio/exporter';
import type { ExportRecord } from '../../../src/storage/records';

/** What the export screen should meet. */
export interface FakeExporterOptions {
  /** Where a started export stands. */
  state?: Partial<ExporterState>;
  /** Why it failed. */
  error?: StudioErrorCode;
}

export const FAKE_EXPORT: ExportRecord = {
  id: 'export-1',
  projectId: 'project-1',
  name: 'Friday night',
  createdAt: Date.UTC(2026, 10, 23, 9, 30),
  mimeType: 'video/mp4',
  size: { width: 1080, height: 1920 },
  duration: 15,
  bytes: 18_400_000,
  route: 'webcodecs',
};

/** All as it should be, but for one when `isBad`. */
export function fakeChecks(isBad: boolean): readonly FileCheckItem[] {
  return [
    { id: 'duration', passed: true, value: '15.000 s' },
    { id: 'frames', passed: true, value: '450' },
    { id: 'size', passed: true, value: '1080 × 1920' },
    { id: 'moov-first', passed: true, value: 'ftyp moov mdat' },
    { id: 'picture', passed: true, value: '0.31' },
    { id: 'sound', passed: !isBad, value: isBad ? '−91 LUFS' : '−14.2 LUFS' },
    { id: 'color', passed: true, value: 'BT.709' },
    { id: 'no-edit-list', passed: true, value: '0' },
  ];
}

const IDLE: ExporterState = {
  phase: 'idle',
  projectId: null,
  presetId: null,
  progress: 0,
  step: null,
  route: null,
  remaining: null,
  record: null,
  checks: [],
  error: null,
};

/** `start` goes straight to the wanted state. */
export function createFakeExporter(options: FakeExporterOptions): Exporter {
  const store = createStore<ExporterState>(() => IDLE);
  return {
    store,
    presets: [
      {
        id: 'mp4-720',
        name: {
          en: 'Small and quick',
          'zh-TW': '小巧快速',
          'zh-CN': '小巧快速',
          ja: '軽くて速い',
          th: 'เล็กและเร็ว',
        },
        size: { width: 720, height: 1280 },
        fps: 30,
        videoBitrate: 5_000_000,
        audioBitrate: 128_000,
      },
      {
        id: 'mp4-1080',
        name: { en: 'Full size', 'zh-TW': '完整尺寸', 'zh-CN': '完整尺寸', ja: 'フルサイズ', th: 'ขนาดเต็ม' },
        size: { width: 1080, height: 1920 },
        fps: 30,
        videoBitrate: 10_000_000,
        audioBitrate: 128_000,
      },
    ],
    start(projectId, presetId) {
      const error = options.error === undefined ? null : new StudioError(options.error, 'fake');
      store.setState({
        ...IDLE,
        phase: error === null ? 'running' : 'failed',
        projectId,
        presetId,
        error,
        ...options.state,
      });
      return Promise.resolve();
    },
    cancel: () => store.setState({ ...IDLE, phase: 'cancelled' }),
    reset: () => store.setState(IDLE),
    estimate: (_projectId, presetId) =>
      Promise.resolve(
        presetId === 'mp4-720'
          ? { bytes: 9_600_000, size: { width: 720, height: 1280 } }
          : { bytes: 19_000_000, size: { width: 1080, height: 1920 } },
      ),
    fileOf: () => Promise.resolve(new File([new Uint8Array(8)], 'film.mp4', { type: 'video/mp4' })),
    download: () => Promise.resolve(),
    canShare: () => Promise.resolve(true),
    share: () => Promise.resolve(),
  };
}
