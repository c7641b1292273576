/** Warm light creeps in at the edges. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'light-leak',
  name: { en: 'Light leak', 'zh-TW': '漏光', 'zh-CN': '漏光', ja: 'ライトリーク', th: 'แสงรั่ว' },
  description: {
    en: 'Warm light drifts in from the edges.',
    'zh-TW': '暖光從邊緣飄入。',
    'zh-CN': '暖光从边缘飘入。',
    ja: '縁から暖かい光が漂います。',
    th: 'แสงอุ่นลอยเข้ามาจากขอบ',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    first: swatch(WORDS.color, '#ff8a3d'),
    second: swatch(WORDS.secondColor, '#ff3d7f'),
    intensity: slider(WORDS.intensity, 0.6),
    speed: slider(WORDS.speed, 0.4),
  },
  presets: [
    {
      id: 'sun',
      name: { en: 'Late sun', 'zh-TW': '夕照', 'zh-CN': '夕照', ja: '西日', th: 'แดดยามเย็น' },
      values: { first: '#ffc05a', second: '#ff6a2b', intensity: 0.7 },
    },
    {
      id: 'party',
      name: { en: 'Party', 'zh-TW': '派對', 'zh-CN': '派对', ja: 'パーティー', th: 'ปาร์ตี้' },
      values: { first: '#2de2ff', second: '#ff2fd0', intensity: 0.65, speed: 0.8 },
    },
  ],
  passes: [
    {
      id: 'leak',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  float pace = time * (0.1 + 0.9 * speed);
  vec2 at = uv * vec2(resolution.x / resolution.y, 1.0);
  float right = exp(-pow((1.0 - uv.x + 0.12 * sin(pace * 1.3 + uv.y * 2.0)) * 3.2, 2.0)) * (0.6 + 0.4 * sin(pace + uv.y * 3.0));
  float top = exp(-pow((1.05 - uv.y + 0.1 * sin(pace * 0.9 + at.x * 4.0)) * 3.6, 2.0)) * (0.55 + 0.45 * sin(pace * 0.7 + 2.0));
  float left = exp(-pow((uv.x + 0.08 * sin(pace * 0.8 + uv.y * 2.6)) * 4.0, 2.0)) * (0.45 + 0.45 * sin(pace * 1.1 + 4.0 - uv.y * 2.0));
  float beam = exp(-pow((at.x * 0.9 - at.y * 0.5 + 0.25 + 0.35 * sin(pace * 0.5)) * 3.4, 2.0)) * 0.35;
  vec3 light = first * (right * 1.2 + beam) + second * (left * 1.1 + top * 0.8) + mix(first, second, 0.5) * right * top;
  return vec4(1.0 - (1.0 - rgb) * (1.0 - clamp(light * intensity * 1.25, 0.0, 1.0)), 1.0);
}`,
    },
  ],
});
