/** Only the body breaks up, the room stays whole. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'body-glitch',
  name: {
    en: 'Body glitch',
    'zh-TW': '身體故障',
    'zh-CN': '身体故障',
    ja: 'ボディグリッチ',
    th: 'กลิตช์ร่างกาย',
  },
  description: {
    en: 'Your body glitches while the room stays calm.',
    'zh-TW': '身體故障閃爍，房間保持平靜。',
    'zh-CN': '身体故障闪烁，房间保持平静。',
    ja: '体だけがグリッチします。',
    th: 'ร่างกายกลิตช์ ส่วนห้องนิ่งสงบ',
  },
  category: 'body',
  kind: 'mask',
  needs: ['mask'],
  seeded: true,
  params: {
    intensity: slider(WORDS.intensity, 0.55),
    size: slider(WORDS.size, 0.4),
    first: swatch(WORDS.color, '#00f0ff'),
    second: swatch(WORDS.secondColor, '#ff0055'),
  },
  presets: [
    {
      id: 'hologram',
      name: { en: 'Hologram', 'zh-TW': '全息', 'zh-CN': '全息', ja: 'ホログラム', th: 'โฮโลแกรม' },
      values: { intensity: 0.35, size: 0.15, first: '#4affd9', second: '#3a6bff' },
    },
    {
      id: 'error',
      name: { en: 'Error', 'zh-TW': '錯誤', 'zh-CN': '错误', ja: 'エラー', th: 'เออเรอร์' },
      values: { intensity: 0.9, size: 0.6 },
    },
  ],
  passes: [
    {
      id: 'join',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  // Six pictures of the disturbance a second.
  float moment = floor(time * 6.0);
  float rows = mix(70.0, 14.0, size);
  float row = floor(uv.y * rows);
  float wild = hash(vec3(row, moment, seed * 4096.0));
  float broken = step(1.0 - 0.55 * intensity, hash(vec3(floor(row / 3.0), moment, 2.0 + seed * 4096.0)));
  float shift = (wild - 0.5) * 0.22 * intensity * broken;
  float part = 0.012 + 0.03 * intensity;
  vec2 place = uv + vec2(shift, 0.0);
  float left = smoothstep(0.35, 0.65, matte(place + vec2(part, 0.0)));
  float right = smoothstep(0.35, 0.65, matte(place - vec2(part, 0.0)));
  float self = smoothstep(0.35, 0.65, matte(place));
  vec3 shown = rgb;
  // Where the body should be and is not, the room behind it is guessed from beside it.
  shown = mix(shown, first * (0.35 + 0.9 * luma(source(place + vec2(part, 0.0)).rgb)), left * 0.85);
  shown = mix(shown, second * (0.35 + 0.9 * luma(source(place - vec2(part, 0.0)).rgb)), right * 0.7);
  vec3 dancer = source(place).rgb;
  float scan = 0.9 + 0.1 * sin(uv.y * 720.0);
  return vec4(mix(shown, dancer * scan + 0.04, self), 1.0);
}`,
    },
  ],
});
