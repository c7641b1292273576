/** Light on the beat, never more often than is safe. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'strobe',
  name: { en: 'Strobe', 'zh-TW': '頻閃', 'zh-CN': '频闪', ja: 'ストロボ', th: 'สโตรบ' },
  description: {
    en: 'Club light on the beat, safely paced.',
    'zh-TW': '隨拍的夜店燈光，安全頻率。',
    'zh-CN': '随拍的夜店灯光，安全频率。',
    ja: '安全な間隔のクラブの光。',
    th: 'ไฟคลับตามจังหวะ ในความถี่ปลอดภัย',
  },
  category: 'time',
  kind: 'temporal',
  needs: ['beats'],
  history: 24,
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['dark', { en: 'Darkness', 'zh-TW': '暗場', 'zh-CN': '暗场', ja: '暗転', th: 'ความมืด' }],
      ['light', { en: 'Light', 'zh-TW': '亮光', 'zh-CN': '亮光', ja: '光', th: 'แสง' }],
      ['freeze', { en: 'Freeze', 'zh-TW': '定格', 'zh-CN': '定格', ja: '静止', th: 'หยุดนิ่ง' }],
    ]),
    intensity: slider(WORDS.intensity, 0.6),
    tint: swatch(WORDS.color, '#e9f0ff'),
    fall: slider({ en: 'Decay', 'zh-TW': '衰減', 'zh-CN': '衰减', ja: '余韻', th: 'การจาง' }, 0.45),
  },
  presets: [
    {
      id: 'club',
      name: { en: 'Club', 'zh-TW': '夜店', 'zh-CN': '夜店', ja: 'クラブ', th: 'คลับ' },
      values: { style: 'dark', intensity: 0.85, fall: 0.3 },
    },
    {
      id: 'flashbulb',
      name: { en: 'Flashbulb', 'zh-TW': '閃光燈', 'zh-CN': '闪光灯', ja: '閃光電球', th: 'หลอดแฟลช' },
      values: { style: 'light', intensity: 0.6, fall: 0.5 },
    },
    {
      id: 'poses',
      name: { en: 'Poses', 'zh-TW': '擺拍', 'zh-CN': '摆拍', ja: 'ポーズ', th: 'โพสท่า' },
      values: { style: 'freeze', intensity: 0.9 },
    },
  ],
  passes: [
    {
      id: 'light',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  // At most two flashes a second: of faster beats every second one, and twice a second without music.
  bool counted = beatPeriod > 0.0;
  float span = counted ? clamp(beatPeriod, 0.1, 3.0) : 0.5;
  float since = counted ? beat.y : mod(time, 0.5);
  float skip = span < 0.24 ? 4.0 : span < 0.48 ? 2.0 : 1.0;
  float place = counted ? mod(beat.z, skip) * span + since : since;
  float whole = span * skip;
  float glow = smoothstep(0.0, 0.05, place) * exp(-place / mix(0.07, 0.3, fall)) * smoothstep(whole, whole * 0.8, place);
  vec3 now = source(uv).rgb;
#if defined(STYLE_LIGHT)
  return vec4(mix(now, 1.0 - (1.0 - now) * (1.0 - tint * 0.7), glow * intensity), 1.0);
#elif defined(STYLE_FREEZE)
  // The picture of the flash stays until the next one, and fades into the moving one.
  vec3 kept = history(uv, clamp(floor(place / timeDelta + 0.5), 0.0, 24.0)).rgb;
  float hold = intensity * smoothstep(whole, whole * 0.55, place);
  return vec4(mix(now, mix(kept, kept * tint, 0.3), hold), 1.0);
#else
  vec3 dark = now * mix(vec3(1.0), tint * 0.12, intensity);
  return vec4(mix(dark, now * mix(vec3(1.0), tint, 0.3), glow), 1.0);
#endif
}`,
    },
  ],
});
