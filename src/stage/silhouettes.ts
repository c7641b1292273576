/**
 * Target silhouettes: the big pose of each coming move as an outline that leaves the coach, grows and meets the player's
 * frame on the beat. Each pose is drawn once into a small mask; flying it is one quad.
 */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  Mesh,
  OrthographicCamera,
  Scene,
  ShaderMaterial,
  Vector2,
  WebGLRenderTarget,
  type WebGLRenderer,
} from 'three';
import { Scope, type Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import type { PoseTrack } from '../pose/pose-track';
import { approachOf, type Approach, type TimedMove } from './approach';
import { createMannequin } from './mannequin';
import { STAGE_COLORS } from './palette';
import type { Placement } from './player-placement';
import { lateralSway } from './root-motion';
import { TrackSampler } from './track-sampler';

/** What the stage needs of a move. Times in song seconds; `keyTime` is the big pose, `limbs` are the ones that count. */
export interface TargetMove extends TimedMove {
  readonly start: number;
  readonly limbs: readonly Limb[];
}

/** Silhouettes that may be under way at once. */
const SLOTS = 3;

/** The mask shows this much of the world, with the hips' usual height in its middle, in metres. */
const MASK_METRES = 2.6;
const MASK_CENTER_METRES = 0.98;
const MASK_PIXELS = 288;

/** Where silhouettes start: the middle of the coach, in 0..1 of the stage. */
export interface StartPlace {
  readonly x: number;
  readonly y: number;
}

const VERTEX = /* glsl */ `
  uniform vec2 center;
  uniform vec2 halfSize;
  varying vec2 at;
  void main() {
    at = position.xy * 0.5 + 0.5;
    vec2 place = center + position.xy * vec2(1.0, -1.0) * halfSize;
    gl_Position = vec4(place * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  uniform sampler2D mask;
  uniform vec3 guide;
  uniform vec3 accent;
  uniform float opacity;
  uniform float flash;
  uniform float spread;
  varying vec2 at;
  void main() {
    vec2 here = texture2D(mask, at).rg;
    vec2 around = here;
    for (int i = 0; i < 8; i++) {
      float angle = float(i) * 0.7853982;
      around = max(around, texture2D(mask, at + vec2(cos(angle), sin(angle)) * spread).rg);
    }
    float line = clamp(around.r - here.r, 0.0, 1.0);
    float lit = around.g;
    // Limbs that count are filled and hatched, so that they stand out without colour too.
    float hatch = step(0.5, fract((at.x + at.y) * 42.0));
    float fill = here.r * mix(0.16, 0.34 + 0.22 * hatch, here.g) + here.r * flash * 0.4;
    float alpha = clamp(max(line, fill), 0.0, 1.0) * opacity;
    if (alpha < 0.01) discard;
    vec3 tone = mix(guide, accent, lit);
    tone = mix(tone, vec3(1.0), max(line * 0.35, flash * 0.6));
    gl_FragColor = vec4(tone, alpha);
  }
`;

interface Slot {
  readonly target: WebGLRenderTarget;
  readonly quad: Mesh<BufferGeometry, ShaderMaterial>;
  readonly center: Vector2;
  readonly halfSize: Vector2;
  /** The move whose pose is in the mask. */
  move: TargetMove | null;
}

export class Silhouettes implements Disposable {
  readonly #scope = new Scope();
  readonly #renderer: WebGLRenderer;
  readonly #maskScene = new Scene();
  readonly #camera: OrthographicCamera;
  readonly #mannequin = this.#scope.own(createMannequin('mask'));
  readonly #sampler = new TrackSampler();
  readonly #slots: Slot[];
  readonly #approach: Approach = { scale: 0, travel: 0, opacity: 0, flash: 0 };

  constructor(renderer: WebGLRenderer, scene: Scene) {
    this.#renderer = renderer;
    const half = MASK_METRES / 2;
    this.#camera = new OrthographicCamera(-half, half, half, -half, 0.1, 10);
    this.#camera.position.set(0, MASK_CENTER_METRES, 4);
    this.#maskScene.add(this.#mannequin.object);
    this.#slots = Array.from({ length: SLOTS }, () => this.#createSlot());
    // Nearer silhouettes are drawn over farther ones.
    for (const { quad } of this.#slots) scene.add(quad);
  }

  /** Draws the masks that are missing and places the quads. Called once a frame before the scene is drawn. */
  update(
    reference: PoseTrack,
    moves: readonly TargetMove[],
    songSeconds: number,
    beatSeconds: number,
    reducedMotion: boolean,
    placement: Placement,
    from: StartPlace,
    aspect: number,
  ): void {
    for (const slot of this.#slots) {
      slot.quad.visible = false;
      if (slot.move !== null && !moves.includes(slot.move)) slot.move = null;
    }
    for (const move of moves) {
      if (!approachOf(move, songSeconds, beatSeconds, reducedMotion, this.#approach)) continue;
      const slot = this.#slotFor(move, songSeconds);
      if (slot === null) continue;
      if (slot.move !== move && !this.#drawMask(slot, reference, move)) continue;
      this.#place(slot, placement, from, aspect);
    }
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #createSlot(): Slot {
    const target = new WebGLRenderTarget(MASK_PIXELS, MASK_PIXELS, { samples: 4, stencilBuffer: false });
    this.#scope.defer(() => target.dispose());
    const center = new Vector2();
    const halfSize = new Vector2();
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
        mask: { value: target.texture },
        guide: { value: new Color(STAGE_COLORS.cool).convertLinearToSRGB() },
        accent: { value: new Color(STAGE_COLORS.hot).convertLinearToSRGB() },
        center: { value: center },
        halfSize: { value: halfSize },
        opacity: { value: 0 },
        flash: { value: 0 },
        spread: { value: 0 },
      },
    });
    const quad = new Mesh(geometry, material);
    quad.frustumCulled = false;
    quad.visible = false;
    this.#scope.defer(() => {
      quad.removeFromParent();
      geometry.dispose();
      material.dispose();
    });
    return { target, quad, center, halfSize, move: null };
  }

  /** The slot that holds the move, or the one whose move is over. */
  #slotFor(move: TargetMove, songSeconds: number): Slot | null {
    let free: Slot | null = null;
    for (const slot of this.#slots) {
      if (slot.move === move) return slot;
      const isOver = slot.move === null || (!slot.quad.visible && slot.move.keyTime < songSeconds);
      const isFarther = slot.move !== null && !slot.quad.visible && slot.move.keyTime > move.keyTime;
      if (isOver || isFarther) free = slot;
    }
    return free;
  }

  #drawMask(slot: Slot, reference: PoseTrack, move: TargetMove): boolean {
    if (!this.#sampler.sample(reference, move.keyTime)) return false;
    slot.move = move;
    this.#mannequin.pose(this.#sampler.world);
    this.#mannequin.object.position.x = lateralSway(
      this.#sampler.image,
      this.#sampler.world,
      reference.aspect,
    );
    this.#mannequin.light(move.limbs, 1);
    const before = this.#renderer.getRenderTarget();
    this.#renderer.setRenderTarget(slot.target);
    this.#renderer.setClearColor(0x000000, 0);
    this.#renderer.clear();
    this.#renderer.render(this.#maskScene, this.#camera);
    this.#renderer.setRenderTarget(before);
    return true;
  }

  #place(slot: Slot, placement: Placement, from: StartPlace, aspect: number): void {
    const { scale, travel, opacity, flash } = this.#approach;
    // Half of the mask in stage heights; the stage is narrower than high, so x is stretched by its aspect.
    const half = (MASK_METRES / placement.stageMetres / 2) * scale;
    slot.halfSize.set(half / aspect, half);
    slot.center.set(from.x + (placement.x - from.x) * travel, from.y + (placement.y - from.y) * travel);
    slot.quad.visible = true;
    slot.quad.renderOrder = 20 + scale;
    const { uniforms } = slot.quad.material;
    if (uniforms['opacity'] !== undefined) uniforms['opacity'].value = opacity;
    if (uniforms['flash'] !== undefined) uniforms['flash'].value = flash;
    // The line keeps its width on the screen while the silhouette grows.
    if (uniforms['spread'] !== undefined) uniforms['spread'].value = Math.min(0.03, 0.0028 / (2 * half));
  }
}
