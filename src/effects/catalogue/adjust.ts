/** The six sliders that every picture may need. */
import { defineEffect } from '../effect';
import { slider } from '../params';

export default defineEffect({
  id: 'adjust',
  name: { en: 'Adjust', 'zh-TW': '調整', 'zh-CN': '调整', ja: '色調補正', th: 'ปรับภาพ' },
  description: {
    en: 'Light, contrast, colour and warmth of the picture.',
    'zh-TW': '調整畫面的亮度、對比、飽和度與色溫。',
    'zh-CN': '调整画面的亮度、对比度、饱和度与色温。',
    ja: '明るさ、コントラスト、彩度、色温度を整えます。',
    th: 'ปรับความสว่าง คอนทราสต์ ความสดของสี และโทนอุ่นเย็น',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    exposure: slider({ en: 'Exposure', 'zh-TW': '曝光', 'zh-CN': '曝光', ja: '露出', th: 'แสง' }, 0.53),
    contrast: slider(
      { en: 'Contrast', 'zh-TW': '對比', 'zh-CN': '对比度', ja: 'コントラスト', th: 'คอนทราสต์' },
      0.62,
    ),
    saturation: slider(
      { en: 'Saturation', 'zh-TW': '飽和度', 'zh-CN': '饱和度', ja: '彩度', th: 'ความสดของสี' },
      0.62,
    ),
    temperature: slider({ en: 'Warmth', 'zh-TW': '色溫', 'zh-CN': '色温', ja: '色温度', th: 'โทนอุ่น' }, 0.55),
    tint: slider({ en: 'Tint', 'zh-TW': '色調', 'zh-CN': '色调', ja: '色かぶり', th: 'เฉดสี' }, 0.5),
    vibrance: slider(
      {
        en: 'Vibrance',
        'zh-TW': '自然飽和度',
        'zh-CN': '自然饱和度',
        ja: '自然な彩度',
        th: 'ความสดแบบธรรมชาติ',
      },
      0.5,
    ),
  },
  presets: [
    {
      id: 'crisp',
      name: { en: 'Crisp', 'zh-TW': '清晰', 'zh-CN': '清晰', ja: 'くっきり', th: 'คมชัด' },
      values: { exposure: 0.54, contrast: 0.7, saturation: 0.6, temperature: 0.48 },
    },
    {
      id: 'golden',
      name: { en: 'Golden hour', 'zh-TW': '金色時光', 'zh-CN': '金色时光', ja: '夕暮れ', th: 'แสงทองยามเย็น' },
      values: { exposure: 0.54, contrast: 0.56, saturation: 0.62, temperature: 0.8 },
    },
    {
      id: 'mono',
      name: { en: 'Mono', 'zh-TW': '黑白', 'zh-CN': '黑白', ja: 'モノクロ', th: 'ขาวดำ' },
      values: { exposure: 0.52, contrast: 0.74, saturation: 0, temperature: 0.5 },
    },
  ],
  passes: [
    {
      id: 'color',
      fragment: /* glsl */ `
vec4 color(vec4 rgba, vec2 uv) {
  // 0.5 leaves each slider alone. Up to one and a half stops either way, in linear light.
  float warmth = (temperature - 0.5) * 0.7;
  vec3 white = vec3(1.0 + warmth * 0.55, 1.0 + warmth * 0.04, 1.0 - warmth * 0.62);
  // From green to magenta.
  float magenta = (tint - 0.5) * 0.5;
  white *= vec3(1.0 + magenta * 0.35, 1.0 - magenta * 0.55, 1.0 + magenta * 0.35);
  vec3 light = toLinear(rgba.rgb) * white * exp2((exposure - 0.5) * 3.0);
  vec3 shown = clamp(toDisplay(light), 0.0, 1.0);
  // An S round the middle that never clips above 0.5; a flatter line below.
  float slope = (contrast - 0.5) * 2.0;
  vec3 curve = shown * shown * (3.0 - 2.0 * shown);
  vec3 flatter = 0.46 + (shown - 0.46) * 0.35;
  shown = slope >= 0.0 ? mix(shown, curve, slope) : mix(shown, flatter, -slope);
  float amount = saturation < 0.5 ? saturation * 2.0 : 1.0 + (saturation - 0.5) * 1.8;
  // What is dull is moved most, and what is vivid or skin hardly at all.
  float most = max(shown.r, max(shown.g, shown.b));
  float vivid = most > 0.0 ? (most - min(shown.r, min(shown.g, shown.b))) / most : 0.0;
  amount *= 1.0 + (vibrance - 0.5) * 2.0 * (1.0 - vivid) * (vibrance < 0.5 ? 1.0 : 1.6);
  return vec4(clamp(mix(vec3(luma(shown)), shown, amount), 0.0, 1.0), 1.0);
}`,
    },
  ],
});
