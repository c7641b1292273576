/** A table of colours of one's own. */
import { defineEffect } from '../effect';
import { lut, slider } from '../params';

export default defineEffect({
  id: 'lut',
  name: { en: 'LUT', 'zh-TW': 'LUT 調色', 'zh-CN': 'LUT 调色', ja: 'LUT', th: 'LUT' },
  description: {
    en: 'Grades with a .cube file of your own.',
    'zh-TW': '以你的 .cube 檔調色。',
    'zh-CN': '用你的 .cube 文件调色。',
    ja: '手持ちの .cube で色を整えます。',
    th: 'เกรดสีด้วยไฟล์ .cube ของคุณ',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    grade: lut({ en: 'Table', 'zh-TW': '色彩表', 'zh-CN': '色彩表', ja: 'テーブル', th: 'ตารางสี' }),
    contrast: slider(
      { en: 'Contrast', 'zh-TW': '對比', 'zh-CN': '对比', ja: 'コントラスト', th: 'คอนทราสต์' },
      0.6,
    ),
    saturation: slider(
      { en: 'Saturation', 'zh-TW': '飽和度', 'zh-CN': '饱和度', ja: '彩度', th: 'ความอิ่มสี' },
      0.6,
    ),
  },
  presets: [
    {
      id: 'as-is',
      name: { en: 'Table only', 'zh-TW': '僅色彩表', 'zh-CN': '仅色彩表', ja: '表のみ', th: 'เฉพาะตาราง' },
      values: { contrast: 0.45, saturation: 0.55 },
    },
    {
      id: 'strong',
      name: { en: 'Stronger', 'zh-TW': '更強', 'zh-CN': '更强', ja: '強め', th: 'เข้มขึ้น' },
      values: { contrast: 0.85, saturation: 0.8 },
    },
  ],
  passes: [
    {
      id: 'grade',
      fragment: /* glsl */ `
vec4 color(vec4 rgba, vec2 uv) {
  vec3 rgb = grade(rgba.rgb);
  rgb = mix(vec3(luma(rgb)), rgb, saturation * 2.0);
  rgb = 0.5 + (rgb - 0.5) * (0.5 + contrast);
  return vec4(clamp(rgb, 0.0, 1.0), 1.0);
}`,
    },
  ],
});
