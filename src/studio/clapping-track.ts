/** What the demo dancer does in the latency check: a clap on every beat. */
import type { BeatGrid } from '../core/beat-grid';
import type { LocalizedText } from '../core/locale';
import { compileChoreography } from '../dance/compile';
import type { PoseTrack } from '../pose/pose-track';

const NO_NAME: LocalizedText = { en: '-', 'zh-TW': '-', 'zh-CN': '-', ja: '-', th: '-' };

/** @param beats how many beats are clapped, from beat 0 on */
export function clappingTrack(grid: BeatGrid, beats: number): PoseTrack {
  const claps = Array.from({ length: beats }, (_, beat) => [
    { beat, ease: 'smooth' as const, leftArm: 'clap' as const, rightArm: 'clap' as const },
    { beat: beat + 0.5, ease: 'smooth' as const, leftArm: 'open' as const, rightArm: 'open' as const },
  ]).flat();
  return compileChoreography({
    id: 'clapping',
    seriesId: 'clapping',
    seriesName: NO_NAME,
    title: NO_NAME,
    level: 1,
    songId: '',
    beatGrid: grid,
    duration: (beats * 60) / grid.bpm,
    seated: false,
    keys: claps,
    moves: [],
  }).reference;
}
