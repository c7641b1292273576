/**
 * Target silhouettes: the big pose of each coming move as an outline that leaves the coach, grows and meets the player's
 * frame on the beat. Each pose is drawn once into a small mask; flying it is one quad.
 */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  Mesh,
  ShaderMaterial,
  Vector2,
  type Scene,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import { Scope, type Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import type { PoseTrack } from '../pose/pose-track';
import { approachOf, type Approach, type TimedMove } from './approach';
import { STAGE_COLORS } from './palette';
import type { Placement } from './player-placement';
import { lateralSway } from './root-motion';
import {
  createMaskTarget,
  MASK_CENTER_METRES,
  MASK_HEIGHT_METRES,
  MASK_WIDTH_METRES,
  MaskPainter,
} from './silhouette-mask';
import { TrackSampler } from './track-sampler';

/** What the stage needs of a move. Times in song seconds; `keyTime` is the big pose, `limbs` are the ones that count. */
export interface TargetMove extends TimedMove {
  readonly start: number;
  readonly limbs: readonly Limb[];
}

/** Silhouettes that may be under way at once. */
const SLOTS = 3;

/** Width of the outline in fractions of the stage's height. */
const LINE_STAGE_HEIGHTS = 0.005;

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
  uniform float outer;
  varying vec2 at;
  void main() {
    vec2 soft = texture2D(mask, at).rg;
    // The body's edge lies where the blurred mask is one half; the outline goes on to where it is \`outer\`.
    float body = smoothstep(0.44, 0.56, soft.r);
    float line = smoothstep(outer - 0.05, outer + 0.05, soft.r) * (1.0 - body);
    float lit = smoothstep(0.3, 0.6, soft.g / max(soft.r, 0.01));
    // Limbs that count are filled and hatched, so that they stand out without colour too.
    float hatch = step(0.5, fract((at.x + at.y) * 42.0));
    float fill = body * mix(0.16, 0.26 + 0.24 * hatch, lit) + body * flash * 0.4;
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
  readonly #painter: MaskPainter;
  readonly #sampler = new TrackSampler();
  readonly #slots: Slot[];
  readonly #approach: Approach = { scale: 0, travel: 0, opacity: 0, flash: 0 };

  constructor(renderer: WebGLRenderer, scene: Scene) {
    this.#painter = this.#scope.own(new MaskPainter(renderer));
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

  /** Draws every mask anew when it is next needed: after the GPU was lost and came back. */
  forget(): void {
    for (const slot of this.#slots) slot.move = null;
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #createSlot(): Slot {
    const target = createMaskTarget();
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
        outer: { value: 0 },
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
    const sway = lateralSway(this.#sampler.image, this.#sampler.world, reference.aspect);
    this.#painter.paint(this.#sampler.world, sway, move.limbs, slot.target);
    return true;
  }

  #place(slot: Slot, placement: Placement, from: StartPlace, aspect: number): void {
    const { scale, travel, opacity, flash } = this.#approach;
    // Stage heights that a metre takes; the stage is narrower than high, so x is stretched by its aspect.
    const perMetre = scale / placement.stageMetres;
    slot.halfSize.set((MASK_WIDTH_METRES / 2) * (perMetre / aspect), (MASK_HEIGHT_METRES / 2) * perMetre);
    const y = placement.floorY - MASK_CENTER_METRES / placement.stageMetres;
    slot.center.set(from.x + (placement.x - from.x) * travel, from.y + (y - from.y) * travel);
    slot.quad.visible = true;
    slot.quad.renderOrder = 20 + scale;
    const { uniforms } = slot.quad.material;
    if (uniforms['opacity'] !== undefined) uniforms['opacity'].value = opacity;
    if (uniforms['flash'] !== undefined) uniforms['flash'].value = flash;
    // The line keeps its width on the screen while the silhouette grows: within the blur (2 cm) the mask falls
    // from one half by about 0.19 a centimetre.
    const lineCentimetres = Math.min(2.2, (LINE_STAGE_HEIGHTS / perMetre) * 100);
    if (uniforms['outer'] !== undefined)
      uniforms['outer'].value = Math.max(0.08, 0.5 - 0.19 * lineCentimetres);
  }
}
