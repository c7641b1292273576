/** Where the rigid parts of a body lie for a pose: a matrix for each bone, hand and foot, the neck and the head. */
import { Matrix4, Vector3 } from 'three';
import type { Limb } from '../dance/judgement';
import { LANDMARK } from '../pose/landmarks';
import { frameAlong, readLandmark } from './body-axes';

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

/** Places of the parts among the matrices of a mannequin. */
export const PART = { bones: 0, hands: 8, feet: 10, neck: 12, head: 13, stool: 14, trunk: 15 } as const;

/** Which limb each part belongs to; the stool to none. */
export const PART_LIMBS: readonly (Limb | null)[] = [
  ...BONES.map(([, limb]) => limb),
  ...HANDS.map(([limb]) => limb),
  ...FEET.map(([limb]) => limb),
  'head',
  'head',
  null,
  'trunk',
];

/** The shape of each bone, in the order of the parts. */
export const BONE_SHAPES = BONES.map(([shape]) => shape);

/**
 * Writes the matrices of all parts but stool and trunk.
 * @param world 33 × (x, y, z) metres, hip-centred
 * @param parts by `PART`
 */
export function placeParts(world: Float32Array, parts: readonly Matrix4[]): void {
  for (let index = 0; index < BONES.length; index += 1) {
    const bone = BONES[index];
    const part = parts[PART.bones + index];
    if (bone === undefined || part === undefined) continue;
    readLandmark(world, bone[2], start);
    readLandmark(world, bone[3], along).sub(start);
    stretch(part, along.length());
  }
  for (let index = 0; index < 2; index += 1) {
    const hand = parts[PART.hands + index];
    const foot = parts[PART.feet + index];
    if (hand !== undefined) poseHand(world, HANDS[index === 0 ? 0 : 1], hand);
    if (foot !== undefined) poseFoot(world, FEET[index === 0 ? 0 : 1], foot);
  }
  const head = parts[PART.head];
  const neck = parts[PART.neck];
  if (head !== undefined && neck !== undefined) poseHead(world, head, neck);
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
  readLandmark(world, LANDMARK.leftShoulder, leftShoulder);
  readLandmark(world, LANDMARK.rightShoulder, rightShoulder);
  readLandmark(world, LANDMARK.leftHip, leftHip);
  readLandmark(world, LANDMARK.rightHip, rightHip);
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
