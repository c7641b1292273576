import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import { toFlicks, toSeconds } from '../../../src/core/time';
import { formatSrt, parseCaptions, type CaptionFile } from '../../../src/project/captions';
import { itemsOf } from '../../../src/project/change-items';
import { projectDuration } from '../../../src/project/duration';
import { addCaptions } from '../../../src/project/edits/add-captions';
import type { Project, TextItem } from '../../../src/project/project';
import { sampleProject } from '../../support/sample-projects';

const SRT = `1
00:00:01,000 --> 00:00:02,500
<i>Hello</i>

2
00:00:03.2 --> 00:00:05,000
{\\an8}two
lines

bad block
7
01:00:00,000 --> 01:00:01,000
after an hour
`;

const LRC = `[ti:A song]
[offset:+500]
[00:01.50]First line
[00:04.00][00:20.00]Chorus <00:04.50>here
[00:08.00]
`;

const texts = (project: Project): [number, number, string][] =>
  itemsOf(project, 'text').map(({ start, duration, text }) => [toSeconds(start), toSeconds(duration), text]);
let ids = 0;
const newId = (): string => `caption-${(ids += 1)}`;

describe('SubRip', () => {
  it('is read with its marks taken away', () => {
    expect(parseCaptions(SRT)).toEqual({
      format: 'srt',
      captions: [
        { from: 1, to: 2.5, words: 'Hello' },
        { from: 3.2, to: 5, words: 'two\nlines' },
        { from: 3600, to: 3601, words: 'after an hour' },
      ],
    });
  });

  it('is the same with the line ends and the mark of other systems', () => {
    expect(parseCaptions(`\uFEFF${SRT.replaceAll('\n', '\r\n')}`)).toEqual(parseCaptions(SRT));
  });

  it('is read when numbers or empty lines are missing', () => {
    const tight = '00:01,000 --> 00:02,000\none\n00:02,000 --> 00:03,000\ntwo\n';
    expect(parseCaptions(tight).captions.map(({ words }) => words)).toEqual(['one', 'two']);
    const numbered = '1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:02,000 --> 00:00:03,000\ntwo';
    expect(parseCaptions(numbered).captions.map(({ words }) => words)).toEqual(['one', 'two']);
  });

  it('comes back as it went', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zéß你好ありがとう!?.' ]{1,20}$/u), { minLength: 1, maxLength: 3 })
      .map((lines) =>
        lines
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join('\n'),
      )
      .filter((text) => text !== '');
    const span = fc.record({
      from: fc.integer({ min: 0, max: 5_000_000 }),
      length: fc.integer({ min: 34, max: 9000 }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(span, words), { minLength: 1, maxLength: 12 }), (cues) => {
        const items = cues.map(([{ from, length }, text]) => ({
          start: toFlicks(from / 1000),
          duration: toFlicks(length / 1000),
          text,
        })) as unknown as TextItem[];
        const read = parseCaptions(formatSrt(items)).captions;
        expect(read.map((caption) => caption.words).sort()).toEqual(items.map(({ text }) => text).sort());
        const starts = items.map(({ start }) => toSeconds(start)).sort((a, b) => a - b);
        read.forEach(({ from }, index) => expect(from).toBeCloseTo(starts[index] ?? NaN, 3));
      }),
    );
  });
});

describe('lyrics with times', () => {
  it('last until the next line, sooner by their offset, and may be sung more than once', () => {
    expect(parseCaptions(LRC)).toEqual({
      format: 'lrc',
      captions: [
        { from: 1, to: 3.5, words: 'First line' },
        { from: 3.5, to: 7.5, words: 'Chorus here' },
        { from: 19.5, to: 25.5, words: 'Chorus here' },
      ],
    });
  });
});

describe('a file that holds no captions', () => {
  it('is refused in plain words, and nothing else ever happens', () => {
    const codeOf = (text: string): string => {
      try {
        parseCaptions(text);
        return 'none';
      } catch (error) {
        return error instanceof StudioError ? error.code : String(error);
      }
    };
    for (const text of ['', 'Dear diary', '[00:99999.1]', '\0\0', 'x'.repeat(2_000_001)])
      expect(codeOf(text)).toBe('captions-invalid');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((noise) => SRT + noise),
          fc.string().map((noise) => noise + LRC),
        ),
        (text) => {
          expect(['none', 'captions-invalid']).toContain(codeOf(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('captions on the timeline', () => {
  it('lie where they are heard, and what comes after the film is left out', () => {
    const film = addCaptions(sampleProject({ duration: 4 }), parseCaptions(SRT), newId);
    expect(texts(film)).toEqual([
      [1, 1.5, 'Hello'],
      [3.2, expect.closeTo(0.8, 5), 'two\nlines'],
    ]);
  });

  it('follow the song when they are lyrics', () => {
    // The song of the sample is heard from its second second on.
    const film = addCaptions(sampleProject(), parseCaptions(LRC), newId);
    expect(texts(film).map(([start, , words]) => [Math.round(start * 10) / 10, words])).toEqual([
      [0, 'First line'],
      [1.5, 'Chorus here'],
    ]);
  });

  it('are on whole frames inside the film, whatever the file says', () => {
    const cue = fc.record({
      from: fc.double({ min: -5, max: 30, noNaN: true }),
      length: fc.double({ min: 0, max: 30, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(cue), (cues) => {
        const file: CaptionFile = {
          format: 'srt',
          captions: cues.map(({ from, length }) => ({ from, to: from + length, words: 'la' })),
        };
        const film = addCaptions(sampleProject(), file, newId);
        for (const { start, duration } of itemsOf(film, 'text')) {
          expect((start * 30) / toFlicks(1)).toBeCloseTo(Math.round((start * 30) / toFlicks(1)), 6);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + duration).toBeLessThanOrEqual(projectDuration(film));
        }
      }),
    );
  });
});
