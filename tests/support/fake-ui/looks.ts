/** The screens and states worth looking at. */
import type { Page } from 'playwright';
import type { MoveVerdict } from '../../../src/dance/judgement';
import type { Turn } from '../../../src/studio/dance';
import type { FakeOptions } from '../fake-studio';
import { STUDIO_LOOKS } from './studio-looks';

/** One state of one screen. */
export interface LookAt {
  readonly name: string;
  readonly path: string;
  readonly options?: FakeOptions;
  /** What to do before looking. */
  readonly act?: (page: Page, size: 'phone' | 'desktop') => Promise<void>;
  /** The whole length of the page rather than the window. */
  readonly whole?: boolean;
}

const verdict = (judgement: MoveVerdict['judgement'], move = 2): MoveVerdict => ({
  move,
  start: 4,
  end: 6,
  judgement,
  score: 90,
  timingMs: 0,
  limbs: {},
  cause: null,
});

/** One of two players, with a score or before the dance. */
const turn = (player: string, score: number | null): Turn => ({
  player,
  takeId: score === null ? null : 'take-1',
  verdict:
    score === null
      ? null
      : {
          scoreVersion: 'fake',
          score,
          stars: 4,
          limbs: { leftArm: 80, rightArm: 80, leftLeg: 80, rightLeg: 80, trunk: 80, head: 80 },
          maxCombo: 5,
          moves: Array.from({ length: 6 }, (_, move) => ({
            ...verdict('great'),
            move,
            score: score + ((move * 7 + score) % 13) - 6,
          })),
        },
});

const playing = (judgement: MoveVerdict['judgement']): FakeOptions => ({
  dance: { phase: 'playing', moveIndex: 2, lastVerdict: verdict(judgement), combo: 7, scoreSoFar: 84 },
});

const stack = ['bloom', 'skeleton-neon'].map((effectId) => ({
  id: effectId,
  effectId,
  enabled: true,
  params: {},
  strength: 0.8,
  blend: 'normal' as const,
  side: 'everything' as const,
  seed: 1,
}));

export const LOOKS: readonly LookAt[] = [
  { name: 'home', path: '/', whole: true },
  { name: 'home-empty', path: '/', options: { empty: true } },
  { name: 'create', path: '/create' },
  {
    name: 'create-effects',
    path: '/create',
    options: { live: { stack } },
    act: (page, size) => (size === 'phone' ? page.click('[role=group] button >> nth=0') : Promise.resolve()),
  },
  {
    name: 'create-music',
    path: '/create',
    options: {
      live: { song: { song: { kind: 'bundled', id: 'rush-hour' }, songStart: 4 } },
    },
    act: (page, size) =>
      page
        .locator('button:has(svg)', { hasText: /Rush Hour|尖峰時刻|ชั่วโมง|Music|音樂|เพลง/ })
        .nth(size === 'phone' ? 0 : -1)
        .click(),
  },
  {
    name: 'create-options',
    path: '/create',
    act: (page, size) => (size === 'phone' ? page.click('main button >> nth=2') : Promise.resolve()),
  },
  { name: 'create-counting', path: '/create', options: { live: { phase: 'counting', countdown: 3 } } },
  { name: 'create-recording', path: '/create', options: { live: { phase: 'recording' } } },
  { name: 'create-saved', path: '/create', options: { live: { finishedTakeId: 'take-0' } } },
  { name: 'create-denied', path: '/create', options: { cameraError: 'camera-denied' } },
  { name: 'create-opening', path: '/create', options: { live: { phase: 'opening' } } },
  { name: 'picker', path: '/dance' },
  { name: 'picker-empty', path: '/dance', options: { empty: true } },
  { name: 'dance-framing', path: '/dance/neon-warmup' },
  { name: 'dance-good', path: '/dance/neon-warmup', options: { dance: { framing: 'good' } } },
  {
    name: 'dance-counting',
    path: '/dance/neon-warmup',
    options: { dance: { phase: 'counting', countdown: 3 } },
  },
  { name: 'dance-perfect', path: '/dance/neon-warmup', options: playing('perfect') },
  { name: 'dance-great', path: '/dance/neon-warmup', options: playing('great') },
  { name: 'dance-miss', path: '/dance/neon-warmup', options: playing('miss') },
  {
    name: 'dance-paused',
    path: '/dance/neon-warmup',
    options: { dance: { phase: 'paused', pauseReason: 'body-lost' } },
  },
  {
    name: 'dance-two',
    path: '/dance/neon-warmup',
    options: { dance: { framing: 'good', framingHeld: 1, turns: [turn('Mia', null), turn('Jun', null)] } },
  },
  {
    name: 'dance-handover',
    path: '/dance/neon-warmup',
    options: { dance: { phase: 'handover', turns: [turn('Mia', 81), turn('Jun', null)] } },
  },
  {
    name: 'dance-duel',
    path: '/dance/neon-warmup',
    options: { dance: { phase: 'done', turns: [turn('Mia', 81), turn('Jun', 76)], turn: 1 } },
  },
  {
    name: 'dance-offer',
    path: '/dance/neon-warmup',
    options: { settings: { latencyOffered: false }, dance: { framing: 'light' } },
  },
  { name: 'practice', path: '/practice/neon-warmup' },
  {
    name: 'practice-dancing',
    path: '/practice/neon-warmup/1-3',
    act: (page) => page.locator('main button:has-text("Practise")').first().click(),
  },
  { name: 'make', path: '/make' },
  { name: 'make-empty', path: '/make', options: { empty: true } },
  { name: 'make-working', path: '/make', options: { maker: { phase: 'working', progress: 0.4 } } },
  { name: 'make-draft', path: '/make', options: { maker: { phase: 'draft' } }, whole: true },
  {
    name: 'make-refused',
    path: '/make',
    act: async (page) => {
      await page.getByTestId('import-challenge').setInputFiles({
        name: 'holiday.fifteen-challenge',
        mimeType: '',
        buffer: Buffer.from('no challenge'),
      });
    },
  },
  { name: 'calibrate', path: '/calibrate' },
  {
    name: 'calibrate-clap',
    path: '/calibrate',
    act: (page) => page.locator('main button:has-text("Start")').first().click(),
  },
  {
    name: 'calibrate-found',
    path: '/calibrate',
    options: {
      calibration: { phase: 'done', result: { found: true, latencyMs: 84, spreadMs: 12, hits: 7 } },
    },
  },
  {
    name: 'calibrate-few',
    path: '/calibrate',
    options: { calibration: { phase: 'done', result: { found: false, reason: 'too-few' } } },
  },
  { name: 'dance-failed', path: '/dance/neon-warmup', options: { cameraError: 'camera-missing' } },
  { name: 'dance-loading', path: '/dance/neon-warmup', options: { dance: { phase: 'loading' } } },
  { name: 'result', path: '/result/take-1', whole: true },
  { name: 'result-missing', path: '/result/missing' },
  { name: 'settings', path: '/settings', whole: true },
  { name: 'nowhere', path: '/nowhere' },
  ...STUDIO_LOOKS,
];
