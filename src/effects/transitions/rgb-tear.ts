/** Red, green and blue part one after the other. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'rgb-tear',
  name: { en: 'RGB tear', 'zh-TW': '色彩撕裂', 'zh-CN': '色彩撕裂', ja: 'RGBティア', th: 'ฉีกสี' },
  description: {
    en: 'Red, green and blue tear away one by one.',
    'zh-TW': '紅、綠、藍一層層撕開。',
    'zh-CN': '红、绿、蓝一层层撕开。',
    ja: '赤・緑・青が順に裂けます。',
    th: 'แดง เขียว น้ำเงิน ฉีกออกทีละชั้น',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: true,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    size: slider(WORDS.size, 0.5),
  },
  presets: [
    {
      id: 'hair',
      name: { en: 'Hairline', 'zh-TW': '髮絲', 'zh-CN': '发丝', ja: '細く', th: 'เส้นบาง' },
      values: { intensity: 0.3, size: 0.1 },
    },
    {
      id: 'rip',
      name: { en: 'Rip', 'zh-TW': '撕裂', 'zh-CN': '撕裂', ja: '裂く', th: 'ฉีกขาด' },
      values: { intensity: 1, size: 0.8 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
float channel(vec2 uv, int index, float late) {
  float strips = mix(60.0, 8.0, size);
  float strip = floor(uv.y * strips);
  float order = 0.7 * hash(vec3(strip, float(index), seed * 4096.0)) + 0.3 * late;
  float gone = clamp((progress * 1.35 - order) / 0.35, 0.0, 1.0);
  float way = hash(vec3(strip, 9.0, seed * 4096.0)) < 0.5 ? -1.0 : 1.0;
  float shift = way * intensity * 0.35 * sin(gone * 3.14159265);
  vec2 place = uv + vec2(shift, 0.0);
  return mix(from(place)[index], to(place)[index], smoothstep(0.4, 0.6, gone));
}
vec4 transition(vec2 uv) {
  return vec4(channel(uv, 0, 0.0), channel(uv, 1, 0.5), channel(uv, 2, 1.0), 1.0);
}`,
    },
  ],
});
