/** The screens and states worth looking at. */
import type { Page } from 'playwright';
import type { MoveVerdict } from '../../../src/dance/judgement';
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
  { name: 'dance-failed', path: '/dance/neon-warmup', options: { cameraError: 'camera-missing' } },
  { name: 'dance-loading', path: '/dance/neon-warmup', options: { dance: { phase: 'loading' } } },
  { name: 'result', path: '/result/take-1', whole: true },
  { name: 'result-missing', path: '/result/missing' },
  { name: 'settings', path: '/settings', whole: true },
  { name: 'nowhere', path: '/nowhere' },
  ...STUDIO_LOOKS,
];
