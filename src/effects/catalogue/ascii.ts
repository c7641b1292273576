/** Letters instead of pixels, drawn from 5 by 5 dots. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'ascii',
  name: { en: 'ASCII', 'zh-TW': '字元畫', 'zh-CN': '字符画', ja: 'アスキー', th: 'แอสกี' },
  description: {
    en: 'Written in glowing letters.',
    'zh-TW': '用發光的字元寫成。',
    'zh-CN': '用发光的字符写成。',
    ja: '光る文字で描きます。',
    th: 'เขียนด้วยตัวอักษรเรืองแสง',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    size: slider(WORDS.size, 0.4),
    tint: swatch(WORDS.color, '#38ff8a'),
    natural: slider({ en: 'Own colours', 'zh-TW': '原色', 'zh-CN': '原色', ja: '元の色', th: 'สีเดิม' }, 0.35),
    glow: slider(WORDS.glow, 0.4),
  },
  presets: [
    {
      id: 'terminal',
      name: { en: 'Terminal', 'zh-TW': '終端機', 'zh-CN': '终端', ja: '端末', th: 'เทอร์มินัล' },
      values: { tint: '#38ff8a', natural: 0 },
    },
    {
      id: 'rain',
      name: { en: 'Amber', 'zh-TW': '琥珀', 'zh-CN': '琥珀', ja: 'アンバー', th: 'อำพัน' },
      values: { tint: '#ffb000', natural: 0, size: 0.5 },
    },
    {
      id: 'typed',
      name: { en: 'Colour print', 'zh-TW': '彩色列印', 'zh-CN': '彩色打印', ja: 'カラー印字', th: 'พิมพ์สี' },
      values: { natural: 1, size: 0.25, glow: 0.1 },
    },
  ],
  passes: [
    {
      id: 'type',
      fragment: /* glsl */ `
// Eight characters from empty to full, each 5 by 5 bits, row by row from below: . : - + * % #.
const int GLYPHS[8] = int[8](0, 4, 131200, 14336, 145536, 332772, 18157905, 11512810);
float glyph(int bits, vec2 at) {
  vec2 cell = floor(at * 7.0) - 1.0;
  if (cell.x < 0.0 || cell.y < 0.0 || cell.x > 4.0 || cell.y > 4.0) return 0.0;
  return float((bits >> int(cell.x + cell.y * 5.0)) & 1);
}
vec4 effect(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  float rows = mix(84.0, 30.0, size);
  vec2 cell = floor(uv * aspect * rows);
  vec2 middle = (cell + 0.5) / rows / aspect;
  vec3 rgb = vec3(0.0);
  // Nine places of the tile stand for all of it.
  for (int spot = 0; spot < 9; spot += 1) {
    vec2 away = vec2(float(spot % 3) - 1.0, float(spot / 3) - 1.0) / 3.0;
    rgb += source(middle + away / rows / aspect).rgb / 9.0;
  }
  float grey = smoothstep(0.03, 0.9, luma(rgb));
  int bits = GLYPHS[int(min(grey * 8.0, 7.0))];
  // Four places within the pixel, so that a small picture shows soft letters instead of broken ones.
  float ink = 0.0;
  for (int spot = 0; spot < 4; spot += 1) {
    vec2 off = (vec2(float(spot & 1), float(spot >> 1)) - 0.5) * 0.5 / resolution.y;
    ink += 0.25 * glyph(bits, clamp(fract(uv * aspect * rows) + off * rows, 0.0, 0.999));
  }
  vec3 paint = mix(tint * (0.45 + 0.75 * grey), rgb * 1.35 + 0.08, natural);
  vec3 ground = mix(tint, rgb, natural) * (0.04 + 0.22 * glow * grey);
  return vec4(clamp(mix(ground, paint, ink), 0.0, 1.0), 1.0);
}`,
    },
  ],
});
