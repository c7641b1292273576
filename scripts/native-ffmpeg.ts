/** Native ffmpeg, where it is installed: the yardstick of every export, and the maker of films that browsers do not make. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../tests/bench/figure';
import { median } from '../tests/bench/figure';

const RUNS = 5;

/** Length of the clips below. */
const CLIP_SECONDS = 15;

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

/** 15 s of 720×1280 at 30 pictures a second with sound, as a phone's app makes it: B-frames, a key picture each second, colours said. */
const EXPORT_CLIP = [
  ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=720x1280:rate=30:duration=15'],
  ...['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000:duration=15'],
  ...['-vf', 'noise=alls=8:allf=t,scale=out_color_matrix=bt709:out_range=tv', '-ac', '2'],
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-maxrate', '6M', '-bufsize', '6M'],
  ...['-profile:v', 'high', '-pix_fmt', 'yuv420p', '-g', '30', '-keyint_min', '30', '-sc_threshold', '0'],
  ...['-bf', '2', '-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709'],
  ...['-color_trc', 'bt709', '-c:a', 'aac', '-b:a', '192k', '-movflags', '+faststart'],
];

/** Bytes of the clip that `seek` measures with; null where ffmpeg is not installed. */
export function makeSeekClip(): Buffer | null {
  return makeClip(SEEK_CLIP);
}

/** Bytes of the clip that `export` measures with; null where ffmpeg is not installed. */
export function makeExportClip(): Buffer | null {
  return makeClip(EXPORT_CLIP);
}

function makeClip(parameters: readonly string[]): Buffer | null {
  if (!isInstalled()) return null;
  const folder = mkdtempSync(join(tmpdir(), 'fifteen-clip-'));
  try {
    const path = join(folder, 'clip.mp4');
    execFileSync('ffmpeg', [...parameters, path]);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isInstalled(): boolean {
  return spawnSync('ffmpeg', ['-version']).error === undefined;
}

/**
 * Lines that set our exports against native `libx264 ultrafast` on two threads, over the same film.
 * @param clip bytes of the film of the export bench
 * @param figures the export lines of this run, in seconds
 */
export function measureNativeFfmpeg(clip: Buffer, figures: readonly Figure[]): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'fifteen-native-'));
  try {
    const path = join(folder, 'clip.mp4');
    writeFileSync(path, clip);
    const parameters = [
      ...['-v', 'error', '-y', '-i', path, '-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '2'],
      ...['-c:a', 'aac', '-movflags', '+faststart', join(folder, 'out.mp4')],
    ];
    const times = Array.from({ length: RUNS }, () => {
      const before = performance.now();
      spawnSync('ffmpeg', parameters);
      return (performance.now() - before) / 1000;
    });
    return [...'abcdef'].flatMap((letter) => {
      const ours = figures.find(({ name, unit }) => name.startsWith(`export (${letter}), `) && unit === 's');
      if (ours === undefined) return [];
      // Some cases are as long as a part of the film.
      const seconds = Number(/, (\d+) s/.exec(ours.name)?.[1] ?? CLIP_SECONDS);
      const peer = (median(times) * seconds) / CLIP_SECONDS;
      return [{ ...ours, peer, peerName: 'native ffmpeg, libx264 ultrafast, 2 threads' }];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
