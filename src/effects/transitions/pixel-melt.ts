/** Columns of the picture run down. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'pixel-melt',
  name: {
    en: 'Pixel melt',
    'zh-TW': '像素融化',
    'zh-CN': '像素融化',
    ja: 'ピクセルメルト',
    th: 'พิกเซลละลาย',
  },
  description: {
    en: 'The picture melts down in columns.',
    'zh-TW': '畫面一條條融化流下。',
    'zh-CN': '画面一条条融化流下。',
    ja: '映像が縦に溶け落ちます。',
    th: 'ภาพละลายไหลลงเป็นแนว',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: true,
  params: {
    size: slider(WORDS.size, 0.4),
    spread: slider(WORDS.spread, 0.5),
  },
  presets: [
    {
      id: 'drip',
      name: { en: 'Drips', 'zh-TW': '滴落', 'zh-CN': '滴落', ja: 'しずく', th: 'หยด' },
      values: { size: 0.15, spread: 0.9 },
    },
    {
      id: 'bars',
      name: { en: 'Bars', 'zh-TW': '長條', 'zh-CN': '长条', ja: 'バー', th: 'แถบ' },
      values: { size: 0.9, spread: 0.35 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  float columns = mix(70.0, 9.0, size);
  float column = floor(uv.x * columns);
  // Neighbours run alike, as wax does.
  float late = 0.6 * hash(vec3(floor(column / 4.0), 1.0, seed * 4096.0)) + 0.4 * hash(vec3(column, 2.0, seed * 4096.0));
  float delay = late * (0.15 + 0.6 * spread);
  float fall = clamp((progress - delay) / max(1.0 - delay, 1e-3), 0.0, 1.0);
  fall = fall * fall;
  vec2 place = vec2(uv.x, uv.y + fall);
  return place.y > 1.0 || progress >= 1.0 ? to(uv) : from(place);
}`,
    },
  ],
});
