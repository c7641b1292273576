/** Grain by grain. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'dissolve',
  name: { en: 'Dissolve', 'zh-TW': '溶解', 'zh-CN': '溶解', ja: 'ディゾルブ', th: 'สลายตัว' },
  description: {
    en: 'Grains of the next picture take over.',
    'zh-TW': '下一個畫面一粒一粒浮現。',
    'zh-CN': '下一个画面一粒一粒浮现。',
    ja: '次の映像が粒になって現れます。',
    th: 'ภาพถัดไปโผล่ขึ้นมาทีละเม็ด',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: true,
  params: {
    size: slider(WORDS.size, 0.35),
    softness: slider(WORDS.softness, 0.4),
  },
  presets: [
    {
      id: 'fine',
      name: { en: 'Fine', 'zh-TW': '細緻', 'zh-CN': '细致', ja: '細かく', th: 'ละเอียด' },
      values: { size: 0.05, softness: 0.6 },
    },
    {
      id: 'blocks',
      name: { en: 'Blocks', 'zh-TW': '方塊', 'zh-CN': '方块', ja: 'ブロック', th: 'บล็อก' },
      values: { size: 0.9, softness: 0.1 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  float rows = mix(220.0, 14.0, sqrt(size));
  vec2 cell = floor(uv * vec2(resolution.x / resolution.y, 1.0) * rows);
  float order = hash(vec3(cell, seed * 4096.0));
  float soft = 0.05 + 0.9 * softness;
  float shown = clamp((progress * (1.0 + soft) - order) / soft, 0.0, 1.0);
  return mix(from(uv), to(uv), shown);
}`,
    },
  ],
});
