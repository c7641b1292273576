/** Where a sticker lies on the stage: as it was put, or held to a point of the body. Pure. */
import { quadOf, turnQuad, type Quad, type Size } from '../core/geometry';
import { LANDMARK, type LandmarkName } from '../pose/landmarks';
import type { Pose } from '../pose/pose';
import type { PinPoint } from '../project/project';
import type { PlannedSticker } from '../project/frame-plan';
import { torsoLength } from './moment-metrics';

/** Landmarks whose middle a pin holds on to. */
const PIN_LANDMARKS: Readonly<Record<PinPoint, readonly LandmarkName[]>> = {
  head: ['leftEar', 'rightEar'],
  leftHand: ['leftWrist', 'leftIndex'],
  rightHand: ['rightWrist', 'rightIndex'],
  leftElbow: ['leftElbow'],
  rightElbow: ['rightElbow'],
  chest: ['leftShoulder', 'rightShoulder'],
  hips: ['leftHip', 'rightHip'],
  leftKnee: ['leftKnee'],
  rightKnee: ['rightKnee'],
  leftFoot: ['leftAnkle', 'leftFootIndex'],
  rightFoot: ['rightAnkle', 'rightFootIndex'],
};

/** Pins that turn with the body: from the first landmark to the second is their right. */
const TURNS: Partial<Record<PinPoint, readonly [LandmarkName, LandmarkName]>> = {
  head: ['rightEar', 'leftEar'],
  chest: ['rightShoulder', 'leftShoulder'],
  hips: ['rightHip', 'leftHip'],
};

/** Below this a landmark is not seen, and what holds on to it is not shown. */
const LEAST_VISIBILITY = 0.3;

/** A sticker is as large as it was made when the torso is this long, in stage heights: a body seen whole on a phone. */
const USUAL_TORSO = 0.2;

/**
 * The quad of a sticker; null where the point that it is pinned to is not seen.
 * @param shape width over height of its picture
 * @param pose the body on the stage
 */
export function placeSticker(
  sticker: PlannedSticker,
  shape: number,
  stage: Size,
  pose: Pose | null,
): Quad | null {
  const pin = sticker.pin === undefined ? null : pinOf(sticker.pin, pose, stage);
  if (sticker.pin !== undefined && pin === null) return null;
  const scale = pin?.scale ?? 1;
  const longer = sticker.size * stage.width * scale;
  const width = (shape >= 1 ? longer : longer * shape) / stage.width;
  const height = (shape >= 1 ? longer / shape : longer) / stage.height;
  const x = pin === null ? sticker.x : pin.x + (sticker.x - 0.5) * scale;
  const y = pin === null ? sticker.y : pin.y + (sticker.y - 0.5) * scale;
  const quad = quadOf({ x: x - width / 2, y: y - height / 2, width, height });
  const turned = turnQuad(quad, sticker.rotation + (pin?.degrees ?? 0), [x, y], stage);
  if (!sticker.mirror) return turned;
  const { origin, right, down } = turned;
  return { origin: [origin[0] + right[0], origin[1] + right[1]], right: [0 - right[0], 0 - right[1]], down };
}

/** Where a point of the body is on the stage, how much the body is larger than usual, and how it is turned in degrees. */
export function pinOf(
  point: PinPoint,
  pose: Pose | null,
  stage: Size,
): { readonly x: number; readonly y: number; readonly scale: number; readonly degrees: number } | null {
  if (pose === null) return null;
  const places = PIN_LANDMARKS[point].map((name) => placeOf(pose, name));
  const seen = places.filter((place) => place !== null);
  const torso = torsoLength(pose, stage.width / stage.height);
  if (seen.length < places.length || torso === null) return null;
  const turn = TURNS[point];
  const [from, to] = turn === undefined ? [null, null] : [placeOf(pose, turn[0]), placeOf(pose, turn[1])];
  return {
    x: mean(seen.map(([x]) => x)),
    y: mean(seen.map(([, y]) => y)),
    scale: torso / USUAL_TORSO,
    degrees: from === null || to === null ? 0 : uprightAngle(from, to, stage),
  };
}

/** Degrees by which the line from one place to another is turned, at most a right angle: nobody stands on their head for long. */
function uprightAngle(from: readonly [number, number], to: readonly [number, number], stage: Size): number {
  const across = (to[0] - from[0]) * stage.width;
  const down = (to[1] - from[1]) * stage.height;
  // Seen from behind, or in a mirror, the body's left is on the left.
  const angle = across >= 0 ? Math.atan2(down, across) : Math.atan2(-down, -across);
  return (angle * 180) / Math.PI;
}

function placeOf({ image, visibility }: Pose, name: LandmarkName): readonly [number, number] | null {
  const index = LANDMARK[name];
  if ((visibility[index] ?? 0) < LEAST_VISIBILITY) return null;
  return [image[index * 3] ?? 0, image[index * 3 + 1] ?? 0];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
