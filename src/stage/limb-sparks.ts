/** Sparks that fly from the limbs of a Perfect. Every spark's way follows from the time since: nothing is simulated. */
import {
  BufferAttribute,
  Color,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import { LANDMARK } from '../pose/landmarks';
import type { Pose } from '../pose/pose';
import { FlashClock } from './beat-pulse';
import { JUDGEMENT_COLORS } from './palette';
import type { PictureToStage } from './player-placement';

const BURSTS = 4;
const SPARKS_PER_BURST = 14;
const LIFE_SECONDS = 0.75;

/** A landmark that is less sure than this sends no sparks. */
const SEEN = 0.4;

/** Where the sparks of a limb of the choreography fly from: the player, who mirrors it, uses the other side. */
const SOURCES: Readonly<Record<Limb, number>> = {
  leftArm: LANDMARK.rightIndex,
  rightArm: LANDMARK.leftIndex,
  leftLeg: LANDMARK.rightAnkle,
  rightLeg: LANDMARK.leftAnkle,
  trunk: LANDMARK.leftShoulder,
  head: LANDMARK.nose,
};

const VERTEX = /* glsl */ `
  attribute vec4 seed;
  uniform vec2 sources[${BURSTS}];
  uniform float count;
  uniform float age;
  uniform float aspect;
  varying vec2 at;
  varying float fade;
  void main() {
    at = position.xy;
    float life = age / (0.55 + 0.45 * seed.z);
    fade = seed.w < count && life < 1.0 ? 1.0 - life : 0.0;
    vec2 direction = vec2(cos(seed.x), sin(seed.x));
    // Out fast, then slowing down and falling.
    vec2 way = direction * seed.y * (1.0 - exp(-5.0 * age)) + vec2(0.0, 0.10 * age * age);
    float size = (0.011 + 0.017 * seed.z) * fade;
    vec2 shape = direction * at.x * size * (1.0 + 1.6 * (1.0 - life)) + vec2(-direction.y, direction.x) * at.y * size;
    vec2 place = sources[int(seed.w + 0.5)] * vec2(aspect, 1.0) + way + shape;
    vec2 screen = fade > 0.0 ? place / vec2(aspect, 1.0) : vec2(-2.0);
    gl_Position = vec4(screen * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  uniform vec3 tint;
  varying vec2 at;
  varying float fade;
  void main() {
    // A star of four points.
    float star = 1.0 - (sqrt(abs(at.x)) + sqrt(abs(at.y)));
    if (star <= 0.0) discard;
    gl_FragColor = vec4(mix(tint, vec3(1.0), smoothstep(0.1, 0.5, star)), min(1.0, star * 3.0) * min(1.0, fade * 2.0));
  }
`;

/** All sparks in one draw. */
export class LimbSparks implements Disposable {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #clock = new FlashClock();
  readonly #sources = Array.from({ length: BURSTS }, () => new Vector2());
  #lastAge = Infinity;
  #count = 0;

  constructor() {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3),
    );
    geometry.setIndex([0, 2, 1, 0, 3, 2]);
    const seeds = new Float32Array(BURSTS * SPARKS_PER_BURST * 4);
    for (let spark = 0; spark < BURSTS * SPARKS_PER_BURST; spark += 1) {
      // The golden angle spreads them without a die.
      const angle = spark * 2.39996;
      const part = (spark * 0.618034) % 1;
      seeds.set([angle, 0.07 + 0.13 * part, (spark * 0.414214) % 1, spark % BURSTS], spark * 4);
    }
    geometry.setAttribute('seed', new InstancedBufferAttribute(seeds, 4));
    geometry.instanceCount = BURSTS * SPARKS_PER_BURST;
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      uniforms: {
        sources: { value: this.#sources },
        count: { value: 0 },
        age: { value: 0 },
        aspect: { value: 1 },
        tint: { value: new Color(JUDGEMENT_COLORS.perfect).convertLinearToSRGB() },
      },
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  /**
   * @param isPerfect whether a Perfect shines now
   * @param limbs that earned it, as the choreography names them
   * @param seconds any rising clock
   */
  show(
    isPerfect: boolean,
    limbs: readonly Limb[],
    pose: Pose | null,
    toStage: PictureToStage,
    aspect: number,
    seconds: number,
  ): void {
    const age = this.#clock.note(isPerfect && pose !== null, seconds);
    if (age < this.#lastAge && pose !== null) this.#begin(limbs, pose, toStage);
    this.#lastAge = age;
    this.mesh.visible = age < LIFE_SECONDS && this.#count > 0;
    const { uniforms } = this.mesh.material;
    if (uniforms['age'] !== undefined) uniforms['age'].value = age;
    if (uniforms['aspect'] !== undefined) uniforms['aspect'].value = aspect;
    if (uniforms['count'] !== undefined) uniforms['count'].value = this.#count;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  #begin(limbs: readonly Limb[], pose: Pose, toStage: PictureToStage): void {
    this.#count = 0;
    for (const limb of limbs) {
      const landmark = SOURCES[limb];
      const source = this.#sources[this.#count];
      if (source === undefined || (pose.visibility[landmark] ?? 0) < SEEN) continue;
      source.set(toStage.x(pose.image[landmark * 3] ?? 0), toStage.y(pose.image[landmark * 3 + 1] ?? 0));
      this.#count += 1;
    }
  }
}
