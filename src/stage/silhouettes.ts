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
  Vector4,
  type Scene,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import { Scope, type Disposable } from '../core/ownership';
import { lerp } from '../core/scalar';
import type { Limb } from '../dance/judgement';
import type { PoseTrack } from '../pose/pose-track';
import { approachOf, type Approach, type TimedMove } from './approach';
import { STAGE_COLORS } from './palette';
import type { Placement } from './player-placement';
import { lateralSway } from './root-motion';
import {
  createMaskTarget,
  maskBounds,
  MASK_CENTER_METRES,
  MASK_HEIGHT_METRES,
  MASK_WIDTH_METRES,
  MaskPainter,
} from './silhouette-mask';
import type { StartPlace, TargetFrame } from './target-frame';
import { TrackSampler } from './track-sampler';

/** What the stage needs of a move. Times in song seconds; `keyTime` is the big pose, `limbs` are the ones that count. */
export interface TargetMove extends TimedMove {
  readonly start: number;
  readonly limbs: readonly Limb[];
}

/** Silhouettes that may be under way at once. */
const SLOTS = 4;

/** Width of the outline in fractions of the stage's height. */
const LINE_STAGE_HEIGHTS = 0.005;

const VERTEX = /* glsl */ `
  uniform vec2 center;
  uniform vec2 halfSize;
  uniform vec4 part;
  varying vec2 at;
  void main() {
    // Only the part of the mask that is not empty.
    at = part.xy + (position.xy * 0.5 + 0.5) * part.zw;
    vec2 place = center + (at * 2.0 - 1.0) * vec2(1.0, -1.0) * halfSize;
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
  uniform float flipped;
  varying vec2 at;
  void main() {
    vec2 soft = texture2D(mask, vec2(mix(at.x, 1.0 - at.x, flipped), at.y)).rg;
    if (soft.r < 0.004) discard;
    // The body's edge lies where the blurred mask is one half; the outline goes on to where it is \`outer\`.
    float body = smoothstep(0.44, 0.56, soft.r);
    float lit = smoothstep(0.3, 0.6, soft.g / max(soft.r, 0.01));
    float reach = outer * mix(1.0, 0.55, lit);
    float line = smoothstep(reach - 0.05, reach + 0.05, soft.r) * (1.0 - smoothstep(0.52, 0.6, soft.r));
    // Limbs that count are filled and hatched, and their line is wider, so that they stand out without colour too.
    float hatch = smoothstep(0.4, 0.55, abs(fract((at.x * 0.88 + at.y) * 26.0) - 0.5) * 2.0);
    float fill = body * mix(0.22, 0.34 + 0.36 * hatch, lit);
    fill = max(fill, body * flash * 0.62);
    vec3 tone = mix(guide, accent, lit);
    tone = mix(tone, vec3(1.0), max(line * mix(0.55, 0.25, lit), flash * 0.7));
    // Dark round the line, so that it is seen before a bright wall.
    float shadow = smoothstep(0.004, reach, soft.r) * (1.0 - body) * 0.4;
    float light = max(line, fill);
    float alpha = max(light, shadow);
    gl_FragColor = vec4(tone * light / max(alpha, 0.01), alpha * opacity);
  }
`;

/** What the silhouettes are to be shown on, one frame at a time. */
export interface SilhouetteShow {
  reference: PoseTrack;
  moves: readonly TargetMove[];
  songSeconds: number;
  beatSeconds: number;
  reducedMotion: boolean;
  placement: Placement;
  /** The far point that they come from. */
  from: StartPlace;
  /** Width over height of the stage. */
  aspect: number;
  /** 0..1, 0 hides them. */
  guidance: number;
  /** Left for right: the player does not see a mirror. */
  flipped: boolean;
}

interface Slot {
  readonly target: WebGLRenderTarget;
  readonly quad: Mesh<BufferGeometry, ShaderMaterial>;
  readonly center: Vector2;
  readonly halfSize: Vector2;
  /** Left, foot, width and height of what the mask shows, 0..1, y up. */
  readonly bounds: Vector4;
  /** The same as it is drawn, flipped or not. */
  readonly part: Vector4;
  /** The move whose pose is in the mask. */
  move: TargetMove | null;
}

export class Silhouettes implements Disposable {
  readonly #scope = new Scope();
  readonly #painter: MaskPainter;
  readonly #sampler = new TrackSampler();
  readonly #slots: Slot[];
  readonly #approach: Approach = { scale: 0, opacity: 0, flash: 0 };
  readonly #guide = new Color(STAGE_COLORS.cool).convertLinearToSRGB();

  constructor(renderer: WebGLRenderer, scene: Scene) {
    this.#painter = this.#scope.own(new MaskPainter(renderer));
    this.#slots = Array.from({ length: SLOTS }, () => this.#createSlot());
    // Nearer silhouettes are drawn over farther ones.
    for (const { quad } of this.#slots) scene.add(quad);
  }

  /** @param color `#rrggbb` of limbs that only guide */
  tint(color: string): void {
    this.#guide.set(color).convertLinearToSRGB();
  }

  /** Draws the masks that are missing and places the quads. Called once a frame before the scene is drawn. */
  update(show: SilhouetteShow, hoops: TargetFrame): void {
    const { moves, songSeconds } = show;
    for (const slot of this.#slots) {
      slot.quad.visible = false;
      if (slot.move !== null && !moves.includes(slot.move)) slot.move = null;
    }
    if (show.guidance <= 0) return;
    for (const move of moves) {
      if (!approachOf(move, songSeconds, show.beatSeconds, show.reducedMotion, this.#approach)) continue;
      hoops.add(this.#approach, show.from, show.guidance);
      const slot = this.#slotFor(move, songSeconds);
      if (slot === null) continue;
      if (slot.move !== move && !this.#drawMask(slot, show.reference, move)) continue;
      this.#place(slot, show);
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
    const part = new Vector4(0, 0, 1, 1);
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
        guide: { value: this.#guide },
        accent: { value: new Color(STAGE_COLORS.hot).convertLinearToSRGB() },
        center: { value: center },
        halfSize: { value: halfSize },
        opacity: { value: 0 },
        flash: { value: 0 },
        flipped: { value: 0 },
        part: { value: part },
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
    return { target, quad, center, halfSize, bounds: new Vector4(0, 0, 1, 1), part, move: null };
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
    maskBounds(this.#sampler.world, sway, slot.bounds);
    return true;
  }

  #place(slot: Slot, { placement, from, aspect, guidance, flipped }: SilhouetteShow): void {
    const { scale, opacity, flash } = this.#approach;
    // Stage heights that a metre takes; the stage is narrower than high, so x is stretched by its aspect.
    const perMetre = scale / placement.stageMetres;
    slot.halfSize.set((MASK_WIDTH_METRES / 2) * (perMetre / aspect), (MASK_HEIGHT_METRES / 2) * perMetre);
    const y = placement.floorY - MASK_CENTER_METRES / placement.stageMetres;
    slot.center.set(lerp(from.x, placement.x, scale), lerp(from.y, y, scale));
    const { bounds } = slot;
    slot.part.copy(bounds);
    if (flipped) slot.part.x = 1 - bounds.x - bounds.z;
    slot.quad.visible = true;
    slot.quad.renderOrder = 20 + scale;
    // The line keeps its width on the screen while the silhouette grows: within the blur (2 cm) the mask falls
    // from one half by about 0.19 a centimetre.
    const lineCentimetres = Math.min(2.2, (LINE_STAGE_HEIGHTS / perMetre) * 100);
    setUniform(slot.quad, 'opacity', opacity * guidance);
    setUniform(slot.quad, 'flash', flash);
    setUniform(slot.quad, 'outer', Math.max(0.08, 0.5 - 0.19 * lineCentimetres));
    setUniform(slot.quad, 'flipped', flipped ? 1 : 0);
  }
}

function setUniform(quad: Slot['quad'], name: string, value: number): void {
  const uniform = quad.material.uniforms[name];
  if (uniform !== undefined) uniform.value = value;
}
