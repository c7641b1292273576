/** The picture lies under moving water. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'ripple',
  name: { en: 'Ripple', 'zh-TW': '水波', 'zh-CN': '水波', ja: 'さざ波', th: 'ระลอกน้ำ' },
  description: {
    en: 'Water moves over the picture.',
    'zh-TW': '水波蕩過畫面。',
    'zh-CN': '水波荡过画面。',
    ja: '水面がゆれます。',
    th: 'ผิวน้ำพลิ้วผ่านภาพ',
  },
  category: 'warp',
  kind: 'coord',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.45),
    size: slider(WORDS.size, 0.5),
    speed: slider(WORDS.speed, 0.5),
  },
  presets: [
    {
      id: 'pool',
      name: { en: 'Pool', 'zh-TW': '泳池', 'zh-CN': '泳池', ja: 'プール', th: 'สระน้ำ' },
      values: { intensity: 0.35, size: 0.7, speed: 0.4 },
    },
    {
      id: 'heat',
      name: { en: 'Heat haze', 'zh-TW': '熱浪', 'zh-CN': '热浪', ja: '陽炎', th: 'ไอร้อน' },
      values: { intensity: 0.2, size: 0.1, speed: 0.9 },
    },
  ],
  passes: [
    {
      id: 'water',
      fragment: /* glsl */ `
vec2 coord(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  vec2 at = uv * aspect;
  float pace = time * (0.6 + 5.0 * speed);
  float fine = mix(46.0, 11.0, size);
  vec2 wave = vec2(
    sin(at.y * fine + pace) + 0.6 * sin(at.y * fine * 1.7 - pace * 1.3 + at.x * 4.0),
    cos(at.x * fine * 0.9 - pace * 0.8) + 0.6 * cos(at.x * fine * 1.5 + pace * 1.1 + at.y * 5.0));
  return uv + wave * (0.001 + 0.014 * intensity) * mix(0.6, 1.3, size) / aspect;
}`,
    },
  ],
});
