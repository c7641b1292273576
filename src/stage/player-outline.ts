/** The player's own skeleton, lit by the last judgement: brightness, width and dashes tell the grade as well as the hue. */
import {
  Color,
  DoubleSide,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  BufferAttribute,
  Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { Size } from '../core/geometry';
import type { Disposable } from '../core/ownership';
import type { Judgement } from '../dance/judgement';
import { SKELETON_BONES } from '../pose/landmarks';
import type { Pose } from '../pose/pose';
import { JUDGEMENT_COLORS, STAGE_COLORS } from './palette';
import type { PictureToStage } from './player-placement';

interface LineLook {
  /** Half width in fractions of the stage's height. */
  readonly radius: number;
  readonly glow: number;
  readonly opacity: number;
  readonly dashed: boolean;
}

const WAITING: LineLook = { radius: 0.0016, glow: 0.004, opacity: 0.4, dashed: false };

const LOOKS: Readonly<Record<Judgement, LineLook>> = {
  perfect: { radius: 0.0052, glow: 0.02, opacity: 1, dashed: false },
  great: { radius: 0.0042, glow: 0.012, opacity: 0.95, dashed: false },
  good: { radius: 0.003, glow: 0.007, opacity: 0.85, dashed: false },
  miss: { radius: 0.0024, glow: 0.003, opacity: 0.7, dashed: true },
};

/** Display-referred, as the shader writes them. */
const tint = (style: string): Color => new Color(style).convertLinearToSRGB();
const WAITING_TINT = tint(STAGE_COLORS.paper);
const TINTS: Readonly<Record<Judgement, Color>> = {
  perfect: tint(JUDGEMENT_COLORS.perfect),
  great: tint(JUDGEMENT_COLORS.great),
  good: tint(JUDGEMENT_COLORS.good),
  miss: tint(JUDGEMENT_COLORS.miss),
};

/** A landmark that is less sure than this is not drawn. */
const SEEN = 0.5;

const VERTEX = /* glsl */ `
  attribute vec4 bone;
  uniform vec2 stage;
  uniform float reach;
  varying vec2 along;
  varying float boneLength;
  void main() {
    // Work in units of the stage's height, so that lines are as thick in every direction.
    vec2 from = bone.xy * stage;
    vec2 to = bone.zw * stage;
    vec2 way = to - from;
    boneLength = max(length(way), 1e-5);
    vec2 direction = way / boneLength;
    vec2 normal = vec2(-direction.y, direction.x);
    vec2 place = from + direction * mix(-reach, boneLength + reach, position.x) + normal * position.y * reach;
    along = vec2(mix(-reach, boneLength + reach, position.x), position.y * reach);
    gl_Position = vec4(vec2(2.0, -2.0) * place / stage + vec2(-1.0, 1.0), 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  uniform vec3 tint;
  uniform float radius;
  uniform float glow;
  uniform float opacity;
  uniform float dashed;
  varying vec2 along;
  varying float boneLength;
  void main() {
    vec2 nearest = vec2(clamp(along.x, 0.0, boneLength), 0.0);
    float away = distance(along, nearest);
    float core = 1.0 - smoothstep(radius * 0.7, radius * 1.2, away);
    float halo = pow(max(0.0, 1.0 - away / (radius + glow)), 2.0) * 0.45;
    float dash = dashed > 0.5 ? step(0.45, fract(along.x / 0.022)) : 1.0;
    float alpha = max(core, halo) * dash * opacity;
    gl_FragColor = vec4(mix(tint, vec3(1.0), core * 0.25), alpha);
  }
`;

export class PlayerOutline implements Disposable {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #bones = new Float32Array(SKELETON_BONES.length * 4);
  readonly #attribute = new InstancedBufferAttribute(this.#bones, 4).setUsage(DynamicDrawUsage);
  readonly #stage = new Vector2(1, 1);
  readonly #tint = new Color();

  constructor() {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([0, -1, 0, 1, -1, 0, 1, 1, 0, 0, 1, 0]), 3),
    );
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    geometry.setAttribute('bone', this.#attribute);
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      // Bones point every way, so their quads wind either way.
      side: DoubleSide,
      depthTest: false,
      depthWrite: false,
      uniforms: {
        stage: { value: this.#stage },
        tint: { value: this.#tint },
        reach: { value: 0 },
        radius: { value: 0 },
        glow: { value: 0 },
        opacity: { value: 0 },
        dashed: { value: 0 },
      },
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
  }

  /** @param pose in the player's picture, null hides the outline */
  show(pose: Pose | null, judgement: Judgement | null, toStage: PictureToStage, stage: Size): void {
    this.mesh.visible = pose !== null;
    if (pose === null) return;
    let count = 0;
    for (const [from, to] of SKELETON_BONES) {
      if (Math.min(pose.visibility[from] ?? 0, pose.visibility[to] ?? 0) < SEEN) continue;
      this.#bones[count * 4] = toStage.x(pose.image[from * 3] ?? 0);
      this.#bones[count * 4 + 1] = toStage.y(pose.image[from * 3 + 1] ?? 0);
      this.#bones[count * 4 + 2] = toStage.x(pose.image[to * 3] ?? 0);
      this.#bones[count * 4 + 3] = toStage.y(pose.image[to * 3 + 1] ?? 0);
      count += 1;
    }
    this.#attribute.needsUpdate = true;
    this.mesh.geometry.instanceCount = count;
    const look = judgement === null ? WAITING : LOOKS[judgement];
    this.#stage.set(stage.width / stage.height, 1);
    this.#tint.copy(judgement === null ? WAITING_TINT : TINTS[judgement]);
    this.#set('radius', look.radius);
    this.#set('glow', look.glow);
    this.#set('reach', look.radius + look.glow);
    this.#set('opacity', look.opacity);
    this.#set('dashed', look.dashed ? 1 : 0);
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  #set(name: string, value: number): void {
    const uniform = this.mesh.material.uniforms[name];
    if (uniform !== undefined) uniform.value = value;
  }
}
