/** Grades with the character of well-loved films. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';

export default defineEffect({
  id: 'film-stock',
  name: { en: 'Film stock', 'zh-TW': '底片色調', 'zh-CN': '胶片色调', ja: 'フィルム調', th: 'โทนฟิล์ม' },
  description: {
    en: 'Colour like a certain kind of film.',
    'zh-TW': '如某種底片的色彩。',
    'zh-CN': '如某种胶片的色彩。',
    ja: 'あのフィルムの色。',
    th: 'สีแบบฟิล์มหลากชนิด',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    stock: choice({ en: 'Film', 'zh-TW': '底片', 'zh-CN': '胶片', ja: 'フィルム', th: 'ฟิล์ม' }, [
      [
        'portrait',
        { en: 'Warm portrait', 'zh-TW': '暖調人像', 'zh-CN': '暖调人像', ja: '暖かい人物', th: 'พอร์เทรตอุ่น' },
      ],
      [
        'slide',
        { en: 'Cool slide', 'zh-TW': '冷調正片', 'zh-CN': '冷调正片', ja: '涼しいポジ', th: 'สไลด์เย็น' },
      ],
      [
        'teal',
        {
          en: 'Teal and orange',
          'zh-TW': '青橙',
          'zh-CN': '青橙',
          ja: 'ティール＆オレンジ',
          th: 'เขียวน้ำเงินส้ม',
        },
      ],
      ['bleach', { en: 'Silver retained', 'zh-TW': '銀殘留', 'zh-CN': '银残留', ja: '銀残し', th: 'คงเงิน' }],
      [
        'print',
        {
          en: 'Faded print',
          'zh-TW': '褪色照片',
          'zh-CN': '褪色照片',
          ja: '色あせたプリント',
          th: 'ภาพพิมพ์ซีด',
        },
      ],
      ['tungsten', { en: 'Night street', 'zh-TW': '夜街', 'zh-CN': '夜街', ja: '夜の街', th: 'ถนนยามค่ำ' }],
      ['candy', { en: 'Candy', 'zh-TW': '糖果', 'zh-CN': '糖果', ja: 'キャンディ', th: 'ลูกกวาด' }],
    ]),
    warmth: slider({ en: 'Warmth', 'zh-TW': '溫暖', 'zh-CN': '温暖', ja: '暖かさ', th: 'ความอุ่น' }, 0.5),
    fade: slider({ en: 'Fade', 'zh-TW': '褪色', 'zh-CN': '褪色', ja: 'あせ', th: 'ซีด' }, 0.2),
  },
  presets: [
    {
      id: 'summer',
      name: { en: 'Summer', 'zh-TW': '夏日', 'zh-CN': '夏日', ja: '夏', th: 'ฤดูร้อน' },
      values: { stock: 'portrait', warmth: 0.65, fade: 0.25 },
    },
    {
      id: 'blockbuster',
      name: { en: 'Blockbuster', 'zh-TW': '大片', 'zh-CN': '大片', ja: '大作', th: 'หนังฟอร์มยักษ์' },
      values: { stock: 'teal', fade: 0 },
    },
    {
      id: 'shoebox',
      name: { en: 'Shoebox', 'zh-TW': '舊相盒', 'zh-CN': '旧相盒', ja: '古い箱', th: 'กล่องรูปเก่า' },
      values: { stock: 'print', fade: 0.7, warmth: 0.6 },
    },
    {
      id: 'arcade',
      name: { en: 'Arcade', 'zh-TW': '電玩街', 'zh-CN': '电玩街', ja: 'アーケード', th: 'อาร์เคด' },
      values: { stock: 'tungsten', warmth: 0.35 },
    },
  ],
  passes: [
    {
      id: 'grade',
      fragment: /* glsl */ `
vec3 curve(vec3 rgb, float amount) { return mix(rgb, rgb * rgb * (3.0 - 2.0 * rgb), amount); }
vec4 color(vec4 rgba, vec2 uv) {
  vec3 rgb = rgba.rgb;
  float grey = luma(rgb);
  vec3 shade = vec3(0.0);
  vec3 light = vec3(1.0);
#if defined(STOCK_SLIDE)
  rgb = curve(mix(vec3(grey), rgb, 1.22), 0.55);
  rgb = rgb * vec3(0.97, 1.0, 1.05) + vec3(-0.01, 0.0, 0.02) * (1.0 - grey);
#elif defined(STOCK_TEAL)
  float warm = smoothstep(-0.05, 0.3, rgb.r - rgb.b);
  rgb = curve(rgb, 0.45);
  rgb = mix(rgb * vec3(0.84, 1.02, 1.08) + vec3(0.0, 0.02, 0.035) * (1.0 - grey), rgb * vec3(1.12, 1.0, 0.84), warm);
#elif defined(STOCK_BLEACH)
  vec3 metal = vec3(grey);
  rgb = mix(rgb, mix(2.0 * rgb * metal, 1.0 - 2.0 * (1.0 - rgb) * (1.0 - metal), step(0.5, grey)), 0.75);
  rgb = mix(vec3(luma(rgb)), rgb, 0.55);
#elif defined(STOCK_PRINT)
  rgb = mix(vec3(grey), rgb, 0.78) * vec3(1.0, 0.95, 0.84);
  shade = vec3(0.1, 0.06, 0.05);
  light = vec3(0.98, 0.95, 0.86);
#elif defined(STOCK_TUNGSTEN)
  rgb = curve(rgb, 0.4);
  rgb = rgb * vec3(0.9, 0.97, 1.14) + vec3(0.02, -0.01, 0.06) * (1.0 - grey) + vec3(0.1, 0.03, -0.06) * smoothstep(0.55, 1.0, grey);
#elif defined(STOCK_CANDY)
  rgb = mix(vec3(grey), rgb, 1.4);
  rgb = pow(clamp(rgb, 0.0, 1.0), vec3(0.84)) * vec3(1.04, 0.98, 1.03) + vec3(0.03, 0.0, 0.03);
#else
  rgb = mix(vec3(grey), rgb, 0.94);
  rgb = curve(rgb, 0.22) * vec3(1.05, 1.0, 0.92) + vec3(0.015, 0.008, 0.0);
  shade = vec3(0.02, 0.015, 0.025);
#endif
  rgb = clamp(rgb, 0.0, 1.0);
  rgb = mix(shade, light, rgb);
  float tilt = warmth - 0.5;
  rgb *= vec3(1.0 + 0.22 * tilt, 1.0, 1.0 - 0.26 * tilt);
  rgb = mix(rgb, vec3(0.13, 0.12, 0.14) + rgb * 0.78, fade);
  return vec4(clamp(rgb, 0.0, 1.0), 1.0);
}`,
    },
  ],
});
