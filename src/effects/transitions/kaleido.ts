/** Folds into a kaleidoscope and out again. */
import { defineEffect } from '../effect';
import { slider } from '../params';

export default defineEffect({
  id: 'kaleido',
  name: { en: 'Kaleido', 'zh-TW': '萬花筒', 'zh-CN': '万花筒', ja: '万華鏡', th: 'คาไลโด' },
  description: {
    en: 'Folds into a kaleidoscope and opens anew.',
    'zh-TW': '折成萬花筒，再展開成新畫面。',
    'zh-CN': '折成万花筒，再展开成新画面。',
    ja: '万華鏡に折りたたまれて次へ開きます。',
    th: 'พับเป็นคาไลโดสโคปแล้วคลี่ใหม่',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    slices: slider(
      { en: 'Mirrors', 'zh-TW': '鏡面數', 'zh-CN': '镜面数', ja: '鏡の数', th: 'จำนวนกระจก' },
      0.4,
    ),
    turns: slider({ en: 'Turn', 'zh-TW': '轉動', 'zh-CN': '转动', ja: '回転', th: 'หมุน' }, 0.5),
  },
  presets: [
    {
      id: 'six',
      name: { en: 'Snowflake', 'zh-TW': '雪花', 'zh-CN': '雪花', ja: '雪の結晶', th: 'เกล็ดหิมะ' },
      values: { slices: 0.4, turns: 0.2 },
    },
    {
      id: 'many',
      name: { en: 'Mandala', 'zh-TW': '曼陀羅', 'zh-CN': '曼陀罗', ja: '曼荼羅', th: 'แมนดาลา' },
      values: { slices: 1, turns: 0.9 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  float aspect = resolution.x / resolution.y;
  float fold = sin(progress * 3.14159265);
  vec2 at = (uv - 0.5) * vec2(aspect, 1.0);
  float count = 2.0 * (2.0 + floor(slices * 5.0 + 0.5));
  float angle = atan(at.y, at.x) + turns * 3.0 * (progress - 0.5) * fold;
  float slice = 6.28318531 / count;
  float folded = abs(mod(angle, slice) - slice * 0.5);
  vec2 mirrored = vec2(cos(folded), sin(folded)) * length(at) / vec2(aspect, 1.0) + 0.5;
  mirrored = abs(mod(mirrored + 1.0, 2.0) - 1.0);
  vec2 place = mix(uv, mirrored, smoothstep(0.0, 0.55, fold));
  return mix(from(place), to(place), smoothstep(0.35, 0.65, progress));
}`,
    },
  ],
});
