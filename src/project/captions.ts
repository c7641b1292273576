/** Captions and lyrics as files: SubRip (.srt) and lyrics with times (.lrc) in, SubRip out. */
import { StudioError } from '../core/errors';
import { addFlicks, toSeconds } from '../core/time';
import type { TextItem } from './project';

/** Words that are read or sung together. */
export interface Caption {
  /** Seconds: of the film in .srt, of the song in .lrc. */
  readonly from: number;
  readonly to: number;
  /** Lines are joined by `\n`. Never markup. */
  readonly words: string;
}

export type CaptionFormat = 'srt' | 'lrc';

export interface CaptionFile {
  readonly format: CaptionFormat;
  /** In order of time. */
  readonly captions: readonly Caption[];
}

/** Characters of a file, and captions: hours of talk, and far beyond what a short film needs. */
const LONGEST_FILE = 2_000_000;
const MOST_CAPTIONS = 2_000;

/** A line of lyrics is gone after so many seconds, even when the next one comes late. */
const LONGEST_LYRIC_SECONDS = 6;

/** `00:01:02,345`; hours may be missing, and some write a dot. */
const SRT_TIME = /(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})/;
const SRT_SPAN = new RegExp(`^\\s*${SRT_TIME.source}\\s*-->\\s*${SRT_TIME.source}`);

/** `[01:02.34]`. */
const LRC_STAMP = /^\s*\[(\d{1,3}):(\d{1,2})(?:[.:](\d{1,3}))?\]/;

/**
 * Reads a file of captions, by what it holds rather than by its name. Lines that say nothing are left out.
 * @throws StudioError `captions-invalid` when there is not one caption in it
 */
export function parseCaptions(text: string): CaptionFile {
  if (text.length > LONGEST_FILE)
    throw new StudioError('captions-invalid', 'The file is too large for captions.');
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const format: CaptionFormat = lines.some((line) => SRT_SPAN.test(line)) ? 'srt' : 'lrc';
  const captions = (format === 'srt' ? parseSrt(lines) : parseLrc(lines))
    .filter(({ from, to, words }) => to > from && words !== '')
    .sort((a, b) => a.from - b.from)
    .slice(0, MOST_CAPTIONS);
  if (captions.length === 0) throw new StudioError('captions-invalid', 'There is no caption with a time.');
  return { format, captions };
}

/** The words of a film as SubRip, in order of time. */
export function formatSrt(texts: readonly TextItem[]): string {
  return [...texts]
    .sort((a, b) => a.start - b.start)
    .map(({ start, duration, text }, index) => {
      const span = `${srtTime(toSeconds(start))} --> ${srtTime(toSeconds(addFlicks(start, duration)))}`;
      // An empty line would end the caption.
      return `${index + 1}\n${span}\n${text.replace(/\n\s*\n/g, '\n')}\n`;
    })
    .join('\n');
}

function parseSrt(lines: readonly string[]): Caption[] {
  const captions: Caption[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const span = SRT_SPAN.exec(lines[at] ?? '');
    if (span === null) continue;
    const words: string[] = [];
    while (!endsCaption(lines, at + 1)) {
      at += 1;
      words.push(plainWords(lines[at] ?? ''));
    }
    const [from, to] = [secondsOf(span.slice(1, 5)), secondsOf(span.slice(5, 9))];
    captions.push({ from, to, words: words.filter((line) => line !== '').join('\n') });
  }
  return captions;
}

/** At an empty line; at the next caption's number or time, where somebody left the empty line out. */
function endsCaption(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  return line === '' || SRT_SPAN.test(line) || (/^\d+$/.test(line) && SRT_SPAN.test(lines[at + 1] ?? ''));
}

function parseLrc(lines: readonly string[]): Caption[] {
  const sung: { readonly from: number; readonly words: string }[] = [];
  let offset = 0;
  for (const line of lines) {
    const shift = /^\s*\[offset:\s*([+-]?\d{1,7})\s*\]/i.exec(line);
    // A positive offset means that the words come sooner.
    if (shift !== null) offset = -Number(shift[1]) / 1000;
    const stamps: number[] = [];
    let rest = line;
    for (let stamp = LRC_STAMP.exec(rest); stamp !== null; stamp = LRC_STAMP.exec(rest)) {
      stamps.push(secondsOf(['0', stamp[1], stamp[2], (stamp[3] ?? '0').padEnd(3, '0')]));
      rest = rest.slice(stamp[0].length);
    }
    const words = plainWords(rest);
    for (const from of stamps) sung.push({ from, words });
  }
  sung.sort((a, b) => a.from - b.from);
  return sung.map(({ from, words }, index) => {
    const next = sung.slice(index + 1).find((later) => later.from > from)?.from ?? Infinity;
    const to = Math.min(next, from + LONGEST_LYRIC_SECONDS);
    return { from: Math.max(0, from + offset), to: Math.max(0, to + offset), words };
  });
}

/** Without the marks for italics, places and word times that players know. */
function plainWords(line: string): string {
  return line
    .replace(/<[^<>]{0,60}>/g, '')
    .replace(/\{\\[^{}]{0,60}\}/g, '')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
}

function secondsOf([hours, minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  const fraction = Number((thousandths ?? '0').padEnd(3, '0')) / 1000;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0) + fraction;
}

function srtTime(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const digits = (value: number, length: number): string => String(Math.floor(value)).padStart(length, '0');
  const clock = [thousandths / 3_600_000, (thousandths / 60_000) % 60, (thousandths / 1000) % 60];
  return `${clock.map((part) => digits(part, 2)).join(':')},${digits(thousandths % 1000, 3)}`;
}
