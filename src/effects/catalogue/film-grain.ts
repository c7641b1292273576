/** The living grain of film: finer in the light, another pattern twenty-four times a second. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'film-grain',
  name: { en: 'Film grain', 'zh-TW': '底片顆粒', 'zh-CN': '胶片颗粒', ja: 'フィルム粒子', th: 'เกรนฟิล์ม' },
  description: {
    en: 'The soft, moving grain of film.',
    'zh-TW': '像底片一樣柔和流動的顆粒。',
    'zh-CN': '像胶片一样柔和流动的颗粒。',
    ja: 'フィルムのように揺らぐ、やわらかな粒子。',
    th: 'เม็ดเกรนนุ่ม ๆ ที่เคลื่อนไหวเหมือนฟิล์มจริง',
  },
  category: 'retro',
  kind: 'color',
  needs: [],
  seeded: true,
  params: {
    intensity: slider(WORDS.intensity, 0.45),
    size: slider(WORDS.size, 0.35),
    tinted: slider({ en: 'Colour', 'zh-TW': '色彩', 'zh-CN': '色彩', ja: '色味', th: 'สีในเกรน' }, 0.3),
  },
  presets: [
    {
      id: 'fine',
      name: {
        en: 'Fine 35 mm',
        'zh-TW': '細緻 35 mm',
        'zh-CN': '细腻 35 mm',
        ja: '35mm',
        th: 'ละเอียด 35 มม.',
      },
      values: { intensity: 0.3, size: 0.2, tinted: 0.25 },
    },
    {
      id: 'super8',
      name: { en: 'Super 8', 'zh-TW': '超 8', 'zh-CN': '超 8', ja: 'スーパー8', th: 'ซูเปอร์ 8' },
      values: { intensity: 0.75, size: 0.7, tinted: 0.5 },
    },
  ],
  passes: [
    {
      id: 'color',
      fragment: /* glsl */ `
float grainAt(vec2 place, float layer) {
  vec2 cell = floor(place);
  vec2 inside = fract(place);
  inside = inside * inside * (3.0 - 2.0 * inside);
  float below = mix(hash(vec3(cell, layer)), hash(vec3(cell + vec2(1.0, 0.0), layer)), inside.x);
  float above = mix(hash(vec3(cell + vec2(0.0, 1.0), layer)), hash(vec3(cell + 1.0, layer)), inside.x);
  return mix(below, above, inside.y) - 0.5;
}
vec4 color(vec4 rgba, vec2 uv) {
  // Cells are a part of the height, so that a small preview has the grain of the large film.
  float rows = mix(620.0, 210.0, size);
  vec2 place = uv * vec2(resolution.x / resolution.y, 1.0) * rows;
  float layer = floor(time * 24.0 + 0.01) + floor(seed * 65536.0) * 7.0;
  float grey = grainAt(place, layer);
  vec3 grain = vec3(grey);
  if (tinted > 0.0) grain = mix(grain, vec3(grey, grainAt(place + 31.7, layer), -grey), tinted * 0.7);
  float tone = luma(rgba.rgb);
  float weight = (0.35 + 0.65 * (1.0 - tone)) * smoothstep(0.0, 0.12, tone + 0.04);
  return vec4(rgba.rgb + grain * weight * intensity * 0.42, 1.0);
}`,
    },
  ],
});
