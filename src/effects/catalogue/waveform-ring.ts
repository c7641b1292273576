/** A ring that trembles like the speaker. */
import { defineEffect } from '../effect';
import { place, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'waveform-ring',
  name: { en: 'Waveform ring', 'zh-TW': '聲波環', 'zh-CN': '声波环', ja: '波形リング', th: 'วงคลื่นเสียง' },
  description: {
    en: 'A ring of light drawn by the sound.',
    'zh-TW': '由聲音畫出的光環。',
    'zh-CN': '由声音画出的光环。',
    ja: '音が描く光の輪。',
    th: 'วงแสงที่เสียงวาดขึ้น',
  },
  category: 'music',
  kind: 'overlay',
  needs: ['audio'],
  seeded: false,
  params: {
    tint: swatch(WORDS.color, '#7dffea'),
    size: slider(WORDS.size, 0.5),
    width: slider(WORDS.width, 0.4),
    intensity: slider(WORDS.intensity, 0.6),
    middle: place(WORDS.center, [0.5, 0.42]),
  },
  presets: [
    {
      id: 'vinyl',
      name: { en: 'Vinyl', 'zh-TW': '黑膠', 'zh-CN': '黑胶', ja: 'レコード', th: 'แผ่นเสียง' },
      values: { tint: '#ffb86b', width: 0.2, size: 0.6 },
    },
    {
      id: 'portal',
      name: { en: 'Portal', 'zh-TW': '傳送門', 'zh-CN': '传送门', ja: 'ポータル', th: 'ประตูมิติ' },
      values: { tint: '#b07bff', width: 0.8, intensity: 0.9 },
    },
  ],
  passes: [
    {
      id: 'ring',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  vec2 at = (uv - middle) * vec2(resolution.x / resolution.y, 1.0);
  // There and back again, so that the ring closes.
  float x = abs(atan(at.x, at.y)) / 3.14159265;
  float swing = wave(x) * intensity * 0.04 * smoothstep(0.0, 0.12, min(x, 1.0 - x));
  float radius = 0.07 + 0.26 * size + 0.03 * audioBands[0] * intensity;
  float away = abs(length(at) - radius - swing);
  float thick = 0.0015 + 0.008 * width;
  float line = smoothstep(thick * 1.4, thick * 0.6, away);
  float halo = exp(-max(away - thick, 0.0) * mix(80.0, 50.0, width)) * 0.5;
  float inner = exp(-abs(length(at) - radius * 0.86 + swing * 0.7) * 120.0) * 0.35;
  vec3 light = mix(tint, vec3(1.0), 0.5) * line + tint * (halo + inner) * (0.6 + 0.4 * audioLevel);
  return vec4(1.0 - (1.0 - rgb) * (1.0 - clamp(light, 0.0, 1.0)), 1.0);
}`,
    },
  ],
});
