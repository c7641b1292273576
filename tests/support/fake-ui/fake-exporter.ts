/** An exporter that stands still in any state. */
import { createStore } from 'zustand/vanilla';
import { StudioError, type StudioErrorCode } from '../../../src/core/errors';
import { EXPORT_PRESETS, chosenPreset } from '../../../src/export/presets';
import type {
  ExportChoice,
  ExportForecast,
  ExportStretch,
  Exporter,
  ExporterState,
  FileCheckItem,
  InterruptedExport,
} from '../../../src/studio/exporter';
import type { ExportRecord } from '../../../src/storage/records';

/** What the export screen should meet. */
export interface FakeExporterOptions {
  /** Where a started export stands. */
  state?: Partial<ExporterState>;
  /** Why it failed. */
  error?: StudioErrorCode;
  /** What is foretold otherwise than usual. */
  forecast?: Partial<ExportForecast>;
  interrupted?: readonly InterruptedExport[];
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
  stretches: [
    { first: 0, count: 120, route: 'copy', reason: 'untouched' },
    { first: 120, count: 330, route: 'compose', reason: 'effects' },
  ],
  expected: { seconds: 8.2, bytes: 19_000_000 },
  seconds: 7.4,
};

/** All as it should be, but for one when `isBad`. */
export function fakeChecks(isBad: boolean): readonly FileCheckItem[] {
  return [
    { id: 'duration', passed: true, value: '15.000 s' },
    { id: 'constant-rate', passed: true, value: '30 fps ± 0.0 ms' },
    { id: 'aspect', passed: true, value: '9:16' },
    { id: 'color-match', passed: true, value: '0.8/255' },
    { id: 'no-black', passed: true, value: '0' },
    { id: 'no-frozen', passed: true, value: '0' },
    { id: 'whole', passed: true, value: '0' },
    { id: 'loudness', passed: true, value: '−14.1 LUFS' },
    { id: 'sync', passed: true, value: '0.4 ms' },
    { id: 'frames', passed: true, value: '450' },
    { id: 'size', passed: true, value: '1080 × 1920' },
    { id: 'moov-first', passed: true, value: 'ftyp moov mdat' },
    { id: 'picture', passed: true, value: '0.31' },
    { id: 'sound', passed: !isBad, value: isBad ? '−91 LUFS' : '−14.2 LUFS' },
    { id: 'color', passed: true, value: 'BT.709' },
    { id: 'no-edit-list', passed: true, value: '0' },
  ];
}

/** Fifteen seconds of three clips, with words over the middle one. */
export const FAKE_STRETCHES: readonly ExportStretch[] = [
  { first: 0, count: 120, route: 'copy', reason: 'untouched' },
  { first: 120, count: 18, route: 'direct', reason: 'edge' },
  { first: 138, count: 162, route: 'compose', reason: 'words' },
  { first: 300, count: 150, route: 'direct', reason: 'size' },
];

function fakeForecast(choice: ExportChoice): ExportForecast {
  const preset = chosenPreset(choice);
  const size = preset?.size ?? { width: 720, height: 1280 };
  return {
    size,
    fps: preset?.fps ?? 30,
    duration: 15,
    filmDuration: 22.4,
    bytes: size.width === 720 ? 9_600_000 : 19_000_000,
    isMost: false,
    seconds: 8.2,
    stretches: FAKE_STRETCHES,
    problems: [],
    made: null,
  };
}

/** A picture with a light and a dark half, so that crops can be told apart. */
async function fakeStill(): Promise<Blob> {
  const canvas = new OffscreenCanvas(360, 640);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('No 2D canvas.');
  const ramp = context.createLinearGradient(0, 0, 360, 640);
  ramp.addColorStop(0, '#ff5638');
  ramp.addColorStop(1, '#35c2ff');
  context.fillStyle = ramp;
  context.fillRect(0, 0, 360, 640);
  context.fillStyle = '#f5efe8';
  context.beginPath();
  context.arc(180, 200, 60, 0, 2 * Math.PI);
  context.fill();
  context.fillRect(140, 260, 80, 240);
  return canvas.convertToBlob({ type: 'image/jpeg' });
}

const IDLE: ExporterState = {
  phase: 'idle',
  projectId: null,
  presetId: null,
  choice: null,
  progress: 0,
  step: null,
  route: null,
  stretches: [],
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
    presets: EXPORT_PRESETS,
    start(projectId, wanted) {
      const choice = typeof wanted === 'string' ? { presetId: wanted } : wanted;
      const error = options.error === undefined ? null : new StudioError(options.error, 'fake');
      store.setState({
        ...IDLE,
        phase: error === null ? 'running' : 'failed',
        projectId,
        presetId: choice.presetId,
        choice,
        error,
        ...options.state,
      });
      return Promise.resolve();
    },
    cancel: () => store.setState({ ...IDLE, phase: 'cancelled' }),
    reset: () => store.setState(IDLE),
    forecast: (_projectId, choice) => Promise.resolve({ ...fakeForecast(choice), ...options.forecast }),
    mend: (_projectId, choice) => Promise.resolve(choice),
    prepare: () => () => undefined,
    interrupted: () => Promise.resolve(options.interrupted ?? []),
    resume: () => Promise.resolve(),
    discard: () => Promise.resolve(),
    still: () => fakeStill(),
    caption: () => Promise.resolve('Friday night\n\n#neonsteps #dance #fifteen'),
    fileOf: () => Promise.resolve(new File([new Uint8Array(8)], 'film.mp4', { type: 'video/mp4' })),
    download: () => Promise.resolve(true),
    canShare: () => Promise.resolve(true),
    share: () => Promise.resolve(),
  };
}
