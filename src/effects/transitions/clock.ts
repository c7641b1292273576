/** A hand goes round and takes the picture along. */
import { defineEffect } from '../effect';
import { place, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'clock',
  name: { en: 'Clock wipe', 'zh-TW': '時鐘擦除', 'zh-CN': '时钟擦除', ja: '時計ワイプ', th: 'ปาดนาฬิกา' },
  description: {
    en: 'A hand sweeps round like a clock.',
    'zh-TW': '像時鐘指針般掃過一圈。',
    'zh-CN': '像时钟指针般扫过一圈。',
    ja: '時計の針のように一周します。',
    th: 'กวาดรอบเหมือนเข็มนาฬิกา',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    middle: place(WORDS.center, [0.5, 0.5]),
    softness: slider(WORDS.softness, 0.1),
    hands: slider({ en: 'Hands', 'zh-TW': '指針數', 'zh-CN': '指针数', ja: '針の数', th: 'จำนวนเข็ม' }, 0),
  },
  presets: [
    {
      id: 'fan',
      name: { en: 'Fan', 'zh-TW': '風扇', 'zh-CN': '风扇', ja: '扇', th: 'พัด' },
      values: { hands: 1 },
    },
    {
      id: 'soft',
      name: { en: 'Soft', 'zh-TW': '柔和', 'zh-CN': '柔和', ja: 'やわらか', th: 'นุ่มนวล' },
      values: { softness: 0.7 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  vec2 at = (uv - middle) * vec2(resolution.x / resolution.y, 1.0);
  float count = 1.0 + floor(hands * 5.0 + 0.5);
  float order = fract((atan(at.x, at.y) / 6.28318531 + 1.0) * count);
  float soft = 0.004 + 0.5 * softness;
  float shown = clamp((progress * (1.0 + soft) - order) / soft, 0.0, 1.0);
  return mix(from(uv), to(uv), shown);
}`,
    },
  ],
});
