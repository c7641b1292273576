/** What an ISF program finds around it: its standard's variables and functions in terms of ours. */
import type { ProgramSurroundings } from './glsl-program';
import { globalName, type Value, type Variable } from './glsl-scope';
import { converted, shapeOf } from './glsl-types';

/** A picture that a program may read. */
export interface ForeignImage {
  readonly name: string;
  /** GLSL that gives its colour at `uv`, and its size in pixels. */
  readonly color: string;
  readonly size: string;
}

/** Variables that mean the same in every ISF program. */
const STANDARD: Readonly<Record<string, readonly [code: string, type: string]>> = {
  TIME: ['time', 'float'],
  TIMEDELTA: ['timeDelta', 'float'],
  // No clock: the same film must come out on every day.
  DATE: ['vec4(2026.0, 1.0, 1.0, time)', 'vec4'],
  gl_FragColor: ['isfColor', 'vec4'],
  isf_FragColor: ['isfColor', 'vec4'],
  gl_FragData: ['isfData', 'vec4[]'],
  gl_FragCoord: ['gl_FragCoord', 'vec4'],
  isf_FragNormCoord: ['isfUv', 'vec2'],
  vv_FragNormCoord: ['isfUv', 'vec2'],
  gl_FrontFacing: ['gl_FrontFacing', 'bool'],
  gl_Position: ['isfPosition', 'vec4'],
  gl_PointSize: ['isfPointSize', 'float'],
  gl_Vertex: ['vec4(isfUv * 2.0 - 1.0, 0.0, 1.0)', 'vec4'],
  gl_MultiTexCoord0: ['vec4(isfUv, 0.0, 1.0)', 'vec4'],
  gl_Color: ['vec4(1.0)', 'vec4'],
  gl_TexCoord: ['isfTexCoord', 'vec4[]'],
  gl_ModelViewProjectionMatrix: ['mat4(1.0)', 'mat4'],
  gl_ModelViewMatrix: ['mat4(1.0)', 'mat4'],
  gl_ProjectionMatrix: ['mat4(1.0)', 'mat4'],
  gl_NormalMatrix: ['mat3(1.0)', 'mat3'],
};

/** Uniforms of other shader sites, which people leave in. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  time: 'time',
  iTime: 'time',
  iGlobalTime: 'time',
  u_time: 'time',
};

/** Declarations that the above rely on. */
export const ISF_GLOBALS: readonly string[] = [
  'vec2 isfUv = vec2(0.0);',
  'vec4 isfColor = vec4(0.0);',
  'vec4 isfData[8];',
  'vec4 isfTexCoord[8];',
  'vec4 isfPosition = vec4(0.0);',
  'float isfPointSize = 1.0;',
  'bool isfGone = false;',
  'int isfTurns = 0;',
  'void isfNothing() {}',
];

/**
 * Turns that all guarded loops of one pixel may take together. A large picture of so many texture reads a pixel takes a
 * small GPU a second, half of what Windows allows before it takes the GPU away; fractals at their finest take 4,700.
 */
const MOST_TURNS = 5000;

/** The guard of loops. */
export const TURN_GUARD = `bool isfTurn(int turns) { isfTurns += turns; return isfTurns <= ${MOST_TURNS}; }`;

const BY_UV = new Set(
  (
    'IMG_NORM_PIXEL texture2D texture texture2DLod textureLod texture2DLodEXT texture2DGradEXT texture2DGrad textureGrad ' +
    'texture2DLodARB texture2DGradARB'
  ).split(' '),
);
const BY_PIXEL = new Set('IMG_PIXEL texture2DRect textureRect texelFetch texelFetch2D'.split(' '));
const AT_PLACE = new Set(['IMG_THIS_PIXEL', 'IMG_THIS_NORM_PIXEL', 'IMG_NORM_THIS_PIXEL']);

/** Surroundings for the pass at `passIndex`. */
export class IsfSurroundings implements ProgramSurroundings {
  /** Types of what the vertex program hands on, by our names, with their brackets. */
  readonly varyings = new Map<string, { readonly name: string; readonly type: string }>();
  /** Whether the program asked for the number of the frame. */
  countsFrames = false;
  private readonly extra = new Map<string, ForeignImage>();

  /**
   * @param variables what the file's inputs mean
   * @param renderSize GLSL for the size of what is drawn to
   * @param spare the image that stands in for one that nobody gives
   */
  constructor(
    private readonly variables: ReadonlyMap<string, Variable>,
    private readonly givenImages: readonly ForeignImage[],
    private readonly passIndex: number,
    private readonly renderSize: string,
    private readonly spare: ForeignImage | null,
  ) {}

  get images(): readonly ForeignImage[] {
    return [...this.givenImages, ...this.extra.values()];
  }

  variable(name: string): Variable | null {
    const image = this.images.findIndex((candidate) => candidate.name === name);
    if (image >= 0) return { code: String(image), type: 'sampler2D', constant: true, image: name };
    const given = this.variables.get(name);
    if (given !== undefined) return given;
    if (name === 'PASSINDEX') {
      return { code: String(this.passIndex), type: 'int', constant: true, known: this.passIndex };
    }
    if (name === 'FRAMEINDEX') {
      this.countsFrames = true;
      return { code: 'isfFrameIndex()', type: 'int', constant: false };
    }
    if (name === 'RENDERSIZE') return { code: this.renderSize, type: 'vec2', constant: false };
    if (name === 'isf_FragCoord' || name === 'vv_FragCoord' || name === 'isf_fragCoord') {
      return { code: `(isfUv * ${this.renderSize})`, type: 'vec2', constant: false };
    }
    const standard = Object.hasOwn(STANDARD, name) ? STANDARD[name] : undefined;
    if (standard !== undefined) return { code: standard[0], type: standard[1], constant: false };
    return this.imageVariable(name);
  }

  /** `_inputImage_imgSize` and the like, which old programs read. */
  private imageVariable(name: string): Variable | null {
    const match = /^_(\w+)_(imgSize|imgRect|flip|normTexCoord|texCoord)$/.exec(name);
    const image = this.images.find((candidate) => candidate.name === match?.[1]);
    if (image === undefined) return null;
    switch (match?.[2]) {
      case 'imgSize':
        return { code: `${globalName('imgSize_', image.name)}()`, type: 'vec2', constant: false };
      case 'imgRect':
        return { code: 'vec4(0.0, 0.0, 1.0, 1.0)', type: 'vec4', constant: true };
      case 'flip':
        return { code: 'false', type: 'bool', constant: true, known: false };
      default:
        return { code: 'isfUv', type: 'vec2', constant: false };
    }
  }

  call(name: string, values: readonly Value[]): Value | null {
    if (name === 'isf_vertShaderInit' || name === 'vv_vertShaderInit') {
      return { code: 'isfNothing()', type: 'void', constant: false };
    }
    if (name === 'ftransform') {
      return { code: 'vec4(isfUv * 2.0 - 1.0, 0.0, 1.0)', type: 'vec4', constant: false };
    }
    const [image, place] = values;
    if (image?.type !== 'sampler2D') return null;
    if (name === 'IMG_SIZE') return { code: this.sizeOf(image), type: 'vec2', constant: false };
    if (name === 'textureSize')
      return { code: `ivec2(${this.sizeOf(image)})`, type: 'ivec2', constant: false };
    if (AT_PLACE.has(name)) return this.color(image, 'isfUv');
    if (name.startsWith('VVSAMPLER_2DBY')) {
      const last = values[4];
      if (last === undefined) return null;
      return name.endsWith('PIXEL') ? this.atPixel(image, last) : this.color(image, pair(last));
    }
    if (place === undefined) return null;
    if (BY_UV.has(name)) return this.color(image, pair(place));
    if (BY_PIXEL.has(name)) return this.atPixel(image, place);
    if (name === 'texture2DProj') {
      const uv = place.type === 'vec3' ? 'z' : 'w';
      return this.color(image, `(${place.code}).xy / (${place.code}).${uv}`);
    }
    return null;
  }

  private color(image: Value, uv: string): Value {
    const code =
      image.image === undefined
        ? `imgAny(${image.code}, ${uv})`
        : `${globalName('img_', image.image)}(${uv})`;
    return { code, type: 'vec4', constant: false };
  }

  private atPixel(image: Value, place: Value): Value {
    // Whole numbers name a pixel, whose middle is meant.
    const isWhole = shapeOf(place.type)?.base === 'int';
    const middle = isWhole ? `(${pair(place)} + 0.5)` : `(${pair(place)})`;
    return this.color(image, `${middle} / ${this.sizeOf(image)}`);
  }

  private sizeOf(image: Value): string {
    return image.image === undefined
      ? `imgAnySize(${image.code})`
      : `${globalName('imgSize_', image.image)}()`;
  }

  uniform(type: string, name: string): Variable | null {
    if (type.startsWith('sampler')) {
      return this.spare === null ? null : this.addImage(name, this.spare);
    }
    const known = Object.hasOwn(NEIGHBOURS, name) ? NEIGHBOURS[name] : undefined;
    if (known !== undefined && type === 'float') return { code: known, type, constant: false };
    if (/^(?:u_|i)?resolution$/i.test(name)) {
      if (type === 'vec2') return { code: this.renderSize, type, constant: false };
      if (type === 'vec3') return { code: `vec3(${this.renderSize}, 1.0)`, type, constant: false };
    }
    return null;
  }

  /** Another image, which the program itself asks for. */
  protected addImage(name: string, image: ForeignImage): Variable | null {
    this.extra.set(name, { ...image, name });
    return this.variable(name);
  }

  varying(type: string, name: string, isArray: boolean): Variable | null {
    const code = globalName('vary_', name);
    if (!this.varyings.has(code)) this.varyings.set(code, { name, type });
    const element = type.replace(/\[.*$/, '');
    return { code, type: isArray ? `${element}[]` : element, constant: false };
  }

  attribute(type: string, name: string): Variable | null {
    const at = /position|vertex/i.test(name) ? 'isfUv * 2.0 - 1.0' : 'isfUv';
    const code = { vec2: `(${at})`, vec3: `vec3(${at}, 0.0)`, vec4: `vec4(${at}, 0.0, 1.0)` }[type];
    return code === undefined ? null : { code, type, constant: false };
  }

  output(type: string): Variable | null {
    return type === 'vec4' ? { code: 'isfColor', type, constant: false } : null;
  }

  /**
   * The functions that the calls above became.
   *
   * @param text the program that calls them; a choice among all images would keep all of them bound
   * @param hidden images that cannot be read in this pass, and are not, whatever its text says
   */
  imageFunctions(text: string, hidden: ReadonlySet<string> = new Set()): string[] {
    const { images } = this;
    const choice = (prefix: string, place: string): string =>
      images
        .map(({ name }, index) => `if (image == ${index}) return ${globalName(prefix, name)}(${place});`)
        .join(' ');
    const chosen = [
      `vec4 imgAny(int image, vec2 uv) { ${choice('img_', 'uv')} return vec4(0.0); }`,
      `vec2 imgAnySize(int image) { ${choice('imgSize_', '')} return vec2(1.0); }`,
    ];
    return [
      ...images.flatMap(({ name, color, size }) => [
        `vec4 ${globalName('img_', name)}(vec2 uv) { return ${hidden.has(name) ? 'vec4(0.0)' : color}; }`,
        `vec2 ${globalName('imgSize_', name)}() { return ${hidden.has(name) ? 'vec2(1.0)' : size}; }`,
      ]),
      ...(/\bimgAny/.test(text) ? chosen : []),
    ];
  }
}

/** A place as two floats, whatever it was given as. */
function pair({ code, type }: Value): string {
  const shape = shapeOf(type);
  if (shape === null || type === 'vec2') return code;
  if (shape.rows > 2) return converted(`(${code}).xy`, `${type.replace(/\d$/, '')}2`, 'vec2');
  return converted(code, type, 'vec2');
}
