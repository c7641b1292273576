/** One flash of light hides the cut. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'flash',
  name: { en: 'Flash', 'zh-TW': '閃光', 'zh-CN': '闪光', ja: 'フラッシュ', th: 'แฟลช' },
  description: {
    en: 'One flash of light hides the cut.',
    'zh-TW': '一道閃光藏住剪接點。',
    'zh-CN': '一道闪光藏住剪接点。',
    ja: '一瞬の光がつなぎ目を隠します。',
    th: 'แสงวาบเดียวซ่อนรอยตัด',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    tint: swatch(WORDS.color, '#fff6e6'),
    intensity: slider(WORDS.intensity, 0.8),
  },
  presets: [
    {
      id: 'camera',
      name: { en: 'Camera', 'zh-TW': '相機', 'zh-CN': '相机', ja: 'カメラ', th: 'กล้อง' },
      values: { tint: '#ffffff', intensity: 1 },
    },
    {
      id: 'neon',
      name: { en: 'Neon', 'zh-TW': '霓虹', 'zh-CN': '霓虹', ja: 'ネオン', th: 'นีออน' },
      values: { tint: '#ff3dd4', intensity: 0.7 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  vec3 shown = progress < 0.5 ? from(uv).rgb : to(uv).rgb;
  // Up in a moment, down slowly, as a bulb.
  float light = progress < 0.5 ? smoothstep(0.2, 0.5, progress) : 1.0 - smoothstep(0.5, 1.0, progress);
  light *= intensity;
  vec3 burnt = shown + tint * light * 1.3;
  return vec4(mix(burnt, tint, light * light * 0.8), 1.0);
}`,
    },
  ],
});
