/** Warm light washes over the cut. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'leak',
  name: { en: 'Light leak', 'zh-TW': '漏光', 'zh-CN': '漏光', ja: 'ライトリーク', th: 'แสงรั่ว' },
  description: {
    en: 'A wash of warm light carries you over.',
    'zh-TW': '一片暖光帶你過渡。',
    'zh-CN': '一片暖光带你过渡。',
    ja: '暖かい光が次へ運びます。',
    th: 'แสงอุ่นอาบพาข้ามไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    first: swatch(WORDS.color, '#ff9a3d'),
    second: swatch(WORDS.secondColor, '#ff3d6e'),
    intensity: slider(WORDS.intensity, 0.7),
  },
  presets: [
    {
      id: 'golden',
      name: {
        en: 'Golden hour',
        'zh-TW': '黃金時刻',
        'zh-CN': '黄金时刻',
        ja: 'ゴールデンアワー',
        th: 'แสงทอง',
      },
      values: { first: '#ffc861', second: '#ff7b39', intensity: 0.8 },
    },
    {
      id: 'violet',
      name: { en: 'Violet', 'zh-TW': '紫羅蘭', 'zh-CN': '紫罗兰', ja: 'すみれ', th: 'ม่วง' },
      values: { first: '#b36bff', second: '#3d7bff', intensity: 0.7 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  float wave = sin(progress * 3.14159265);
  vec3 shown = mix(from(uv).rgb, to(uv).rgb, smoothstep(0.3, 0.7, progress));
  vec2 at = uv * vec2(resolution.x / resolution.y, 1.0);
  float sweep = progress * 2.2 - 0.6;
  float near = exp(-pow((at.x * 0.8 + at.y * 0.35 - sweep) * 2.1, 2.0));
  float far = exp(-pow((at.x * 0.5 - at.y * 0.5 + 0.7 - sweep) * 1.4, 2.0));
  vec3 light = (first * near * 1.5 + second * far) * intensity * wave;
  return vec4(1.0 - (1.0 - shown) * (1.0 - clamp(light, 0.0, 1.0)), 1.0);
}`,
    },
  ],
});
