/** Native ffmpeg's time for the same job, where it is installed: the yardstick of every export. */
import { spawnSync } from 'node:child_process';
import type { Figure } from '../tests/bench/figure';
import { median } from '../tests/bench/figure';

const RUNS = 3;

/**
 * Adds a line that sets our fastest export against native `libx264 ultrafast` on two threads.
 * @param figures the export lines of this run, in seconds
 */
export function measureNativeFfmpeg(film: string, figures: readonly Figure[]): Figure[] {
  const ours = figures.find(({ name, unit }) => name.startsWith('export') && unit === 's');
  if (ours === undefined) return [];
  const parameters = [
    ...['-v', 'error', '-y', '-stream_loop', '1', '-i', film, '-t', '15'],
    ...[
      '-vf',
      'scale=720:1280,fps=30',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-threads',
      '2',
      '-f',
      'mp4',
      '/dev/null',
    ],
  ];
  const isInstalled = spawnSync('ffmpeg', ['-version']).error === undefined;
  const times = isInstalled
    ? Array.from({ length: RUNS }, () => {
        const before = performance.now();
        spawnSync('ffmpeg', parameters);
        return (performance.now() - before) / 1000;
      })
    : [];
  return [
    {
      name: ours.name,
      ours: ours.ours,
      peer: isInstalled ? median(times) : null,
      peerName: 'native ffmpeg, libx264 ultrafast, 2 threads',
      unit: 's',
    },
  ];
}
