/** Sparks fly from hands and feet when a move is hit: the better the grade and the longer the combo, the more. */
import { clamp } from '../../core/scalar';
import { createRandom, type Random } from '../../core/random';
import type { Judgement } from '../../dance/judgement';
import { LANDMARK } from '../../pose/landmarks';
import type { Pose } from '../../pose/pose';
import { defineEffect, type DrawInputs, type Shape } from '../effect';
import { choice, slider } from '../params';
import { numberOf, textOf } from '../values';
import { WORDS } from '../words';

/** Seconds that a spark lives. */
const LIFE = 0.85;
/** Heights a second squared. */
const GRAVITY = 0.55;
/** Project frames a second that `past` are spaced by, near enough to find the pose of the hit. */
const POSES_PER_SECOND = 30;

const PALETTES: Readonly<Record<string, Readonly<Record<Judgement, readonly string[]>>>> = {
  grade: {
    perfect: ['#fff3b0', '#ffc53d', '#ff5fa2'],
    great: ['#d4fbff', '#35d6ff', '#7a7dff'],
    good: ['#e6ffd9', '#63e06a'],
    miss: [],
  },
  fire: {
    perfect: ['#fff1c1', '#ff9d2e', '#ff4314'],
    great: ['#ffe0a3', '#ff8a1f'],
    good: ['#ffc48a', '#e8641b'],
    miss: [],
  },
  candy: {
    perfect: ['#ff7ac8', '#8d7bff', '#4fe3ff', '#fff27a'],
    great: ['#ff7ac8', '#8d7bff', '#4fe3ff'],
    good: ['#ffb3dd', '#b8aeff'],
    miss: [],
  },
};

const SPARKS: Readonly<Record<Judgement, number>> = { perfect: 30, great: 20, good: 11, miss: 0 };

export default defineEffect({
  id: 'limb-spark',
  name: {
    en: 'Hit sparks',
    'zh-TW': '命中火花',
    'zh-CN': '命中火花',
    ja: 'ヒットスパーク',
    th: 'ประกายไฟโดนจังหวะ',
  },
  description: {
    en: 'Sparks burst from hands and feet when you hit a move.',
    'zh-TW': '動作到位時，手腳迸出火花。',
    'zh-CN': '动作到位时，手脚迸出火花。',
    ja: '振りが決まると手足から火花が散ります。',
    th: 'ประกายไฟพุ่งจากมือและเท้าเมื่อท่าเข้าเป้า',
  },
  category: 'body',
  kind: 'overlay',
  needs: ['pose', 'score'],
  seeded: true,
  params: {
    intensity: slider(WORDS.intensity, 0.6),
    size: slider(WORDS.size, 0.45),
    spread: slider(WORDS.spread, 0.5),
    palette: choice(WORDS.color, [
      ['grade', { en: 'By grade', 'zh-TW': '依評價', 'zh-CN': '按评价', ja: '評価ごと', th: 'ตามคะแนน' }],
      ['fire', { en: 'Fire', 'zh-TW': '火焰', 'zh-CN': '火焰', ja: '炎', th: 'ไฟ' }],
      ['candy', { en: 'Candy', 'zh-TW': '糖果', 'zh-CN': '糖果', ja: 'キャンディ', th: 'ลูกกวาด' }],
    ]),
  },
  presets: [
    {
      id: 'shower',
      name: { en: 'Shower', 'zh-TW': '火花雨', 'zh-CN': '火花雨', ja: 'シャワー', th: 'ฝนประกาย' },
      values: { intensity: 1, size: 0.35, spread: 0.8, palette: 'grade' },
    },
    {
      id: 'ember',
      name: { en: 'Embers', 'zh-TW': '餘燼', 'zh-CN': '余烬', ja: '残り火', th: 'ถ่านไฟ' },
      values: { intensity: 0.5, size: 0.3, spread: 0.35, palette: 'fire' },
    },
  ],
  passes: [],
  draw(inputs) {
    const { score } = inputs.signals;
    if (score?.judgement == null || score.since > LIFE) return [];
    const colors = PALETTES[textOf(inputs.params, 'palette')]?.[score.judgement] ?? [];
    const pose = poseOfHit(inputs, score.since);
    if (pose === null || colors.length === 0) return [];
    const combo = 1 + Math.min(score.combo, 20) * 0.04;
    const count = Math.round(
      SPARKS[score.judgement] * combo * (0.25 + 1.25 * numberOf(inputs.params, 'intensity')),
    );
    const shapes: Shape[] = [];
    for (const limb of ['leftWrist', 'rightWrist', 'leftAnkle', 'rightAnkle'] as const) {
      if ((pose.visibility[LANDMARK[limb]] ?? 0) < 0.4) continue;
      const random = createRandom(inputs.seed + LANDMARK[limb] * 7919 + score.combo * 104729);
      const isHand = limb.endsWith('Wrist');
      const at = placeOf(pose, limb);
      shapes.push(flare(at, inputs, score.since, colors));
      for (let index = 0; index < (isHand ? count : count * 0.5); index += 1) {
        const shape = spark(at, inputs, score.since, colors, random);
        if (shape !== null) shapes.push(shape);
      }
    }
    return shapes;
  },
});

/** Sparks stay where the hit was, while the dancer moves on. */
function poseOfHit({ signals }: DrawInputs, since: number): Pose | null {
  const back = Math.round(since * POSES_PER_SECOND) - 1;
  return (back >= 0 ? signals.past[back]?.pose : undefined) ?? signals.pose;
}

/** The first instant: a soft ball of light on the limb. */
function flare(
  at: readonly [number, number],
  inputs: DrawInputs,
  since: number,
  colors: readonly string[],
): Shape {
  const fade = clamp(1 - since / 0.3, 0, 1);
  const size = numberOf(inputs.params, 'size');
  return {
    kind: 'disc',
    center: at,
    radius: 0.004 + 0.008 * size * fade,
    glow: 0.03 + 0.05 * size,
    color: colors[1] ?? colors[0] ?? '#ffffff',
    opacity: fade * fade * 0.9,
  };
}

function spark(
  from: readonly [number, number],
  { size, params }: DrawInputs,
  since: number,
  colors: readonly string[],
  random: Random,
): Shape | null {
  const turn = random() * Math.PI * 2;
  const speed = (0.12 + 0.55 * random() ** 1.6) * (0.35 + 1.1 * numberOf(params, 'spread'));
  const life = LIFE * (0.45 + 0.55 * random());
  const color = colors[Math.floor(random() * colors.length)] ?? '#ffffff';
  const thick = (0.0008 + 0.0026 * numberOf(params, 'size')) * (0.6 + 0.8 * random());
  if (since > life) return null;
  const aspect = size.width / size.height;
  // Air slows a spark, gravity takes it down.
  const placeAt = (age: number): readonly [number, number] => {
    const far = (speed * (1 - Math.exp(-4 * age))) / 4 + 0.012;
    return [
      from[0] + (Math.cos(turn) * far * 2.2) / aspect,
      from[1] + Math.sin(turn) * far * 2.2 - 0.03 * age + GRAVITY * age * age * 0.5,
    ];
  };
  const fade = 1 - since / life;
  return {
    kind: 'segment',
    from: placeAt(Math.max(0, since - 0.035)),
    to: placeAt(since),
    radius: thick * (0.3 + 0.7 * fade),
    glow: thick * 3.2,
    color,
    opacity: Math.min(1, fade * 1.5),
  };
}

function placeOf(pose: Pose, limb: keyof typeof LANDMARK): readonly [number, number] {
  const index = LANDMARK[limb];
  return [pose.image[index * 3] ?? 0, pose.image[index * 3 + 1] ?? 0];
}
