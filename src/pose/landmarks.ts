/** The 33 landmarks of MediaPipe's pose model, in its order. "Left" is the body's own left. */

export const LANDMARK_NAMES = [
  'nose',
  'leftEyeInner',
  'leftEye',
  'leftEyeOuter',
  'rightEyeInner',
  'rightEye',
  'rightEyeOuter',
  'leftEar',
  'rightEar',
  'mouthLeft',
  'mouthRight',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftPinky',
  'rightPinky',
  'leftIndex',
  'rightIndex',
  'leftThumb',
  'rightThumb',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
  'leftHeel',
  'rightHeel',
  'leftFootIndex',
  'rightFootIndex',
] as const;

export type LandmarkName = (typeof LANDMARK_NAMES)[number];

export const LANDMARK_COUNT = 33;

/** Index of each landmark by name. */
export const LANDMARK = Object.fromEntries(LANDMARK_NAMES.map((name, index) => [name, index])) as Readonly<
  Record<LandmarkName, number>
>;

/** For each landmark the index of its twin on the other side (itself on the midline). */
export const MIRRORED_LANDMARK: readonly number[] = LANDMARK_NAMES.map((name) => {
  const twin = name.startsWith('left')
    ? name.replace('left', 'right')
    : name.startsWith('right')
      ? name.replace('right', 'left')
      : name.endsWith('Left')
        ? name.replace('Left', 'Right')
        : name.endsWith('Right')
          ? name.replace('Right', 'Left')
          : name;
  return LANDMARK[twin as LandmarkName];
});

/** Bones to draw, as pairs of landmark indices: arms, legs, trunk, hands and feet. */
export const SKELETON_BONES: readonly (readonly [number, number])[] = (
  [
    ['leftShoulder', 'rightShoulder'],
    ['leftShoulder', 'leftElbow'],
    ['leftElbow', 'leftWrist'],
    ['leftWrist', 'leftIndex'],
    ['rightShoulder', 'rightElbow'],
    ['rightElbow', 'rightWrist'],
    ['rightWrist', 'rightIndex'],
    ['leftShoulder', 'leftHip'],
    ['rightShoulder', 'rightHip'],
    ['leftHip', 'rightHip'],
    ['leftHip', 'leftKnee'],
    ['leftKnee', 'leftAnkle'],
    ['leftAnkle', 'leftFootIndex'],
    ['rightHip', 'rightKnee'],
    ['rightKnee', 'rightAnkle'],
    ['rightAnkle', 'rightFootIndex'],
  ] as const
).map(([from, to]) => [LANDMARK[from], LANDMARK[to]] as const);
