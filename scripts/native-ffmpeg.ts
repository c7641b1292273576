/** Native ffmpeg, where it is installed: the yardstick of every export, and the maker of films that browsers do not make. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../tests/bench/figure';
import { median } from '../tests/bench/figure';

const RUNS = 3;

/** 15 s of 720p at 30 pictures a second, key pictures 2 s apart, three B-frames between others, as cameras and services make. */
const SEEK_CLIP = [
  ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=30:duration=15'],
  ...['-vf', 'noise=alls=8:allf=t', '-c:v', 'libx264', '-profile:v', 'high', '-pix_fmt', 'yuv420p'],
  ...[
    '-g',
    '60',
    '-keyint_min',
    '60',
    '-sc_threshold',
    '0',
    '-bf',
    '3',
    '-b:v',
    '6M',
    '-movflags',
    '+faststart',
  ],
];

/** Bytes of the clip that `seek` measures with; null where ffmpeg is not installed. */
export function makeSeekClip(): Buffer | null {
  if (!isInstalled()) return null;
  const folder = mkdtempSync(join(tmpdir(), 'fifteen-seek-'));
  try {
    const path = join(folder, 'clip.mp4');
    execFileSync('ffmpeg', [...SEEK_CLIP, path]);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isInstalled(): boolean {
  return spawnSync('ffmpeg', ['-version']).error === undefined;
}

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
  const isHere = isInstalled();
  const times = isHere
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
      peer: isHere ? median(times) : null,
      peerName: 'native ffmpeg, libx264 ultrafast, 2 threads',
      unit: 's',
    },
  ];
}
