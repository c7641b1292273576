/** Dark places give way first. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'luma-wipe',
  name: {
    en: 'Luma wipe',
    'zh-TW': '亮度擦除',
    'zh-CN': '亮度擦除',
    ja: 'ルミナンスワイプ',
    th: 'ปาดตามความสว่าง',
  },
  description: {
    en: 'Shadows let the next picture through first.',
    'zh-TW': '暗處先透出下一個畫面。',
    'zh-CN': '暗处先透出下一个画面。',
    ja: '暗い所から次の映像が現れます。',
    th: 'ส่วนมืดเผยภาพถัดไปก่อน',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    order: choice({ en: 'First', 'zh-TW': '先後', 'zh-CN': '先后', ja: '順番', th: 'ลำดับ' }, [
      ['dark', { en: 'Shadows', 'zh-TW': '暗部', 'zh-CN': '暗部', ja: '暗部', th: 'เงามืด' }],
      ['light', { en: 'Lights', 'zh-TW': '亮部', 'zh-CN': '亮部', ja: '明部', th: 'ส่วนสว่าง' }],
    ]),
    softness: slider(WORDS.softness, 0.35),
  },
  presets: [
    {
      id: 'ink',
      name: { en: 'Ink', 'zh-TW': '墨水', 'zh-CN': '墨水', ja: 'インク', th: 'หมึก' },
      values: { softness: 0.05 },
    },
    {
      id: 'glow',
      name: { en: 'Glow', 'zh-TW': '光暈', 'zh-CN': '光晕', ja: 'グロー', th: 'เรืองแสง' },
      values: { order: 'light', softness: 0.7 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  vec3 gone = from(uv).rgb;
  float level = smoothstep(0.03, 0.92, luma(gone));
#if defined(ORDER_LIGHT)
  level = 1.0 - level;
#endif
  float soft = 0.02 + 0.8 * softness;
  float shown = clamp((progress * (1.0 + soft) - level) / soft, 0.0, 1.0);
  return vec4(mix(gone, to(uv).rgb, shown), 1.0);
}`,
    },
  ],
});
