/** The camera trembles, by hand or with the beat. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'shake',
  name: { en: 'Camera shake', 'zh-TW': '鏡頭晃動', 'zh-CN': '镜头晃动', ja: 'カメラシェイク', th: 'กล้องสั่น' },
  description: {
    en: 'Shakes with the beat, or like a hand-held camera.',
    'zh-TW': '隨節拍或手持般晃動。',
    'zh-CN': '随节拍或手持般晃动。',
    ja: 'ビートや手持ちでゆれます。',
    th: 'สั่นตามบีตหรือเหมือนถือกล้อง',
  },
  category: 'warp',
  kind: 'sample',
  needs: ['beats'],
  seeded: true,
  params: {
    style: choice(WORDS.style, [
      ['beat', { en: 'On the beat', 'zh-TW': '隨節拍', 'zh-CN': '随节拍', ja: 'ビート', th: 'ตามบีต' }],
      ['hand', { en: 'Hand-held', 'zh-TW': '手持', 'zh-CN': '手持', ja: '手持ち', th: 'ถือมือ' }],
      ['quake', { en: 'Earthquake', 'zh-TW': '地震', 'zh-CN': '地震', ja: '地震', th: 'แผ่นดินไหว' }],
    ]),
    intensity: slider(WORDS.intensity, 0.5),
    split: slider(
      { en: 'Colour split', 'zh-TW': '色彩分離', 'zh-CN': '色彩分离', ja: '色ずれ', th: 'แยกสี' },
      0.4,
    ),
  },
  presets: [
    {
      id: 'bass',
      name: { en: 'Bass', 'zh-TW': '低音', 'zh-CN': '低音', ja: 'ベース', th: 'เบส' },
      values: { style: 'beat', intensity: 0.8, split: 0.6 },
    },
    {
      id: 'documentary',
      name: { en: 'Documentary', 'zh-TW': '紀錄片', 'zh-CN': '纪录片', ja: '記録映画', th: 'สารคดี' },
      values: { style: 'hand', intensity: 0.4, split: 0 },
    },
    {
      id: 'disaster',
      name: { en: 'Disaster', 'zh-TW': '災難片', 'zh-CN': '灾难片', ja: 'パニック', th: 'หายนะ' },
      values: { style: 'quake', intensity: 0.9, split: 0.3 },
    },
  ],
  passes: [
    {
      id: 'tremble',
      fragment: /* glsl */ `
float wander(float at, float lane) {
  float cell = floor(at);
  float part = at - cell;
  part = part * part * (3.0 - 2.0 * part);
  return mix(hash(vec3(cell, lane, seed * 4096.0)), hash(vec3(cell + 1.0, lane, seed * 4096.0)), part) - 0.5;
}
vec4 effect(vec2 uv) {
#if defined(STYLE_HAND)
  float pace = time * 1.7;
  float force = intensity * 0.05;
#elif defined(STYLE_QUAKE)
  float pace = time * 11.0;
  float force = intensity * 0.045;
#else
  // A blow at each beat that dies away before the next.
  float pace = time * 13.0;
  float force = intensity * 0.075 * exp(-safeBeat() * 7.0);
#endif
  vec2 move = vec2(wander(pace, 1.0), wander(pace, 2.0)) * force * 2.0;
  float turn = wander(pace, 3.0) * force * 1.2;
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  vec2 at = (uv - 0.5) * aspect;
  // A little larger, so that no edge comes into the picture.
  at *= 1.0 - force * 1.6;
  at = vec2(cos(turn) * at.x - sin(turn) * at.y, sin(turn) * at.x + cos(turn) * at.y);
  vec2 place = 0.5 + at / aspect + move;
  vec2 apart = move * split * 0.7 + vec2(0.004 * split * force * 20.0, 0.0);
  return vec4(source(place + apart).r, source(place).g, source(place - apart).b, 1.0);
}`,
    },
  ],
});
