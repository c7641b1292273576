/** The contour of the player's own body, lit by the last judgement: width, glow and hatching tell the grade as well as the hue. */
import {
  Color,
  type BufferGeometry,
  type Mesh,
  type OrthographicCamera,
  type ShaderMaterial,
  type WebGLRenderer,
} from 'three';
import type { Disposable } from '../core/ownership';
import type { Judgement } from '../dance/judgement';
import type { Pose } from '../pose/pose';
import { JUDGEMENT_COLORS, STAGE_COLORS } from './palette';
import { PlayerField } from './player-field';
import type { PictureToStage } from './player-placement';
import { ScreenQuad } from './screen-quad';

interface LineLook {
  /** Half width in fractions of the stage's height. */
  readonly radius: number;
  /** 0..1: light beside the line. */
  readonly glow: number;
  readonly opacity: number;
  /** 0..1: light on the body when it is new. */
  readonly fill: number;
  readonly dashed: boolean;
}

const WAITING: LineLook = { radius: 0.0013, glow: 0, opacity: 0.5, fill: 0, dashed: false };

const LOOKS: Readonly<Record<Judgement, LineLook>> = {
  perfect: { radius: 0.0046, glow: 0.9, opacity: 1, fill: 0.4, dashed: false },
  great: { radius: 0.0036, glow: 0.55, opacity: 0.95, fill: 0.24, dashed: false },
  good: { radius: 0.0025, glow: 0.25, opacity: 0.9, fill: 0.1, dashed: false },
  miss: { radius: 0.0024, glow: 0, opacity: 0.8, fill: 0, dashed: true },
};

/** Light on the body fades within this, in seconds. */
const FILL_SECONDS = 0.45;

/** Display-referred, as the shader writes them. */
const tint = (style: string): Color => new Color(style).convertLinearToSRGB();
const WAITING_TINT = tint(STAGE_COLORS.paper);
const TINTS: Readonly<Record<Judgement, Color>> = {
  perfect: tint(JUDGEMENT_COLORS.perfect),
  great: tint(JUDGEMENT_COLORS.great),
  good: tint(JUDGEMENT_COLORS.good),
  miss: tint(JUDGEMENT_COLORS.miss),
};

const FRAGMENT = /* glsl */ `
  uniform sampler2D field;
  uniform vec3 tint;
  uniform float reach;
  uniform float radius;
  uniform float glow;
  uniform float opacity;
  uniform float fill;
  uniform float dashed;
  uniform float aspect;
  varying vec2 onStage;
  void main() {
    float v = texture2D(field, vec2(onStage.x, 1.0 - onStage.y)).r;
    if (v < 0.003) discard;
    // Stage heights outside the line, which lies a little outside the skin.
    float away = (0.5 - v) * 2.0 * reach - 0.2 * reach;
    float line = 1.0 - smoothstep(radius, radius + 0.0014, abs(away));
    float shadow = (1.0 - smoothstep(radius, radius + 0.004, abs(away))) * 0.4;
    float dash = step(0.5, fract((onStage.x * aspect + onStage.y) * 34.0));
    line *= mix(1.0, dash, dashed);
    float outside = clamp(away / (0.8 * reach), 0.0, 1.0);
    float halo = glow * (1.0 - outside) * (1.0 - outside) * step(0.0, away);
    float body = fill * smoothstep(0.0, -0.3 * reach, away);
    float light = max(max(line, halo * 0.75), body);
    float alpha = max(light, shadow);
    if (alpha < 0.01) discard;
    gl_FragColor = vec4(mix(tint, vec3(1.0), body * 0.5) * light / alpha, alpha * opacity);
  }
`;

/** Owns the field and the quad that shows it. */
export class PlayerOutline implements Disposable {
  readonly #field = new PlayerField();
  readonly #tint = new Color();
  readonly #quad = new ScreenQuad(FRAGMENT, {
    field: { value: this.#field.texture },
    tint: { value: this.#tint },
    reach: { value: 0 },
    radius: { value: 0 },
    glow: { value: 0 },
    opacity: { value: 0 },
    fill: { value: 0 },
    dashed: { value: 0 },
    aspect: { value: 1 },
  });
  #last: Judgement | null = null;
  #since = 0;

  get mesh(): Mesh<BufferGeometry, ShaderMaterial> {
    return this.#quad.mesh;
  }

  /**
   * Draws the field; before the stage itself is drawn.
   * @param pose in the player's picture, null hides the outline
   * @param seconds any rising clock
   */
  show(
    renderer: WebGLRenderer,
    camera: OrthographicCamera,
    pose: Pose | null,
    judgement: Judgement | null,
    toStage: PictureToStage,
    aspect: number,
    seconds: number,
  ): void {
    if (judgement !== this.#last || seconds < this.#since) this.#since = seconds;
    this.#last = judgement;
    this.mesh.visible = pose !== null && this.#field.draw(renderer, camera, pose, toStage, aspect);
    if (!this.mesh.visible) return;
    this.#quad.rect.copy(this.#field.bounds);
    const look = judgement === null ? WAITING : LOOKS[judgement];
    this.#tint.copy(judgement === null ? WAITING_TINT : TINTS[judgement]);
    this.#quad.set('reach', this.#field.reach);
    this.#quad.set('radius', look.radius);
    this.#quad.set('glow', look.glow);
    this.#quad.set('opacity', look.opacity);
    this.#quad.set('fill', look.fill * Math.max(0, 1 - (seconds - this.#since) / FILL_SECONDS));
    this.#quad.set('dashed', look.dashed ? 1 : 0);
    this.#quad.set('aspect', aspect);
  }

  dispose(): void {
    this.#quad.dispose();
    this.#field.dispose();
  }
}
