/** One picture fades into the other, or through a colour. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'fade',
  name: { en: 'Fade', 'zh-TW': '淡化', 'zh-CN': '淡化', ja: 'フェード', th: 'เฟด' },
  description: {
    en: 'One picture fades into the next.',
    'zh-TW': '畫面漸漸化入下一個。',
    'zh-CN': '画面渐渐化入下一个。',
    ja: '映像がゆっくり次へ変わります。',
    th: 'ภาพค่อย ๆ จางเข้าสู่ภาพถัดไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    through: choice({ en: 'Through', 'zh-TW': '經過', 'zh-CN': '经过', ja: '経由', th: 'ผ่าน' }, [
      ['nothing', { en: 'Nothing', 'zh-TW': '直接', 'zh-CN': '直接', ja: 'なし', th: 'ไม่มี' }],
      ['tint', { en: 'A colour', 'zh-TW': '一種顏色', 'zh-CN': '一种颜色', ja: '色', th: 'สี' }],
    ]),
    tint: swatch(WORDS.color, '#000000'),
    softness: slider(WORDS.softness, 0.5),
  },
  presets: [
    {
      id: 'black',
      name: { en: 'Through black', 'zh-TW': '經過黑色', 'zh-CN': '经过黑色', ja: '黒を経て', th: 'ผ่านสีดำ' },
      values: { through: 'tint', tint: '#000000' },
    },
    {
      id: 'cream',
      name: { en: 'Through light', 'zh-TW': '經過亮光', 'zh-CN': '经过亮光', ja: '光を経て', th: 'ผ่านแสง' },
      values: { through: 'tint', tint: '#fff4e2' },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  float amount = mix(progress, progress * progress * (3.0 - 2.0 * progress), softness);
#if defined(THROUGH_TINT)
  float cover = 1.0 - abs(amount * 2.0 - 1.0);
  vec3 shown = amount < 0.5 ? from(uv).rgb : to(uv).rgb;
  return vec4(mix(shown, tint, cover), 1.0);
#else
  // The colour stands ready for who chooses it; here it only warms the middle of the way.
  vec3 shown = mix(from(uv).rgb, to(uv).rgb, amount);
  return vec4(shown + (tint - 0.5) * 0.12 * amount * (1.0 - amount), 1.0);
#endif
}`,
    },
  ],
});
