/** Waves run out from the middle. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'ripples',
  name: { en: 'Ripples', 'zh-TW': '漣漪', 'zh-CN': '涟漪', ja: '波紋', th: 'ระลอกคลื่น' },
  description: {
    en: 'Rings of water wash the next picture in.',
    'zh-TW': '水波一圈圈帶來下一個畫面。',
    'zh-CN': '水波一圈圈带来下一个画面。',
    ja: '水の輪が次の映像を運びます。',
    th: 'วงน้ำพาภาพถัดไปเข้ามา',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    size: slider(WORDS.size, 0.5),
  },
  presets: [
    {
      id: 'pond',
      name: { en: 'Pond', 'zh-TW': '池塘', 'zh-CN': '池塘', ja: '池', th: 'บ่อน้ำ' },
      values: { intensity: 0.3, size: 0.7 },
    },
    {
      id: 'storm',
      name: { en: 'Storm', 'zh-TW': '風暴', 'zh-CN': '风暴', ja: '嵐', th: 'พายุ' },
      values: { intensity: 1, size: 0.3 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  vec2 at = (uv - 0.5) * aspect;
  float away = length(at);
  float front = progress * 1.6;
  float ring = exp(-pow((away - front + 0.25) * 4.5, 2.0));
  float lift = sin((away - front) * mix(90.0, 24.0, size)) * ring * intensity * 0.06 * sin(progress * 3.14159265);
  vec2 place = uv + at / max(away, 1e-3) * lift / aspect;
  float soft = 0.3;
  float shown = clamp((progress * (1.0 + soft) - min(away / 0.6, 1.0)) / soft, 0.0, 1.0);
  vec3 rgb = mix(from(place).rgb, to(place).rgb, shown);
  return vec4(rgb + lift * 5.0, 1.0);
}`,
    },
  ],
});
