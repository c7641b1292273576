/** Past selves step out from behind the dancer. The history carries the matte in its alpha, so each echo is a clean cut. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'body-echo',
  name: { en: 'Body echo', 'zh-TW': '分身殘影', 'zh-CN': '分身残影', ja: 'ボディエコー', th: 'เงาร่างสะท้อน' },
  description: {
    en: 'Coloured copies of your last moves follow you.',
    'zh-TW': '剛才的身影化作彩色分身跟著你。',
    'zh-CN': '刚才的身影化作彩色分身跟着你。',
    ja: 'さっきの自分が色とりどりに追いかけます。',
    th: 'ร่างสีสันจากท่าก่อนหน้าไล่ตามคุณ',
  },
  category: 'body',
  kind: 'temporal',
  needs: ['mask'],
  history: 20,
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['rainbow', { en: 'Rainbow', 'zh-TW': '彩虹', 'zh-CN': '彩虹', ja: '虹', th: 'สายรุ้ง' }],
      ['clones', { en: 'Clones', 'zh-TW': '分身', 'zh-CN': '分身', ja: '分身', th: 'ร่างแยก' }],
    ]),
    intensity: slider(WORDS.intensity, 0.8),
    reach: slider(WORDS.length, 0.6),
  },
  presets: [
    {
      id: 'rainbow',
      name: { en: 'Rainbow', 'zh-TW': '彩虹', 'zh-CN': '彩虹', ja: '虹', th: 'สายรุ้ง' },
      values: { style: 'rainbow', intensity: 0.85, reach: 0.6 },
    },
    {
      id: 'crew',
      name: { en: 'My crew', 'zh-TW': '我的舞團', 'zh-CN': '我的舞团', ja: 'マイクルー', th: 'ทีมของฉัน' },
      values: { style: 'clones', intensity: 0.9, reach: 1 },
    },
  ],
  passes: [
    {
      id: 'echo',
      fragment: /* glsl */ `
const float ECHOES = 5.0;
vec3 echoColor(float age) {
  // Pink, violet, blue, cyan, green, gold: once round the wheel, never dull.
  return 0.6 + 0.4 * cos(6.28318530718 * (age * 0.86 + vec3(0.0, 0.36, 0.68)));
}
vec4 effect(vec2 uv) {
  vec3 now = source(uv).rgb;
  float front = smoothstep(0.3, 0.7, matte(uv));
  float gap = 1.0 + floor(reach * 3.0 + 0.5);
  vec3 shown = now;
  for (float echo = ECHOES; echo > 0.5; echo -= 1.0) {
    float age = echo / ECHOES;
    vec4 past = history(uv, echo * gap);
    float body = smoothstep(0.3, 0.7, past.a) * intensity;
#if defined(STYLE_RAINBOW)
    vec3 self = echoColor(age) * (0.62 + 0.5 * luma(past.rgb));
    body *= 1.0 - 0.35 * age;
#else
    vec3 self = past.rgb;
    body *= 1.0 - 0.55 * age;
#endif
    shown = mix(shown, self, body);
  }
  return vec4(mix(shown, now, front), 1.0);
}`,
    },
  ],
});
