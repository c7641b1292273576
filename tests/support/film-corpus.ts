/**
 * Films as cameras, phones and old cutting programs make them, made here by native ffmpeg, and what native ffmpeg sees and
 * hears in a film: the yardstick that nothing of ours has a part in.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserCommand } from 'vitest/node';
import { GRID, HEARD_RATE } from './corpus-measure.ts';
import { hasNativeFfmpeg } from './film-probe.ts';

/** What native ffmpeg makes of a film. */
export interface SeenFilm {
  /** Seconds of each picture since the film's beginning. */
  readonly times: readonly number[];
  /** RGB bytes of all pictures in order, each `GRID` small, as base64. */
  readonly grids: string;
  /** 32-bit floats at `HEARD_RATE`, left and right together, as base64; null without sound. */
  readonly sound: string | null;
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** A film of the corpus as base64; null, loudly, where ffmpeg is not installed. */
    makeCorpusFilm(name: CorpusName): Promise<string | null>;
    /** @param film bytes as base64 */
    seeFilm(film: string): Promise<SeenFilm>;
  }
}

const SECONDS = 2;

/** Something everywhere in the picture, and no picture like its neighbour. */
function picture(size: string, rate = 30): string[] {
  return ['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${rate}:duration=${SECONDS}`];
}

/** Never the same twice, so that it fits in one place only. */
function sound(rate = 48_000, channels = 2): string[] {
  const noise = `anoisesrc=sample_rate=${rate}:duration=${SECONDS}:amplitude=0.3:seed=7:color=pink`;
  return ['-f', 'lavfi', '-i', noise, '-ac', String(channels), '-c:a', 'aac', '-b:a', '128k'];
}

function colors(matrix: 'bt709' | 'smpte170m', range: 'tv' | 'pc'): string[] {
  const scaled = matrix === 'bt709' ? 'bt709' : 'bt601';
  const [primaries, transfer] = [matrix, matrix];
  return [
    ...['-vf', `scale=out_color_matrix=${scaled}:out_range=${range}`],
    ...['-color_range', range, '-colorspace', matrix, '-color_primaries', primaries, '-color_trc', transfer],
  ];
}

const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p'];
const UPRIGHT = '360x640';
const LYING = '640x360';
const FILM_COLORS = colors('bt709', 'tv');
const SHORT_GROUPS = ['-g', '15', '-keyint_min', '15', '-sc_threshold', '0'];

/** Arguments of ffmpeg for each; more than one list: each is made of the last one's `in.mp4`. */
const FILMS = {
  plain: [[...picture(UPRIGHT), ...sound(), ...H264, ...FILM_COLORS, ...SHORT_GROUPS, '-bf', '0']],
  'B-frames': [[...picture(UPRIGHT), ...sound(), ...H264, ...FILM_COLORS, ...SHORT_GROUPS, '-bf', '3']],
  'open groups': [
    [
      ...[...picture(UPRIGHT), ...sound(), ...H264, ...FILM_COLORS, '-bf', '3'],
      ...['-x264-params', 'open-gop=1:keyint=15:min-keyint=1:scenecut=0'],
    ],
  ],
  'one long group': [[...picture(UPRIGHT), ...sound(), ...H264, ...FILM_COLORS, '-g', '600', '-bf', '2']],
  'a varying rate': [
    [
      ...[...picture(UPRIGHT), ...sound(), ...H264],
      ...['-vf', 'select=lt(mod(n\\,7)\\,4),scale=out_color_matrix=bt709:out_range=tv', '-vsync', 'vfr'],
      ...['-colorspace', 'bt709', '-color_range', 'tv'],
    ],
  ],
  'turned by 90°': turned(90),
  'turned by 180°': turned(180),
  'turned by 270°': turned(270),
  'an odd size': [
    [
      ...[
        ...picture('722x1282'),
        ...sound(),
        '-c:v',
        'libvpx-vp9',
        '-deadline',
        'realtime',
        '-cpu-used',
        '8',
      ],
      ...[
        '-vf',
        'scale=361:641:out_color_matrix=bt709:out_range=tv,format=yuv420p',
        '-crf',
        '18',
        '-b:v',
        '0',
      ],
      ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ],
  ],
  'four colours a pixel': [[...picture(UPRIGHT), ...sound(), ...H264, '-pix_fmt', 'yuv444p', ...FILM_COLORS]],
  'ten bits': [[...picture(UPRIGHT), ...sound(), ...H264, '-pix_fmt', 'yuv420p10le', ...FILM_COLORS]],
  'full range': [[...picture(UPRIGHT), ...sound(), ...H264, ...colors('bt709', 'pc')]],
  'BT.601': [[...picture(UPRIGHT), ...sound(), ...H264, ...colors('smpte170m', 'tv')]],
  mono: [[...picture(UPRIGHT), ...sound(48_000, 1), ...H264, ...FILM_COLORS]],
  '44.1 kHz': [[...picture(UPRIGHT), ...sound(44_100), ...H264, ...FILM_COLORS]],
  'no sound': [[...picture(UPRIGHT), ...H264, ...FILM_COLORS, ...SHORT_GROUPS]],
  'a first timestamp below zero': [
    [...picture(UPRIGHT), ...sound(), ...H264, ...FILM_COLORS, '-g', '30', '-bf', '2'],
    ['-ss', '0.4', '-i', 'in.mp4', '-c', 'copy', '-avoid_negative_ts', 'disabled'],
  ],
  '60 a second': [[...picture(UPRIGHT, 60), ...sound(), ...H264, ...FILM_COLORS, '-bf', '2']],
  '4K': [[...picture('2160x3840'), ...sound(), ...H264, '-preset', 'ultrafast', ...FILM_COLORS]],
} as const satisfies Record<string, readonly (readonly string[])[]>;

export type CorpusName = keyof typeof FILMS;

/** Lies on its side in the file, and is told to be shown upright. */
function turned(degrees: 90 | 180 | 270): string[][] {
  return [
    [...picture(degrees === 180 ? UPRIGHT : LYING), ...sound(), ...H264, ...FILM_COLORS],
    ['-i', 'in.mp4', '-c', 'copy', '-metadata:s:v:0', `rotate=${degrees}`],
  ];
}

/** @throws Error with the end of ffmpeg's log */
export const makeCorpusFilm: BrowserCommand<[name: CorpusName]> = (_, name): string | null => {
  if (!hasNativeFfmpeg) {
    console.warn('Skipped: native ffmpeg is not installed.');
    return null;
  }
  return inFolder((folder) => {
    const [input, output] = [join(folder, 'in.mp4'), join(folder, 'out.mp4')];
    for (const step of FILMS[name]) {
      runFfmpeg([...step, '-y', output].map((argument) => (argument === 'in.mp4' ? input : argument)));
      writeFileSync(input, readFileSync(output));
    }
    return readFileSync(output).toString('base64');
  });
};

/** Every picture and all sound of a film. */
export const seeFilm: BrowserCommand<[film: string]> = (_, film): SeenFilm =>
  inFolder((folder) => {
    const path = join(folder, 'film.mp4');
    writeFileSync(path, Buffer.from(film, 'base64'));
    // Brought to what screens show, by what the film says of its colours, and only then made small.
    const small = `scale=${GRID.width}:${GRID.height}:flags=area`;
    const shown = `scale=out_range=pc,format=rgb24,${small},showinfo`;
    const { stdout, log } = runFfmpeg([
      ...['-i', path, '-map', '0:v:0', '-vsync', 'passthrough', '-vf', shown, '-f', 'rawvideo', '-'],
    ]);
    const times = [...log.matchAll(/ pts_time:(-?[\d.]+)/g)].map(([, time]) => Number(time));
    const hasSound = /Stream #0:\d.*Audio/.test(log);
    const heard = hasSound
      ? runFfmpeg(['-i', path, '-map', '0:a:0', '-ac', '1', '-ar', String(HEARD_RATE), '-f', 'f32le', '-'])
      : null;
    return {
      times,
      grids: stdout.toString('base64'),
      sound: heard?.stdout.toString('base64') ?? null,
    };
  });

function runFfmpeg(args: readonly string[]): { stdout: Buffer; log: string } {
  const { status, stdout, stderr } = spawnSync('ffmpeg', ['-hide_banner', ...args], {
    maxBuffer: 1 << 28,
  });
  const log = stderr.toString();
  if (status !== 0) throw new Error(`ffmpeg ended with ${String(status)}: ${log.slice(-800)}`);
  return { stdout, log };
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'fifteen-corpus-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
