/** Programs by key: made once, warmed ahead, and refused with the effect's name and line when they do not compile. */
import {
  Camera,
  DoubleSide,
  GLSL3,
  Mesh,
  RawShaderMaterial,
  Scene,
  type BufferGeometry,
  type IUniform,
  type WebGLRenderer,
} from 'three';
import { StudioError } from '../../core/errors';
import { BLENDINGS, type Blending } from './blending';

export interface ProgramText {
  readonly vertex: string;
  readonly fragment: string;
  /** Effect ids, in the order of `#line`'s second number (1-based). */
  readonly effectIds: readonly string[];
  /** How it lies over what the target holds; missing replaces it. */
  readonly blending?: Blending;
}

/** Owns the materials of one renderer. */
export class Programs {
  readonly #materials = new Map<string, RawShaderMaterial>();
  readonly #texts = new Map<RawShaderMaterial, ProgramText>();
  readonly #refused = new Map<RawShaderMaterial, StudioError>();
  #failure: string | null = null;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly shared: Readonly<Record<string, IUniform>>,
  ) {
    renderer.debug.onShaderError = (gl, _program, _vertex, fragment) => {
      this.#failure = gl.getShaderInfoLog(fragment) ?? 'unknown error';
    };
  }

  /** The material under `key`, written by `write` the first time. */
  get(key: string, write: () => ProgramText): RawShaderMaterial {
    const known = this.#materials.get(key);
    if (known !== undefined) return known;
    const text = write();
    const material = new RawShaderMaterial({
      name: key,
      glslVersion: GLSL3,
      vertexShader: text.vertex,
      fragmentShader: text.fragment,
      uniforms: uniformsOf(text, this.shared),
      depthTest: false,
      depthWrite: false,
      // A mirrored quad shows its back.
      side: DoubleSide,
      forceSinglePass: true,
      ...BLENDINGS[text.blending ?? 'replace'],
    });
    this.#materials.set(key, material);
    this.#texts.set(material, text);
    return material;
  }

  /**
   * @throws StudioError `shader-failed` when the program that was just drawn with, now or ever before, did not compile or link
   */
  check(material: RawShaderMaterial): void {
    // The driver complains once; the effect stays refused.
    const refused = this.#refused.get(material);
    if (refused !== undefined) throw refused;
    if (this.#failure === null) return;
    const log = this.#failure;
    this.#failure = null;
    const match = /ERROR:\s*(\d+):(\d+):\s*(.*)/.exec(log);
    const effectIds = this.#texts.get(material)?.effectIds ?? [];
    const effectId = effectIds[Number(match?.[1] ?? 0) - 1] ?? effectIds.join('+');
    const line = Number(match?.[2] ?? 0);
    const error = new StudioError('shader-failed', `${effectId}, line ${line}: ${match?.[3] ?? log}`, {
      // What the driver says, in its own words, for those who write shaders.
      values: { effect: effectId, line, detail: (match?.[3] ?? log).slice(0, 200) },
    });
    this.#refused.set(material, error);
    throw error;
  }

  /** Compiles without blocking where the driver can. */
  async warm(materials: readonly RawShaderMaterial[], geometry: BufferGeometry): Promise<void> {
    const scene = new Scene();
    for (const material of materials) scene.add(new Mesh(geometry, material));
    await this.renderer.compileAsync(scene, new Camera());
  }

  dispose(): void {
    for (const material of this.#materials.values()) material.dispose();
    this.#materials.clear();
    this.#texts.clear();
    this.#refused.clear();
    this.renderer.debug.onShaderError = null;
  }
}

/** Sets a uniform of a program; one that the program does not have is left alone. */
export function setUniform(material: RawShaderMaterial, name: string, value: unknown): void {
  const uniform = material.uniforms[name];
  if (uniform !== undefined) uniform.value = value;
}

/** Each uniform that the text declares, shared where the host sets it once a frame. */
function uniformsOf(text: ProgramText, shared: Readonly<Record<string, IUniform>>): Record<string, IUniform> {
  const uniforms: Record<string, IUniform> = {};
  const declarations = `${text.vertex}\n${text.fragment}`.matchAll(/^\s*uniform\s+(\w+)\s+([^;]+);/gm);
  for (const [, type = '', list = ''] of declarations) {
    for (const declared of list.split(',')) {
      const name = declared.replace(/\[.*\]/, '').trim();
      uniforms[name] = shared[name] ?? { value: zeroOf(type) };
    }
  }
  return uniforms;
}

/** A value for a uniform that nobody has set yet. */
function zeroOf(type: string): unknown {
  const length = { vec2: 2, vec3: 3, vec4: 4 }[type];
  if (length !== undefined) return new Array<number>(length).fill(0);
  return type === 'float' ? 0 : null;
}
