/** The stage in several panels. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'split-screens',
  name: { en: 'Split screens', 'zh-TW': '分割畫面', 'zh-CN': '分割画面', ja: '画面分割', th: 'แบ่งจอ' },
  description: {
    en: 'Shows the dance in several panels at once.',
    'zh-TW': '同時以多個畫格呈現。',
    'zh-CN': '同时以多个画格呈现。',
    ja: 'いくつもの画面で同時に。',
    th: 'แสดงหลายช่องพร้อมกัน',
  },
  category: 'warp',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    panels: choice({ en: 'Panels', 'zh-TW': '畫格', 'zh-CN': '画格', ja: 'パネル', th: 'ช่อง' }, [
      ['three', { en: 'Three rows', 'zh-TW': '三橫列', 'zh-CN': '三横列', ja: '三段', th: 'สามแถว' }],
      ['two', { en: 'Two', 'zh-TW': '兩格', 'zh-CN': '两格', ja: '二分割', th: 'สอง' }],
      ['four', { en: 'Four', 'zh-TW': '四格', 'zh-CN': '四格', ja: '四分割', th: 'สี่' }],
      ['nine', { en: 'Nine', 'zh-TW': '九格', 'zh-CN': '九格', ja: '九分割', th: 'เก้า' }],
    ]),
    zoom: slider(WORDS.zoom, 0.3),
    gap: slider({ en: 'Gap', 'zh-TW': '間隙', 'zh-CN': '间隙', ja: 'すき間', th: 'ช่องว่าง' }, 0.3),
    tint: slider(
      { en: 'Colour play', 'zh-TW': '色彩變化', 'zh-CN': '色彩变化', ja: '色あそび', th: 'เล่นสี' },
      0.4,
    ),
  },
  presets: [
    {
      id: 'pop',
      name: { en: 'Pop art', 'zh-TW': '普普', 'zh-CN': '波普', ja: 'ポップアート', th: 'ป๊อปอาร์ต' },
      values: { panels: 'four', tint: 1, gap: 0.1 },
    },
    {
      id: 'tower',
      name: { en: 'Tower', 'zh-TW': '高塔', 'zh-CN': '高塔', ja: 'タワー', th: 'หอคอย' },
      values: { panels: 'three', zoom: 0.2, tint: 0 },
    },
    {
      id: 'wall',
      name: { en: 'Video wall', 'zh-TW': '電視牆', 'zh-CN': '电视墙', ja: 'ビデオウォール', th: 'กำแพงวิดีโอ' },
      values: { panels: 'nine', gap: 0.6, tint: 0.25 },
    },
  ],
  passes: [
    {
      id: 'panels',
      fragment: /* glsl */ `
#if defined(PANELS_NINE)
const vec2 GRID = vec2(3.0, 3.0);
#elif defined(PANELS_FOUR)
const vec2 GRID = vec2(2.0, 2.0);
#elif defined(PANELS_TWO)
const vec2 GRID = vec2(1.0, 2.0);
#else
const vec2 GRID = vec2(1.0, 3.0);
#endif
vec3 turned(vec3 rgb, float turn) {
  // Hue turned round the grey axis (Rodrigues).
  vec3 axis = vec3(0.57735);
  float c = cos(turn);
  return rgb * c + cross(axis, rgb) * sin(turn) + axis * dot(axis, rgb) * (1.0 - c);
}
vec4 effect(vec2 uv) {
  vec2 at = uv * GRID;
  vec2 cell = floor(min(at, GRID - 0.001));
  vec2 part = at - cell;
  float index = cell.x + (GRID.y - 1.0 - cell.y) * GRID.x;
  // Each panel keeps the film's proportions: a window of the picture round its middle.
  vec2 window = GRID.x > 1.5 ? vec2(1.0) : vec2(1.0, 1.0 / GRID.y);
  window *= mix(1.0, 0.55, zoom);
  float flip = mod(index, 2.0) < 0.5 ? 1.0 : -1.0;
  // Low panels look a little above the middle, where faces are.
  vec2 place = vec2(0.5, mix(0.5, 0.62, step(window.y, 0.5))) + (part - 0.5) * window * vec2(flip, 1.0);
  vec3 rgb = source(place).rgb;
  rgb = mix(rgb, clamp(turned(rgb, index * 1.3), 0.0, 1.0), tint * step(0.5, index));
  vec2 edge = min(part, 1.0 - part) / GRID * vec2(resolution.x / resolution.y, 1.0);
  float line = smoothstep(0.0, 0.0015, min(edge.x, edge.y) - gap * 0.012);
  return vec4(rgb * line, 1.0);
}`,
    },
  ],
});
