/** The frame that silhouettes meet: corner marks round the player that breathe with the beat, in place of a judgement line. */
import { BufferAttribute, BufferGeometry, Color, Mesh, ShaderMaterial, Vector2 } from 'three';
import type { Disposable } from '../core/ownership';
import { STAGE_COLORS } from './palette';
import type { Placement } from './player-placement';

/** Half width and half height of the frame at the player, in metres, and how far its middle lies above the hips. */
const HALF_WIDTH_METRES = 0.62;
const HALF_HEIGHT_METRES = 1.02;
const RAISED_METRES = 0.06;

const VERTEX = /* glsl */ `
  uniform vec2 center;
  uniform vec2 halfSize;
  varying vec2 at;
  void main() {
    at = position.xy * halfSize;
    gl_Position = vec4((center + at * vec2(1.0, -1.0)) * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  uniform vec2 halfSize;
  uniform float aspect;
  uniform float strength;
  uniform vec3 tint;
  varying vec2 at;
  void main() {
    // Distance to the nearest corner along both edges, in units of the stage's height.
    vec2 unit = vec2(aspect, 1.0);
    vec2 inside = (halfSize - abs(at)) * unit;
    float line = 0.0028;
    float arm = 0.045;
    float onEdge = max(step(inside.x, line) * step(inside.y, arm), step(inside.y, line) * step(inside.x, arm));
    if (onEdge < 0.5) discard;
    gl_FragColor = vec4(tint, strength);
  }
`;

export class TargetFrame implements Disposable {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #center = new Vector2();
  readonly #halfSize = new Vector2();

  constructor() {
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3),
    );
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      uniforms: {
        center: { value: this.#center },
        halfSize: { value: this.#halfSize },
        aspect: { value: 1 },
        strength: { value: 0 },
        tint: { value: new Color(STAGE_COLORS.paper).convertLinearToSRGB() },
      },
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 10;
  }

  /**
   * @param phase 0 on the beat, towards 1 before the next
   * @param reducedMotion the frame does not breathe
   */
  place(placement: Placement, phase: number, aspect: number, reducedMotion: boolean): void {
    const pulse = (1 - phase) ** 3;
    const swell = reducedMotion ? 1 : 1 + 0.018 * pulse;
    const perMetre = swell / placement.stageMetres;
    this.#center.set(placement.x, placement.y - RAISED_METRES / placement.stageMetres);
    this.#halfSize.set(
      Math.min(0.48, (HALF_WIDTH_METRES * perMetre) / aspect),
      Math.min(0.46, HALF_HEIGHT_METRES * perMetre),
    );
    const { uniforms } = this.mesh.material;
    if (uniforms['aspect'] !== undefined) uniforms['aspect'].value = aspect;
    if (uniforms['strength'] !== undefined) uniforms['strength'].value = 0.45 + 0.5 * pulse;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
