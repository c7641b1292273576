/** Smeared along one way. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'directional-blur',
  name: {
    en: 'Motion blur',
    'zh-TW': '動態模糊',
    'zh-CN': '动态模糊',
    ja: 'モーションブラー',
    th: 'เบลอเคลื่อนไหว',
  },
  description: {
    en: 'Smears the picture in one direction.',
    'zh-TW': '朝一個方向抹開畫面。',
    'zh-CN': '朝一个方向抹开画面。',
    ja: '一方向に流れます。',
    th: 'ปาดภาพไปทางเดียว',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    reach: slider(WORDS.length, 0.45),
    angle: slider(WORDS.angle, 0),
    keep: slider(
      { en: 'Keep sharp', 'zh-TW': '保留清晰', 'zh-CN': '保留清晰', ja: 'くっきり残す', th: 'คงความคม' },
      0.35,
    ),
  },
  presets: [
    {
      id: 'whoosh',
      name: { en: 'Whoosh', 'zh-TW': '咻', 'zh-CN': '嗖', ja: 'ビュン', th: 'วูบ' },
      values: { reach: 0.8, keep: 0.15 },
    },
    {
      id: 'fall',
      name: { en: 'Falling', 'zh-TW': '墜落', 'zh-CN': '坠落', ja: '落下', th: 'ร่วงหล่น' },
      values: { angle: 0.5, reach: 0.6 },
    },
  ],
  passes: [
    {
      id: 'smear',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  float turn = angle * 3.14159265;
  vec2 way = vec2(cos(turn) * resolution.y / resolution.x, sin(turn)) * reach * 0.18;
  float shake = hash(vec3(floor(uv * 480.0), 2.0)) - 0.5;
  vec3 sum = vec3(0.0);
  for (int tap = 0; tap < 11; tap += 1) sum += source(uv + way * (float(tap) - 5.0 + shake) / 10.0).rgb;
  return vec4(mix(sum / 11.0, source(uv).rgb, keep * 0.8), 1.0);
}`,
    },
  ],
});
