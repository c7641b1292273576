/** Ribbons of light drawn by the hands. */
import { LANDMARK, type LandmarkName } from '../../pose/landmarks';
import type { Pose } from '../../pose/pose';
import { defineEffect, type Shape } from '../effect';
import { slider, swatch } from '../params';
import { numberOf, textOf } from '../values';
import { WORDS } from '../words';

/** Most past poses that a ribbon goes through. */
const LONGEST = 24;
/** Points between two poses, on a smooth curve. */
const STEPS = 3;

type Point = readonly [number, number];

export default defineEffect({
  id: 'hand-trails',
  name: { en: 'Light ribbons', 'zh-TW': '光之緞帶', 'zh-CN': '光之缎带', ja: '光のリボン', th: 'ริบบิ้นแสง' },
  description: {
    en: 'Your hands paint ribbons of light.',
    'zh-TW': '雙手在空中畫出光的緞帶。',
    'zh-CN': '双手在空中画出光的缎带。',
    ja: '手が光のリボンを描きます。',
    th: 'มือของคุณวาดริบบิ้นแสงกลางอากาศ',
  },
  category: 'body',
  kind: 'overlay',
  needs: ['pose'],
  seeded: false,
  params: {
    left: swatch(WORDS.color, '#ffb02e'),
    right: swatch(WORDS.secondColor, '#ff3d9a'),
    width: slider(WORDS.width, 0.4),
    reach: slider(WORDS.length, 0.6),
  },
  presets: [
    {
      id: 'sparkler',
      name: { en: 'Sparkler', 'zh-TW': '仙女棒', 'zh-CN': '仙女棒', ja: '手持ち花火', th: 'ไฟเย็น' },
      values: { left: '#ffe7a3', right: '#ffe7a3', width: 0.15, reach: 0.8 },
    },
    {
      id: 'saber',
      name: { en: 'Twin light', 'zh-TW': '雙色光', 'zh-CN': '双色光', ja: 'ツインライト', th: 'แสงคู่' },
      values: { left: '#38e8ff', right: '#ff3d5a', width: 0.7, reach: 0.5 },
    },
  ],
  passes: [],
  draw({ params, signals, size }) {
    if (signals.pose === null) return [];
    const aspect = size.width / size.height;
    const count = 2 + Math.round(numberOf(params, 'reach') * (LONGEST - 2));
    const width = 0.0015 + 0.008 * numberOf(params, 'width');
    return (['left', 'right'] as const).flatMap((side) => {
      const path = pathOf(
        `${side}Index`,
        signals.pose,
        signals.past.slice(0, count).map(({ pose }) => pose),
      );
      return ribbon(path, width, textOf(params, side), aspect);
    });
  },
});

/** Places of a landmark from now back, up to where the body was lost. */
function pathOf(name: LandmarkName, pose: Pose | null, past: readonly (Pose | null)[]): Point[] {
  const path: Point[] = [];
  for (const at of [pose, ...past]) {
    if (at === null || (at.visibility[LANDMARK[name]] ?? 0) < 0.3) break;
    const place: Point = [at.image[LANDMARK[name] * 3] ?? 0, at.image[LANDMARK[name] * 3 + 1] ?? 0];
    const last = path.at(-1);
    // A film of fewer frames than the project repeats its poses: a curve needs places that differ.
    if (last !== undefined && Math.hypot(place[0] - last[0], place[1] - last[1]) < 0.002) continue;
    path.push(place);
  }
  return path;
}

/** Thick and bright at the hand, thin and faint at the end. */
function ribbon(path: readonly Point[], width: number, color: string, aspect: number): Shape[] {
  const points = smooth(path);
  const shapes: Shape[] = [];
  for (let index = 0; index + 1 < points.length; index += 1) {
    const from = points[index];
    const to = points[index + 1];
    if (from === undefined || to === undefined) continue;
    // A hand that rests draws nothing: many lights on one spot would burn.
    const length = Math.hypot((to[0] - from[0]) * aspect, to[1] - from[1]);
    if (length < 0.0006) continue;
    const left = 1 - index / points.length;
    shapes.push({
      kind: 'segment',
      from,
      to,
      radius: width * left,
      glow: width * 2.6 * left + 0.002,
      color,
      opacity: left * Math.min(1, length / 0.006) * 0.9,
    });
  }
  return shapes;
}

/** A Catmull–Rom curve through the places. */
function smooth(path: readonly Point[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < path.length; index += 1) {
    const [a, b, c, d] = [
      path[index - 1] ?? path[index],
      path[index],
      path[index + 1],
      path[index + 2] ?? path[index + 1],
    ];
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    for (let step = 0; step < STEPS; step += 1) {
      const t = step / STEPS;
      const along = (axis: 0 | 1): number =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
      points.push([along(0), along(1)]);
    }
  }
  const end = path.at(-1);
  return end === undefined ? points : [...points, end];
}
