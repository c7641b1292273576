/** The body as tubes of neon light. */
import { LANDMARK, SKELETON_BONES, type LandmarkName } from '../../pose/landmarks';
import type { Pose } from '../../pose/pose';
import { smoothstep } from '../../core/scalar';
import { defineEffect, type DrawInputs, type Shape } from '../effect';
import { slider, swatch } from '../params';
import { numberOf, textOf } from '../values';
import { WORDS } from '../words';

/** Segments of the ring round the head. */
const HEAD_SEGMENTS = 14;

type Point = readonly [number, number];

export default defineEffect({
  id: 'skeleton-neon',
  name: { en: 'Neon skeleton', 'zh-TW': '霓虹骨架', 'zh-CN': '霓虹骨架', ja: 'ネオンボーン', th: 'โครงนีออน' },
  description: {
    en: 'Traces the dancer in tubes of light.',
    'zh-TW': '用霓虹光管描繪舞者。',
    'zh-CN': '用霓虹光管描绘舞者。',
    ja: 'ネオン管でダンサーをなぞります。',
    th: 'วาดนักเต้นด้วยหลอดไฟนีออน',
  },
  category: 'body',
  kind: 'overlay',
  needs: ['pose'],
  seeded: false,
  params: {
    left: swatch(WORDS.color, '#00e5ff'),
    right: swatch(WORDS.secondColor, '#ff2e97'),
    width: slider(WORDS.width, 0.4),
    glow: slider(WORDS.glow, 0.55),
    dim: slider(WORDS.dim, 0.45),
  },
  presets: [
    {
      id: 'arcade',
      name: { en: 'Arcade', 'zh-TW': '街機', 'zh-CN': '街机', ja: 'アーケード', th: 'อาร์เคด' },
      values: { left: '#00e5ff', right: '#ff2e97', width: 0.4, glow: 0.55, dim: 0.45 },
    },
    {
      id: 'gold',
      name: { en: 'Gold wire', 'zh-TW': '金線', 'zh-CN': '金线', ja: 'ゴールド', th: 'ลวดทอง' },
      values: { left: '#ffd166', right: '#ff9f1c', width: 0.2, glow: 0.4, dim: 0.3 },
    },
    {
      id: 'blackout',
      name: { en: 'Blackout', 'zh-TW': '全黑', 'zh-CN': '全黑', ja: 'ブラックアウト', th: 'มืดสนิท' },
      values: { left: '#7cff6b', right: '#19c6ff', width: 0.5, glow: 0.7, dim: 1 },
    },
  ],
  passes: [
    {
      id: 'dim',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  vec3 night = rgb * rgb * vec3(0.3, 0.3, 0.46);
  return vec4(dim < 0.5 ? mix(rgb, night, dim * 1.6) : mix(mix(rgb, night, 0.8), vec3(0.012, 0.008, 0.03), dim * 2.0 - 1.0), 1.0);
}`,
    },
  ],
  draw(inputs) {
    const { pose } = inputs.signals;
    if (pose === null) return [];
    return [...bones(pose, inputs), ...head(pose, inputs)];
  },
});

function bones(pose: Pose, inputs: DrawInputs): Shape[] {
  const shapes: Shape[] = [];
  for (const [a, b] of SKELETON_BONES) {
    const opacity = seen(pose, a, b);
    if (opacity > 0) shapes.push(tube(pointOf(pose, a), pointOf(pose, b), sideOf(a, b), opacity, inputs));
  }
  return shapes;
}

function head(pose: Pose, inputs: DrawInputs): Shape[] {
  const { nose, leftEar, rightEar, leftShoulder, rightShoulder } = LANDMARK;
  const opacity = seen(pose, nose, nose);
  if (opacity === 0) return [];
  const aspect = inputs.size.width / inputs.size.height;
  const [x, y] = middle(pointOf(pose, leftEar), pointOf(pose, rightEar));
  const neck = middle(pointOf(pose, leftShoulder), pointOf(pose, rightShoulder));
  // The ears come together in profile; the neck does not.
  const radius = Math.hypot((x - neck[0]) * aspect, y - neck[1]) * 0.52;
  const at = (turn: number): Point => [
    x + (Math.cos(turn) * radius * 0.8) / aspect,
    y + Math.sin(turn) * radius,
  ];
  const ring = Array.from({ length: HEAD_SEGMENTS }, (_, index) => {
    const from = (index / HEAD_SEGMENTS) * Math.PI * 2;
    const to = ((index + 1) / HEAD_SEGMENTS) * Math.PI * 2;
    const side = pointOf(pose, leftEar)[0] > x === Math.cos((from + to) / 2) > 0 ? 'left' : 'right';
    return tube(at(from), at(to), side, opacity, inputs);
  });
  return [...ring, tube([x, y + radius], neck, 'middle', opacity, inputs)];
}

function tube(from: Point, to: Point, side: Side, opacity: number, { params }: DrawInputs): Shape {
  const left = textOf(params, 'left');
  const color = side === 'left' ? left : side === 'right' ? textOf(params, 'right') : left;
  return {
    kind: 'segment',
    from,
    to,
    radius: 0.0018 + numberOf(params, 'width') * 0.0065,
    glow: 0.004 + numberOf(params, 'glow') * 0.034,
    color,
    opacity,
  };
}

type Side = 'left' | 'right' | 'middle';

const LEFT = new Set(
  (Object.keys(LANDMARK) as LandmarkName[])
    .filter((name) => name.startsWith('left'))
    .map((name) => LANDMARK[name]),
);

function sideOf(a: number, b: number): Side {
  if (LEFT.has(a) !== LEFT.has(b)) return 'middle';
  return LEFT.has(a) ? 'left' : 'right';
}

/** 0 where the model guesses, 1 where it sees. */
function seen(pose: Pose, a: number, b: number): number {
  return smoothstep(0.25, 0.6, Math.min(pose.visibility[a] ?? 0, pose.visibility[b] ?? 0));
}

function pointOf(pose: Pose, index: number): Point {
  return [pose.image[index * 3] ?? 0, pose.image[index * 3 + 1] ?? 0];
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
