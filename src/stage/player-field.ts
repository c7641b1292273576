/**
 * How far each place of the stage lies from the player's body: limbs as tapered capsules with human girths, drawn small into
 * one picture. A contour at any distance is then one look-up a pixel. 0.5 = the skin, 1 = `reach` inside, 0 = `reach` outside.
 */
import {
  BufferAttribute,
  CustomBlending,
  DoubleSide,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  MaxEquation,
  Mesh,
  OneFactor,
  Scene,
  ShaderMaterial,
  Vector4,
  WebGLRenderTarget,
  type OrthographicCamera,
  type Texture,
  type WebGLRenderer,
} from 'three';
import type { Disposable } from '../core/ownership';
import { LANDMARK } from '../pose/landmarks';
import type { Pose } from '../pose/pose';
import type { PictureToStage } from './player-placement';

/** A landmark that is less sure than this is not drawn. */
const SEEN = 0.5;

/** From hips to shoulders of a usual body, and how far the field reaches from the skin, in metres. */
const TRUNK_METRES = 0.5;
const REACH_METRES = 0.09;

const FIELD_HEIGHT = 480;

type Girth = readonly [from: number, to: number, fromRadius: number, toRadius: number];

const bothSides = (
  from: keyof typeof LANDMARK,
  to: keyof typeof LANDMARK,
  fromRadius: number,
  toRadius: number,
): Girth[] =>
  (['left', 'right'] as const).map((side) => {
    const sided = (name: string): number => LANDMARK[name.replace('left', side) as keyof typeof LANDMARK];
    return [sided(from), sided(to), fromRadius, toRadius];
  });

/** Radii in metres, clothes included. */
const GIRTHS: readonly Girth[] = [
  ...bothSides('leftShoulder', 'leftElbow', 0.062, 0.05),
  ...bothSides('leftElbow', 'leftWrist', 0.05, 0.036),
  ...bothSides('leftWrist', 'leftIndex', 0.044, 0.04),
  ...bothSides('leftShoulder', 'leftHip', 0.075, 0.09),
  ...bothSides('leftHip', 'leftKnee', 0.094, 0.068),
  ...bothSides('leftKnee', 'leftAnkle', 0.066, 0.05),
  ...bothSides('leftAnkle', 'leftFootIndex', 0.05, 0.036),
  [LANDMARK.leftShoulder, LANDMARK.rightShoulder, 0.07, 0.07],
  [LANDMARK.leftHip, LANDMARK.rightHip, 0.1, 0.1],
  [LANDMARK.leftShoulder, LANDMARK.rightHip, 0.08, 0.09],
  [LANDMARK.rightShoulder, LANDMARK.leftHip, 0.08, 0.09],
];
/** Head, neck and the middle of the trunk come on top of the list. */
const CAPSULES = GIRTHS.length + 3;
const HEAD_METRES = 0.098;

const VERTEX = /* glsl */ `
  attribute vec4 bone;
  attribute vec2 girth;
  uniform float aspect;
  uniform float reach;
  varying vec2 along;
  varying float boneLength;
  varying vec2 radii;
  void main() {
    vec2 unit = vec2(aspect, 1.0);
    vec2 way = (bone.zw - bone.xy) * unit;
    boneLength = max(length(way), 1e-5);
    radii = girth;
    vec2 direction = way / boneLength;
    float far = max(girth.x, girth.y) + reach;
    along = vec2(mix(-far, boneLength + far, position.x), position.y * far);
    vec2 place = bone.xy * unit + direction * along.x + vec2(-direction.y, direction.x) * along.y;
    gl_Position = vec4(vec2(2.0, -2.0) * place / unit + vec2(-1.0, 1.0), 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  uniform float reach;
  varying vec2 along;
  varying float boneLength;
  varying vec2 radii;
  void main() {
    float part = clamp(along.x / boneLength, 0.0, 1.0);
    float away = length(along - vec2(part * boneLength, 0.0)) - mix(radii.x, radii.y, part);
    gl_FragColor = vec4(clamp(0.5 - 0.5 * away / reach, 0.0, 1.0), 0.0, 0.0, 1.0);
  }
`;

/** Owns the picture. */
export class PlayerField implements Disposable {
  /** Stage heights that lie between 0.5 and 0 in the field. */
  reach = 0;
  /** Left, top, width and height of what is not empty, 0..1 of the stage. */
  readonly bounds = new Vector4();
  readonly #bones = new InstancedBufferAttribute(new Float32Array(CAPSULES * 4), 4).setUsage(
    DynamicDrawUsage,
  );
  readonly #girths = new InstancedBufferAttribute(new Float32Array(CAPSULES * 2), 2).setUsage(
    DynamicDrawUsage,
  );
  readonly #geometry = new InstancedBufferGeometry();
  readonly #material: ShaderMaterial;
  readonly #scene = new Scene();
  readonly #target = new WebGLRenderTarget(1, 1, { depthBuffer: false, stencilBuffer: false });
  #count = 0;

  constructor() {
    this.#geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([0, -1, 0, 1, -1, 0, 1, 1, 0, 0, 1, 0]), 3),
    );
    this.#geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.#geometry.setAttribute('bone', this.#bones);
    this.#geometry.setAttribute('girth', this.#girths);
    this.#material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      // Bones point every way, so their quads wind either way.
      side: DoubleSide,
      depthTest: false,
      depthWrite: false,
      transparent: true,
      // The nearest limb counts.
      blending: CustomBlending,
      blendEquation: MaxEquation,
      blendSrc: OneFactor,
      blendDst: OneFactor,
      uniforms: { aspect: { value: 1 }, reach: { value: 0.03 } },
    });
    const mesh = new Mesh(this.#geometry, this.#material);
    mesh.frustumCulled = false;
    this.#scene.add(mesh);
  }

  get texture(): Texture {
    return this.#target.texture;
  }

  /**
   * @param aspect width over height of the stage
   * @returns whether enough of a body is seen
   */
  draw(
    renderer: WebGLRenderer,
    camera: OrthographicCamera,
    pose: Pose,
    toStage: PictureToStage,
    aspect: number,
  ): boolean {
    const { leftShoulder, rightShoulder, leftHip, rightHip, leftEar, rightEar } = LANDMARK;
    const neckX = middleX(pose, toStage, leftShoulder, rightShoulder);
    const neckY = middleY(pose, toStage, leftShoulder, rightShoulder);
    const upX = neckX - middleX(pose, toStage, leftHip, rightHip);
    const upY = neckY - middleY(pose, toStage, leftHip, rightHip);
    // Seen from the side a trunk is as long as ever, but bent forward it is not: shoulders help.
    const across = Math.hypot(
      (stageX(pose, toStage, leftShoulder) - stageX(pose, toStage, rightShoulder)) * aspect,
      stageY(pose, toStage, leftShoulder) - stageY(pose, toStage, rightShoulder),
    );
    const trunk = Math.max(Math.hypot(upX * aspect, upY), across * 1.35);
    if (trunk < 0.03) return false;
    const metre = trunk / TRUNK_METRES;
    this.reach = REACH_METRES * metre;
    this.#count = 0;
    for (const [from, to, fromRadius, toRadius] of GIRTHS) {
      if (Math.min(pose.visibility[from] ?? 0, pose.visibility[to] ?? 0) < SEEN) continue;
      this.#add(
        stageX(pose, toStage, from),
        stageY(pose, toStage, from),
        stageX(pose, toStage, to),
        stageY(pose, toStage, to),
        fromRadius * metre,
        toRadius * metre,
      );
    }
    this.#add(neckX, neckY, neckX - upX, neckY - upY, 0.1 * metre, 0.1 * metre);
    if (Math.max(pose.visibility[leftEar] ?? 0, pose.visibility[rightEar] ?? 0) >= SEEN) {
      const earX = middleX(pose, toStage, leftEar, rightEar);
      const earY = middleY(pose, toStage, leftEar, rightEar);
      // From chin to crown, along the neck.
      const alongX = (earX - neckX) * 0.22;
      const alongY = (earY - neckY) * 0.22;
      this.#add(neckX, neckY, earX, earY, 0.07 * metre, 0.05 * metre);
      this.#add(
        earX - alongX * 0.4,
        earY - alongY * 0.4,
        earX + alongX,
        earY + alongY,
        0.09 * metre,
        HEAD_METRES * metre,
      );
    }
    this.#bound(aspect);
    this.#geometry.instanceCount = this.#count;
    this.#bones.needsUpdate = true;
    this.#girths.needsUpdate = true;
    const { uniforms } = this.#material;
    if (uniforms['aspect'] !== undefined) uniforms['aspect'].value = aspect;
    if (uniforms['reach'] !== undefined) uniforms['reach'].value = this.reach;
    const width = Math.round(FIELD_HEIGHT * aspect);
    if (this.#target.width !== width) this.#target.setSize(width, FIELD_HEIGHT);
    renderer.setRenderTarget(this.#target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(this.#scene, camera);
    renderer.setRenderTarget(null);
    return this.#count > 3;
  }

  dispose(): void {
    this.#target.dispose();
    this.#geometry.dispose();
    this.#material.dispose();
  }

  #bound(aspect: number): void {
    let left = 1;
    let top = 1;
    let right = 0;
    let bottom = 0;
    for (let bone = 0; bone < this.#count; bone += 1) {
      const far = Math.max(this.#girths.getX(bone), this.#girths.getY(bone)) + this.reach;
      left = Math.min(left, this.#bones.getX(bone) - far / aspect, this.#bones.getZ(bone) - far / aspect);
      right = Math.max(right, this.#bones.getX(bone) + far / aspect, this.#bones.getZ(bone) + far / aspect);
      top = Math.min(top, this.#bones.getY(bone) - far, this.#bones.getW(bone) - far);
      bottom = Math.max(bottom, this.#bones.getY(bone) + far, this.#bones.getW(bone) + far);
    }
    left = Math.max(0, left);
    top = Math.max(0, top);
    this.bounds.set(
      left,
      top,
      Math.max(0, Math.min(1, right) - left),
      Math.max(0, Math.min(1, bottom) - top),
    );
  }

  #add(fromX: number, fromY: number, toX: number, toY: number, fromRadius: number, toRadius: number): void {
    this.#bones.setXYZW(this.#count, fromX, fromY, toX, toY);
    this.#girths.setXY(this.#count, fromRadius, toRadius);
    this.#count += 1;
  }
}

function stageX(pose: Pose, toStage: PictureToStage, landmark: number): number {
  return toStage.x(pose.image[landmark * 3] ?? 0);
}

function stageY(pose: Pose, toStage: PictureToStage, landmark: number): number {
  return toStage.y(pose.image[landmark * 3 + 1] ?? 0);
}

function middleX(pose: Pose, toStage: PictureToStage, one: number, other: number): number {
  return (stageX(pose, toStage, one) + stageX(pose, toStage, other)) / 2;
}

function middleY(pose: Pose, toStage: PictureToStage, one: number, other: number): number {
  return (stageY(pose, toStage, one) + stageY(pose, toStage, other)) / 2;
}
