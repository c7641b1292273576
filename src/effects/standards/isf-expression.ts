/** The sizes of ISF passes: small calculations such as `max($WIDTH*0.25, floor($blur*2.0))`, read once and run often. */

/** Gives the result for values by name (without `$`); names that are missing count as 0. */
export type SizeExpression = (values: Readonly<Record<string, number>>) => number;

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  floor: Math.floor,
  ceil: Math.ceil,
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  mod: (a = 0, b = 1) => a - b * Math.floor(a / b),
  fmod: (a = 0, b = 1) => a % b,
  sqrt: Math.sqrt,
  pow: Math.pow,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  exp: Math.exp,
  log: Math.log,
  log2: Math.log2,
  round: Math.round,
  trunc: Math.trunc,
  sign: Math.sign,
  clamp: (value = 0, low = 0, high = 1) => Math.min(Math.max(value, low), high),
};

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)f?|\$?([A-Za-z_]\w*)|(\*\*|[<>=!]=|&&|\|\||[-+*/%^(),?:<>!]))/y;

const LEVELS: readonly Readonly<Record<string, (a: number, b: number) => number>>[] = [
  { '||': (a, b) => Number(a !== 0 || b !== 0) },
  { '&&': (a, b) => Number(a !== 0 && b !== 0) },
  {
    '==': (a, b) => Number(a === b),
    '!=': (a, b) => Number(a !== b),
    '<': (a, b) => Number(a < b),
    '>': (a, b) => Number(a > b),
    '<=': (a, b) => Number(a <= b),
    '>=': (a, b) => Number(a >= b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b },
  { '^': (a, b) => a ** b, '**': (a, b) => a ** b },
];

/** Null when `text` is no such calculation. */
export function parseSizeExpression(text: string): SizeExpression | null {
  const words: string[] = [];
  TOKEN.lastIndex = 0;
  const trimmed = text.trim();
  if (trimmed.length > 400) return null;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (match === null) return null;
    words.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  let index = 0;
  const take = (word: string): boolean => {
    if (words[index] !== word) return false;
    index += 1;
    return true;
  };
  const choice = (): SizeExpression | null => {
    const test = level(0);
    if (test === null || !take('?')) return test;
    const yes = choice();
    const no = take(':') ? choice() : null;
    return yes === null || no === null ? null : (values) => (test(values) === 0 ? no(values) : yes(values));
  };
  const level = (depth: number): SizeExpression | null => {
    const operations = LEVELS[depth];
    if (operations === undefined) return single();
    let left = level(depth + 1);
    for (;;) {
      const word = words[index] ?? '';
      const operation = Object.hasOwn(operations, word) ? operations[word] : undefined;
      if (left === null || operation === undefined) return left;
      index += 1;
      const right = level(depth + 1);
      if (right === null) return null;
      const before = left;
      left = (values) => operation(before(values), right(values));
    }
  };
  const single = (): SizeExpression | null => {
    const word = words[index] ?? '';
    index += 1;
    if (word === '-' || word === '+' || word === '!') {
      const inner = single();
      if (inner === null) return null;
      if (word === '!') return (values) => Number(inner(values) === 0);
      return word === '-' ? (values) => -inner(values) : inner;
    }
    if (word === '(') {
      const inner = choice();
      return take(')') ? inner : null;
    }
    if (/^[\d.]/.test(word)) return () => Number(word);
    if (!/^[A-Za-z_]/.test(word)) return null;
    if (!take('(')) return (values) => (Object.hasOwn(values, word) ? (values[word] ?? 0) : 0);
    const parts: SizeExpression[] = [];
    while (!take(')')) {
      const part = choice();
      if (part === null) return null;
      parts.push(part);
      if (!take(',') && words[index] !== ')') return null;
    }
    const called = Object.hasOwn(FUNCTIONS, word) ? FUNCTIONS[word] : undefined;
    return called === undefined ? null : (values) => called(...parts.map((part) => part(values)));
  };
  const result = choice();
  return result !== null && index === words.length ? result : null;
}
