/** Each limb says how well it follows the coach. */
import { mixColors } from '../key-values';
import { defineEffect, type Shape } from '../effect';
import { boneOf, LIMB_BONES } from '../body-bones';
import { numberOf, textOf } from '../values';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'limb-match',
  name: {
    en: 'Limb match',
    'zh-TW': '肢體對照',
    'zh-CN': '肢体对照',
    ja: '手足マッチ',
    th: 'ความตรงของแขนขา',
  },
  description: {
    en: 'Limbs glow by how well they match the coach.',
    'zh-TW': '四肢依照與教練的相似度發光。',
    'zh-CN': '四肢依照与教练的相似度发光。',
    ja: 'コーチとの一致で手足が光ります。',
    th: 'แขนขาเรืองแสงตามความเหมือนโค้ช',
  },
  category: 'body',
  kind: 'overlay',
  needs: ['pose', 'coach'],
  seeded: false,
  params: {
    good: swatch({ en: 'Together', 'zh-TW': '一致', 'zh-CN': '一致', ja: '一致', th: 'ตรงกัน' }, '#36f5a2'),
    bad: swatch({ en: 'Apart', 'zh-TW': '偏差', 'zh-CN': '偏差', ja: 'ずれ', th: 'คลาดเคลื่อน' }, '#ff4d2e'),
    width: slider(WORDS.width, 0.5),
    glow: slider(WORDS.glow, 0.5),
  },
  presets: [
    {
      id: 'traffic',
      name: { en: 'Traffic light', 'zh-TW': '紅綠燈', 'zh-CN': '红绿灯', ja: '信号', th: 'ไฟจราจร' },
      values: { good: '#2bff88', bad: '#ff2b2b' },
    },
    {
      id: 'calm',
      name: { en: 'Blue and orange', 'zh-TW': '藍與橙', 'zh-CN': '蓝与橙', ja: '青とオレンジ', th: 'ฟ้ากับส้ม' },
      values: { good: '#3aa0ff', bad: '#ff9a2e', width: 0.7 },
    },
  ],
  passes: [],
  draw({ params, signals }) {
    const { pose, limbErrors } = signals;
    if (pose === null || limbErrors === null) return [];
    const width = 0.003 + 0.012 * numberOf(params, 'width');
    const glow = 0.004 + 0.04 * numberOf(params, 'glow');
    return LIMB_BONES.flatMap((bones, limb) => {
      const error = limbErrors[limb] ?? 0;
      const color = mixColors(textOf(params, 'good'), textOf(params, 'bad'), Math.min(1, error * 1.6));
      return bones.flatMap(({ from, to }): Shape[] => {
        const bone = boneOf(pose, from, to);
        if (bone === null) return [];
        // Not by colour alone: a limb that is off is thinner and its glow wider.
        const radius = width * (1 - 0.6 * error);
        return [{ kind: 'segment', ...bone, radius, glow: glow * (0.5 + error), color, opacity: 0.85 }];
      });
    });
  },
});
