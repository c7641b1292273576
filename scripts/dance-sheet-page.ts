/** Runs in the page: draws the demo dancer beat by beat, with the moves' names, as one picture. */
import { beatTime } from '../src/core/beat-grid';
import { parseChallenge } from '../src/dance/challenge';
import { compileChoreography } from '../src/dance/compile';
import { createDemoDancer } from '../src/stage/demo-dancer';

export interface DanceSheetOptions {
  /** Under `/challenges/`. */
  readonly path: string;
  /** Pictures a beat. */
  readonly perBeat: number;
  readonly columns: number;
  /** Of one cell, pixels. */
  readonly height: number;
  /** 0..1. */
  readonly quality: number;
}

/** A JPEG in base64. */
export async function makeDanceSheet({
  path,
  perBeat,
  columns,
  height,
  quality,
}: DanceSheetOptions): Promise<string> {
  const json: unknown = await (await fetch(`/challenges/${path}`)).json();
  const challenge = parseChallenge(json);
  const { reference, moves } = compileChoreography(challenge);
  const size = { width: Math.round(height * 0.72), height };
  const label = 17;
  const { beatGrid } = challenge;
  const beats: number[] = [];
  for (let beat = 3; beatTime(beatGrid, beat) <= challenge.duration + 1e-6; beat += 1 / perBeat)
    beats.push(beat);
  const canvas = document.createElement('canvas');
  canvas.width = columns * size.width;
  canvas.height = 26 + Math.ceil(beats.length / columns) * (size.height + label);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('No 2D context.');
  pen.fillStyle = '#14121a';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#fff';
  pen.font = '600 15px sans-serif';
  const { title, seriesName, level } = challenge;
  pen.fillText(`${title.en} · ${seriesName.en} · level ${level} · ${beatGrid.bpm} BPM`, 8, 18);
  const dancer = createDemoDancer({ size, fps: 30, track: reference, seated: challenge.seated });
  beats.forEach((beat, index) => {
    const seconds = beatTime(beatGrid, beat);
    dancer.drawAt(Math.min(seconds, challenge.duration - 1e-3));
    const [x, y] = [(index % columns) * size.width, 26 + Math.floor(index / columns) * (size.height + label)];
    pen.drawImage(dancer.canvas, x, y, size.width, size.height);
    const move = moves.find(({ start, end }) => seconds >= start - 1e-6 && seconds < end - 1e-6);
    const isBig = move !== undefined && Math.abs(move.keyTime - seconds) < 1e-3;
    const name = move === undefined ? '' : isBig ? move.name.en : '·';
    pen.font = isBig ? '600 11px sans-serif' : '11px sans-serif';
    pen.fillStyle = isBig ? '#ffd166' : '#a9a3b8';
    pen.fillText(`${Number(beat.toFixed(2))} ${name}`, x + 4, y + size.height + 12, size.width - 6);
  });
  dancer.dispose();
  return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
}
