/** What a program's names mean, and under which names they may live in a program of ours. */

import type { Cost } from './glsl-weight';

/** A variable, constant or image. */
export interface Variable {
  /** How it is written in our program; safe in any expression. */
  readonly code: string;
  readonly type: string;
  /** Whether it may stand where GLSL ES wants a constant. */
  readonly constant: boolean;
  /** Its value, where that is known before anything runs. */
  readonly known?: number | boolean;
  /** The image that it always is. */
  readonly image?: string;
}

/** A part of a program with its type. */
export interface Value extends Omit<Variable, 'image'> {
  readonly image?: string;
  /** The variable that would change if this were assigned to. */
  readonly root?: Variable;
  /** `root < limit` and the like: how a loop ends. */
  readonly compared?: { readonly root: Variable; readonly sign: string; readonly limit: number };
  /** `root++` and the like: how a loop goes on. */
  readonly stepped?: { readonly root: Variable; readonly by: number };
}

/** A function of the program. */
export interface ProgramFunction {
  readonly code: string;
  readonly returns: string;
  readonly params: readonly { readonly type: string; readonly isOut: boolean }[];
  /** Images that it reads itself. */
  readonly reads: Set<string>;
  /** What it calls, and at how many places. */
  readonly calls: Map<ProgramFunction, number>;
  /** What it costs at most; null before its body was read. */
  cost: Cost | null;
}

/** A `struct`. */
export interface Structure {
  readonly code: string;
  readonly fields: ReadonlyMap<string, { readonly code: string; readonly type: string }>;
}

/** Words that GLSL ES 3.00 keeps for itself, of those that older programs use as names. */
const KEPT_WORDS = new Set(
  (
    'attribute varying coherent volatile restrict readonly writeonly resource atomic_uint noperspective patch sample ' +
    'subroutine common partition active asm class union enum typedef template this goto inline noinline volatile ' +
    'public static extern external interface long short double half fixed unsigned superp input output filter ' +
    'sizeof cast namespace using hvec2 hvec3 hvec4 dvec2 dvec3 dvec4 fvec2 fvec3 fvec4 sampler3DRect image1D image2D ' +
    'image3D imageCube iimage1D uimage1D image1DArray image2DArray imageBuffer sampler1D sampler1DShadow ' +
    'sampler1DArray sampler1DArrayShadow sampler2DRect sampler2DRectShadow samplerBuffer isampler1D usampler1D ' +
    'smooth flat centroid layout invariant lowp mediump highp precision in out inout uniform const switch case default ' +
    'uint buffer shared texture'
  ).split(' '),
);

/** Names that our own text around the program uses, which a local name would hide. */
const HOST_WORDS = new Set(
  (
    'time timeDelta frame passSize resolution progress seed strength source history matte from to wave audioBands ' +
    'audioLevel beat score hash luma toLinear toDisplay body joint coachJoint limbError fromBody toBody effect transition'
  ).split(' '),
);

const HOST_PREFIX = /^(?:gl_|webgl_|_webgl_|host|isf|img|in_|pass_|sampler_|vary_|u_|v_|l_|e\d)/;

/** A name for something inside a function. */
export function localName(name: string): string {
  const plain = withoutDoubleLine(name);
  const isSafe = plain === name && !KEPT_WORDS.has(name) && !HOST_WORDS.has(name) && !HOST_PREFIX.test(name);
  return isSafe ? name : withoutDoubleLine(`l_${plain}`);
}

/** A name for something of the whole program: nothing of the host, the language or a swizzle (`.r`) can be like it. */
export function globalName(prefix: string, name: string): string {
  return withoutDoubleLine(prefix + name);
}

/** Two underscores in a row are kept for the language. */
function withoutDoubleLine(name: string): string {
  return name.replace(/__+/g, '_0_');
}

/** Names by depth, innermost last. */
export class Scopes {
  private readonly levels: Map<string, Variable>[] = [];

  enter(): void {
    this.levels.push(new Map());
  }

  leave(): void {
    this.levels.pop();
  }

  find(name: string): Variable | undefined {
    for (let level = this.levels.length - 1; level >= 0; level -= 1) {
      const found = this.levels[level]?.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Declares `name` under a code of its own: older dialects allow a body to declare its function's parameter anew. */
  declare(name: string, make: (code: string) => Variable): Variable {
    let code = localName(name);
    for (let count = 2; this.isUsed(code); count += 1) code = `${localName(name)}_${count}`;
    const variable = make(code);
    this.levels.at(-1)?.set(name, variable);
    return variable;
  }

  private isUsed(code: string): boolean {
    return this.levels.some((level) => [...level.values()].some((variable) => variable.code === code));
  }
}
