/** The songs that ship with the app: composed here and synthesised on the device, so their beat grids are true by construction. */
import { atTempo, beatTime, type BeatGrid } from '../../core/beat-grid';
import { StudioError } from '../../core/errors';
import type { LocalizedText } from '../../core/locale';
import type { Pcm } from '../pcm';
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

const COMPOSED: readonly ComposedSong[] = [
  {
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
  },
  {
    id: 'paper-lanterns',
    name: { en: 'Paper Lanterns', 'zh-TW': '紙燈籠', 'zh-CN': '纸灯笼', ja: '紙灯り', th: 'โคมกระดาษ' },
    grid: PAPER_LANTERNS_GRID,
    duration: beatTime(PAPER_LANTERNS_GRID, PAPER_LANTERNS_BEATS),
    render: renderPaperLanterns,
  },
  {
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
  },
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
