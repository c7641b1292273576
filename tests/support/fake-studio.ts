/** A studio without storage, camera or models, so that screens can be seen and driven in any state. */
import { createStore } from 'zustand/vanilla';
import { bundledTemplates } from '../../src/project/templates/bundled-templates';
import { StudioError, type StudioErrorCode } from '../../src/core/errors';
import type { LocalizedText } from '../../src/core/locale';
import type { MoveVerdict, Verdict } from '../../src/dance/judgement';
import type { ChallengeCard, Dance, DanceState } from '../../src/studio/dance';
import type { ChallengeMakerState } from '../../src/studio/challenge-maker';
import type { CalibrationState } from '../../src/studio/calibration';
import type { PracticeState } from '../../src/studio/practice';
import type { Library, LibraryState } from '../../src/studio/library';
import type { Live, LiveState } from '../../src/studio/live';
import type { Settings, SettingsState } from '../../src/studio/settings';
import type { Studio } from '../../src/studio/studio';
import type { TakeRecord } from '../../src/storage/records';
import { fakeCatalogue } from './fake-ui/fake-catalogue';
import type { EffectShelfState } from '../../src/studio/effect-shelf';
import { createFakeEffectShelf } from './fake-ui/fake-effect-shelf';
import { createFakeEditor, type FakeEditorOptions } from './fake-ui/fake-editor';
import { FAKE_EXPORT, createFakeExporter, type FakeExporterOptions } from './fake-ui/fake-exporter';
import { fakeMaker } from './fake-ui/fake-maker';
import { fakeCalibration, fakePractice } from './fake-ui/fake-practice';
import { paintStage } from './fake-ui/paint-stage';

/** What the screens should meet. */
export interface FakeOptions {
  /** Nothing was made yet. */
  empty?: boolean;
  /** The camera fails so; the demo dancer still works. */
  cameraError?: StudioErrorCode;
  settings?: Partial<SettingsState>;
  live?: Partial<LiveState>;
  dance?: Partial<DanceState>;
  practice?: Partial<PracticeState>;
  calibration?: Partial<CalibrationState>;
  maker?: Partial<ChallengeMakerState>;
  library?: Partial<LibraryState>;
  editor?: FakeEditorOptions;
  exporter?: FakeExporterOptions;
  effectShelf?: Partial<EffectShelfState>;
}

const NOW = Date.UTC(2026, 10, 23, 9, 30);

const text = (en: string, tw: string, cn: string, ja: string, th: string): LocalizedText => ({
  en,
  'zh-TW': tw,
  'zh-CN': cn,
  ja,
  th,
});

const MOVE_NAMES: readonly LocalizedText[] = [
  text('Arm wave', '手臂波浪', '手臂波浪', '腕ウェーブ', 'คลื่นแขน'),
  text('Side step', '側踏步', '侧踏步', 'サイドステップ', 'ก้าวข้าง'),
  text('Star jump', '開合跳', '开合跳', 'スタージャンプ', 'กระโดดตบ'),
  text('Low groove', '低身律動', '低身律动', 'ローグルーヴ', 'โยกต่ำ'),
  text('Point to the sky', '指向天空', '指向天空', '空をゆびさす', 'ชี้ฟ้า'),
  text('Final pose', '結尾姿勢', '结尾姿势', 'キメのポーズ', 'ท่าจบ'),
];

const CHALLENGES: readonly ChallengeCard[] = (
  [
    [
      'neon-warmup',
      2,
      82,
      text('Neon Warm-up', '霓虹暖身', '霓虹热身', 'ネオン・ウォームアップ', 'นีออนวอร์มอัป'),
    ],
    ['rush-hour', 4, null, text('Rush Hour', '尖峰時刻', '高峰时刻', 'ラッシュアワー', 'ชั่วโมงเร่งด่วน')],
    ['paper-lanterns', 1, null, text('Paper Lanterns', '紙燈籠', '纸灯笼', '紙ちょうちん', 'โคมกระดาษ')],
  ] as const
).map(([id, level, best, title]) => ({
  id,
  seriesId: 'gaga-machine',
  seriesName: text('Gaga Machine', '尬舞機', '尬舞机', 'ガガマシン', 'กากาแมชชีน'),
  title,
  level,
  bpm: 96 + level * 12,
  duration: 15,
  best,
  stars: best === null ? 0 : 4,
  lock:
    level === 4
      ? { missing: 2, seriesName: text('Gaga Machine', '尬舞機', '尬舞机', 'ガガマシン', 'กากาแมชชีน') }
      : null,
  seated: level === 1,
}));

const FIRST_CHALLENGE = CHALLENGES[0] as ChallengeCard;

const VERDICTS: readonly MoveVerdict[] = (
  [
    ['perfect', 96, -12, null],
    ['great', 84, 64, 'late'],
    ['good', 61, 0, 'leftArm'],
    ['miss', 18, 0, 'unseen'],
    ['perfect', 92, 20, null],
    ['great', 79, -88, 'early'],
  ] as const
).map(([judgement, score, timingMs, cause], move) => ({
  move,
  start: 2 + move * 2,
  end: 4 + move * 2,
  judgement,
  score,
  timingMs,
  limbs: {},
  cause,
}));

const VERDICT: Verdict = {
  scoreVersion: 'fake',
  score: 82,
  stars: 4,
  moves: VERDICTS,
  limbs: { leftArm: 61, rightArm: 90, leftLeg: 84, rightLeg: 78, trunk: 93, head: 88 },
  maxCombo: 12,
};

function fakeTake(index: number): TakeRecord {
  const isDance = index % 2 === 1;
  return {
    id: `take-${index}`,
    name: isDance ? 'Neon Warm-up' : `2026-11-${20 + index} 09:30`,
    createdAt: NOW - index * 7_200_000,
    origin: index === 2 ? 'import' : 'camera',
    state: index === 3 ? 'recovered' : 'ready',
    mimeType: 'video/mp4',
    duration: 15 - index,
    size: { width: 720, height: 1280 },
    fps: 30,
    hasSound: true,
    mirror: true,
    music: null,
    challengeId: isDance ? 'neon-warmup' : null,
    verdict: isDance ? VERDICT : null,
    bytes: 12_000_000,
  };
}

/** A studio whose sessions answer at once. Parts may be replaced by richer fakes. */
export function createFakeStudio(options: FakeOptions = {}, parts: Partial<Studio> = {}): Studio {
  return {
    settings: fakeSettings(options),
    catalogue: fakeCatalogue,
    effectShelf: createFakeEffectShelf(options.effectShelf),
    library: fakeLibrary(options),
    live: fakeLive(options),
    dance: fakeDance(options),
    practice: fakePractice({
      challenge: FIRST_CHALLENGE,
      moveNames: MOVE_NAMES,
      verdict: VERDICTS[1] ?? null,
      state: options.practice,
    }),
    calibration: fakeCalibration(options.calibration),
    maker: fakeMaker(options.empty === true, options.maker),
    editor: createFakeEditor(options.editor ?? {}, VERDICT),
    exporter: createFakeExporter(options.exporter ?? {}),
    dispose: () => undefined,
    ...parts,
  };
}

function fakeSettings(options: FakeOptions): Settings {
  const store = createStore<SettingsState>(() => ({
    locale: 'en',
    theme: 'dark',
    motion: 'system',
    flashGuard: true,
    cameraId: null,
    microphoneId: null,
    recordMicrophone: true,
    mirror: true,
    latencyMs: 60,
    seated: false,
    latencyOffered: true,
    poseModel: 'auto',
    countInBeats: 4,
    keyBindings: {},
    tourSeen: true,
    ...options.settings,
  }));
  return { store, change: (patch) => store.setState(patch) };
}

function fakeLive(options: FakeOptions): Live {
  const store = createStore<LiveState>(() => ({
    phase: 'closed',
    source: 'camera',
    error: null,
    cameras: [
      { id: 'front', label: 'FaceTime HD Camera' },
      { id: 'back', label: 'Back camera' },
    ],
    microphones: [{ id: 'mic', label: 'Built-in microphone' }],
    countdown: null,
    limitSeconds: 15,
    song: null,
    stack: [],
    imports: {},
    pose: { state: 'ready', bodySeen: true, rate: 28 },
    finishedTakeId: null,
  }));
  const listeners = new Set<(seconds: number) => void>();
  let stopPainting: (() => void) | null = null;
  let clock: ReturnType<typeof setInterval> | undefined;
  const live: Live = {
    store,
    open: (canvas, source) => {
      if (source === 'camera' && options.cameraError !== undefined) {
        store.setState({ phase: 'failed', source, error: new StudioError(options.cameraError, 'fake') });
        return Promise.resolve();
      }
      stopPainting = paintStage(canvas);
      store.setState({ phase: 'ready', source, error: null, ...options.live });
      const pending = setTimeout(() => listeners.forEach((listener) => listener(6.4)), 200);
      stopPainting = ((stop) => () => (clearTimeout(pending), stop()))(stopPainting);
      return Promise.resolve();
    },
    close: () => {
      stopPainting?.();
      store.setState({ phase: 'closed' });
      return Promise.resolve();
    },
    chooseCamera: () => Promise.resolve(),
    chooseMicrophone: () => Promise.resolve(),
    setSong: (song) => store.setState({ song }),
    previewSong: () => undefined,
    setStack: (stack) => store.setState({ stack }),
    record: () => {
      let seconds = 0;
      store.setState({ phase: 'recording', finishedTakeId: null });
      clock = setInterval(() => {
        seconds += 0.1;
        listeners.forEach((listener) => listener(seconds));
      }, 100);
      return Promise.resolve();
    },
    stop: () => {
      clearInterval(clock);
      store.setState({ phase: 'ready', finishedTakeId: 'take-0' });
      return Promise.resolve();
    },
    discard: () => {
      clearInterval(clock);
      store.setState({ phase: 'ready' });
      return Promise.resolve();
    },
    onElapsed: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    editTake: () => Promise.resolve('project-1'),
  };
  return live;
}

function fakeDance(options: FakeOptions): Dance {
  const store = createStore<DanceState>(() => ({
    phase: 'closed',
    source: 'camera',
    error: null,
    challenge: null,
    moveNames: MOVE_NAMES,
    framing: 'step-back',
    framingHeld: 0.4,
    seated: false,
    countdown: null,
    moveIndex: -1,
    lastVerdict: null,
    combo: 0,
    energy: 0.3,
    scoreSoFar: 0,
    pauseReason: null,
    turns: null,
    turn: 0,
    result: null,
  }));
  let stopPainting: (() => void) | null = null;
  return {
    store,
    listChallenges: () => Promise.resolve(options.empty === true ? [] : CHALLENGES),
    open: (canvas, challengeId, source) => {
      if (source === 'camera' && options.cameraError !== undefined) {
        store.setState({ phase: 'failed', source, error: new StudioError(options.cameraError, 'fake') });
        return Promise.resolve();
      }
      stopPainting = paintStage(canvas);
      const challenge = CHALLENGES.find(({ id }) => id === challengeId) ?? FIRST_CHALLENGE;
      store.setState({ phase: 'framing', source, challenge, ...options.dance });
      return Promise.resolve();
    },
    start: () => {
      store.setState({ phase: 'counting', countdown: 3 });
      return Promise.resolve();
    },
    setPlayers: (names) =>
      store.setState({
        turns:
          names === null
            ? null
            : [
                { player: names[0], verdict: null, takeId: null },
                { player: names[1], verdict: null, takeId: null },
              ],
      }),
    nextTurn: () => store.setState({ phase: 'framing', turn: 1 }),
    rematch: () => store.setState({ phase: 'framing', turn: 0 }),
    pause: () => store.setState({ phase: 'paused', pauseReason: 'person' }),
    resume: () => store.setState({ phase: 'playing', pauseReason: null }),
    restart: () => {
      store.setState({ phase: 'counting', countdown: 4 });
      return Promise.resolve();
    },
    close: () => {
      stopPainting?.();
      return Promise.resolve();
    },
    onProgress: (listener) => {
      const pending = setTimeout(() => listener(0.42), 200);
      return () => clearTimeout(pending);
    },
    judgeTake: () => Promise.resolve(VERDICT),
    resultOf: (takeId) =>
      Promise.resolve(
        takeId === 'missing'
          ? null
          : {
              verdict: VERDICT,
              challenge: FIRST_CHALLENGE,
              moveNames: MOVE_NAMES,
              history: [54, 61, 73, 70, 82].map((score, index) => ({
                playedAt: NOW - (5 - index) * 86_400_000,
                score,
                player: index === 2 ? 'Mia' : null,
              })),
              opened: [text('Street Basics', '街舞入門', '街舞入门', 'ストリート基礎', 'สตรีตพื้นฐาน')],
            },
      ),
    openReplay: (_takeId, canvas) => {
      const stop = paintStage(canvas);
      return Promise.resolve({
        show: () => undefined,
        moveStarts: [2, 4, 6, 8, 10, 12],
        mirror: true,
        duration: 15,
        dispose: stop,
      });
    },
    editTake: () => Promise.resolve('project-1'),
  };
}

function fakeLibrary(options: FakeOptions): Library {
  const isEmpty = options.empty === true;
  const store = createStore<LibraryState>(() => ({
    loaded: true,
    takes: isEmpty ? [] : [0, 1, 2, 3].map(fakeTake),
    projects: isEmpty
      ? []
      : ['Friday night', 'A film with a much longer name than anybody needs', 'Studio test'].map(
          (name, index) => ({
            id: `project-${index + 1}`,
            name,
            createdAt: NOW,
            modifiedAt: NOW - index * 86_400_000,
            duration: 15 - index * 3.2,
          }),
        ),
    exports: isEmpty ? [] : [FAKE_EXPORT],
    songs: [],
    storage: { used: 312_000_000, quota: 10_700_000_000, persisted: false },
    deleted: null,
    importing: null,
    error: null,
    ...options.library,
  }));
  return {
    store,
    refresh: () => Promise.resolve(),
    importVideo: () => Promise.reject(new StudioError('file-not-media', 'fake')),
    importSong: () => Promise.reject(new StudioError('file-not-media', 'fake')),
    createProject: () => Promise.resolve('project-1'),
    templates: () => Promise.resolve(bundledTemplates()),
    readTemplate: () => Promise.reject(new StudioError('project-invalid', 'fake')),
    createFromTemplate: () => Promise.resolve('project-1'),
    rename: () => Promise.resolve(),
    duplicateProject: () => Promise.resolve('project-2'),
    remove: () => Promise.resolve(),
    undoRemove: () => Promise.resolve(),
    thumbnail: (_kind, id) => paintThumbnail(id),
    mediaUrl: () => Promise.reject(new StudioError('storage-missing', 'fake')),
    keepSafe: () => Promise.resolve(false),
  };
}

async function paintThumbnail(id: string): Promise<string | null> {
  if (id.endsWith('3')) return null;
  const canvas = document.createElement('canvas');
  canvas.width = 270;
  canvas.height = 480;
  paintStage(canvas)();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return blob === null ? null : URL.createObjectURL(blob);
}
