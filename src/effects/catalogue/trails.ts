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
      ['rainbow', { en: 'Rainbow', 'zh-TW': '彩虹', 'zh-CN': '彩虹', ja: '虹', th: 'สายรุ้ง' }],
      ['ghost', { en: 'Ghost', 'zh-TW': '幽影', 'zh-CN': '幽影', ja: 'ゴースト', th: 'เงาผี' }],
      ['light', { en: 'Light', 'zh-TW': '光軌', 'zh-CN': '光轨', ja: '光跡', th: 'แสง' }],
    ]),
    intensity: slider(WORDS.intensity, 0.7),
    reach: slider(WORDS.length, 0.6),
  },
  presets: [
    {
      id: 'aura',
      name: {
        en: 'Rainbow aura',
        'zh-TW': '彩虹氣場',
        'zh-CN': '彩虹气场',
        ja: '虹のオーラ',
        th: 'ออร่าสายรุ้ง',
      },
      values: { style: 'rainbow', intensity: 0.85, reach: 0.7 },
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
vec3 echoColor(float age) {
  // From warm to cool round the wheel, always bright.
  return clamp(0.62 + 0.48 * cos(6.28318530718 * (age * 0.82 + vec3(0.92, 0.62, 0.3))), 0.0, 1.0);
}
float apart(vec3 a, vec3 b) {
  vec3 away = abs(a - b);
  return smoothstep(0.07, 0.24, max(away.r, max(away.g, away.b)));
}
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
  float front = apart(now, usual);
  vec3 shown = now;
  // Oldest first, so that the newest echo lies on top; the dancer of this moment stays in front.
  for (int echo = ECHOES - 1; echo >= 0; echo -= 1) {
    float age = float(echo + 1) / float(ECHOES);
    float fade = (1.0 - age * 0.6) * intensity;
    float passed = apart(past[echo], usual) * (1.0 - 0.85 * front);
#if defined(STYLE_RAINBOW)
    vec3 tube = echoColor(age) * (0.55 + 0.65 * luma(past[echo]));
    shown = mix(shown, mix(tube, 1.0 - (1.0 - tube) * (1.0 - shown), 0.35), passed * fade);
#elif defined(STYLE_GHOST)
    shown = mix(shown, past[echo], passed * fade * 0.8);
#else
    shown = max(shown, past[echo] * (1.0 - age * 0.6) * intensity);
#endif
  }
  return vec4(shown, 1.0);
}`,
    },
  ],
});
