/** Few colours and a pattern of dots, as on the first screens. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'dither',
  name: { en: 'Dither', 'zh-TW': '抖色', 'zh-CN': '抖色', ja: 'ディザ', th: 'ดิเธอร์' },
  description: {
    en: 'A dot pattern in a handful of colours.',
    'zh-TW': '少數色彩的點狀圖樣。',
    'zh-CN': '少数色彩的点状图样。',
    ja: '数色の点描パターン。',
    th: 'ลายจุดไม่กี่สี',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    palette: choice({ en: 'Palette', 'zh-TW': '調色盤', 'zh-CN': '调色板', ja: 'パレット', th: 'จานสี' }, [
      ['two', { en: 'Two inks', 'zh-TW': '雙色', 'zh-CN': '双色', ja: '二色', th: 'สองสี' }],
      [
        'mac',
        { en: 'Paper and ink', 'zh-TW': '紙與墨', 'zh-CN': '纸与墨', ja: '紙とインク', th: 'กระดาษกับหมึก' },
      ],
      ['cga', { en: 'Neon four', 'zh-TW': '霓虹四色', 'zh-CN': '霓虹四色', ja: 'ネオン四色', th: 'นีออนสี่สี' }],
    ]),
    size: slider(WORDS.size, 0.5),
    first: swatch(WORDS.color, '#1a0f2e'),
    second: swatch(WORDS.secondColor, '#ffb3d1'),
    bias: slider({ en: 'Brightness', 'zh-TW': '亮度', 'zh-CN': '亮度', ja: '明るさ', th: 'ความสว่าง' }, 0.5),
  },
  presets: [
    {
      id: 'zine',
      name: { en: 'Zine', 'zh-TW': '小誌', 'zh-CN': '小志', ja: 'ジン', th: 'ซีน' },
      values: { palette: 'mac', size: 0.25 },
    },
    {
      id: 'mall',
      name: { en: 'Mall', 'zh-TW': '商場', 'zh-CN': '商场', ja: 'モール', th: 'ห้าง' },
      values: { palette: 'cga', size: 0.4 },
    },
    {
      id: 'rose',
      name: { en: 'Rose', 'zh-TW': '玫瑰', 'zh-CN': '玫瑰', ja: 'ローズ', th: 'กุหลาบ' },
      values: { palette: 'two', first: '#3b0820', second: '#ffd6e0' },
    },
  ],
  passes: [
    {
      id: 'dots',
      fragment: /* glsl */ `
// The place in Bayer's 8 by 8 order, built from 2 by 2 (Bayer 1973).
float order(vec2 cell) {
  float sum = 0.0;
  float weight = 0.25;
  for (int level = 0; level < 3; level += 1) {
    vec2 bit = mod(floor(cell / exp2(float(level))), 2.0);
    sum += weight * (bit.x < 0.5 ? (bit.y < 0.5 ? 0.0 : 3.0) : (bit.y < 0.5 ? 2.0 : 1.0));
    weight *= 0.25;
  }
  return sum;
}
vec4 effect(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  float rows = mix(240.0, 80.0, size);
  vec2 cell = floor(uv * aspect * rows);
  vec3 rgb = source((cell + 0.5) / rows / aspect).rgb;
  rgb = clamp(rgb + (bias - 0.5) * 0.7, 0.0, 1.0);
  float limit = order(cell) + 0.5 / 64.0;
#if defined(PALETTE_CGA)
  float cool = step(limit, clamp(0.5 + (rgb.b + rgb.g * 0.5 - rgb.r * 1.3) * 1.2, 0.0, 1.0));
  vec3 tone = mix(vec3(1.0, 0.28, 0.85), vec3(0.3, 0.95, 1.0), cool);
  float grey = luma(rgb);
  float bright = step(limit, clamp(grey * 2.0 - 1.0, 0.0, 1.0));
  float seen = step(limit, clamp(grey * 2.0, 0.0, 1.0));
  return vec4(mix(vec3(0.02), mix(tone, vec3(0.98), bright), seen), 1.0);
#elif defined(PALETTE_MAC)
  vec3 dark = mix(vec3(0.07, 0.07, 0.09), first, 0.25);
  vec3 paper = mix(vec3(0.96, 0.95, 0.9), second, 0.15);
  return vec4(mix(dark, paper, step(limit, luma(rgb))), 1.0);
#else
  return vec4(mix(first, second, step(limit, luma(rgb))), 1.0);
#endif
}`,
    },
  ],
});
