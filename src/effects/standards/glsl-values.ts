/** What is known of values before a program runs, and which function of a name is meant. */
import type { ProgramFunction, Value } from './glsl-scope';
import { floatType, shapeOf } from './glsl-types';

/** A number as it is written, with its type. */
export function numberValue(text: string, mark: string): Value {
  const isHex = /^0[xX]/.test(text);
  if (!isHex && /[.eEfF]/.test(text)) {
    const plain = text.replace(/[lL]?[fF]$/, '');
    const code = /[.eE]/.test(plain) ? plain : `${plain}.0`;
    return { code: `${mark}${code}`, type: 'float', constant: true, known: Number(plain) };
  }
  const type = /[uU]$/.test(text) ? 'uint' : 'int';
  return { code: `${mark}${text}`, type, constant: true, known: Number(text.replace(/[uU]$/, '')) };
}

/** A known number made another type. */
export function castKnown(type: string, known: number | boolean | undefined): number | undefined {
  if (typeof known !== 'number') return undefined;
  if (type === 'float') return known;
  return type === 'int' ? Math.trunc(known) : undefined;
}

/** What `left sign right` is, where that is known. */
export function knownResult(
  left: number | boolean | undefined,
  sign: string,
  right: number | boolean | undefined,
  isWhole: boolean,
): number | boolean | undefined {
  if (sign === '&&' && (left === false || right === false)) return false;
  if (sign === '||' && (left === true || right === true)) return true;
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return { '&&': left && right, '||': left || right, '==': left === right, '!=': left !== right }[sign];
  }
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const quotient = isWhole ? Math.trunc(left / right) : left / right;
  const results: Readonly<Record<string, number | boolean>> = {
    '+': left + right,
    '-': left - right,
    '*': left * right,
    '/': quotient,
    '==': left === right,
    '!=': left !== right,
    '<': left < right,
    '>': left > right,
    '<=': left <= right,
    '>=': left >= right,
  };
  return results[sign];
}

/** The function that takes these values with the fewest changes; `fits` says that none of them is impossible. */
export function bestOverload(
  candidates: readonly ProgramFunction[],
  values: readonly Value[],
): { called: ProgramFunction; fits: boolean } | null {
  let best: { called: ProgramFunction; fits: boolean; changes: number } | null = null;
  for (const called of candidates) {
    if (called.params.length !== values.length) continue;
    let fits = true;
    let changes = 0;
    called.params.forEach(({ type }, place) => {
      const given = values[place]?.type ?? '';
      if (given === type || given === '') return;
      changes += 1;
      const widened = floatType(given) === type && shapeOf(given)?.base !== 'bool';
      if (!widened) {
        fits = false;
        changes += 10;
      }
    });
    if (best === null || changes < best.changes) best = { called, fits, changes };
  }
  const fallback = candidates[0];
  if (best === null && fallback !== undefined) return { called: fallback, fits: false };
  return best;
}
