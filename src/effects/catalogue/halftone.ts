/** Dots of ink on paper, as in a comic. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'halftone',
  name: { en: 'Comic dots', 'zh-TW': '漫畫網點', 'zh-CN': '漫画网点', ja: '網点コミック', th: 'จุดการ์ตูน' },
  description: {
    en: 'Prints the picture in dots, like a comic.',
    'zh-TW': '像漫畫一樣用網點印出畫面。',
    'zh-CN': '像漫画一样用网点印出画面。',
    ja: '漫画のような網点で刷ります。',
    th: 'พิมพ์ภาพเป็นจุดแบบหนังสือการ์ตูน',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    size: slider(WORDS.size, 0.35),
    vivid: slider({ en: 'Colour', 'zh-TW': '色彩', 'zh-CN': '色彩', ja: '色', th: 'สีสัน' }, 0.7),
    ink: swatch({ en: 'Ink', 'zh-TW': '墨色', 'zh-CN': '墨色', ja: 'インク', th: 'หมึก' }, '#17122b'),
  },
  presets: [
    {
      id: 'pop',
      name: { en: 'Pop art', 'zh-TW': '普普', 'zh-CN': '波普', ja: 'ポップ', th: 'ป๊อปอาร์ต' },
      values: { size: 0.5, vivid: 1, ink: '#17122b' },
    },
    {
      id: 'news',
      name: { en: 'Newspaper', 'zh-TW': '報紙', 'zh-CN': '报纸', ja: '新聞', th: 'หนังสือพิมพ์' },
      values: { size: 0.2, vivid: 0, ink: '#1b1b1b' },
    },
  ],
  passes: [
    {
      id: 'dots',
      fragment: /* glsl */ `
const mat2 SCREEN = mat2(0.866, 0.5, -0.5, 0.866);
vec4 effect(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  float rows = mix(150.0, 52.0, size);
  vec2 place = SCREEN * (uv * aspect * rows);
  vec2 cell = floor(place) + 0.5;
  // The colour of the whole dot is read at its centre.
  vec3 rgb = source((cell * SCREEN) / rows / aspect).rgb;
  float dark = 1.0 - smoothstep(0.02, 0.66, luma(rgb));
  float radius = sqrt(dark) * 0.74;
  float soft = rows / resolution.y * 0.9;
  float dot = 1.0 - smoothstep(radius - soft, radius + soft, length(place - cell));
  // Flat inks: light paper tinted with the picture's own colour, without its shadows.
  vec3 here = source(uv).rgb;
  float peak = max(here.r, max(here.g, here.b)) + 0.001;
  vec3 hue = here / peak;
  hue = mix(vec3(luma(hue)), hue, 1.7);
  float light = smoothstep(0.05, 0.8, peak);
  vec3 paper = mix(vec3(0.97, 0.95, 0.9), clamp(hue, 0.0, 1.0) * (0.55 + 0.45 * light), vivid);
  return vec4(mix(paper, mix(ink, ink * 0.5 + paper * 0.2, vivid * 0.5), dot * dark * 1.15), 1.0);
}`,
    },
  ],
});
