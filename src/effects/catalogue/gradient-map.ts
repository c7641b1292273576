/** Three colours laid over dark, middle and light. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';

export default defineEffect({
  id: 'gradient-map',
  name: {
    en: 'Gradient map',
    'zh-TW': '漸層映射',
    'zh-CN': '渐变映射',
    ja: 'グラデーションマップ',
    th: 'แผนที่ไล่สี',
  },
  description: {
    en: 'Three colours replace dark, middle and light.',
    'zh-TW': '三種顏色取代暗、中、亮。',
    'zh-CN': '三种颜色取代暗、中、亮。',
    ja: '暗・中・明を三色に置き換えます。',
    th: 'สามสีแทนมืด กลาง และสว่าง',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    low: swatch({ en: 'Dark', 'zh-TW': '暗', 'zh-CN': '暗', ja: '暗部', th: 'มืด' }, '#1b0b3b'),
    middle: swatch({ en: 'Middle', 'zh-TW': '中', 'zh-CN': '中', ja: '中間', th: 'กลาง' }, '#ff3f7a'),
    high: swatch({ en: 'Light', 'zh-TW': '亮', 'zh-CN': '亮', ja: '明部', th: 'สว่าง' }, '#ffe9a8'),
    balance: slider({ en: 'Balance', 'zh-TW': '平衡', 'zh-CN': '平衡', ja: 'バランス', th: 'สมดุล' }, 0.5),
  },
  presets: [
    {
      id: 'sunset',
      name: { en: 'Sunset', 'zh-TW': '夕陽', 'zh-CN': '夕阳', ja: '夕焼け', th: 'พระอาทิตย์ตก' },
      values: { low: '#20103f', middle: '#ff5b52', high: '#ffe08a' },
    },
    {
      id: 'ocean',
      name: { en: 'Ocean', 'zh-TW': '海洋', 'zh-CN': '海洋', ja: '海', th: 'มหาสมุทร' },
      values: { low: '#021230', middle: '#0a86b5', high: '#d8fff2' },
    },
    {
      id: 'acid',
      name: { en: 'Acid', 'zh-TW': '酸性', 'zh-CN': '酸性', ja: 'アシッド', th: 'แอซิด' },
      values: { low: '#1d0033', middle: '#00c46a', high: '#f6ff3c' },
    },
  ],
  passes: [
    {
      id: 'grade',
      fragment: /* glsl */ `
vec4 color(vec4 rgba, vec2 uv) {
  float at = smoothstep(0.02, 0.98, luma(rgba.rgb));
  float turn = mix(0.2, 0.8, balance);
  vec3 rgb = at < turn
    ? mix(low, middle, smoothstep(0.0, 1.0, at / turn))
    : mix(middle, high, smoothstep(0.0, 1.0, (at - turn) / (1.0 - turn)));
  return vec4(rgb, 1.0);
}`,
    },
  ],
});
