/** What a judgement costs: each pushed frame, and the verdict of a whole dance, against the limits of the design. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseChallenge } from '../../src/dance/challenge';
import { compileChoreography } from '../../src/dance/compile';
import { createJudge, judgeTake } from '../../src/dance/judge';
import { mirrorPoseTrack, poseAtRow } from '../../src/pose/pose-track';
import { median, medianMilliseconds, type Figure } from './figure';

const CHALLENGE = resolve(import.meta.dirname, '../../public/challenges/gaga-machine/neon-warmup.json');
const FRAME_LIMIT_US = 50;
const VERDICT_LIMIT_MS = 5;

export async function runJudgeBench(): Promise<Figure[]> {
  const challenge = parseChallenge(JSON.parse(readFileSync(CHALLENGE, 'utf8')));
  const { reference, moves } = compileChoreography(challenge);
  const player = mirrorPoseTrack(reference);
  const options = { reference, moves, mirrored: true };
  const poses = Array.from({ length: player.length }, (_, row) => poseAtRow(player, row));
  const perFrame: number[] = [];
  for (let run = 0; run < 20; run += 1) {
    const judge = createJudge(options);
    const before = performance.now();
    poses.forEach((pose, row) => judge.push(player.times[row] ?? 0, pose));
    perFrame.push(((performance.now() - before) * 1000) / poses.length);
  }
  const verdict = await medianMilliseconds(20, () => {
    judgeTake({ ...options, player });
  });
  return [
    {
      name: 'live judging, a frame',
      ours: median(perFrame),
      peer: FRAME_LIMIT_US,
      peerName: 'limit',
      unit: 'µs',
    },
    {
      name: 'verdict of a 15-s dance',
      ours: verdict,
      peer: VERDICT_LIMIT_MS,
      peerName: 'limit',
      unit: 'ms',
    },
  ];
}
