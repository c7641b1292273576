/** The picture punches in on every beat, the downbeat hardest. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'beat-pulse',
  name: { en: 'Beat pulse', 'zh-TW': '節拍脈動', 'zh-CN': '节拍脉动', ja: 'ビートパルス', th: 'เต้นตามจังหวะ' },
  description: {
    en: 'The picture punches in on the beat.',
    'zh-TW': '畫面隨著節拍衝擊脈動。',
    'zh-CN': '画面随着节拍冲击脉动。',
    ja: 'ビートに合わせて画面がぐっと迫ります。',
    th: 'ภาพพุ่งเข้ามาตามจังหวะเพลง',
  },
  category: 'music',
  kind: 'sample',
  needs: ['beats'],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    glow: slider(WORDS.glow, 0.5),
    tint: swatch(WORDS.color, '#ff4fa3'),
  },
  presets: [
    {
      id: 'gentle',
      name: { en: 'Gentle', 'zh-TW': '輕柔', 'zh-CN': '轻柔', ja: 'おだやか', th: 'เบา ๆ' },
      values: { intensity: 0.25, glow: 0.25 },
    },
    {
      id: 'club',
      name: { en: 'Club', 'zh-TW': '夜店', 'zh-CN': '夜店', ja: 'クラブ', th: 'คลับ' },
      values: { intensity: 0.85, glow: 0.8, tint: '#5b6bff' },
    },
  ],
  passes: [
    {
      id: 'punch',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  // Quick in (one frame), slow out; the downbeat half as strong again.
  float hit = exp(-beat.y * 6.5) * (beat.w < 0.5 ? 1.0 : 0.66);
  if (hit < 0.004) return source(uv);
  float punch = hit * intensity * 0.17;
  vec2 away = uv - 0.5;
  vec2 seen = 0.5 + away * (1.0 - punch);
  // Three reads towards the middle blur the corners as a zooming lens does; colours part a little.
  vec2 smear = away * punch * 0.5;
  vec3 a = source(seen).rgb;
  vec3 b = source(seen - smear * 0.5).rgb;
  vec3 c = source(seen - smear).rgb;
  vec3 rgb = vec3(a.r * 0.5 + b.r * 0.3 + c.r * 0.2, a.g * 0.4 + b.g * 0.35 + c.g * 0.25, a.b * 0.3 + b.b * 0.3 + c.b * 0.4);
  // Light at the rim only: over the whole frame it stays under the tenth that counts as a flash.
  float rim = smoothstep(0.35, 0.95, length(away * vec2(1.5, 1.25)));
  vec3 light = tint * rim * hit * glow * 0.55;
  return vec4(1.0 - (1.0 - rgb) * (1.0 - light), 1.0);
}`,
    },
  ],
});
