/** The light tower at the side of the stage: lamps that fill from below with the player's energy; full lamps are also wider. */
import { Color, type BufferGeometry, type Mesh, type ShaderMaterial } from 'three';
import type { Disposable } from '../core/ownership';
import { clamp } from '../core/scalar';
import { JUDGEMENT_COLORS, STAGE_COLORS } from './palette';
import { ScreenQuad } from './screen-quad';

const LAMPS = 20;

/** Place on the stage, 0..1: the left edge, below the tally and above the word of the judgement. */
const TOWER = { x: 0.012, y: 0.44, width: 0.052, height: 0.46 } as const;

const FRAGMENT = /* glsl */ `
  uniform float energy;
  uniform float pulse;
  uniform float aspect;
  uniform vec3 low;
  uniform vec3 high;
  varying vec2 at;
  void main() {
    float lamp = (1.0 - at.y) * ${LAMPS}.0;
    float index = floor(lamp);
    float filled = clamp(energy * ${LAMPS}.0 - index, 0.0, 1.0);
    float isTop = step(index, energy * ${LAMPS}.0) * step(energy * ${LAMPS}.0, index + 1.0);
    // In units of a lamp's height; each is a lying capsule.
    vec2 p = vec2((at.x - 0.5) * aspect, fract(lamp) - 0.5);
    float round_ = 0.3;
    float half_ = mix(0.34, 0.46, filled) * aspect - round_;
    float away = length(vec2(max(abs(p.x) - half_, 0.0), p.y)) - round_;
    float soft = 0.1;
    float cover = 1.0 - smoothstep(0.0, soft, away);
    float shadow = (1.0 - smoothstep(0.0, 0.25, away)) * 0.45;
    vec3 tone = mix(low, high, index / ${LAMPS - 1}.0);
    tone = mix(vec3(1.0), mix(tone, vec3(1.0), 0.45 * pulse * isTop), filled);
    float light = cover * mix(0.22, 1.0, filled);
    float alpha = max(light, shadow);
    if (alpha < 0.01) discard;
    gl_FragColor = vec4(tone * light / alpha, alpha);
  }
`;

/** Owns the quad. */
export class EnergyTower implements Disposable {
  readonly #quad = new ScreenQuad(FRAGMENT, {
    energy: { value: 0 },
    pulse: { value: 0 },
    aspect: { value: 1 },
    low: { value: new Color(STAGE_COLORS.hot).convertLinearToSRGB() },
    high: { value: new Color(JUDGEMENT_COLORS.perfect).convertLinearToSRGB() },
  });

  constructor() {
    this.#quad.rect.set(TOWER.x, TOWER.y, TOWER.width, TOWER.height);
  }

  get mesh(): Mesh<BufferGeometry, ShaderMaterial> {
    return this.#quad.mesh;
  }

  /**
   * @param energy 0..1; undefined hides the tower
   * @param aspect width over height of the stage
   */
  show(energy: number | undefined, pulse: number, aspect: number): void {
    this.mesh.visible = energy !== undefined;
    this.#quad.set('energy', clamp(energy ?? 0, 0, 1));
    this.#quad.set('pulse', pulse);
    // Width of the tower in heights of a lamp.
    this.#quad.set('aspect', (TOWER.width * aspect * LAMPS) / TOWER.height);
  }

  dispose(): void {
    this.#quad.dispose();
  }
}
