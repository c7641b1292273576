/** The three colours drift apart, as in a misaligned print. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'rgb-split',
  name: { en: 'RGB split', 'zh-TW': 'RGB 分離', 'zh-CN': 'RGB 分离', ja: 'RGBずらし', th: 'แยกสี RGB' },
  description: {
    en: 'Red, green and blue drift apart.',
    'zh-TW': '紅、綠、藍三色錯開。',
    'zh-CN': '红、绿、蓝三色错开。',
    ja: '赤・緑・青がずれて重なります。',
    th: 'สีแดง เขียว น้ำเงินเหลื่อมออกจากกัน',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.32),
    angle: slider(WORDS.angle, 0.06),
    wobble: slider({ en: 'Wobble', 'zh-TW': '晃動', 'zh-CN': '晃动', ja: '揺れ', th: 'การสั่น' }, 0.35),
  },
  presets: [
    {
      id: 'subtle',
      name: { en: 'Subtle', 'zh-TW': '微微', 'zh-CN': '轻微', ja: '控えめ', th: 'เบา ๆ' },
      values: { intensity: 0.18, angle: 0, wobble: 0.1 },
    },
    {
      id: 'broken',
      name: { en: 'Broken', 'zh-TW': '故障', 'zh-CN': '故障', ja: '故障', th: 'เพี้ยน' },
      values: { intensity: 0.8, angle: 0.12, wobble: 1 },
    },
  ],
  passes: [
    {
      id: 'split',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  // Three slow sines that never line up make a drift without a random number.
  float drift = sin(time * 5.3) * 0.5 + sin(time * 13.7 + 1.0) * 0.3 + sin(time * 31.1 + 2.0) * 0.2;
  float turn = angle * 6.28318530718 + drift * wobble * 0.7;
  float reach = intensity * 0.034 * (1.0 + drift * wobble * 0.8);
  vec2 aspect = vec2(resolution.y / resolution.x, 1.0);
  // A little stronger away from the middle, so that faces stay readable.
  vec2 offset = vec2(cos(turn), sin(turn)) * reach * aspect * (0.55 + 0.9 * length(uv - 0.5));
  return vec4(source(uv + offset).r, source(uv).g, source(uv - offset).b, 1.0);
}`,
    },
  ],
});
