/** The mannequin: a body of rounded parts with human proportions and colouring, posed from 33 world landmarks. */
import { Group, Matrix4, Mesh, Vector3, type BufferGeometry, type ShaderMaterial } from 'three';
import type { Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import { LANDMARK } from '../pose/landmarks';
import { frameAlong, readLandmark } from './body-axes';
import { handGeometry, headGeometry, limbGeometries, shoeGeometry } from './body-geometry';
import { COACH_LIGHT, createBodyMaterial, createMaskMaterial, DEMO_LIGHT } from './body-material';
import { COACH_COLORS, DEMO_COLORS } from './palette';
import { standingHeight } from './root-motion';
import { Torso } from './torso';

/** `demo` looks like a person in a room, `coach` like a lit dancer on a stage, `mask` is flat (red = body, green = lit). */
export type MannequinStyle = 'demo' | 'coach' | 'mask';

export interface Mannequin extends Disposable {
  /** Stands on y = 0, y up, facing +z when the landmarks face the camera. Move it sideways with `position.x`. */
  readonly object: Group;
  /** Takes a pose: 33 × (x, y, z) metres in MediaPipe's axes, hip-centred. The lowest part is set on the ground. */
  pose(world: Float32Array): void;
  /** Lights these limbs by `amount` 0..1 and no others. */
  light(limbs: readonly Limb[], amount: number): void;
}

/** Length that a shoe is modelled for, heel to toe, in metres. */
const SHOE_METRES = 0.21;

/** Parts that are stretched from one landmark to another. */
const BONES = [
  ['upperArm', 'leftArm', LANDMARK.leftShoulder, LANDMARK.leftElbow],
  ['forearm', 'leftArm', LANDMARK.leftElbow, LANDMARK.leftWrist],
  ['upperArm', 'rightArm', LANDMARK.rightShoulder, LANDMARK.rightElbow],
  ['forearm', 'rightArm', LANDMARK.rightElbow, LANDMARK.rightWrist],
  ['thigh', 'leftLeg', LANDMARK.leftHip, LANDMARK.leftKnee],
  ['shank', 'leftLeg', LANDMARK.leftKnee, LANDMARK.leftAnkle],
  ['thigh', 'rightLeg', LANDMARK.rightHip, LANDMARK.rightKnee],
  ['shank', 'rightLeg', LANDMARK.rightKnee, LANDMARK.rightAnkle],
] as const;

const HANDS = [
  ['leftArm', LANDMARK.leftElbow, LANDMARK.leftWrist, LANDMARK.leftIndex, LANDMARK.leftPinky],
  ['rightArm', LANDMARK.rightElbow, LANDMARK.rightWrist, LANDMARK.rightIndex, LANDMARK.rightPinky],
] as const;

const FEET = [
  ['leftLeg', LANDMARK.leftKnee, LANDMARK.leftAnkle, LANDMARK.leftHeel, LANDMARK.leftFootIndex],
  ['rightLeg', LANDMARK.rightKnee, LANDMARK.rightAnkle, LANDMARK.rightHeel, LANDMARK.rightFootIndex],
] as const;

/** The caller adds `object` to a scene and disposes the mannequin when done. */
export function createMannequin(style: MannequinStyle = 'demo'): Mannequin {
  return new RoundedMannequin(style);
}

class RoundedMannequin implements Mannequin {
  readonly object = new Group();
  readonly #plain: ShaderMaterial;
  readonly #lit: ShaderMaterial;
  readonly #geometries: BufferGeometry[];
  readonly #torso: Torso;
  readonly #parts: { readonly limb: Limb; readonly mesh: Mesh<BufferGeometry, ShaderMaterial> }[] = [];
  readonly #bones: Mesh[] = [];
  readonly #hands: Mesh[] = [];
  readonly #feet: Mesh[] = [];
  readonly #neck: Mesh;
  readonly #head: Mesh;

  constructor(style: MannequinStyle) {
    const colors = style === 'coach' ? COACH_COLORS : DEMO_COLORS;
    const material = (): ShaderMaterial =>
      style === 'mask'
        ? createMaskMaterial()
        : createBodyMaterial(style === 'coach' ? COACH_LIGHT : DEMO_LIGHT);
    this.#plain = material();
    this.#lit = material();
    this.#torso = new Torso(colors);
    const limbs = limbGeometries(colors);
    const hand = handGeometry(colors);
    const shoe = shoeGeometry(colors, SHOE_METRES);
    const head = headGeometry(colors);
    this.#geometries = [...Object.values(limbs), hand, shoe, head];
    for (const [shape, limb] of BONES) this.#bones.push(this.#part(limbs[shape], limb));
    for (const [limb] of HANDS) this.#hands.push(this.#part(hand, limb));
    for (const [limb] of FEET) this.#feet.push(this.#part(shoe, limb));
    this.#part(this.#torso.geometry, 'trunk');
    this.#neck = this.#part(limbs.neck, 'head');
    this.#head = this.#part(head, 'head');
  }

  pose(world: Float32Array): void {
    const ground = standingHeight(world);
    this.object.position.y = ground;
    BONES.forEach(([, , from, to], index) => {
      readLandmark(world, from, start);
      readLandmark(world, to, along).sub(start);
      const mesh = this.#bones[index];
      if (mesh !== undefined) stretch(mesh, along.length());
    });
    readLandmark(world, LANDMARK.leftShoulder, leftShoulder);
    readLandmark(world, LANDMARK.rightShoulder, rightShoulder);
    readLandmark(world, LANDMARK.leftHip, leftHip);
    readLandmark(world, LANDMARK.rightHip, rightHip);
    this.#torso.bend(leftShoulder, rightShoulder, leftHip, rightHip);
    HANDS.forEach((landmarks, index) => this.#poseHand(world, landmarks, this.#hands[index]));
    FEET.forEach((landmarks, index) => this.#poseFoot(world, landmarks, this.#feet[index]));
    this.#poseHead(world);
  }

  light(limbs: readonly Limb[], amount: number): void {
    const uniform = this.#lit.uniforms['lit'];
    if (uniform !== undefined) uniform.value = amount;
    for (const { limb, mesh } of this.#parts) {
      mesh.material = amount > 0 && limbs.includes(limb) ? this.#lit : this.#plain;
    }
  }

  dispose(): void {
    this.object.removeFromParent();
    this.#plain.dispose();
    this.#lit.dispose();
    this.#torso.dispose();
    for (const geometry of this.#geometries) geometry.dispose();
  }

  #part(geometry: BufferGeometry, limb: Limb): Mesh {
    const mesh = new Mesh(geometry, this.#plain);
    mesh.matrixAutoUpdate = false;
    // Always in view; and the trunk's bounds change with each pose.
    mesh.frustumCulled = false;
    this.#parts.push({ limb, mesh });
    this.object.add(mesh);
    return mesh;
  }

  #poseHand(world: Float32Array, landmarks: (typeof HANDS)[number], mesh: Mesh | undefined): void {
    if (mesh === undefined) return;
    const [, elbow, wrist, index, pinky] = landmarks;
    readLandmark(world, wrist, start);
    readLandmark(world, index, across);
    readLandmark(world, pinky, other);
    along.addVectors(across, other).multiplyScalar(0.5).sub(start);
    across.sub(other);
    if (along.length() < 0.02) {
      // Motion capture without hands: they go on where the forearm points.
      along.copy(start).sub(readLandmark(world, elbow, other));
      across.set(1, 0, 0);
    }
    frameAlong(start, along, across, mesh.matrix);
    mesh.matrixWorldNeedsUpdate = true;
  }

  #poseFoot(world: Float32Array, landmarks: (typeof FEET)[number], mesh: Mesh | undefined): void {
    if (mesh === undefined) return;
    const [, knee, ankle, heel, toe] = landmarks;
    readLandmark(world, heel, start);
    readLandmark(world, toe, along).sub(start);
    readLandmark(world, ankle, across);
    readLandmark(world, knee, other).sub(across);
    // The shoe's up lies in the plane of foot and shank; its side is across both.
    side.crossVectors(other, along);
    const length = Math.max(0.1, along.length());
    frameAlong(start, along, side, frame);
    // Modelled along z with y up: turn the frame (x across, y along) accordingly.
    frame.extractBasis(side, along, other);
    mesh.matrix.makeBasis(side, other.negate(), along).setPosition(start);
    mesh.matrix.scale(scale.set(1, 1, length));
    mesh.matrixWorldNeedsUpdate = true;
  }

  #poseHead(world: Float32Array): void {
    start.addVectors(leftShoulder, rightShoulder).multiplyScalar(0.5);
    along.addVectors(leftHip, rightHip).multiplyScalar(-0.5).add(start).normalize();
    readLandmark(world, LANDMARK.leftEar, side);
    readLandmark(world, LANDMARK.rightEar, other);
    center.addVectors(side, other).multiplyScalar(0.5);
    across.subVectors(side, other);
    const reach = center.distanceTo(start);
    const isKnown = across.length() > 0.03 && reach > 0.08 && reach < 0.5;
    if (isKnown) {
      // Up is across the face: from the mouth to the eyes, or from the nose where there is no mouth.
      readLandmark(world, LANDMARK.leftEye, side);
      side.add(readLandmark(world, LANDMARK.rightEye, other)).multiplyScalar(0.5);
      readLandmark(world, LANDMARK.mouthLeft, other);
      other.add(readLandmark(world, LANDMARK.mouthRight, scale)).multiplyScalar(0.5);
      if (side.distanceTo(other) > 0.02) along.subVectors(side, other);
    } else {
      center.copy(start).addScaledVector(along, 0.24);
      across.subVectors(leftShoulder, rightShoulder);
    }
    frameAcross(center, across, along, this.#head.matrix);
    this.#head.matrixWorldNeedsUpdate = true;
    other.copy(center).sub(start);
    along.copy(other);
    stretch(this.#neck, Math.max(0.05, other.length() - 0.04));
  }
}

const start = new Vector3();
const along = new Vector3();
const across = new Vector3();
const other = new Vector3();
const side = new Vector3();
const center = new Vector3();
const scale = new Vector3();
const leftShoulder = new Vector3();
const rightShoulder = new Vector3();
const leftHip = new Vector3();
const rightHip = new Vector3();
const frame = new Matrix4();
const sideways = new Vector3(1, 0, 0);
const turned = new Vector3();

/** Lays a part of length 1 along y over the bone in `start` and `along`. */
function stretch(mesh: Mesh, length: number): void {
  frameAlong(start, along, sideways, mesh.matrix);
  mesh.matrix.scale(scale.set(1, length, 1));
  mesh.matrixWorldNeedsUpdate = true;
}

/** A frame whose x axis is exactly `acrossDirection` and whose y axis is as near to `upDirection` as that allows. */
function frameAcross(origin: Vector3, acrossDirection: Vector3, upDirection: Vector3, target: Matrix4): void {
  side.copy(acrossDirection).normalize();
  turned.crossVectors(side, upDirection).normalize();
  other.crossVectors(turned, side);
  target.makeBasis(side, other, turned).setPosition(origin);
}
