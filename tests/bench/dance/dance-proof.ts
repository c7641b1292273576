/** The proof of the judge, whole: every row of DANCE.md's table, with the cheats beside the honest players. */
import { formatProof, type ProofRow } from './proof-row';
import { PEOPLE_FILMS, realPeopleRows } from './real-people';
import { bundledReferences, capturedReferences, filmReferences } from './references';
import { cheatRows, gradedRows, honestRows, wrongDanceRows } from './simulated-players';

/** Measures and prints; tells where a row is not met. */
export async function runDanceProof(): Promise<ProofRow[]> {
  const bundled = bundledReferences();
  const captured = capturedReferences();
  const filmed = await filmReferences(PEOPLE_FILMS);
  if (captured.length + filmed.length === 0)
    console.warn('SKIPPED real people: no footage beside the repository');
  const recorded = [...captured, ...filmed];
  const parts: readonly (readonly [string, ProofRow[]])[] = [
    [`The ${bundled.length} bundled challenges: honest players`, honestRows(bundled)],
    ['The bundled challenges: late and small', gradedRows(bundled)],
    ['The bundled challenges: cheats', [...cheatRows(bundled), ...wrongDanceRows(bundled)]],
    ['Real people', realPeopleRows(recorded)],
    ['Recorded references (captures and films): honest players', honestRows(recorded)],
    ['Recorded references: late and small', gradedRows(recorded)],
    ['Recorded references: cheats', cheatRows(recorded)],
  ];
  for (const [title, rows] of parts) {
    if (rows.length > 0) console.log(`\n### ${title}\n\n${formatProof(rows)}`);
  }
  const rows = parts.flatMap(([, part]) => part);
  const missed = rows.filter(({ isMet, count }) => count > 0 && !isMet);
  console.log(`\n${rows.length - missed.length} of ${rows.length} rows are met.`);
  return rows;
}
