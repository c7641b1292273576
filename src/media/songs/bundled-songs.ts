/** The songs that ship with the app: composed here and synthesised on the device, so their beat grids are true by construction. */
import { atTempo, beatTime, type BeatGrid } from '../../core/beat-grid';
import { StudioError } from '../../core/errors';
import type { LocalizedText } from '../../core/locale';
import type { Pcm } from '../pcm';
import { renderComposition, type Composition } from './band';
import { FREEZE_FRAME } from './freeze-frame';
import { LIGHTNING_ARMS } from './lightning-arms';
import { BOSS_FLOOR } from './boss-floor';
import { FIRST_BOUNCE } from './first-bounce';
import { TWO_STEP_CITY } from './two-step-city';
import { SNEAKER_TALK } from './sneaker-talk';
import { FLOOR_SIGNAL } from './floor-signal';
import { SUGAR_POINT } from './sugar-point';
import { HEART_CHORUS } from './heart-chorus';
import { SOFT_SEATS } from './soft-seats';
import { ROLLING_WHEELS } from './rolling-wheels';
import { DESK_DISCO } from './desk-disco';
import { THRONE_ROOM } from './throne-room';
import { NEON_STEPS_BEATS, NEON_STEPS_GRID, renderNeonSteps } from './neon-steps';
import { PAPER_LANTERNS_BEATS, PAPER_LANTERNS_GRID, renderPaperLanterns } from './paper-lanterns';
import { RUSH_HOUR_BEATS, RUSH_HOUR_GRID, renderRushHour } from './rush-hour';

/** What the pickers show of a song. Each begins with a count-in of four beats. */
export interface BundledSong {
  readonly id: string;
  readonly name: LocalizedText;
  readonly grid: BeatGrid;
  /** Seconds. */
  readonly duration: number;
}

interface ComposedSong extends BundledSong {
  /** Stereo at `sampleRate`, played on `grid` (the song's own, or a slower one); the same samples every time. */
  readonly render: (sampleRate: number, grid: BeatGrid) => Pcm;
}

function composed(composition: Composition): ComposedSong {
  const grid: BeatGrid = { bpm: composition.bpm, firstBeat: 0, beatsPerBar: 4 };
  return {
    id: composition.id,
    name: composition.name,
    grid,
    duration: beatTime(grid, composition.beats),
    render: (sampleRate, played) => renderComposition(composition, sampleRate, played),
  };
}

const NEON_STEPS: ComposedSong = {
  id: 'neon-steps',
  name: {
    en: 'Neon Steps',
    'zh-TW': '霓虹舞步',
    'zh-CN': '霓虹舞步',
    ja: 'ネオン・ステップ',
    th: 'สเต็ปนีออน',
  },
  grid: NEON_STEPS_GRID,
  duration: beatTime(NEON_STEPS_GRID, NEON_STEPS_BEATS),
  render: renderNeonSteps,
};
const PAPER_LANTERNS: ComposedSong = {
  id: 'paper-lanterns',
  name: { en: 'Paper Lanterns', 'zh-TW': '紙燈籠', 'zh-CN': '纸灯笼', ja: '紙灯り', th: 'โคมกระดาษ' },
  grid: PAPER_LANTERNS_GRID,
  duration: beatTime(PAPER_LANTERNS_GRID, PAPER_LANTERNS_BEATS),
  render: renderPaperLanterns,
};
const RUSH_HOUR: ComposedSong = {
  id: 'rush-hour',
  name: {
    en: 'Rush Hour',
    'zh-TW': '尖峰時刻',
    'zh-CN': '高峰时刻',
    ja: 'ラッシュアワー',
    th: 'ชั่วโมงเร่งด่วน',
  },
  grid: RUSH_HOUR_GRID,
  duration: beatTime(RUSH_HOUR_GRID, RUSH_HOUR_BEATS),
  render: renderRushHour,
};

/** By series of challenges, easiest first. */
const COMPOSED: readonly ComposedSong[] = [
  composed(FREEZE_FRAME),
  NEON_STEPS,
  composed(LIGHTNING_ARMS),
  composed(BOSS_FLOOR),
  composed(FIRST_BOUNCE),
  composed(TWO_STEP_CITY),
  composed(SNEAKER_TALK),
  composed(FLOOR_SIGNAL),
  PAPER_LANTERNS,
  composed(SUGAR_POINT),
  composed(HEART_CHORUS),
  RUSH_HOUR,
  composed(SOFT_SEATS),
  composed(ROLLING_WHEELS),
  composed(DESK_DISCO),
  composed(THRONE_ROOM),
];

/** In the order of the pickers. */
export const BUNDLED_SONGS: readonly BundledSong[] = COMPOSED.map(({ id, name, grid, duration }) => ({
  id,
  name,
  grid,
  duration,
}));

/** The song of that id, undefined when none has it. */
export function bundledSongById(id: string): BundledSong | undefined {
  return BUNDLED_SONGS.find((song) => song.id === id);
}

/**
 * Synthesises a song: stereo, -14 LUFS, true peak under -1 dB; the same samples every time. Takes under a second.
 * @param sampleRate samples a second, e.g. 48 000
 * @param tempo 1 = as composed, 0.5 = half as fast and so twice as long, at the same pitch
 * @throws StudioError `storage-missing` when no song has that id
 */
export function renderSong(id: string, sampleRate: number, tempo = 1): Pcm {
  const song = COMPOSED.find((candidate) => candidate.id === id);
  if (song === undefined) throw new StudioError('storage-missing', `No bundled song is called "${id}".`);
  return song.render(sampleRate, atTempo(song.grid, tempo));
}
