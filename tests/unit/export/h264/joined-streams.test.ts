/** Streams of different makers in one track: native ffmpeg decodes the joined stream to the pictures of each. */
import { describe, expect, test } from 'vitest';
import { parseAvcConfig, writeAvcConfig } from '../../../../src/export/h264/avc-config';
import { joinParameterSets, renumberSample } from '../../../../src/export/h264/join-parameter-sets';
import { NAL, nalType, splitAnnexB } from '../../../../src/export/h264/nal';
import { parsePps, parseSps, renumberSps, withFilmColor } from '../../../../src/export/h264/parameter-sets';
import { pictureOf, splitPictures } from '../../../../src/export/chunks/annex-b-picture';
import { hasNativeFfmpeg } from '../../../support/film-probe';
import { decodedPictures, x264Stream } from '../../../support/x264-streams';

if (!hasNativeFfmpeg) console.warn('Skipped: native ffmpeg is not installed.');

/** Kinds of streams that a film may be joined of: with CABAC and without, with several slices and references. */
const KINDS = {
  baseline: ['-profile:v', 'baseline', '-preset', 'ultrafast'],
  main: ['-profile:v', 'main', '-bf', '2', '-refs', '3'],
  high: ['-profile:v', 'high', '-bf', '3', '-x264-params', '8x8dct=1:weightp=2'],
  slices: ['-profile:v', 'high', '-x264-params', 'slices=4'],
  tagged: [
    '-profile:v',
    'high',
    '-colorspace',
    'smpte170m',
    '-color_primaries',
    'smpte170m',
    '-color_trc',
    'smpte170m',
  ],
} as const;
type Kind = keyof typeof KINDS;

const streamOf = (kind: Kind, index = 0): Uint8Array => x264Stream(KINDS[kind], index * 40);

const decode = (stream: Uint8Array): Buffer => decodedPictures(stream, 'h264');

const setsOf = (stream: Uint8Array): { sps: Uint8Array[]; pps: Uint8Array[] } => {
  const nals = splitAnnexB(stream);
  return {
    sps: nals.filter((nal) => nalType(nal) === NAL.sps),
    pps: nals.filter((nal) => nalType(nal) === NAL.pps),
  };
};

const START = [0, 0, 0, 1];
const annexB = (nals: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(nals.flatMap((nal) => [...START, ...nal]));

describe.skipIf(!hasNativeFfmpeg)('streams of x264', () => {
  test.each(Object.keys(KINDS) as Kind[])('of kind "%s" say what they are', (kind) => {
    const { sps, pps } = setsOf(streamOf(kind));
    const facts = sps.map(parseSps);
    expect(facts).toMatchObject([
      { id: 0, size: { width: 96, height: 128 }, chromaFormat: 1, bitDepth: 8, isProgressive: true },
    ]);
    expect(pps.map(parsePps)).toEqual([{ id: 0, spsId: 0 }]);
    expect(facts[0]?.color?.matrix ?? 2).toBe(kind === 'tagged' ? 6 : 2);
  });

  test.each(Object.keys(KINDS) as Kind[])(
    'of kind "%s" decode the same in the colours of the film',
    (kind) => {
      const stream = streamOf(kind);
      const changed = annexB(
        splitAnnexB(stream).map((nal) => (nalType(nal) === NAL.sps ? withFilmColor(nal) : nal)),
      );
      expect(setsOf(changed).sps.map(parseSps)).toMatchObject([
        { color: { matrix: 1, primaries: 1, transfer: 1, fullRange: false } },
      ]);
      expect(decode(changed).equals(decode(stream))).toBe(true);
    },
  );

  test('of all kinds, one after another, decode to the pictures of each', () => {
    const kinds = Object.keys(KINDS) as Kind[];
    const streams = kinds.map((kind, index) => streamOf(kind, index));
    const joined = joinParameterSets(streams.map(setsOf));
    const { spsList, ppsList } = parseAvcConfig(joined.description);
    expect(new Set(spsList.map((sps) => parseSps(sps).id)).size).toBe(spsList.length);
    expect(new Set(ppsList.map((pps) => parsePps(pps).id)).size).toBe(ppsList.length);
    const pictures = streams.flatMap((stream) =>
      splitPictures(stream).flatMap((nals) =>
        renumberSample(nals, joined.ppsIdsOf(setsOf(stream)) ?? new Map<number, number>()),
      ),
    );
    const film = decode(annexB([...spsList, ...ppsList, ...pictures]));
    expect(film.equals(Buffer.concat(streams.map(decode)))).toBe(true);
  });

  test('of one maker share their sets', () => {
    const sets = setsOf(streamOf('main'));
    const joined = joinParameterSets([sets, sets]);
    const { spsList, ppsList } = parseAvcConfig(joined.description);
    expect([spsList.length, ppsList.length]).toEqual([1, 1]);
    expect([...(joined.ppsIdsOf(sets) ?? [])]).toEqual([[0, 0]]);
  });

  test('of a kind that was not joined have no numbers', () => {
    const joined = joinParameterSets([setsOf(streamOf('main'))]);
    expect(joined.ppsIdsOf(setsOf(streamOf('slices')))).toBeNull();
  });

  test('are cut into pictures, key pictures known as such', () => {
    const pictures = splitPictures(streamOf('slices')).map(pictureOf);
    expect(pictures).toHaveLength(15);
    expect(pictures.map(({ isKey }) => isKey)).toEqual([true, ...new Array<boolean>(14).fill(false)]);
    expect(pictures[0]?.sps).toHaveLength(1);
  });

  test('go into the record of a container and come out of it', () => {
    const { sps, pps } = setsOf(streamOf('high'));
    const config = parseAvcConfig(writeAvcConfig(sps, pps));
    expect(config.lengthSize).toBe(4);
    expect(config.spsList.map((set) => [...set])).toEqual(sps.map((set) => [...set]));
    expect(config.ppsList.map((set) => [...set])).toEqual(pps.map((set) => [...set]));
  });

  test('get another number without anything else changing', () => {
    const [sps] = setsOf(streamOf('high')).sps;
    if (sps === undefined) throw new Error('x264 wrote no parameter set.');
    const { id: _id, ...facts } = parseSps(sps);
    expect(parseSps(renumberSps(sps, 7))).toEqual({ id: 7, ...facts });
  });
});

test('a parameter set cut short is damage', () => {
  expect(() => parseSps(Uint8Array.of(0x67, 100, 0))).toThrowError(
    expect.objectContaining({ code: 'file-corrupt' }),
  );
});
