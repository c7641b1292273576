/**
 * Arithmetic of GLSL's types, as far as it takes to know where desktop GLSL would have made a float of an integer:
 * GLSL ES never does that by itself. Types are the words of the language; arrays end in `[]`; what is not known is ''.
 */

/** What a type is made of. */
export interface Shape {
  readonly base: 'float' | 'int' | 'uint' | 'bool';
  /** Rows: 1 for a single value. */
  readonly rows: number;
  /** Columns of a matrix, 1 for everything else. */
  readonly columns: number;
}

const SCALARS: Readonly<Record<string, Shape['base']>> = {
  float: 'float',
  double: 'float',
  int: 'int',
  uint: 'uint',
  bool: 'bool',
};
const VECTOR_LETTERS: Readonly<Record<string, Shape['base']>> = {
  '': 'float',
  i: 'int',
  u: 'uint',
  b: 'bool',
  d: 'float',
};

/** The shape of a number, vector or matrix; null for all else. */
export function shapeOf(type: string): Shape | null {
  const scalar = SCALARS[type];
  if (scalar !== undefined) return { base: scalar, rows: 1, columns: 1 };
  const vector = /^([iubd]?)vec([234])$/.exec(type);
  if (vector !== null) {
    return { base: VECTOR_LETTERS[vector[1] ?? ''] ?? 'float', rows: Number(vector[2]), columns: 1 };
  }
  const matrix = /^mat([234])(?:x([234]))?$/.exec(type);
  if (matrix === null) return null;
  return { base: 'float', columns: Number(matrix[1]), rows: Number(matrix[2] ?? matrix[1]) };
}

const LETTERS: Readonly<Record<Shape['base'], string>> = { float: '', int: 'i', uint: 'u', bool: 'b' };

/** The word for a number or vector. */
export function vectorType(base: Shape['base'], rows: number): string {
  return rows === 1 ? base : `${LETTERS[base]}vec${rows}`;
}

function matrixType(columns: number, rows: number): string {
  return columns === rows ? `mat${columns}` : `mat${columns}x${rows}`;
}

/** Whether the word is a type of the language. */
export function isBuiltInType(word: string): boolean {
  return shapeOf(word) !== null || word === 'void' || /^sampler/.test(word);
}

/** What reading `fields` (`xyz`, `rg`…) of a value gives; '' when it is no such reading. */
export function swizzleType(type: string, fields: string): string {
  const shape = shapeOf(type);
  if (shape === null || shape.columns > 1 || fields.length > 4) return '';
  return /^(?:[xyzw]+|[rgba]+|[stpq]+)$/.test(fields) ? vectorType(shape.base, fields.length) : '';
}

/** What `value[index]` gives. */
export function elementType(type: string): string {
  if (type.endsWith('[]')) return type.slice(0, -2);
  const shape = shapeOf(type);
  if (shape === null) return '';
  return vectorType(shape.base, shape.columns > 1 ? shape.rows : 1);
}

/** The same shape of floats, for whole numbers and truth values. */
export function floatType(type: string): string {
  const shape = shapeOf(type);
  return shape === null || shape.columns > 1 ? type : vectorType('float', shape.rows);
}

/** What `left sign right` gives once both are of one base; '' when it is not known. */
export function arithmeticType(left: string, right: string, sign: string): string {
  const a = shapeOf(left);
  const b = shapeOf(right);
  if (a === null || b === null) return '';
  if (sign === '*' && (a.columns > 1 || b.columns > 1)) {
    if (a.columns > 1 && b.columns > 1) return matrixType(b.columns, a.rows);
    if (a.columns > 1) return b.rows === 1 ? left : vectorType('float', a.rows);
    return a.rows === 1 ? right : vectorType('float', b.columns);
  }
  if (a.columns > 1) return left;
  if (b.columns > 1) return right;
  return vectorType(a.base, Math.max(a.rows, b.rows));
}

/** How a function of the language treats its arguments. */
interface BuiltIn {
  /**
   * `float`: whole numbers become floats; `number`: stays whole when all are whole; `any`: left alone.
   */
  readonly takes: 'float' | 'number' | 'any';
  /** `widest`: as the widest argument; `bools`: truth values as many; otherwise the word itself. */
  readonly gives: string;
  /** Places at which a single number may stand beside vectors; elsewhere it is repeated. */
  readonly single?: readonly number[];
}

const BUILT_INS: Readonly<Record<string, BuiltIn>> = {
  ...table(
    'radians degrees sin cos tan asin acos sinh cosh tanh asinh acosh atanh atan exp log exp2 log2 sqrt inversesqrt floor ceil fract trunc round roundEven pow cross normalize faceforward reflect dFdx dFdy fwidth',
    'float',
    'widest',
  ),
  ...table('length distance dot', 'float', 'float'),
  ...table('abs sign', 'number', 'widest'),
  ...table('min max', 'number', 'widest', [1]),
  clamp: { takes: 'number', gives: 'widest', single: [1, 2] },
  mod: { takes: 'float', gives: 'widest', single: [1] },
  mix: { takes: 'float', gives: 'widest', single: [2] },
  step: { takes: 'float', gives: 'widest', single: [0] },
  smoothstep: { takes: 'float', gives: 'widest', single: [0, 1] },
  refract: { takes: 'float', gives: 'widest', single: [2] },
  modf: { takes: 'any', gives: 'widest' },
  ...table('lessThan lessThanEqual greaterThan greaterThanEqual equal notEqual', 'number', 'bools'),
  ...table('isnan isinf', 'float', 'bools'),
  ...table('any all', 'any', 'bool'),
  not: { takes: 'any', gives: 'widest' },
  ...table('matrixCompMult inverse', 'any', 'widest'),
  transpose: { takes: 'any', gives: 'transposed' },
  determinant: { takes: 'any', gives: 'float' },
  floatBitsToInt: { takes: 'float', gives: 'ints' },
  floatBitsToUint: { takes: 'float', gives: 'uints' },
  ...table('intBitsToFloat uintBitsToFloat', 'any', 'floats'),
};

function table(
  names: string,
  takes: BuiltIn['takes'],
  gives: string,
  single?: readonly number[],
): Record<string, BuiltIn> {
  return Object.fromEntries(
    names.split(' ').map((name) => [name, { takes, gives, ...(single === undefined ? {} : { single }) }]),
  );
}

/** What a function of the language wants of its arguments and gives back. */
export interface BuiltInCall {
  /** For each argument the type it must become; '' leaves it. */
  readonly wanted: readonly string[];
  readonly gives: string;
}

/** How to call the language's function `name` with arguments of these types; null when it is none that we know. */
export function builtInCall(name: string, types: readonly string[]): BuiltInCall | null {
  const rule = Object.hasOwn(BUILT_INS, name) ? BUILT_INS[name] : undefined;
  if (rule === undefined) return null;
  const shapes = types.map(shapeOf);
  const known = shapes.filter((shape) => shape !== null);
  const first = types[0] ?? '';
  // A matrix or something unknown among them: better left alone.
  if (known.length < types.length || known.some(({ columns }) => columns > 1)) {
    const isMatrix = known.length > 0 && rule.gives === 'transposed';
    const turned = isMatrix && known[0] ? matrixType(known[0].rows, known[0].columns) : '';
    return {
      wanted: types.map((type) =>
        rule.takes === 'float' && shapeOf(type)?.columns === 1 ? floatType(type) : '',
      ),
      gives: { transposed: turned, widest: first, bool: 'bool', float: 'float' }[rule.gives] ?? '',
    };
  }
  const rows = Math.max(1, ...known.map((shape) => shape.rows));
  const allWhole = known.every(({ base }) => base === 'int') || known.every(({ base }) => base === 'uint');
  const base =
    rule.takes === 'any' || (rule.takes === 'number' && allWhole) ? (known[0]?.base ?? 'float') : 'float';
  const gives: Readonly<Record<string, string>> = {
    widest: vectorType(base, rows),
    bools: vectorType('bool', rows),
    ints: vectorType('int', rows),
    uints: vectorType('uint', rows),
    floats: vectorType('float', rows),
  };
  const wanted = known.map((shape, place) => {
    if (rule.takes === 'any') return '';
    // `mix(a, b, truth)` chooses; truth stays truth.
    if (name === 'mix' && place === 2 && shape.base === 'bool') return '';
    const isSingle = shape.rows === 1 && rule.single?.includes(place) === true;
    return vectorType(base, isSingle ? 1 : rows);
  });
  return { wanted, gives: gives[rule.gives] ?? rule.gives };
}

/**
 * `code` of type `from` as a `to`, as desktop compilers would do it by themselves, and a little beyond where sloppy
 * ones agree (truth as a number, one number for a whole vector). Unchanged when nothing is to be done or known.
 */
export function converted(code: string, from: string, to: string): string {
  if (from === to || from === '' || to === '') return code;
  const a = shapeOf(from);
  const b = shapeOf(to);
  if (a === null || b === null || b.columns > 1 || a.columns > 1) return code;
  if (a.rows !== b.rows && a.rows !== 1) return code;
  if (a.rows === 1 && b.rows === 1 && b.base === 'float') {
    // A literal stays a literal, so that what is constant stays constant.
    const literal = /^([\s\u0001-\u0002]*(?:\u0001\d+\u0002)?\s*)(\d+)$/.exec(code);
    if (literal !== null) return `${literal[1] ?? ''}${literal[2] ?? ''}.0`;
  }
  return `${to}(${code})`;
}
