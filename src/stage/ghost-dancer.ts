/** The rival: a second dancer, translucent and striped like a projection, at the side of the stage. */
import {
  Color,
  Vector2,
  type BufferGeometry,
  type Mesh,
  type ShaderMaterial,
  type WebGLRenderer,
} from 'three';
import type { Rect, Size } from '../core/geometry';
import type { Disposable } from '../core/ownership';
import { DancerPicture, type DancerShow } from './dancer-picture';
import { coachStyle, STAGE_COLORS } from './palette';
import { ScreenQuad } from './screen-quad';

/** Place on the stage, 0..1: below the coach, at the player's side. */
export const GHOST_RECT: Rect = { x: 0.6, y: 0.41, width: 0.4, height: 0.34 };

const FRAGMENT = /* glsl */ `
  uniform sampler2D dancer;
  uniform vec3 tint;
  uniform float rows;
  varying vec2 at;
  void main() {
    vec4 seen = texture2D(dancer, vec2(at.x, 1.0 - at.y));
    if (seen.a < 0.01) discard;
    float tone = dot(seen.rgb, vec3(0.3, 0.59, 0.11));
    float stripe = 0.72 + 0.28 * step(0.4, fract(at.y * rows));
    vec3 light = mix(tint * 0.55, vec3(1.0), smoothstep(0.15, 0.95, tone));
    // The shadow on the floor is the only thing without colour.
    float body = smoothstep(0.0, 0.08, tone);
    gl_FragColor = vec4(light * body, seen.a * mix(0.6, 0.68 * stripe, body));
  }
`;

/** How the ghost is shown. */
const SHOW: DancerShow = { flipped: false, away: false, seated: false, lit: [], glow: 0 };
const SHOWS = [
  SHOW,
  { ...SHOW, seated: true },
  { ...SHOW, flipped: true },
  { ...SHOW, seated: true, flipped: true },
];

/** Owns the dancer and the quad. */
export class GhostDancer implements Disposable {
  readonly #dancer = new DancerPicture(coachStyle(undefined));
  readonly #quad = new ScreenQuad(FRAGMENT, {
    dancer: { value: this.#dancer.texture },
    tint: { value: new Color(STAGE_COLORS.cool).convertLinearToSRGB() },
    rows: { value: 70 },
  });
  readonly #pixels = new Vector2();

  readonly #place: Rect;

  /** @param place on the stage, 0..1 */
  constructor(place: Rect = GHOST_RECT) {
    this.#place = place;
    this.#quad.rect.set(place.x, place.y, place.width, place.height);
  }

  get mesh(): Mesh<BufferGeometry, ShaderMaterial> {
    return this.#quad.mesh;
  }

  /**
   * Draws that body; before the stage itself is drawn.
   * @param world 33 × (x, y, z) metres
   * @param sway metres right of the middle, before it is flipped
   */
  draw(
    renderer: WebGLRenderer,
    stage: Size,
    world: Float32Array,
    sway: number,
    { seated, flipped }: Pick<DancerShow, 'seated' | 'flipped'>,
  ): void {
    this.#pixels.set(
      Math.max(2, Math.round(stage.width * this.#place.width)),
      Math.max(2, Math.round(stage.height * this.#place.height)),
    );
    this.#dancer.draw(
      renderer,
      this.#pixels,
      world,
      sway,
      SHOWS[(flipped ? 2 : 0) + (seated ? 1 : 0)] ?? SHOW,
    );
    this.mesh.visible = true;
  }

  dispose(): void {
    this.#quad.dispose();
    this.#dancer.dispose();
  }
}
