/** What moved leaves colour behind. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'trails',
  name: { en: 'Motion trails', 'zh-TW': '殘影', 'zh-CN': '残影', ja: '残像', th: 'เงาตามการเคลื่อนไหว' },
  description: {
    en: 'Every move leaves echoes of light.',
    'zh-TW': '每個動作都留下光的殘影。',
    'zh-CN': '每个动作都留下光的残影。',
    ja: '動くたびに光の残像が残ります。',
    th: 'ทุกท่วงท่าทิ้งเงาแสงไว้ข้างหลัง',
  },
  category: 'time',
  kind: 'temporal',
  needs: [],
  history: 20,
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['prism', { en: 'Prism', 'zh-TW': '稜鏡', 'zh-CN': '棱镜', ja: 'プリズム', th: 'ปริซึม' }],
      ['ghost', { en: 'Ghost', 'zh-TW': '幽影', 'zh-CN': '幽影', ja: 'ゴースト', th: 'เงาผี' }],
      ['light', { en: 'Light', 'zh-TW': '光軌', 'zh-CN': '光轨', ja: '光跡', th: 'แสง' }],
    ]),
    intensity: slider(WORDS.intensity, 0.7),
    reach: slider(WORDS.length, 0.6),
  },
  presets: [
    {
      id: 'prism',
      name: { en: 'Prism', 'zh-TW': '稜鏡', 'zh-CN': '棱镜', ja: 'プリズム', th: 'ปริซึม' },
      values: { style: 'prism', intensity: 0.9, reach: 0.6 },
    },
    {
      id: 'double',
      name: { en: 'Double', 'zh-TW': '分身', 'zh-CN': '分身', ja: '分身', th: 'ร่างแยก' },
      values: { style: 'ghost', intensity: 0.7, reach: 0.9 },
    },
    {
      id: 'long-exposure',
      name: {
        en: 'Long exposure',
        'zh-TW': '長曝光',
        'zh-CN': '长曝光',
        ja: '長時間露光',
        th: 'เปิดหน้ากล้องนาน',
      },
      values: { style: 'light', intensity: 0.8, reach: 0.8 },
    },
  ],
  passes: [
    {
      id: 'trail',
      fragment: /* glsl */ `
const int ECHOES = 5;
float apart(vec3 a, vec3 b) {
  vec3 away = abs(a - b);
  return max(away.r, max(away.g, away.b));
}
#if defined(STYLE_PRISM)
// Red is now, green a moment ago, blue before that: what moves splits into its colours, what stands stays white.
vec4 effect(vec2 uv) {
  vec3 now = source(uv).rgb;
  float gap = 1.0 + floor(reach * 4.0 + 0.5);
  vec3 late = history(uv, gap).rgb;
  vec3 later = history(uv, gap * 2.0).rgb;
  // The history is soft; where nothing moved the sharp picture is kept.
  float green = smoothstep(0.03, 0.12, apart(late, now));
  float blue = smoothstep(0.03, 0.12, apart(later, now));
  vec3 split = vec3(now.r, mix(now.g, late.g, green), mix(now.b, later.b, blue));
  float grey = luma(split);
  split = clamp(mix(vec3(grey), split, 1.0 + 0.35 * max(green, blue)), 0.0, 1.0);
  return vec4(mix(now, split, intensity), 1.0);
}
#else
vec4 effect(vec2 uv) {
  vec3 now = source(uv).rgb;
  float gap = 1.0 + floor(reach * 3.0 + 0.5);
  vec3 past[ECHOES];
  vec3 usual = now;
  for (int echo = 0; echo < ECHOES; echo += 1) {
    past[echo] = history(uv, float(echo + 1) * gap).rgb;
    usual += past[echo];
  }
  // What stands still is like the mean of all times; what differs from it is the dancer, passing.
  usual /= float(ECHOES + 1);
  float front = smoothstep(0.07, 0.24, apart(now, usual));
  vec3 shown = now;
  // Oldest first, so that the newest echo lies on top; the dancer of this moment stays in front.
  for (int echo = ECHOES - 1; echo >= 0; echo -= 1) {
    float age = float(echo + 1) / float(ECHOES);
    float fade = (1.0 - age * 0.6) * intensity;
#if defined(STYLE_GHOST)
    float passed = smoothstep(0.07, 0.24, apart(past[echo], usual)) * (1.0 - 0.85 * front);
    shown = mix(shown, past[echo], passed * fade * 0.8);
#else
    shown = max(shown, past[echo] * fade);
#endif
  }
  return vec4(shown, 1.0);
}
#endif
`,
    },
  ],
});
