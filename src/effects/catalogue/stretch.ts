/** Legs that never end, or a face that melts. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'stretch',
  name: { en: 'Stretch', 'zh-TW': '拉伸', 'zh-CN': '拉伸', ja: 'ストレッチ', th: 'ยืด' },
  description: {
    en: 'Makes legs endless or pulls the picture apart.',
    'zh-TW': '拉長雙腿或拉扯畫面。',
    'zh-CN': '拉长双腿或拉扯画面。',
    ja: '脚長や引きのばし。',
    th: 'ขายาวหรือภาพยืดออก',
  },
  category: 'warp',
  kind: 'coord',
  needs: [],
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['legs', { en: 'Long legs', 'zh-TW': '長腿', 'zh-CN': '长腿', ja: '脚長', th: 'ขายาว' }],
      ['wide', { en: 'Wide', 'zh-TW': '橫向', 'zh-CN': '横向', ja: '横のび', th: 'กว้าง' }],
      ['melt', { en: 'Melting', 'zh-TW': '融化', 'zh-CN': '融化', ja: 'とろける', th: 'ละลาย' }],
    ]),
    intensity: slider(WORDS.intensity, 0.5),
    line: slider({ en: 'Place', 'zh-TW': '位置', 'zh-CN': '位置', ja: '位置', th: 'ตำแหน่ง' }, 0.5),
  },
  presets: [
    {
      id: 'model',
      name: { en: 'Catwalk', 'zh-TW': '伸展台', 'zh-CN': 'T台', ja: 'ランウェイ', th: 'แคตวอล์ก' },
      values: { style: 'legs', intensity: 0.45 },
    },
    {
      id: 'wax',
      name: { en: 'Wax', 'zh-TW': '蠟', 'zh-CN': '蜡', ja: 'ろう', th: 'ขี้ผึ้ง' },
      values: { style: 'melt', intensity: 0.8 },
    },
  ],
  passes: [
    {
      id: 'pull',
      fragment: /* glsl */ `
vec2 coord(vec2 uv) {
#if defined(STYLE_WIDE)
  float away = uv.x - 0.5;
  float bend = sign(away) * pow(abs(away) * 2.0, 1.0 + 1.6 * intensity) * 0.5;
  return vec2(0.5 + mix(away, bend, 0.35 + 0.65 * line), uv.y);
#elif defined(STYLE_MELT)
  float column = sin(uv.x * 31.0) * 0.5 + sin(uv.x * 13.0 + 1.7) * 0.5;
  float drop = intensity * 0.3 * smoothstep(line + 0.25, line - 0.35, uv.y) * (0.6 + 0.4 * column);
  return vec2(uv.x, uv.y + drop * (0.85 + 0.15 * sin(time * 1.3 + uv.x * 9.0)));
#else
  // Below the line the picture is drawn out, above it the rest is kept and moves up.
  float hips = mix(0.25, 0.6, line);
  float longer = 1.0 + 0.55 * intensity;
  float top = hips * longer;
  return vec2(uv.x, uv.y < top ? uv.y / longer : hips + (uv.y - top) * (1.0 - hips) / max(1.0 - top, 0.05) * mix(1.0, 0.94, intensity));
#endif
}`,
    },
  ],
});
