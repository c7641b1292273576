/** One row of the proof: what was measured on many references, and whether the worst of them keeps the limit. */

export interface Sample {
  /** On what: a reference, or a pair. */
  readonly where: string;
  readonly value: number;
}

export interface ProofRow {
  readonly measure: string;
  /** As DANCE.md says it. */
  readonly must: string;
  readonly worst: Sample;
  readonly mean: number;
  readonly count: number;
  readonly isMet: boolean;
}

/** @param limit the worst sample must be at least (`least`) or at most (`most`) this */
export function proofRow(
  measure: string,
  samples: readonly Sample[],
  limit: { readonly least: number } | { readonly most: number },
): ProofRow {
  const isFloor = 'least' in limit;
  const bound = isFloor ? limit.least : limit.most;
  const sorted = [...samples].sort((a, b) => (isFloor ? a.value - b.value : b.value - a.value));
  const worst = sorted[0] ?? { where: 'nothing to measure on', value: NaN };
  return {
    measure,
    must: `${isFloor ? '≥' : '≤'} ${bound}`,
    worst,
    mean: samples.reduce((sum, { value }) => sum + value, 0) / samples.length,
    count: samples.length,
    isMet: isFloor ? worst.value >= bound : worst.value <= bound,
  };
}

/** The rows as a Markdown table. */
export function formatProof(rows: readonly ProofRow[]): string {
  const lines = rows.map(({ measure, must, worst, mean, count, isMet }) =>
    [measure, must, show(worst.value), worst.where, show(mean), String(count), isMet ? 'yes' : '**no**'].join(
      ' | ',
    ),
  );
  return [
    '| measure | must reach | worst | on | mean | of | met |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}

function show(value: number): string {
  return Number.isNaN(value) ? '–' : value < 1 && value > 0 ? value.toFixed(3) : value.toFixed(1);
}
