/** Two inks: one for the shadows, one for the light. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';

export default defineEffect({
  id: 'duotone',
  name: { en: 'Duotone', 'zh-TW': '雙色調', 'zh-CN': '双色调', ja: 'デュオトーン', th: 'สองโทนสี' },
  description: {
    en: 'Prints the picture in two colours.',
    'zh-TW': '用兩種顏色呈現畫面。',
    'zh-CN': '用两种颜色呈现画面。',
    ja: '映像を二色で刷り上げます。',
    th: 'พิมพ์ภาพด้วยสีเพียงสองสี',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    shadows: swatch({ en: 'Shadows', 'zh-TW': '陰影', 'zh-CN': '阴影', ja: '影の色', th: 'สีเงา' }, '#2a0b5e'),
    lights: swatch({ en: 'Lights', 'zh-TW': '亮部', 'zh-CN': '亮部', ja: '光の色', th: 'สีสว่าง' }, '#ff9d6e'),
    contrast: slider(
      { en: 'Contrast', 'zh-TW': '對比', 'zh-CN': '对比度', ja: 'コントラスト', th: 'คอนทราสต์' },
      0.5,
    ),
  },
  presets: [
    {
      id: 'sunset',
      name: { en: 'Sunset', 'zh-TW': '夕陽', 'zh-CN': '夕阳', ja: '夕焼け', th: 'อาทิตย์ตก' },
      values: { shadows: '#2a0b5e', lights: '#ff9d6e', contrast: 0.5 },
    },
    {
      id: 'acid',
      name: { en: 'Acid', 'zh-TW': '螢光', 'zh-CN': '荧光', ja: 'アシッド', th: 'นีออนจัด' },
      values: { shadows: '#1b1464', lights: '#c8ff3d', contrast: 0.6 },
    },
    {
      id: 'ice',
      name: { en: 'Ice', 'zh-TW': '冰藍', 'zh-CN': '冰蓝', ja: 'アイス', th: 'น้ำแข็ง' },
      values: { shadows: '#06204a', lights: '#d9f6ff', contrast: 0.55 },
    },
  ],
  passes: [
    {
      id: 'color',
      fragment: /* glsl */ `
vec4 color(vec4 rgba, vec2 uv) {
  float grey = dot(rgba.rgb, vec3(0.34, 0.5, 0.16));
  float low = contrast * 0.22;
  float tone = smoothstep(low, 1.0 - low, grey);
  // The inks meet in linear light, so the middle does not turn muddy; the deepest shadow stays deep.
  vec3 ink = mix(toLinear(shadows) * (0.35 + 0.65 * smoothstep(0.0, 0.25, grey)), toLinear(lights), tone * tone * 0.45 + tone * 0.55);
  vec3 paper = vec3(smoothstep(0.86, 1.0, grey) * 0.55);
  return vec4(toDisplay(ink + paper * (1.0 - ink)), 1.0);
}`,
    },
  ],
});
