/** One half of the stage reflected onto the other. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';

export default defineEffect({
  id: 'mirror',
  name: { en: 'Mirror', 'zh-TW': '鏡像', 'zh-CN': '镜像', ja: 'ミラー', th: 'กระจกเงา' },
  description: {
    en: 'Dance with your own reflection.',
    'zh-TW': '和鏡中的自己共舞。',
    'zh-CN': '和镜中的自己共舞。',
    ja: '鏡の中の自分と踊ります。',
    th: 'เต้นคู่กับเงาสะท้อนของตัวเอง',
  },
  category: 'warp',
  kind: 'coord',
  needs: [],
  seeded: false,
  params: {
    axis: choice({ en: 'Mirror', 'zh-TW': '鏡面', 'zh-CN': '镜面', ja: '鏡の向き', th: 'แนวกระจก' }, [
      [
        'right',
        { en: 'Left to right', 'zh-TW': '左至右', 'zh-CN': '左至右', ja: '左から右', th: 'ซ้ายไปขวา' },
      ],
      ['left', { en: 'Right to left', 'zh-TW': '右至左', 'zh-CN': '右至左', ja: '右から左', th: 'ขวาไปซ้าย' }],
      ['floor', { en: 'Water', 'zh-TW': '水面', 'zh-CN': '水面', ja: '水面', th: 'ผิวน้ำ' }],
      ['four', { en: 'Four', 'zh-TW': '四格', 'zh-CN': '四格', ja: '四面', th: 'สี่ช่อง' }],
    ]),
    offset: slider({ en: 'Position', 'zh-TW': '位置', 'zh-CN': '位置', ja: '位置', th: 'ตำแหน่ง' }, 0.5),
  },
  presets: [
    {
      id: 'twins',
      name: { en: 'Twins', 'zh-TW': '雙胞胎', 'zh-CN': '双胞胎', ja: '双子', th: 'ฝาแฝด' },
      values: { axis: 'right', offset: 0.5 },
    },
    {
      id: 'lake',
      name: { en: 'Lake', 'zh-TW': '湖面', 'zh-CN': '湖面', ja: '湖', th: 'ทะเลสาบ' },
      values: { axis: 'floor', offset: 0.3 },
    },
  ],
  passes: [
    {
      id: 'coord',
      fragment: /* glsl */ `
vec2 coord(vec2 uv) {
#if defined(AXIS_RIGHT)
  // The glass stands at the middle; the offset slides the picture under it.
  return vec2(offset - abs(uv.x - 0.5), uv.y);
#elif defined(AXIS_LEFT)
  return vec2(offset + abs(uv.x - 0.5), uv.y);
#elif defined(AXIS_FLOOR)
  float surface = 0.1 + offset * 0.5;
  float under = max(surface - uv.y, 0.0);
  float wave = sin(under * 190.0 / (1.0 + under * 6.0) - time * 4.0) * 0.006 * smoothstep(0.0, 0.12, under);
  return vec2(uv.x + wave, surface + abs(uv.y - surface) + wave);
#else
  return vec2(1.0 - abs(fract(uv.x + offset) * 2.0 - 1.0), 1.0 - abs(fract(uv.y) * 2.0 - 1.0));
#endif
}`,
    },
  ],
});
