/** Colours part towards the corners, as in a cheap lens. */
import { defineEffect } from '../effect';
import { place, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'chromatic-aberration',
  name: { en: 'Chromatic lens', 'zh-TW': '色差鏡頭', 'zh-CN': '色差镜头', ja: '色収差', th: 'เลนส์เหลื่อมสี' },
  description: {
    en: 'Colours part towards the corners.',
    'zh-TW': '色彩向角落散開。',
    'zh-CN': '色彩向角落散开。',
    ja: '四隅へ色がにじみます。',
    th: 'สีแยกออกไปทางมุมภาพ',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    softness: slider(WORDS.softness, 0.4),
    middle: place(WORDS.center, [0.5, 0.5]),
  },
  presets: [
    {
      id: 'subtle',
      name: { en: 'Subtle', 'zh-TW': '細微', 'zh-CN': '细微', ja: 'ほのか', th: 'บาง ๆ' },
      values: { intensity: 0.2 },
    },
    {
      id: 'toy',
      name: { en: 'Toy lens', 'zh-TW': '玩具鏡頭', 'zh-CN': '玩具镜头', ja: 'トイレンズ', th: 'เลนส์ของเล่น' },
      values: { intensity: 0.9, softness: 0.8 },
    },
  ],
  passes: [
    {
      id: 'part',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 offset = (uv - middle) * vec2(resolution.x / resolution.y, 1.0);
  float away = dot(offset, offset);
  vec2 shift = (uv - middle) * away * intensity * 0.32;
  vec3 sum = vec3(0.0);
  vec3 total = vec3(0.0);
  // Five places along the rainbow, red outermost.
  for (int tap = 0; tap < 5; tap += 1) {
    float at = float(tap) / 4.0;
    vec3 weight = vec3(smoothstep(0.35, 1.0, at), 1.0 - abs(at - 0.5) * 2.0, 1.0 - smoothstep(0.0, 0.65, at));
    weight = mix(step(vec3(0.6), weight), weight, softness) + 1e-3;
    sum += source(uv - shift * (at - 0.5) * 2.0).rgb * weight;
    total += weight;
  }
  return vec4(sum / total, 1.0);
}`,
    },
  ],
});
