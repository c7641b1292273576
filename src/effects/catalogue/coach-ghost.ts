/** The coach dances inside you, as a skeleton of light. */
import { defineEffect, type Shape } from '../effect';
import { BODY_BONES, boneOf } from '../body-bones';
import { numberOf, textOf } from '../values';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'coach-ghost',
  name: { en: 'Coach ghost', 'zh-TW': '教練幻影', 'zh-CN': '教练幻影', ja: 'コーチの幻影', th: 'เงาโค้ช' },
  description: {
    en: 'Shows how the coach danced this very moment.',
    'zh-TW': '顯示此刻教練的動作。',
    'zh-CN': '显示此刻教练的动作。',
    ja: 'その瞬間のコーチの動きを重ねます。',
    th: 'แสดงท่าของโค้ชในจังหวะเดียวกัน',
  },
  category: 'body',
  kind: 'overlay',
  needs: ['pose', 'coach'],
  seeded: false,
  params: {
    tint: swatch(WORDS.color, '#7df9ff'),
    width: slider(WORDS.width, 0.4),
    glow: slider(WORDS.glow, 0.5),
    opacity: slider(
      { en: 'Visibility', 'zh-TW': '可見度', 'zh-CN': '可见度', ja: '見え方', th: 'ความชัด' },
      0.7,
    ),
  },
  presets: [
    {
      id: 'faint',
      name: { en: 'Faint', 'zh-TW': '淡淡', 'zh-CN': '淡淡', ja: 'うっすら', th: 'จาง ๆ' },
      values: { opacity: 0.35, glow: 0.8 },
    },
    {
      id: 'gold',
      name: { en: 'Gold', 'zh-TW': '金色', 'zh-CN': '金色', ja: 'ゴールド', th: 'ทอง' },
      values: { tint: '#ffd76a', width: 0.55, opacity: 0.85 },
    },
  ],
  passes: [],
  draw({ params, signals }) {
    const { coach } = signals;
    if (coach === null) return [];
    const radius = 0.002 + 0.009 * numberOf(params, 'width');
    const light = {
      radius,
      glow: 0.004 + 0.03 * numberOf(params, 'glow'),
      color: textOf(params, 'tint'),
      opacity: numberOf(params, 'opacity'),
    };
    return BODY_BONES.flatMap(({ from, to }): Shape[] => {
      const bone = boneOf(coach, from, to);
      return bone === null ? [] : [{ kind: 'segment', ...bone, ...light }];
    });
  },
});
