/** The frame that silhouettes meet: corner marks round the player that breathe with the beat, in place of a judgement line. */
import { BufferAttribute, BufferGeometry, Color, Mesh, ShaderMaterial, Vector2 } from 'three';
import type { Disposable } from '../core/ownership';
import { clamp } from '../core/scalar';
import { STAGE_COLORS } from './palette';
import type { Placement } from './player-placement';

/** Half width and half height of the frame at the player, and the height of its middle above the floor, in metres. */
const HALF_WIDTH_METRES = 0.62;
const HALF_HEIGHT_METRES = 1.02;
const CENTER_METRES = 0.98;

/** Nearest that a corner comes to the picture's edge, 0..1 of the stage. */
const EDGE = 0.02;

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
    const halfWidth = Math.min(0.47, (HALF_WIDTH_METRES * perMetre) / aspect);
    const halfHeight = Math.min(0.46, HALF_HEIGHT_METRES * perMetre);
    const middle = placement.floorY - CENTER_METRES / placement.stageMetres;
    // All four corners stay in the picture.
    this.#center.set(
      clamp(placement.x, halfWidth + EDGE, 1 - halfWidth - EDGE),
      clamp(middle, halfHeight + EDGE, 1 - halfHeight - EDGE),
    );
    this.#halfSize.set(halfWidth, halfHeight);
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
