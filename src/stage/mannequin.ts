/** The mannequin: a body of rounded parts with human proportions and colouring, posed from 33 world landmarks. */
import { Group, Matrix4, Mesh, Vector3, type BufferGeometry, type ShaderMaterial } from 'three';
import type { Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import { LANDMARK } from '../pose/landmarks';
import { frameAlong, readLandmark } from './body-axes';
import { handGeometry, headGeometry, limbGeometries, shoeGeometry } from './body-geometry';
import { createBodyMaterial, createMaskMaterial, DEMO_LIGHT, PART_COUNT } from './body-material';
import { joined } from './painted-ball';
import { coachStyle, DEMO_OUTFIT, type CoachStyle } from './palette';
import { standingHeight } from './root-motion';
import { STOOL_METRES, stoolGeometry } from './stool-geometry';
import { Torso } from './torso';

/** `demo` looks like a person in a room, `coach` like a lit dancer on a stage, `mask` is flat (red = body, green = lit). */
export type MannequinStyle = 'demo' | 'coach' | 'mask';

export interface Mannequin extends Disposable {
  /** Stands on y = 0, y up, facing +z when the landmarks face the camera. Move it sideways with `position.x`. */
  readonly object: Group;
  /**
   * Takes a pose: 33 × (x, y, z) metres in MediaPipe's axes, hip-centred. The lowest part is set on the ground.
   * @param seated a stool stands under hips that are low enough to sit
   */
  pose(world: Float32Array, seated?: boolean): void;
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

/** Places of the parts in the uniforms of the material. */
const PART = { bones: 0, hands: 8, feet: 10, neck: 12, head: 13, stool: 14, trunk: 15 } as const;

/** Which limb each part belongs to; the stool to none. */
const PART_LIMBS: readonly (Limb | null)[] = [
  ...BONES.map(([, limb]) => limb),
  ...HANDS.map(([limb]) => limb),
  ...FEET.map(([limb]) => limb),
  'head',
  'head',
  null,
  'trunk',
];

/** Hips higher than this stand, in metres. */
const HIGHEST_SEAT = 0.75;
/** From the middle of the hips down to the seat, in metres. */
const SEAT_BELOW_HIPS = 0.1;

/** Segments round a limb: the demo dancer is drawn as the picture of a camera, often without a GPU. */
const SEGMENTS = { demo: 10, coach: 16, mask: 10 } as const;

/**
 * The caller adds `object` to a scene and disposes the mannequin when done.
 * @param look of a coach; the house style where it is left out
 */
export function createMannequin(style: MannequinStyle = 'demo', look?: CoachStyle): Mannequin {
  return new RoundedMannequin(style, look ?? coachStyle(undefined));
}

class RoundedMannequin implements Mannequin {
  readonly object = new Group();
  readonly #material: ShaderMaterial;
  readonly #rigid: BufferGeometry;
  readonly #torso: Torso;
  readonly #parts: readonly Matrix4[];
  readonly #glow: Float32Array;
  readonly #isMask: boolean;

  constructor(style: MannequinStyle, look: CoachStyle) {
    this.#isMask = style === 'mask';
    const outfit = style === 'coach' ? look.outfit : DEMO_OUTFIT;
    const { colors } = outfit;
    this.#material =
      style === 'mask'
        ? createMaskMaterial()
        : createBodyMaterial(
            style === 'coach' ? { rim: look.accent, rimStrength: 0.9, perPixel: true } : DEMO_LIGHT,
          );
    this.#parts = (this.#material.uniforms['parts']?.value as Matrix4[] | undefined) ?? [];
    this.#glow =
      (this.#material.uniforms['glow']?.value as Float32Array | undefined) ?? new Float32Array(PART_COUNT);
    this.#torso = new Torso(colors, PART.trunk);
    const limbs = limbGeometries(outfit, SEGMENTS[style]);
    const [hand, shoe] = [handGeometry(colors), shoeGeometry(colors, SHOE_METRES)];
    this.#rigid = joined(
      [
        ...BONES.map(([shape]) => limbs[shape]),
        hand,
        hand,
        shoe,
        shoe,
        limbs.neck,
        headGeometry(outfit),
        stoolGeometry(),
      ],
      true,
    );
    for (const geometry of [this.#rigid, this.#torso.geometry]) {
      const mesh = new Mesh(geometry, this.#material);
      // Always in view; and the trunk's bounds change with each pose.
      mesh.frustumCulled = false;
      this.object.add(mesh);
    }
  }

  pose(world: Float32Array, seated = false): void {
    const ground = standingHeight(world);
    this.object.position.y = ground;
    for (let index = 0; index < BONES.length; index += 1) {
      const bone = BONES[index];
      if (bone === undefined) continue;
      readLandmark(world, bone[2], start);
      readLandmark(world, bone[3], along).sub(start);
      stretch(this.#part(PART.bones + index), along.length());
    }
    readLandmark(world, LANDMARK.leftShoulder, leftShoulder);
    readLandmark(world, LANDMARK.rightShoulder, rightShoulder);
    readLandmark(world, LANDMARK.leftHip, leftHip);
    readLandmark(world, LANDMARK.rightHip, rightHip);
    this.#torso.bend(leftShoulder, rightShoulder, leftHip, rightHip);
    for (let hand = 0; hand < 2; hand += 1) {
      poseHand(world, HANDS[hand === 0 ? 0 : 1], this.#part(PART.hands + hand));
      poseFoot(world, FEET[hand === 0 ? 0 : 1], this.#part(PART.feet + hand));
    }
    poseHead(world, this.#part(PART.head), this.#part(PART.neck));
    this.#placeStool(ground, seated && !this.#isMask && ground < HIGHEST_SEAT);
  }

  light(limbs: readonly Limb[], amount: number): void {
    for (let part = 0; part < PART_COUNT; part += 1) {
      const limb = PART_LIMBS[part] ?? null;
      this.#glow[part] = limb !== null && limbs.includes(limb) ? amount : 0;
    }
  }

  dispose(): void {
    this.object.removeFromParent();
    this.#material.dispose();
    this.#torso.dispose();
    this.#rigid.dispose();
  }

  #part(index: number): Matrix4 {
    return this.#parts[index] ?? frame;
  }

  #placeStool(ground: number, isThere: boolean): void {
    const stool = this.#part(PART.stool);
    if (!isThere) {
      stool.makeScale(0, 0, 0);
      return;
    }
    // The body hangs from its hips, so the floor lies below.
    const height = Math.max(0.1, ground - SEAT_BELOW_HIPS);
    stool.makeScale(1, height / STOOL_METRES, 1).setPosition(0, -ground, -0.03);
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
function stretch(part: Matrix4, length: number): void {
  frameAlong(start, along, sideways, part);
  part.scale(scale.set(1, length, 1));
}

/** A frame whose x axis is exactly `acrossDirection` and whose y axis is as near to `upDirection` as that allows. */
function frameAcross(origin: Vector3, acrossDirection: Vector3, upDirection: Vector3, target: Matrix4): void {
  side.copy(acrossDirection).normalize();
  turned.crossVectors(side, upDirection).normalize();
  other.crossVectors(turned, side);
  target.makeBasis(side, other, turned).setPosition(origin);
}

function poseHand(world: Float32Array, landmarks: (typeof HANDS)[number], part: Matrix4): void {
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
  frameAlong(start, along, across, part);
}

function poseFoot(world: Float32Array, landmarks: (typeof FEET)[number], part: Matrix4): void {
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
  part.makeBasis(side, other.negate(), along).setPosition(start);
  part.scale(scale.set(1, 1, length));
}

function poseHead(world: Float32Array, head: Matrix4, neck: Matrix4): void {
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
  frameAcross(center, across, along, head);
  other.copy(center).sub(start);
  along.copy(other);
  stretch(neck, Math.max(0.05, other.length() - 0.04));
}
