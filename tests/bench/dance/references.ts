/** What the judge is proved on: the bundled challenges, motion capture of real people, and films through the real model. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseChallenge } from '../../../src/dance/challenge';
import { compileChoreography, type Move } from '../../../src/dance/compile';
import { cutMoves } from '../../../src/dance/cut-moves';
import { poseTrackFromBvh } from '../../../src/pose/bvh';
import { formatPoseTrackJson, parsePoseTrackJson } from '../../../src/pose/pose-track-json';
import type { PoseTrack } from '../../../src/pose/pose-track';
import { listChallengePaths } from '../../../scripts/challenge-index';
import { createFilmPoses } from '../../../scripts/film-poses';
import { sharedFolder } from '../../support/shared-media-plugin';

const challengeFolder = resolve(import.meta.dirname, '../../../public/challenges');
/** Poses of a film are found once: a film that has not changed has the same ones. */
const poseFolder = resolve(import.meta.dirname, '../../../out/poses');

export interface Reference {
  readonly name: string;
  readonly track: PoseTrack;
  readonly moves: readonly Move[];
  readonly seated: boolean;
}

/** Every challenge that ships with the app. */
export function bundledReferences(): Reference[] {
  return listChallengePaths().map((path) => {
    const challenge = parseChallenge(JSON.parse(readFileSync(join(challengeFolder, path), 'utf8')));
    const { reference, moves } = compileChoreography(challenge);
    return { name: challenge.id, track: reference, moves, seated: challenge.seated };
  });
}

/** Captures of real people, cut by the judge's own cutter; none where the shared folder is missing. */
export function capturedReferences(): Reference[] {
  const folder = join(sharedFolder, 'mocap/bvh');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.bvh.gz'))
    .map((name) => {
      const track = poseTrackFromBvh(gunzipSync(readFileSync(join(folder, name))).toString('utf8'));
      return { name: basename(name, '.bvh.gz'), track, moves: cutMoves(track), seated: false };
    });
}

/** Films through the real pose model, by their names without `.mp4`. The browser starts only for films not seen before. */
export async function filmReferences(names: readonly string[]): Promise<Reference[]> {
  const films = createFilmPoses();
  try {
    const references: Reference[] = [];
    for (const name of names) {
      const path = join(sharedFolder, 'media/people', `${name}.mp4`);
      if (!existsSync(path)) continue;
      const { size, mtimeMs } = statSync(path);
      const kept = join(poseFolder, `${name}-${size}-${Math.round(mtimeMs)}.json`);
      const track = existsSync(kept)
        ? parsePoseTrackJson(readFileSync(kept, 'utf8'))
        : await films.posesOf(path);
      mkdirSync(poseFolder, { recursive: true });
      if (!existsSync(kept)) writeFileSync(kept, formatPoseTrackJson(track));
      references.push({ name, track, moves: cutMoves(track), seated: false });
    }
    return references;
  } finally {
    await films.close();
  }
}
