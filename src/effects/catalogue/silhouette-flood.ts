/** The body becomes one flowing shape of colour. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'silhouette-flood',
  name: { en: 'Silhouette', 'zh-TW': '剪影', 'zh-CN': '剪影', ja: 'シルエット', th: 'ซิลูเอต' },
  description: {
    en: 'The body turns into flowing colour.',
    'zh-TW': '身體化為流動的色彩。',
    'zh-CN': '身体化为流动的色彩。',
    ja: '体が流れる色になります。',
    th: 'ร่างกายกลายเป็นสีไหลเวียน',
  },
  category: 'body',
  kind: 'mask',
  needs: ['mask'],
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['flow', { en: 'Flowing', 'zh-TW': '流動', 'zh-CN': '流动', ja: '流れ', th: 'ไหลเวียน' }],
      ['solid', { en: 'Solid', 'zh-TW': '純色', 'zh-CN': '纯色', ja: '単色', th: 'สีเดียว' }],
      ['stars', { en: 'Starry', 'zh-TW': '星空', 'zh-CN': '星空', ja: '星空', th: 'ดวงดาว' }],
    ]),
    first: swatch(WORDS.color, '#ff2fa8'),
    second: swatch(WORDS.secondColor, '#3a2bff'),
    dim: slider(WORDS.dim, 0.55),
    speed: slider(WORDS.speed, 0.5),
  },
  presets: [
    {
      id: 'poster',
      name: { en: 'Poster', 'zh-TW': '海報', 'zh-CN': '海报', ja: 'ポスター', th: 'โปสเตอร์' },
      values: { style: 'solid', first: '#ff5d3d', dim: 0 },
    },
    {
      id: 'galaxy',
      name: { en: 'Galaxy', 'zh-TW': '銀河', 'zh-CN': '银河', ja: '銀河', th: 'กาแล็กซี' },
      values: { style: 'stars', first: '#2a1459', second: '#0a2a6b', dim: 0.7 },
    },
    {
      id: 'lava',
      name: { en: 'Lava', 'zh-TW': '熔岩', 'zh-CN': '熔岩', ja: '溶岩', th: 'ลาวา' },
      values: { style: 'flow', first: '#ffb300', second: '#e0122f', dim: 0.6 },
    },
  ],
  passes: [
    {
      id: 'join',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  float self = smoothstep(0.3, 0.62, matte(uv));
  vec2 at = uv * vec2(resolution.x / resolution.y, 1.0);
  float pace = time * (0.2 + 2.2 * speed);
  float drift = sin(at.x * 5.0 + pace) + sin(at.y * 7.0 - pace * 0.8 + sin(at.x * 4.0 + pace * 0.5)) + sin((at.x + at.y) * 6.0 + pace * 0.6);
#if defined(STYLE_SOLID)
  vec3 flood = mix(first, second, 0.18 * smoothstep(0.2, 1.0, uv.y) + 0.1 * sin(pace));
#elif defined(STYLE_STARS)
  vec3 flood = mix(first, second, 0.5 + 0.5 * sin(drift));
  vec2 cell = floor(at * 42.0);
  float star = hash(vec3(cell, 5.0));
  vec2 off = fract(at * 42.0) - 0.5 - 0.3 * vec2(hash(vec3(cell, 6.0)) - 0.5, hash(vec3(cell, 7.0)) - 0.5);
  float twinkle = 0.6 + 0.4 * sin(pace * 2.0 + star * 40.0);
  flood += step(0.72, star) * twinkle * exp(-dot(off, off) * 60.0);
#else
  vec3 flood = mix(first, second, 0.5 + 0.5 * sin(drift * 1.4));
#endif
  // Folds of the clothes stay, faintly.
  flood *= 0.86 + 0.28 * luma(rgb);
  float grey = luma(rgb);
  vec3 room = mix(rgb, mix(vec3(grey), second, 0.35) * 0.35, dim);
  return vec4(mix(room, flood, self), 1.0);
}`,
    },
  ],
});
