/** Each line shows another moment. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'slit-scan',
  name: { en: 'Slit scan', 'zh-TW': '狹縫掃描', 'zh-CN': '狭缝扫描', ja: 'スリットスキャン', th: 'สลิตสแกน' },
  description: {
    en: 'Each line of the picture is a little later.',
    'zh-TW': '每條線都慢一點點。',
    'zh-CN': '每条线都慢一点点。',
    ja: '線ごとに時間がずれます。',
    th: 'แต่ละเส้นช้ากว่ากันเล็กน้อย',
  },
  category: 'time',
  kind: 'temporal',
  needs: [],
  history: 42,
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['down', { en: 'Downwards', 'zh-TW': '向下', 'zh-CN': '向下', ja: '下へ', th: 'ลงล่าง' }],
      ['across', { en: 'Across', 'zh-TW': '橫向', 'zh-CN': '横向', ja: '横へ', th: 'แนวขวาง' }],
      ['round', { en: 'Outwards', 'zh-TW': '向外', 'zh-CN': '向外', ja: '外へ', th: 'ออกนอก' }],
    ]),
    reach: slider(WORDS.length, 0.7),
    bands: slider({ en: 'Bands', 'zh-TW': '分段', 'zh-CN': '分段', ja: '段', th: 'แถบ' }, 0),
  },
  presets: [
    {
      id: 'noodle',
      name: { en: 'Noodle', 'zh-TW': '麵條', 'zh-CN': '面条', ja: 'めん', th: 'เส้นก๋วยเตี๋ยว' },
      values: { style: 'down', reach: 1 },
    },
    {
      id: 'steps',
      name: { en: 'Steps', 'zh-TW': '階梯', 'zh-CN': '阶梯', ja: '階段', th: 'ขั้นบันได' },
      values: { style: 'across', reach: 0.8, bands: 0.8 },
    },
    {
      id: 'drop',
      name: { en: 'Drop', 'zh-TW': '水滴', 'zh-CN': '水滴', ja: 'しずく', th: 'หยดน้ำ' },
      values: { style: 'round', reach: 0.8 },
    },
  ],
  passes: [
    {
      id: 'scan',
      fragment: /* glsl */ `
float apart(vec3 a, vec3 b) {
  vec3 away = abs(a - b);
  return max(away.r, max(away.g, away.b));
}

vec4 effect(vec2 uv) {
#if defined(STYLE_ACROSS)
  float late = uv.x;
#elif defined(STYLE_ROUND)
  vec2 at = (uv - vec2(0.5, 0.55)) * vec2(resolution.x / resolution.y, 1.0);
  float late = clamp(length(at) * 1.5, 0.0, 1.0);
#else
  float late = 1.0 - uv.y;
#endif
  float count = mix(40.0, 5.0, bands);
  late = mix(late, floor(late * count) / count, step(0.01, bands));
  float frames = late * reach * 40.0;
  float before = floor(frames);
  vec3 now = source(uv).rgb;
  vec3 past = mix(history(uv, before).rgb, history(uv, before + 1.0).rgb, frames - before);
  // Where nothing moved the sharp picture of now is kept.
  float moved = smoothstep(0.03, 0.1, apart(past, now));
  return vec4(mix(now, past, moved * step(0.5, frames)), 1.0);
}`,
    },
  ],
});
