/** Films of every make, exported, and held against what native ffmpeg sees and hears in them. */
import { describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { exportFilm } from '../../../src/export/export-client';
import type { ExportedFilm } from '../../../src/export/export-protocol';
import { GRID, HEARD_RATE } from '../../support/corpus-measure';
import type { CorpusName, SeenFilm } from '../../support/film-corpus';
import { fromBase64, jobOf, toBase64 } from './films';

/** How each gets into the file: copied where nothing speaks against it. */
const ROUTES: Readonly<Record<CorpusName, readonly ('copy' | 'direct' | 'compose')[]>> = {
  plain: ['copy'],
  'B-frames': ['copy'],
  'open groups': ['copy'],
  'one long group': ['copy'],
  'a varying rate': ['direct'],
  'turned by 90°': ['compose'],
  'turned by 180°': ['compose'],
  'turned by 270°': ['compose'],
  'an odd size': ['direct'],
  'four colours a pixel': ['compose'],
  'ten bits': ['compose'],
  'full range': ['direct'],
  'BT.601': ['direct'],
  mono: ['copy'],
  '44.1 kHz': ['copy'],
  'no sound': ['copy'],
  'a first timestamp below zero': ['direct', 'copy'],
  '60 a second': ['direct'],
  '4K': ['direct'],
};

/** Mean error of colours that nobody sees, of 255. */
const SAME_COLORS = 3;

/**
 * Where more has to be allowed. Without a GPU the browser's own way from a picture to RGB knows blue only to 5 %: it multiplies by
 * 2 where BT.709 asks for 2.112. And an encoder that scales crops whole pairs of pixels: an edge may lie a pixel off, of which the
 * hard bars of the test picture make much.
 */
const MORE_ERROR = { compose: 4, odd: 5 } as const;

/** Seconds: a quarter of what ITU-R BT.1359 finds can be noticed. */
const IN_SYNC = 0.01;

const ONE_ENCODER = ['webcodecs'] as const;
const BOTH_ENCODERS = ['webcodecs', 'ffmpeg'] as const;

const CELLS = GRID.width * GRID.height * 3;

const failures = ({ checks }: ExportedFilm): string[] =>
  checks.filter(({ passed }) => !passed).map(({ id, value }) => `${id}: ${value}`);

describe.each(Object.keys(ROUTES) as CorpusName[])('a film with %s', (name) => {
  // What is copied whole meets no encoder.
  const encoders = ROUTES[name].join() === 'copy' ? ONE_ENCODER : BOTH_ENCODERS;
  test.for(encoders)('is exported by %s as native ffmpeg sees it', async (route) => {
    const made = await commands.makeCorpusFilm(name);
    if (made === null) return;
    const source = new Blob([fromBase64(made).slice()], { type: 'video/mp4' });
    const job = await jobOf(source, { seconds: 2, width: 360, height: 640 });
    const exported = await exportFilm(job, { routes: [route] });
    expect(failures(exported)).toEqual([]);

    const [wanted, found] = [
      await commands.seeFilm(made),
      await commands.seeFilm(await toBase64(exported.file)),
    ];
    const pictures = comparePictures(wanted, found, job.count);
    const lags = wanted.sound === null || found.sound === null ? [] : lagsOf(wanted.sound, found.sound);
    expect([...new Set(exported.stretches.map((stretch) => stretch.route))]).toEqual(ROUTES[name]);
    console.info(name, route, JSON.stringify(pictures), JSON.stringify(lags));
    expect(found.times).toHaveLength(job.count);
    expect(pictures.wrong).toEqual([]);
    expect(pictures.worst).toBeLessThanOrEqual(allowedError(name));
    expect(found.sound === null).toBe(wanted.sound === null);
    for (const lag of lags) expect(Math.abs(lag)).toBeLessThanOrEqual(IN_SYNC);
  });
});

function allowedError(name: CorpusName): number {
  if (name === 'an odd size') return MORE_ERROR.odd;
  return ROUTES[name].includes('compose') ? MORE_ERROR.compose : SAME_COLORS;
}

/** `worst`: mean difference of the worst picture, 0..255. `wrong`: pictures that are more like another of the film. */
function comparePictures(
  wanted: SeenFilm,
  found: SeenFilm,
  count: number,
): { worst: number; wrong: number[] } {
  const [theirs, mine] = [fromBase64(wanted.grids), fromBase64(found.grids)];
  const start = Math.min(...wanted.times.filter((time) => time >= 0));
  const wrong: number[] = [];
  let worst = 0;
  for (let frame = 0; frame < count; frame += 1) {
    const picture = mine.subarray(frame * CELLS, (frame + 1) * CELLS);
    const differences = wanted.times.map((_, index) => differenceOf(theirs, index, picture));
    const due = wanted.times.findLastIndex((time) => time - start <= frame / 30 + 1e-3);
    const difference = differences[due] ?? Infinity;
    worst = Math.max(worst, difference);
    if (Math.min(...differences) < difference - 0.5) wrong.push(frame);
  }
  return { worst: Math.round(worst * 10) / 10, wrong };
}

function differenceOf(grids: Uint8Array, index: number, picture: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < CELLS; at += 1)
    sum += Math.abs((grids[index * CELLS + at] ?? 0) - (picture[at] ?? 0));
  return sum / CELLS;
}

/** Seconds by which the sound is late, near the beginning and near the end. */
function lagsOf(wanted: string, found: string): number[] {
  const [theirs, mine] = [wanted, found].map((text) => new Float32Array(fromBase64(text).slice().buffer));
  if (theirs === undefined || mine === undefined) return [];
  const length = HEARD_RATE / 2;
  const last = Math.min(theirs.length, mine.length) - length - HEARD_RATE / 10;
  return [HEARD_RATE / 10, last].map((from) => {
    let best = { lag: NaN, agreement: -Infinity };
    for (let lag = -HEARD_RATE / 20; lag <= HEARD_RATE / 20; lag += 1) {
      let agreement = 0;
      for (let at = from; at < from + length; at += 1) agreement += (theirs[at] ?? 0) * (mine[at + lag] ?? 0);
      if (agreement > best.agreement) best = { lag: lag / HEARD_RATE, agreement };
    }
    return best.lag;
  });
}
