/** Falls apart into tiles and comes together again. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'mosaic',
  name: { en: 'Mosaic', 'zh-TW': '馬賽克', 'zh-CN': '马赛克', ja: 'モザイク', th: 'โมเสก' },
  description: {
    en: 'Breaks into big tiles and sharpens into the next.',
    'zh-TW': '化成大塊馬賽克，再清晰成下一個畫面。',
    'zh-CN': '化成大块马赛克，再清晰成下一个画面。',
    ja: '大きなタイルになって次の映像へ。',
    th: 'แตกเป็นแผ่นใหญ่แล้วชัดเป็นภาพถัดไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    size: slider(WORDS.size, 0.5),
    softness: slider(WORDS.softness, 0.4),
  },
  presets: [
    {
      id: 'chunky',
      name: { en: 'Chunky', 'zh-TW': '大塊', 'zh-CN': '大块', ja: '大きく', th: 'ก้อนใหญ่' },
      values: { size: 1 },
    },
    {
      id: 'fine',
      name: { en: 'Fine', 'zh-TW': '細緻', 'zh-CN': '细致', ja: '細かく', th: 'ละเอียด' },
      values: { size: 0.15 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  float coarse = sin(progress * 3.14159265);
  coarse = floor(coarse * 8.0 + 0.5) / 8.0;
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  float tile = mix(0.0, 0.04 + 0.16 * size, coarse * coarse);
  vec2 place = uv;
  if (tile > 0.002) place = (floor((uv - 0.5) * aspect / tile) + 0.5) * tile / aspect + 0.5;
  float reach = 0.05 + 0.4 * softness;
  return mix(from(place), to(place), smoothstep(0.5 - reach, 0.5 + reach, progress));
}`,
    },
  ],
});
