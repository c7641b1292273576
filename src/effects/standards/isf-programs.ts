/** Joins an ISF file's fragment program with its vertex program, which runs for each pixel instead. */
import { readProgram, translateProgram, type ProgramOptions, type TranslatedProgram } from './glsl-program';
import type { Token } from './glsl-tokens';
import { NO_COST, sum, type Cost } from './glsl-weight';
import type { IsfHeader } from './isf-header';
import type { IsfSurroundings } from './isf-surroundings';
import { refuse } from './refusal';

/** Lines of the vertex program are counted from here in what the driver says. */
export const VERTEX_LINES = 100_000;

/** What the well-known varyings hold when a shader asks for them and its vertex program did not come along. */
const NEIGHBOUR_VERTEX = `
varying vec2 left_coord; varying vec2 right_coord; varying vec2 above_coord; varying vec2 below_coord;
varying vec2 lefta_coord; varying vec2 righta_coord; varying vec2 leftb_coord; varying vec2 rightb_coord;
void main() {
  vec2 d = 1.0 / RENDERSIZE;
  left_coord = clamp(isf_FragNormCoord + vec2(-d.x, 0.0), 0.0, 1.0);
  right_coord = clamp(isf_FragNormCoord + vec2(d.x, 0.0), 0.0, 1.0);
  above_coord = clamp(isf_FragNormCoord + vec2(0.0, d.y), 0.0, 1.0);
  below_coord = clamp(isf_FragNormCoord + vec2(0.0, -d.y), 0.0, 1.0);
  lefta_coord = clamp(isf_FragNormCoord + vec2(-d.x, d.y), 0.0, 1.0);
  righta_coord = clamp(isf_FragNormCoord + vec2(d.x, d.y), 0.0, 1.0);
  leftb_coord = clamp(isf_FragNormCoord + vec2(-d.x, -d.y), 0.0, 1.0);
  rightb_coord = clamp(isf_FragNormCoord + vec2(d.x, -d.y), 0.0, 1.0);
}`;
const NEIGHBOUR_VARYINGS = /\b(?:left|right|above|below|lefta|righta|leftb|rightb)_coord\b/;

/** Both programs of a file, read once for all passes. */
export interface Source {
  readonly header: IsfHeader;
  readonly fragment: readonly Token[];
  readonly vertex: readonly Token[] | null;
}

/** Both programs as one text. */
export function translateBoth(
  { header, fragment: tokens, vertex }: Source,
  around: IsfSurroundings,
  guardsAll: boolean,
  costs: ReadonlyMap<string, Cost>,
): {
  around: IsfSurroundings;
  text: string;
  beginning: readonly string[];
  reads: ReadonlySet<string>;
  cost: Cost;
  sites: number;
  isUncounted: boolean;
  costs: ReadonlyMap<string, Cost>;
} {
  const options = (stage: 'fragment' | 'vertex'): ProgramOptions => ({
    stage,
    guardsAll,
    costs,
    prefix: stage === 'vertex' ? 'v_' : 'u_',
  });
  const fragment = translateProgram(tokens, around, options('fragment'));
  if (!fragment.functions.has('main')) refuse('glsl-no-main', 1);
  const awaited = [...around.varyings].filter(([code]) => new RegExp(`\\b${code}\\b`).test(fragment.code));
  const areKnown = awaited.every(([, { name }]) => NEIGHBOUR_VARYINGS.test(name));
  if (vertex === null && !areKnown) refuse('needs-vertex', lineOf(header.body, awaited[0]?.[1].name ?? ''));
  const vertexTokens = vertex ?? (awaited.length > 0 ? readProgram(NEIGHBOUR_VERTEX) : null);
  const second: TranslatedProgram | null =
    vertexTokens === null ? null : translateProgram(vertexTokens, around, options('vertex'));
  const programs = second === null ? [fragment] : [second, fragment];
  return {
    around,
    text: programs
      .map((program) => `#line ${program === fragment ? 1 : VERTEX_LINES + 1}\n${program.code}`)
      .join('\n'),
    // What the vertex program hands on may be what the fragment's variables begin with.
    beginning: programs.flatMap((program) =>
      program === second && second.functions.has('main')
        ? [...program.beginning, 'v_main();']
        : program.beginning,
    ),
    reads: new Set(programs.flatMap((program) => [...program.readsOf('main')])),
    cost: programs.reduce((all, program) => sum(all, program.costOf('main')), NO_COST),
    sites: programs.reduce((all, program) => all + program.sitesOf('main'), 0),
    costs: new Map(programs.flatMap((program) => [...program.costs])),
    isUncounted: programs.some((program) => program.isUncounted),
  };
}

/** What the vertex program hands on, as a global variable. */
export function varyingDeclaration(code: string, type: string): string {
  const [element = type, ...brackets] = type.split('[');
  return `${element} ${code}${brackets.map((part) => `[${part}`).join('')};`;
}

/** The line on which a word stands first. */
export function lineOf(text: string, word: string): number {
  const place = text.search(new RegExp(`\\b${word.replace(/\W/g, '')}\\b`));
  return place < 0 ? 1 : 1 + (text.slice(0, place).match(/\n/g)?.length ?? 0);
}
