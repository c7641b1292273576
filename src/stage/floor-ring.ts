/** The ring of light that the player stands in: it breathes with the beat and doubles with a combo. */
import { Color, type BufferGeometry, type Mesh, type ShaderMaterial } from 'three';
import type { Disposable } from '../core/ownership';
import { smoothstep } from '../core/scalar';
import { JUDGEMENT_COLORS, STAGE_COLORS } from './palette';
import type { Placement } from './player-placement';
import { ScreenQuad } from './screen-quad';

/** Half width of the ring in metres, and how flat it lies. */
const RADIUS_METRES = 0.62;
const FLATNESS = 0.2;

/** Combos from which the ring begins to turn gold, and is golden. */
const GOLD = { from: 2, full: 8 } as const;

const FRAGMENT = /* glsl */ `
  uniform vec3 tint;
  uniform float pulse;
  uniform float combo;
  varying vec2 at;
  void main() {
    vec2 p = (at - 0.5) * 2.2;
    float away = length(p);
    if (away > 1.1) discard;
    // What lies behind the dancer is fainter than what lies before.
    float front = 0.3 + 0.7 * smoothstep(-0.35, 0.5, p.y);
    float ring = smoothstep(0.07, 0.03, abs(away - 0.93)) * (0.55 + 0.45 * pulse);
    float second = smoothstep(0.05, 0.02, abs(away - 0.74)) * combo;
    float pool = (1.0 - smoothstep(0.1, 0.95, away)) * (0.10 + 0.16 * pulse + 0.12 * combo);
    gl_FragColor = vec4(mix(tint, vec3(1.0), 0.35 * max(ring, second)), max(max(ring, second) * front, pool));
  }
`;

/** Owns the quad. */
export class FloorRing implements Disposable {
  readonly #accent = new Color(STAGE_COLORS.cool).convertLinearToSRGB();
  readonly #gold = new Color(JUDGEMENT_COLORS.perfect).convertLinearToSRGB();
  readonly #tint = new Color();
  readonly #quad = new ScreenQuad(FRAGMENT, {
    tint: { value: this.#tint },
    pulse: { value: 0 },
    combo: { value: 0 },
  });

  get mesh(): Mesh<BufferGeometry, ShaderMaterial> {
    return this.#quad.mesh;
  }

  /** @param color `#rrggbb` without a combo */
  tint(color: string): void {
    this.#accent.set(color).convertLinearToSRGB();
  }

  /** @param pulse 0..1, 1 on the beat */
  place({ x, floorY, stageMetres }: Placement, aspect: number, pulse: number, combo: number): void {
    const high = (RADIUS_METRES / stageMetres) * 1.1;
    const wide = high / aspect;
    this.#quad.rect.set(x - wide, floorY - 0.012 - high * FLATNESS, wide * 2, high * FLATNESS * 2);
    this.mesh.visible = this.#quad.rect.y < 1;
    const golden = smoothstep(GOLD.from, GOLD.full, combo);
    this.#tint.copy(this.#accent).lerp(this.#gold, golden);
    this.#quad.set('pulse', pulse);
    this.#quad.set('combo', golden);
  }

  dispose(): void {
    this.#quad.dispose();
  }
}
