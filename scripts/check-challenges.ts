/** Checks every bundled challenge: it parses, a body can dance it, and bots cannot pass it. Exits with 1 and the faults. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseChallenge } from '../src/dance/challenge';
import { checkChoreography } from '../src/dance/check-choreography';
import { checkMoves } from '../src/dance/check-moves';
import { compileChoreography } from '../src/dance/compile';
import { PICTURE } from '../src/dance/skeleton';
import { listChallengePaths } from './challenge-index';

let faulty = 0;
for (const path of listChallengePaths()) {
  const json: unknown = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../public/challenges', path), 'utf8'),
  );
  const compiled = compileChoreography(parseChallenge(json));
  const found = [...checkChoreography(compiled.reference, PICTURE.scale), ...checkMoves(compiled)];
  const faults = found.map(({ seconds, fault }) => `${seconds.toFixed(2)} s: ${fault}`);
  console.log(`${path}: ${faults.length === 0 ? 'good' : `${faults.length} faults`}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  faulty += faults.length;
}
process.exit(faulty > 0 ? 1 : 0);
