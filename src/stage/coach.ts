/** The coach on a floating card: a lit mannequin on a glowing spot, drawn smoothly into a small picture of its own. */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  Mesh,
  PerspectiveCamera,
  Scene,
  ShaderMaterial,
  Vector2,
  WebGLRenderTarget,
  type WebGLRenderer,
} from 'three';
import type { Rect, Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import type { PoseTrack } from '../pose/pose-track';
import { GroundShadow } from './ground-shadow';
import { createMannequin } from './mannequin';
import { createPaintMaterial, fadingDisc } from './painted-mesh';
import { STAGE_COLORS } from './palette';
import { lateralSway } from './root-motion';
import { TrackSampler } from './track-sampler';

/** Place of the card, 0..1 of the stage from its top left: the upper right, clear of a top bar and of the thumb. */
export const COACH_RECT: Rect = { x: 0.61, y: 0.09, width: 0.36, height: 0.31 };

/** Metres that the card shows from its lower to its upper edge. */
const CARD_METRES = 2.4;
const DISTANCE_METRES = 5;

/** How much of the picture behind the card is covered, 0..1. */
const CARD_OPACITY = 0.48;

const VERTEX = /* glsl */ `
  uniform vec4 rect;
  varying vec2 at;
  void main() {
    at = position.xy;
    vec2 place = rect.xy + vec2(at.x, 1.0 - at.y) * rect.zw;
    gl_Position = vec4(place * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  uniform sampler2D coach;
  uniform vec2 pixels;
  uniform vec3 edge;
  uniform float pulse;
  varying vec2 at;
  void main() {
    // Distance to the edge of a rounded rectangle.
    float radius = 0.045 * pixels.y;
    vec2 inner = abs(at - 0.5) * pixels - (0.5 * pixels - radius);
    float away = length(max(inner, 0.0)) + min(max(inner.x, inner.y), 0.0) - radius;
    float cover = clamp(0.5 - away, 0.0, 1.0);
    if (cover <= 0.0) discard;
    vec4 seen = texture2D(coach, at);
    float line = smoothstep(-2.5, -1.0, away) * (0.25 + 0.6 * pulse);
    gl_FragColor = vec4(mix(seen.rgb, edge, line), max(seen.a, line) * cover);
  }
`;

export class Coach implements Disposable {
  /** The card, for the scene that lies over the picture. */
  readonly card: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #scope = new Scope();
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(1, 1, 0.5, 20);
  readonly #mannequin = this.#scope.own(createMannequin('coach'));
  readonly #shadow = this.#scope.own(new GroundShadow('#000000', 0.5));
  readonly #spotMaterial = createPaintMaterial({ transparent: true });
  readonly #sampler = new TrackSampler();
  readonly #background = new Color(STAGE_COLORS.background).convertLinearToSRGB();
  readonly #pixels = new Vector2(1, 1);
  readonly #target = new WebGLRenderTarget(1, 1, { samples: 4, stencilBuffer: false });

  constructor() {
    const spot = fadingDisc(STAGE_COLORS.cool, 0.7, this.#spotMaterial);
    spot.scale.set(0.75, 1, 0.55);
    spot.renderOrder = -1;
    this.#scene.add(spot, this.#shadow.object, this.#mannequin.object);
    this.#camera.position.set(0, CARD_METRES / 2 - 0.2, DISTANCE_METRES);
    this.#camera.fov = (2 * Math.atan(CARD_METRES / 2 / DISTANCE_METRES) * 180) / Math.PI;
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0]), 3),
    );
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      uniforms: {
        coach: { value: this.#target.texture },
        pixels: { value: this.#pixels },
        rect: { value: [COACH_RECT.x, COACH_RECT.y, COACH_RECT.width, COACH_RECT.height] },
        edge: { value: new Color(STAGE_COLORS.cool).convertLinearToSRGB() },
        pulse: { value: 0 },
      },
    });
    this.card = new Mesh(geometry, material);
    this.card.frustumCulled = false;
    this.card.visible = false;
    this.#scope.defer(() => {
      this.card.removeFromParent();
      geometry.dispose();
      material.dispose();
      spot.geometry.dispose();
      this.#spotMaterial.dispose();
      this.#target.dispose();
    });
  }

  /**
   * Draws the coach into the card's picture; before the stage itself is drawn.
   * @param lit limbs that count now
   * @param glow 0..1 how brightly
   * @param pulse 0..1, 1 on the beat: light of the spot and of the edge
   */
  draw(
    renderer: WebGLRenderer,
    stage: Size,
    reference: PoseTrack,
    songSeconds: number,
    lit: readonly Limb[],
    glow: number,
    pulse: number,
  ): void {
    this.card.visible = this.#sampler.sample(reference, songSeconds);
    if (!this.card.visible) return;
    this.#mannequin.pose(this.#sampler.world);
    this.#mannequin.light(lit, glow);
    // The card is narrow: half of the way keeps the weight shifts and the coach inside it.
    const sway = lateralSway(this.#sampler.image, this.#sampler.world, reference.aspect) * 0.5;
    this.#mannequin.object.position.x = sway;
    this.#shadow.follow(this.#sampler.world, sway);
    setUniform(this.#spotMaterial, 'strength', 0.45 + 0.55 * pulse);
    setUniform(this.card.material, 'pulse', pulse);
    this.#fit(stage);
    renderer.setRenderTarget(this.#target);
    renderer.setClearColor(this.#background, CARD_OPACITY);
    renderer.clear();
    renderer.render(this.#scene, this.#camera);
    renderer.setRenderTarget(null);
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #fit(stage: Size): void {
    const width = Math.max(2, Math.round(stage.width * COACH_RECT.width));
    const height = Math.max(2, Math.round(stage.height * COACH_RECT.height));
    if (this.#pixels.x === width && this.#pixels.y === height) return;
    this.#pixels.set(width, height);
    this.#target.setSize(width, height);
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
  }
}

function setUniform(material: ShaderMaterial, name: string, value: number): void {
  const uniform = material.uniforms[name];
  if (uniform !== undefined) uniform.value = value;
}
