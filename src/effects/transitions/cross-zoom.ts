/** Both pictures rush towards the lens. */
import { defineEffect } from '../effect';
import { place, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'cross-zoom',
  name: { en: 'Cross zoom', 'zh-TW': '交叉縮放', 'zh-CN': '交叉缩放', ja: 'クロスズーム', th: 'ครอสซูม' },
  description: {
    en: 'Both pictures rush at you and melt together.',
    'zh-TW': '兩個畫面迎面衝來，融為一體。',
    'zh-CN': '两个画面迎面冲来，融为一体。',
    ja: '二つの映像が迫り、溶け合います。',
    th: 'สองภาพพุ่งเข้าหาแล้วหลอมรวมกัน',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.6),
    middle: place(WORDS.center, [0.5, 0.45]),
  },
  presets: [
    {
      id: 'soft',
      name: { en: 'Soft', 'zh-TW': '柔和', 'zh-CN': '柔和', ja: 'やわらか', th: 'นุ่มนวล' },
      values: { intensity: 0.3 },
    },
    {
      id: 'hyper',
      name: { en: 'Hyper', 'zh-TW': '超光速', 'zh-CN': '超光速', ja: 'ハイパー', th: 'ไฮเปอร์' },
      values: { intensity: 1 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  float force = intensity * 0.5 * sin(progress * 3.14159265);
  float over = smoothstep(0.25, 0.75, progress);
  float shake = hash(vec3(floor(uv * 640.0), 3.0));
  vec3 sum = vec3(0.0);
  float total = 0.0;
  for (int tap = 0; tap < 12; tap += 1) {
    float part = (float(tap) + shake * 0.9) / 12.0;
    float weight = 4.0 * (part - part * part) + 0.05;
    vec2 place = uv + (middle - uv) * part * force;
    sum += mix(from(place).rgb, to(place).rgb, over) * weight;
    total += weight;
  }
  return vec4(sum / total, 1.0);
}`,
    },
  ],
});
