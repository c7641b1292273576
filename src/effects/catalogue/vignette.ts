/** Falls off towards the corners, as an old lens does. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'vignette',
  name: { en: 'Vignette', 'zh-TW': '暗角', 'zh-CN': '暗角', ja: 'ビネット', th: 'ขอบมืด' },
  description: {
    en: 'Shades the corners so that the eye stays on the dancer.',
    'zh-TW': '壓暗四角，讓目光停在舞者身上。',
    'zh-CN': '压暗四角，让目光停在舞者身上。',
    ja: '四隅を落として、ダンサーに目を集めます。',
    th: 'ทำมุมภาพให้เข้ม เพื่อให้สายตาอยู่ที่นักเต้น',
  },
  category: 'lens',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.6),
    size: slider(WORDS.size, 0.5),
    shade: swatch(WORDS.color, '#07050f'),
  },
  presets: [
    {
      id: 'soft',
      name: { en: 'Soft', 'zh-TW': '柔和', 'zh-CN': '柔和', ja: 'やわらか', th: 'นุ่ม' },
      values: { intensity: 0.45, size: 0.62, shade: '#07050f' },
    },
    {
      id: 'spotlight',
      name: { en: 'Spotlight', 'zh-TW': '聚光燈', 'zh-CN': '聚光灯', ja: 'スポットライト', th: 'สปอตไลต์' },
      values: { intensity: 0.95, size: 0.22, shade: '#05030a' },
    },
    {
      id: 'dream',
      name: { en: 'Dream', 'zh-TW': '夢境', 'zh-CN': '梦境', ja: 'ドリーム', th: 'ความฝัน' },
      values: { intensity: 0.55, size: 0.45, shade: '#ffe9f4' },
    },
  ],
  passes: [
    {
      id: 'color',
      fragment: /* glsl */ `
vec4 color(vec4 rgba, vec2 uv) {
  // Between a circle and the shape of the frame, so that tall pictures keep their heads and feet.
  vec2 place = (uv - 0.5) * 2.0;
  float away = length(place * vec2(0.82, 0.92));
  float inner = mix(0.15, 1.0, size);
  float fall = smoothstep(inner, inner + 0.75, away) * intensity;
  return vec4(mix(rgba.rgb, rgba.rgb * shade * 0.6 + shade * 0.4, fall), 1.0);
}`,
    },
  ],
});
