/** Everything rushes from one point. */
import { defineEffect } from '../effect';
import { place, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'zoom-blur',
  name: { en: 'Zoom blur', 'zh-TW': '縮放模糊', 'zh-CN': '缩放模糊', ja: 'ズームブラー', th: 'เบลอซูม' },
  description: {
    en: 'Rushes at you from one point.',
    'zh-TW': '從一點向你衝來。',
    'zh-CN': '从一点向你冲来。',
    ja: '一点から迫ってきます。',
    th: 'พุ่งออกจากจุดเดียว',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    hold: slider(
      { en: 'Sharp middle', 'zh-TW': '清晰中心', 'zh-CN': '清晰中心', ja: '中心のくっきり', th: 'กลางคมชัด' },
      0.4,
    ),
    middle: place(WORDS.center, [0.5, 0.45]),
  },
  presets: [
    {
      id: 'speed',
      name: { en: 'Speed', 'zh-TW': '速度', 'zh-CN': '速度', ja: 'スピード', th: 'เร็วแรง' },
      values: { intensity: 0.8, hold: 0.5 },
    },
    {
      id: 'tunnel',
      name: { en: 'Tunnel', 'zh-TW': '隧道', 'zh-CN': '隧道', ja: 'トンネル', th: 'อุโมงค์' },
      values: { intensity: 1, hold: 0.15 },
    },
  ],
  passes: [
    {
      id: 'rush',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 way = (middle - uv);
  float away = length(way * vec2(resolution.x / resolution.y, 1.0));
  float force = intensity * 0.42 * smoothstep(hold * 0.45, hold * 0.45 + 0.35, away);
  float shake = hash(vec3(floor(uv * 480.0), 1.0));
  vec3 sum = vec3(0.0);
  for (int tap = 0; tap < 12; tap += 1) sum += source(uv + way * force * (float(tap) + shake) / 12.0).rgb;
  return vec4(sum / 12.0, 1.0);
}`,
    },
  ],
});
