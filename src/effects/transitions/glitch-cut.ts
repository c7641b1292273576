/** The signal breaks up. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'glitch-cut',
  name: { en: 'Glitch', 'zh-TW': '訊號故障', 'zh-CN': '信号故障', ja: 'グリッチ', th: 'กลิตช์' },
  description: {
    en: 'The signal breaks and comes back as the next picture.',
    'zh-TW': '訊號斷裂，再回來已是下一個畫面。',
    'zh-CN': '信号断裂，再回来已是下一个画面。',
    ja: '信号が乱れて次の映像になります。',
    th: 'สัญญาณแตกแล้วกลับมาเป็นภาพถัดไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: true,
  params: {
    intensity: slider(WORDS.intensity, 0.6),
    size: slider(WORDS.size, 0.5),
  },
  presets: [
    {
      id: 'light',
      name: { en: 'Light', 'zh-TW': '輕微', 'zh-CN': '轻微', ja: '軽く', th: 'เบา ๆ' },
      values: { intensity: 0.3, size: 0.3 },
    },
    {
      id: 'broken',
      name: { en: 'Broken', 'zh-TW': '崩壞', 'zh-CN': '崩坏', ja: '崩壊', th: 'พังทลาย' },
      values: { intensity: 1, size: 0.8 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec4 transition(vec2 uv) {
  float force = intensity * sin(progress * 3.14159265);
  // Eight pictures of the disturbance on the way, so that it stutters like a signal.
  float moment = floor(progress * 8.0);
  float rows = mix(46.0, 9.0, size);
  float row = floor(uv.y * rows);
  float wild = hash(vec3(row, moment, seed * 4096.0));
  float column = floor(uv.x * 5.0 + wild * 7.0);
  float block = hash(vec3(column, row, moment + seed * 4096.0));
  float shift = (wild - 0.5) * 0.5 * force * step(1.0 - force * 0.75, block);
  float split = 0.035 * force;
  vec2 place = vec2(uv.x + shift, uv.y);
  float over = smoothstep(0.35, 0.65, progress + (block - 0.5) * 0.6 * force);
  bool next = over > 0.5;
  vec3 shown = next
    ? vec3(to(place + vec2(split, 0.0)).r, to(place).g, to(place - vec2(split, 0.0)).b)
    : vec3(from(place + vec2(split, 0.0)).r, from(place).g, from(place - vec2(split, 0.0)).b);
  return vec4(shown, 1.0);
}`,
    },
  ],
});
