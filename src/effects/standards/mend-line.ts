/**
 * The last resort for a shader that a driver refuses: whole numbers in the line it names become floats. Most of what
 * desktop compilers convert by themselves is known before; this is for what the driver knows better.
 */

/** Messages that a whole number in the wrong place causes, as ANGLE, Mesa and Apple's compiler word them. */
const ABOUT_TYPES =
  /cannot convert|wrong operand types|no matching overload|dimension mismatch|no operation|type mismatch|incompatible types|implicit cast|no function with name|boolean expression expected|Invalid call/i;

/** A line as the driver counts them in a fragment, and what it says of it. */
export interface DriverMessage {
  /** Counted from 1, as in the foreign file. */
  readonly line: number;
  readonly text: string;
}

/**
 * The messages of a driver's log that speak of an effect's own text, in order.
 *
 * @param log such as `ERROR: 1:12: 'x' : undeclared identifier`, with the number of the text before the line
 */
export function driverMessages(log: string): DriverMessage[] {
  return [...log.matchAll(/(?:ERROR|error)\s*:?\s*(\d+)[:(](\d+)\)?\s*:\s*([^\n]*)/g)].flatMap(
    ([, text, line, message]) => (text === '0' ? [] : [{ line: Number(line), text: message ?? '' }]),
  );
}

/**
 * `fragment` with `line` mended for what `log` says, or null when nothing can be done there.
 *
 * @param fragment a fragment of an imported effect, as `definitionOf` makes it
 * @param line as the driver counts it
 */
export function mendLine(fragment: string, line: number, log: string): string | null {
  if (!ABOUT_TYPES.test(log)) return null;
  const lines = fragment.split('\n');
  const at = placeOf(lines, line);
  const before = at === null ? undefined : lines[at];
  if (at === null || before === undefined) return null;
  const after = withFloats(before);
  if (after === before) return null;
  lines[at] = after;
  return lines.join('\n');
}

/** Where the line is that the driver calls `wanted`: `#line` sets its count. */
function placeOf(lines: readonly string[], wanted: number): number | null {
  let count = 0;
  let found: number | null = null;
  lines.forEach((line, index) => {
    const set = /^\s*#line\s+(\d+)/.exec(line);
    if (set !== null) {
      count = Number(set[1]) - 1;
      return;
    }
    count += 1;
    // The first after a `#line` is the foreign text; what is generated follows it.
    if (count === wanted && found === null && /#line/.test(lines.slice(0, index).join('\n'))) found = index;
  });
  return found;
}

/** Whole numbers as floats, but for those that count or stand in brackets. */
function withFloats(line: string): string {
  if (/^\s*(?:#|case\b|default\b)/.test(line)) return line;
  return line
    .split(/(?=[;{}])/)
    .map((part) => (/\b(?:int|uint|[iu]vec[234])\b|<<|>>|[&|^]=|%/.test(part) ? part : floated(part)))
    .join('');
}

function floated(part: string): string {
  return part.replace(/\[[^\]]*\]|(?<![\w.])\d+(?![\w.])|[\w.]+/g, (word) =>
    /^\d+$/.test(word) ? `${word}.0` : word,
  );
}
