/**
 * Every bundled dance, danced by the mannequin and seen by the real pose model, must be found and score well on itself.
 * Prints a table; exits with 1 where a dance scores too little. Pose tracks are kept under `out/dancers` until the dance
 * changes.
 *
 * `npx tsx scripts/check-dancers.ts [--only id,id] [--fresh] [--moves]`
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseChallenge } from '../src/dance/challenge';
import { compileChoreography } from '../src/dance/compile';
import { judgeTake } from '../src/dance/judge';
import { parsePoseTrackJson } from '../src/pose/pose-track-json';
import { runCommand } from './build-app';
import { listChallengePaths } from './challenge-index';
import type * as DancerModule from './check-dancers-page';
import { openModulePage, type ModulePage } from './module-page';

/** DANCE.md's table: the rendered mannequin against its own choreography. */
const LEAST_SCORE = 90;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    fresh: { type: 'boolean', default: false },
    moves: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '..');
const cache = resolve(root, 'out/dancers');
mkdirSync(cache, { recursive: true });
const only = values.only === '' ? null : values.only.split(',');
/** Opened with the first dance that is not known yet. */
const pages: Promise<ModulePage>[] = [];
let poor = 0;

console.log('challenge         score  lowest move                        frames without a body');
try {
  for (const path of listChallengePaths()) {
    const id = basename(path, '.json');
    if (only !== null && !only.includes(id)) continue;
    const challenge = parseChallenge(
      JSON.parse(readFileSync(resolve(root, 'public/challenges', path), 'utf8')),
    );
    const { reference, moves } = compileChoreography(challenge);
    const danced = createHash('sha256').update(reference.image).update(reference.world).digest('hex');
    const file = resolve(cache, `${id}-${danced.slice(0, 12)}.json`);
    if (values.fresh || !existsSync(file)) writeFileSync(file, await film(path));
    const player = parsePoseTrackJson(readFileSync(file, 'utf8'));
    const verdict = judgeTake({ reference, moves, mirrored: true, player, seated: challenge.seated });
    const byScore = [...verdict.moves].sort((a, b) => a.score - b.score);
    const nameOf = (move: number): string => moves[move]?.name.en ?? '';
    const lowest = byScore.slice(0, 1).map(({ move, score }) => `${score.toFixed(0)} ${nameOf(move)}`);
    const unseen = Array.from({ length: player.length }, (_, row) => player.present[row]).filter(
      (seen) => seen !== 1,
    );
    console.log(
      `${id.padEnd(17)} ${String(verdict.score).padStart(5)}  ${lowest.join('').padEnd(34)} ${unseen.length} of ${player.length}`,
    );
    if (values.moves) {
      for (const { move, score, timingMs, limbs, cause } of byScore)
        console.log(
          `    ${score.toFixed(0).padStart(3)} ${nameOf(move)} ${timingMs} ms ${cause ?? ''} ${JSON.stringify(limbs)}`,
        );
    }
    if (verdict.score < LEAST_SCORE) poor += 1;
  }
} finally {
  for (const opened of pages) await (await opened).close();
}
process.exit(poor > 0 ? 1 : 0);

async function film(path: string): Promise<string> {
  const opened =
    pages[0] ?? runCommand('npx', ['tsx', 'scripts/build-models.ts']).then(() => openModulePage());
  if (pages.length === 0) pages.push(opened);
  const { page } = await opened;
  return page.evaluate(
    async ({ module, path }) => ((await import(module)) as typeof DancerModule).filmDancer(path),
    { module: '/scripts/check-dancers-page.ts', path },
  );
}
