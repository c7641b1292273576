/** Checks every bundled challenge: it parses, a body can dance it, and bots cannot pass it. Exits with 1 and the faults. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { meanPoseBot, stillBot, wiggleBot } from '../src/dance/bots';
import { parseChallenge } from '../src/dance/challenge';
import { checkChoreography } from '../src/dance/check-choreography';
import { compileChoreography } from '../src/dance/compile';
import { judgeTake } from '../src/dance/judge';
import { PICTURE } from '../src/dance/skeleton';
import { listChallengePaths } from './challenge-index';

let faulty = 0;
for (const path of listChallengePaths()) {
  const json: unknown = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../public/challenges', path), 'utf8'),
  );
  const { reference, moves } = compileChoreography(parseChallenge(json));
  const faults = checkChoreography(reference, PICTURE.scale).map(
    ({ seconds, fault }) => `${seconds.toFixed(2)} s: ${fault}`,
  );
  const bots = { still: stillBot(reference), mean: meanPoseBot(reference), wiggle: wiggleBot(reference) };
  for (const [name, player] of Object.entries(bots)) {
    const { score } = judgeTake({ reference, moves, mirrored: false, player });
    if (score > 10) faults.push(`the ${name} bot scores ${score}`);
  }
  console.log(`${path}: ${faults.length === 0 ? 'good' : `${faults.length} faults`}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  faulty += faults.length;
}
process.exit(faulty > 0 ? 1 : 0);
