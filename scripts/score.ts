/**
 * `npm run score -- --reference A --player B`: judges one performance against another and prints the verdict as JSON.
 * Each is a pose-track JSON, a BVH capture (`.bvh` or `.bvh.gz`) or a film; a bundled challenge's id is a reference too.
 * `--pairs FILE.json` judges many: `[{"reference":FILE,"player":FILE}]` gives an array of verdicts in order.
 * `--mirrored` says that the player faces the reference and follows as a mirror does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseChallenge } from '../src/dance/challenge';
import { compileChoreography, type Move } from '../src/dance/compile';
import { cutMoves } from '../src/dance/cut-moves';
import { judgeTake } from '../src/dance/judge';
import { poseTrackFromBvh } from '../src/pose/bvh';
import { parsePoseTrackJson } from '../src/pose/pose-track-json';
import type { PoseTrack } from '../src/pose/pose-track';
import { listChallengePaths } from './challenge-index';
import { createFilmPoses, type FilmPoses } from './film-poses';

interface Reference {
  readonly track: PoseTrack;
  readonly moves: readonly Move[];
  /** Danced on a chair: legs are not judged. */
  readonly seated: boolean;
}

const { values } = parseArgs({
  options: {
    reference: { type: 'string' },
    player: { type: 'string' },
    pairs: { type: 'string' },
    mirrored: { type: 'boolean', default: false },
  },
});

/** References by name: in a list of pairs the same few come again and again. */
const references = new Map<string, Reference>();
const tracks = new Map<string, PoseTrack>();
/** A track of a minute takes some megabytes. */
const MOST_KEPT = 64;

const films: FilmPoses = createFilmPoses();
try {
  if (values.pairs !== undefined) {
    const folder = dirname(resolve(values.pairs));
    const pairs = readPairs(readFileSync(values.pairs, 'utf8'));
    const verdicts = [];
    for (const pair of pairs) {
      try {
        verdicts.push(await verdictOf(resolve(folder, pair.reference), resolve(folder, pair.player)));
      } catch (error) {
        // One unreadable file does not cost the others their verdicts; its place in the list says why.
        const reason = error instanceof Error ? error.message : String(error);
        console.error(`${pair.reference} / ${pair.player}: ${reason}`);
        verdicts.push({ error: reason });
        process.exitCode = 1;
      }
    }
    console.log(JSON.stringify(verdicts, null, 2));
  } else if (values.reference !== undefined && values.player !== undefined) {
    console.log(JSON.stringify(await verdictOf(values.reference, values.player), null, 2));
  } else {
    console.error('Say --reference FILE --player FILE, or --pairs FILE.json');
    process.exitCode = 2;
  }
} finally {
  await films.close();
}

/** The verdict in the form that other programs read. */
async function verdictOf(referenceName: string, playerName: string) {
  const { track, moves, seated } = await readReference(referenceName);
  const player = await readTrack(playerName);
  const verdict = judgeTake({ reference: track, moves, seated, mirrored: values.mirrored, player });
  return {
    score: verdict.score,
    stars: verdict.stars,
    moves: verdict.moves.map(({ start, end, judgement, score, timingMs }) => ({
      start,
      end,
      judgement,
      score,
      timingMs,
    })),
    limbs: verdict.limbs,
    scoreVersion: verdict.scoreVersion,
  };
}

async function readReference(name: string): Promise<Reference> {
  const known = references.get(name);
  if (known !== undefined) return known;
  const reference = await findReference(name);
  if (references.size >= MOST_KEPT) references.clear();
  references.set(name, reference);
  return reference;
}

async function findReference(name: string): Promise<Reference> {
  const bundled = listChallengePaths().find((path) => path.endsWith(`/${name}.json`));
  if (bundled !== undefined && !existsSync(name)) {
    const path = resolve(import.meta.dirname, '../public/challenges', bundled);
    const challenge = parseChallenge(JSON.parse(readFileSync(path, 'utf8')));
    const compiled = compileChoreography(challenge);
    return { track: compiled.reference, moves: compiled.moves, seated: challenge.seated };
  }
  const track = await readTrack(name);
  return { track, moves: cutMoves(track), seated: false };
}

async function readTrack(path: string): Promise<PoseTrack> {
  const known = tracks.get(path);
  if (known !== undefined) return known;
  const track = await loadTrack(path);
  if (tracks.size >= MOST_KEPT) tracks.clear();
  tracks.set(path, track);
  return track;
}

async function loadTrack(path: string): Promise<PoseTrack> {
  if (/\.bvh(\.gz)?$/i.test(path)) {
    const bytes = readFileSync(path);
    return poseTrackFromBvh((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
  if (/\.json$/i.test(path)) return parsePoseTrackJson(readFileSync(path, 'utf8'));
  return films.posesOf(path);
}

function readPairs(text: string): { reference: string; player: string }[] {
  const json: unknown = JSON.parse(text);
  if (!Array.isArray(json)) throw new Error('--pairs must name a list of {"reference", "player"}.');
  return json.map((pair: unknown, index) => {
    const { reference, player } = (pair ?? {}) as Record<string, unknown>;
    if (typeof reference !== 'string' || typeof player !== 'string') {
      throw new Error(`Pair ${index} must have "reference" and "player".`);
    }
    return { reference, player };
  });
}
