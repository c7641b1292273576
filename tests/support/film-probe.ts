/** Looks into a finished MP4 with native ffmpeg: what the app's own check cannot vouch for itself. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether ffprobe and ffmpeg are installed here. */
export const hasNativeFfmpeg = spawnSync('ffprobe', ['-version']).error === undefined;

export interface FilmFacts {
  readonly duration: number;
  readonly video: Readonly<Record<string, string | number>>;
  readonly audio: Readonly<Record<string, string | number>> | null;
  readonly frames: number;
}

/** Streams and format, frames counted by decoding. */
export function probeFilm(path: string): FilmFacts {
  const report = JSON.parse(
    execFileSync(
      'ffprobe',
      ['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-of', 'json', path],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    ),
  ) as { streams: Record<string, string | number>[]; format: { duration: string } };
  const video = report.streams.find((stream) => stream['codec_type'] === 'video');
  if (video === undefined) throw new Error(`${path} has no picture.`);
  return {
    duration: Number(report.format.duration),
    video,
    audio: report.streams.find((stream) => stream['codec_type'] === 'audio') ?? null,
    frames: Number(video['nb_read_frames']),
  };
}

/** Names of the top-level boxes in order. */
export function topLevelBoxes(path: string): string[] {
  const bytes = readFileSync(path);
  const names: string[] = [];
  for (let offset = 0; offset + 8 <= bytes.length;) {
    const size = bytes.readUInt32BE(offset);
    names.push(bytes.toString('latin1', offset + 4, offset + 8));
    if (size === 0) break;
    offset += size === 1 ? Number(bytes.readBigUInt64BE(offset + 8)) : size;
  }
  return names;
}

/** One decoded frame, scaled to `width × height`, RGB bytes. */
export function decodeFrame(path: string, seconds: number, width = 90, height = 160): Uint8Array {
  return execFileSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-ss',
      String(seconds),
      '-i',
      path,
      '-frames:v',
      '1',
      '-vf',
      `scale=${width}:${height}`,
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      '-',
    ],
    { maxBuffer: 1 << 26 },
  );
}

/** Mean and standard deviation of all channel values. */
export function brightness(rgb: Uint8Array): { mean: number; deviation: number } {
  const mean = rgb.reduce((sum, value) => sum + value, 0) / rgb.length;
  const variance = rgb.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rgb.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** Mean absolute difference of two pictures of one size. */
export function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

/** Loudest mean volume in dBFS over the whole film (ffmpeg `volumedetect`). */
export function meanVolumeDb(path: string): number {
  const { stderr } = spawnSync('ffmpeg', ['-i', path, '-af', 'volumedetect', '-vn', '-f', 'null', '-'], {
    encoding: 'utf8',
  });
  const found = /mean_volume: (-?[\d.]+|-inf) dB/.exec(stderr);
  return found?.[1] === undefined || found[1] === '-inf' ? -Infinity : Number(found[1]);
}
