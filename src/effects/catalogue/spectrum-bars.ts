/** The song as bars of light. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'spectrum-bars',
  name: { en: 'Spectrum bars', 'zh-TW': '頻譜柱', 'zh-CN': '频谱柱', ja: 'スペクトラム', th: 'แท่งสเปกตรัม' },
  description: {
    en: 'Bars of light dance to the song.',
    'zh-TW': '光柱隨歌曲跳動。',
    'zh-CN': '光柱随歌曲跳动。',
    ja: '曲に合わせて光の柱が踊ります。',
    th: 'แท่งแสงเต้นตามเพลง',
  },
  category: 'music',
  kind: 'overlay',
  needs: ['audio'],
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['bottom', { en: 'From below', 'zh-TW': '由下', 'zh-CN': '由下', ja: '下から', th: 'จากล่าง' }],
      ['middle', { en: 'From the middle', 'zh-TW': '由中', 'zh-CN': '由中', ja: '中央から', th: 'จากกลาง' }],
      ['ring', { en: 'Ring', 'zh-TW': '圓環', 'zh-CN': '圆环', ja: 'リング', th: 'วงแหวน' }],
    ]),
    first: swatch(WORDS.color, '#ff3d9a'),
    second: swatch(WORDS.secondColor, '#3de8ff'),
    size: slider(WORDS.size, 0.5),
    glow: slider(WORDS.glow, 0.5),
  },
  presets: [
    {
      id: 'deck',
      name: { en: 'Deck', 'zh-TW': '混音台', 'zh-CN': '混音台', ja: 'デッキ', th: 'เด็ค' },
      values: { style: 'bottom', first: '#36f58c', second: '#ffe14a', size: 0.35 },
    },
    {
      id: 'halo',
      name: { en: 'Halo', 'zh-TW': '光環', 'zh-CN': '光环', ja: 'ヘイロー', th: 'รัศมี' },
      values: { style: 'ring', size: 0.5, glow: 0.8 },
    },
    {
      id: 'equator',
      name: { en: 'Equator', 'zh-TW': '赤道', 'zh-CN': '赤道', ja: '赤道', th: 'เส้นศูนย์สูตร' },
      values: { style: 'middle', first: '#8a5cff', second: '#ff5ca8' },
    },
  ],
  passes: [
    {
      id: 'bars',
      fragment: /* glsl */ `
float levelAt(float x) {
  float place = clamp(x, 0.0, 1.0) * 7.0;
  int before = int(floor(place));
  float part = place - float(before);
  part = part * part * (3.0 - 2.0 * part);
  return mix(audioBands[before], audioBands[min(before + 1, 7)], part);
}
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
#if defined(STYLE_RING)
  vec2 at = (uv - vec2(0.5, 0.55)) * aspect;
  float x = abs(atan(at.x, at.y)) / 3.14159265;
  float up = length(at) - 0.2;
  const float COUNT = 28.0;
#else
  float x = uv.x;
  const float COUNT = 22.0;
#if defined(STYLE_MIDDLE)
  float up = abs(uv.y - 0.5) - 0.002;
#else
  float up = uv.y - 0.012;
#endif
#endif
  float bar = (floor(x * COUNT) + 0.5) / COUNT;
  float lift = 0.012 + levelAt(bar) * (0.06 + 0.4 * size) * (0.82 + 0.18 * sin(bar * 57.0));
  float inside = abs(fract(x * COUNT) - 0.5) * 2.0;
  float edge = 1.0 - smoothstep(0.62, 0.74, inside);
  float top = smoothstep(0.004, -0.004, up - lift) * step(0.0, up);
  float halo = exp(-max(up - lift, 0.0) * mix(60.0, 18.0, glow)) * step(0.0, up) * glow * 0.45;
  vec3 tone = mix(first, second, clamp(up / max(lift, 0.02), 0.0, 1.0));
  vec3 light = tone * (edge * top * 0.95 + halo * (0.4 + 0.6 * edge));
  vec3 room = rgb * (1.0 - 0.35 * edge * top);
  return vec4(1.0 - (1.0 - room) * (1.0 - clamp(light, 0.0, 1.0)), 1.0);
}`,
    },
  ],
});
