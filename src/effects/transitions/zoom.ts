/** Through the picture into the next. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'zoom',
  name: { en: 'Zoom through', 'zh-TW': '穿越縮放', 'zh-CN': '穿越缩放', ja: 'ズームスルー', th: 'ซูมทะลุ' },
  description: {
    en: 'Dives through this picture into the next.',
    'zh-TW': '穿過畫面進入下一個。',
    'zh-CN': '穿过画面进入下一个。',
    ja: '映像を突き抜けて次へ。',
    th: 'พุ่งทะลุภาพนี้สู่ภาพถัดไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    zoom: slider(WORDS.zoom, 0.5),
    blur: slider(WORDS.blur, 0.5),
  },
  presets: [
    {
      id: 'gentle',
      name: { en: 'Calm', 'zh-TW': '平穩', 'zh-CN': '平稳', ja: 'おだやか', th: 'สงบ' },
      values: { zoom: 0.2, blur: 0.2 },
    },
    {
      id: 'rush',
      name: { en: 'Rush', 'zh-TW': '衝刺', 'zh-CN': '冲刺', ja: '突進', th: 'พุ่ง' },
      values: { zoom: 0.9, blur: 0.9 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec3 zoomed(bool next, vec2 uv, float scale) {
  vec3 sum = vec3(0.0);
  float smear = blur * 0.24 * sin(progress * 3.14159265) * zoom;
  for (int tap = 0; tap < 7; tap += 1) {
    vec2 place = 0.5 + (uv - 0.5) * scale * (1.0 - smear * float(tap) / 6.0);
    sum += next ? to(place).rgb : from(place).rgb;
  }
  return sum / 7.0;
}
vec4 transition(vec2 uv) {
  float depth = 0.3 + 2.7 * zoom;
  float eased = progress * progress * (3.0 - 2.0 * progress);
  float over = smoothstep(0.3, 0.7, progress);
  vec3 gone = over < 1.0 ? zoomed(false, uv, 1.0 / (1.0 + depth * eased)) : vec3(0.0);
  vec3 come = over > 0.0 ? zoomed(true, uv, 1.0 / (1.0 + depth * (eased - 1.0) * -0.6)) : vec3(0.0);
  return vec4(mix(gone, come, over), 1.0);
}`,
    },
  ],
});
