/** Everything turns round one point. */
import { defineEffect } from '../effect';
import { place, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'swirl',
  name: { en: 'Swirl', 'zh-TW': '漩渦', 'zh-CN': '漩涡', ja: 'うずまき', th: 'หมุนวน' },
  description: {
    en: 'Twists the picture round one point.',
    'zh-TW': '將畫面繞一點扭轉。',
    'zh-CN': '将画面绕一点扭转。',
    ja: '一点を中心にねじれます。',
    th: 'บิดภาพรอบจุดหนึ่ง',
  },
  category: 'warp',
  kind: 'coord',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    size: slider(WORDS.size, 0.55),
    sway: slider({ en: 'Sway', 'zh-TW': '擺動', 'zh-CN': '摆动', ja: 'ゆれ', th: 'แกว่ง' }, 0.4),
    middle: place(WORDS.center, [0.5, 0.5]),
  },
  presets: [
    {
      id: 'drain',
      name: { en: 'Drain', 'zh-TW': '排水口', 'zh-CN': '排水口', ja: '渦', th: 'น้ำวน' },
      values: { intensity: 0.9, size: 0.8, sway: 0 },
    },
    {
      id: 'dizzy',
      name: { en: 'Dizzy', 'zh-TW': '暈眩', 'zh-CN': '晕眩', ja: 'めまい', th: 'เวียนหัว' },
      values: { intensity: 0.45, size: 0.7, sway: 1 },
    },
  ],
  passes: [
    {
      id: 'turn',
      fragment: /* glsl */ `
vec2 coord(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  vec2 at = (uv - middle) * aspect;
  float reach = 0.1 + 0.6 * size;
  float near = max(0.0, 1.0 - length(at) / reach);
  float turn = near * near * intensity * 5.0 * mix(1.0, sin(time * 1.6), sway);
  float c = cos(turn);
  float s = sin(turn);
  return middle + vec2(c * at.x - s * at.y, s * at.x + c * at.y) / aspect;
}`,
    },
  ],
});
