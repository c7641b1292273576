/**
 * Checks every bundled challenge: it parses, a body can dance it and no arm goes through it, its accents lie on beats, and neither bots nor other
 * dances pass it. Exits with 1 and the faults.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseChallenge } from '../src/dance/challenge';
import { checkAccents } from '../src/dance/check-accents';
import { checkChoreography } from '../src/dance/check-choreography';
import { checkCollisions } from '../src/dance/check-collisions';
import { checkMoves } from '../src/dance/check-moves';
import { checkOthers } from '../src/dance/check-others';
import { checkSeat } from '../src/dance/check-seat';
import { compileChoreography } from '../src/dance/compile';
import { PICTURE } from '../src/dance/skeleton';
import { listChallengePaths } from './challenge-index';

const dances = listChallengePaths().map((path) => {
  const text = readFileSync(resolve(import.meta.dirname, '../public/challenges', path), 'utf8');
  const challenge = parseChallenge(JSON.parse(text));
  const compiled = compileChoreography(challenge);
  return { path, challenge, compiled, name: challenge.id, reference: compiled.reference };
});

let faulty = 0;
for (const dance of dances) {
  const { path, challenge, compiled, reference } = dance;
  const others = dances.filter((other) => other !== dance);
  const found = [
    ...checkChoreography(reference, PICTURE.scale),
    ...checkCollisions(reference),
    ...(challenge.seated ? checkSeat(reference) : []),
    ...checkAccents(challenge, compiled),
    ...checkMoves(compiled, challenge.seated),
    ...checkOthers(compiled, others, challenge.seated),
  ];
  const faults = found.map(({ seconds, fault }) => `${seconds.toFixed(2)} s: ${fault}`);
  console.log(`${path}: ${faults.length === 0 ? 'good' : `${faults.length} faults`}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  faulty += faults.length;
}
process.exit(faulty > 0 ? 1 : 0);
