/** Few flat colours, like a screen print. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'posterize',
  name: {
    en: 'Posterise',
    'zh-TW': '色調分離',
    'zh-CN': '色调分离',
    ja: 'ポスタリゼーション',
    th: 'โปสเตอร์',
  },
  description: {
    en: 'Few flat colours, like a screen print.',
    'zh-TW': '少數平塗色彩，如絹印。',
    'zh-CN': '少数平涂色彩，如丝网印。',
    ja: 'シルクスクリーンのような色数。',
    th: 'สีแบนไม่กี่สีเหมือนงานพิมพ์สกรีน',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    levels: slider({ en: 'Colours', 'zh-TW': '色數', 'zh-CN': '色数', ja: '色数', th: 'จำนวนสี' }, 0.3),
    softness: slider(WORDS.softness, 0.15),
    vivid: slider({ en: 'Vivid', 'zh-TW': '鮮豔', 'zh-CN': '鲜艳', ja: '鮮やかさ', th: 'ความสด' }, 0.5),
  },
  presets: [
    {
      id: 'print',
      name: { en: 'Screen print', 'zh-TW': '絹印', 'zh-CN': '丝网印', ja: 'シルク', th: 'สกรีน' },
      values: { levels: 0.15, vivid: 0.8, softness: 0.05 },
    },
    {
      id: 'soft',
      name: { en: 'Gouache', 'zh-TW': '水粉', 'zh-CN': '水粉', ja: 'ガッシュ', th: 'สีโปสเตอร์' },
      values: { levels: 0.45, softness: 0.8, vivid: 0.4 },
    },
  ],
  passes: [
    {
      id: 'grade',
      fragment: /* glsl */ `
vec4 color(vec4 rgba, vec2 uv) {
  vec3 rgb = mix(vec3(luma(rgba.rgb)), rgba.rgb, 0.7 + 0.9 * vivid);
  float count = 2.0 + floor(levels * 8.0 + 0.5);
  vec3 place = clamp(rgb, 0.0, 1.0) * count;
  vec3 base = floor(place);
  vec3 edge = smoothstep(0.5 - 0.5 * softness, 0.5 + 0.5 * softness + 1e-3, place - base);
  return vec4(clamp((base + edge) / count, 0.0, 1.0), 1.0);
}`,
    },
  ],
});
