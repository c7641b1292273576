/** The picture jumps forward on the beat. */
import { defineEffect } from '../effect';
import { place, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'punch-zoom',
  name: { en: 'Punch zoom', 'zh-TW': '節拍推進', 'zh-CN': '节拍推进', ja: 'パンチズーム', th: 'พันช์ซูม' },
  description: {
    en: 'Punches in on every beat.',
    'zh-TW': '每一拍都推近一下。',
    'zh-CN': '每一拍都推近一下。',
    ja: '拍ごとに寄ります。',
    th: 'ซูมเข้าทุกจังหวะ',
  },
  category: 'warp',
  kind: 'sample',
  needs: ['beats'],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    fall: slider({ en: 'Return', 'zh-TW': '回彈', 'zh-CN': '回弹', ja: '戻り', th: 'คืนกลับ' }, 0.4),
    blur: slider(WORDS.blur, 0.4),
    middle: place(WORDS.center, [0.5, 0.55]),
  },
  presets: [
    {
      id: 'kick',
      name: { en: 'Kick', 'zh-TW': '大鼓', 'zh-CN': '底鼓', ja: 'キック', th: 'คิก' },
      values: { intensity: 0.7, fall: 0.25, blur: 0.6 },
    },
    {
      id: 'breathe',
      name: { en: 'Breathe', 'zh-TW': '呼吸', 'zh-CN': '呼吸', ja: '呼吸', th: 'หายใจ' },
      values: { intensity: 0.35, fall: 0.9, blur: 0 },
    },
  ],
  passes: [
    {
      id: 'punch',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  float since = min(safeBeat(), 4.0);
  float rise = smoothstep(0.0, 0.05, since);
  float push = rise * exp(-max(since - 0.05, 0.0) / mix(0.06, 0.4, fall));
  float scale = 1.0 - 0.32 * intensity * push;
  float smear = blur * 0.16 * intensity * push;
  vec3 sum = vec3(0.0);
  for (int tap = 0; tap < 7; tap += 1) {
    float part = float(tap) / 6.0;
    sum += source(middle + (uv - middle) * scale * (1.0 - smear * part)).rgb;
  }
  return vec4(sum / 7.0, 1.0);
}`,
    },
  ],
});
