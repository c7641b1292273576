/** Copies of the dancer stand in a row behind. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'clones',
  name: { en: 'Clone crew', 'zh-TW': '分身隊', 'zh-CN': '分身队', ja: 'クローンクルー', th: 'ทีมโคลน' },
  description: {
    en: 'Copies of you dance on both sides.',
    'zh-TW': '分身在兩側一起跳。',
    'zh-CN': '分身在两侧一起跳。',
    ja: '分身が両側で踊ります。',
    th: 'ร่างโคลนเต้นอยู่สองข้าง',
  },
  category: 'body',
  kind: 'mask',
  needs: ['mask'],
  seeded: false,
  params: {
    count: choice({ en: 'Copies', 'zh-TW': '人數', 'zh-CN': '人数', ja: '人数', th: 'จำนวน' }, [
      ['two', { en: 'Two', 'zh-TW': '兩個', 'zh-CN': '两个', ja: '二人', th: 'สอง' }],
      ['four', { en: 'Four', 'zh-TW': '四個', 'zh-CN': '四个', ja: '四人', th: 'สี่' }],
    ]),
    spread: slider(WORDS.spread, 0.5),
    size: slider({ en: 'Shrink', 'zh-TW': '縮小', 'zh-CN': '缩小', ja: '縮み', th: 'ย่อ' }, 0.35),
    dim: slider(WORDS.dim, 0.3),
    tint: swatch(WORDS.color, '#6a4cff'),
  },
  presets: [
    {
      id: 'crew',
      name: { en: 'Crew', 'zh-TW': '團隊', 'zh-CN': '团队', ja: 'クルー', th: 'ทีม' },
      values: { count: 'four', spread: 0.5, size: 0.4, dim: 0.25 },
    },
    {
      id: 'twins',
      name: { en: 'Twins', 'zh-TW': '雙胞胎', 'zh-CN': '双胞胎', ja: '双子', th: 'ฝาแฝด' },
      values: { count: 'two', spread: 0.75, size: 0, dim: 0 },
    },
    {
      id: 'ghosts',
      name: { en: 'Ghosts', 'zh-TW': '幽靈', 'zh-CN': '幽灵', ja: 'ゴースト', th: 'ผี' },
      values: { count: 'four', spread: 0.35, size: 0.15, dim: 0.8, tint: '#2de2ff' },
    },
  ],
  passes: [
    {
      id: 'join',
      fragment: /* glsl */ `
vec3 over(vec3 below, vec2 uv, float side, float rank) {
  float scale = 1.0 - 0.3 * size * rank;
  float shift = side * rank * mix(0.14, 0.42, spread);
  // They stand on the same floor, so they shrink towards it.
  vec2 place = vec2(0.5 + (uv.x - 0.5 - shift) / scale, (uv.y - 0.08) / scale + 0.08);
  vec2 inside = step(vec2(0.0), place) * step(place, vec2(1.0));
  float self = smoothstep(0.35, 0.65, matte(place)) * inside.x * inside.y;
  vec3 rgb = source(place).rgb;
  float grey = luma(rgb);
  vec3 dressed = mix(rgb, tint * (0.25 + 1.1 * grey), dim * (0.55 + 0.2 * rank));
  return mix(below, dressed, self * (1.0 - 0.18 * dim * rank));
}
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  float self = smoothstep(0.35, 0.65, matte(uv));
  vec3 shown = rgb;
#if defined(COUNT_FOUR)
  shown = over(shown, uv, -1.0, 2.0);
  shown = over(shown, uv, 1.0, 2.0);
#endif
  shown = over(shown, uv, -1.0, 1.0);
  shown = over(shown, uv, 1.0, 1.0);
  return vec4(mix(shown, rgb, self), 1.0);
}`,
    },
  ],
});
