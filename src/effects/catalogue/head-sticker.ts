/** Something drawn sits on the head and turns with it. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'head-sticker',
  name: {
    en: 'Head sticker',
    'zh-TW': '頭部貼紙',
    'zh-CN': '头部贴纸',
    ja: '頭ステッカー',
    th: 'สติกเกอร์ศีรษะ',
  },
  description: {
    en: 'A crown, cat ears, shades or a halo on your head.',
    'zh-TW': '頭上戴皇冠、貓耳、墨鏡或光環。',
    'zh-CN': '头上戴皇冠、猫耳、墨镜或光环。',
    ja: '王冠・猫耳・サングラス・光輪。',
    th: 'มงกุฎ หูแมว แว่นดำ หรือวงแหวนบนศีรษะ',
  },
  category: 'body',
  kind: 'overlay',
  needs: ['pose'],
  seeded: false,
  params: {
    figure: choice({ en: 'Sticker', 'zh-TW': '貼紙', 'zh-CN': '贴纸', ja: 'ステッカー', th: 'สติกเกอร์' }, [
      ['crown', { en: 'Crown', 'zh-TW': '皇冠', 'zh-CN': '皇冠', ja: '王冠', th: 'มงกุฎ' }],
      ['ears', { en: 'Cat ears', 'zh-TW': '貓耳', 'zh-CN': '猫耳', ja: '猫耳', th: 'หูแมว' }],
      [
        'shades',
        {
          en: 'Pixel shades',
          'zh-TW': '像素墨鏡',
          'zh-CN': '像素墨镜',
          ja: 'ピクセルサングラス',
          th: 'แว่นพิกเซล',
        },
      ],
      ['halo', { en: 'Halo', 'zh-TW': '光環', 'zh-CN': '光环', ja: '光輪', th: 'วงแหวนเทวดา' }],
    ]),
    first: swatch(WORDS.color, '#ffd23f'),
    second: swatch(WORDS.secondColor, '#ff4f8b'),
    size: slider(WORDS.size, 0.5),
    lift: slider({ en: 'Height', 'zh-TW': '高度', 'zh-CN': '高度', ja: '高さ', th: 'ความสูง' }, 0.5),
  },
  presets: [
    {
      id: 'queen',
      name: { en: 'Queen', 'zh-TW': '女王', 'zh-CN': '女王', ja: 'クイーン', th: 'ราชินี' },
      values: { figure: 'crown', first: '#ffd23f', second: '#e0245e' },
    },
    {
      id: 'kitty',
      name: { en: 'Kitty', 'zh-TW': '小貓', 'zh-CN': '小猫', ja: 'にゃんこ', th: 'แมวน้อย' },
      values: { figure: 'ears', first: '#2b2430', second: '#ff8fb8' },
    },
    {
      id: 'boss',
      name: { en: 'Boss', 'zh-TW': '老大', 'zh-CN': '老大', ja: 'ボス', th: 'บอส' },
      values: { figure: 'shades', first: '#101014', second: '#ffffff' },
    },
    {
      id: 'angel',
      name: { en: 'Angel', 'zh-TW': '天使', 'zh-CN': '天使', ja: '天使', th: 'เทวดา' },
      values: { figure: 'halo', first: '#fff3b0', second: '#ffffff' },
    },
  ],
  passes: [
    {
      id: 'stick',
      fragment: /* glsl */ `
float disc(vec2 at, float radius) { return length(at) - radius; }
float box(vec2 at, vec2 reach) {
  vec2 away = abs(at) - reach;
  return length(max(away, 0.0)) + min(max(away.x, away.y), 0.0);
}
// Drawn with an edge that is a pixel wide at every size; unit is a sticker's length in heights of the stage.
float ink(float away, float unit) { return clamp(0.5 - away * unit * resolution.y, 0.0, 1.0); }

vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  vec3 left = joint(7);
  vec3 right = joint(8);
  vec3 nose = joint(0);
  if (body.w < 0.5 || nose.z < 0.3) return vec4(rgb, 1.0);
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  bool both = left.z > 0.3 && right.z > 0.3;
  vec2 middle = (both ? 0.5 * (left.xy + right.xy) : nose.xy) * aspect;
  // From the picture's left ear to its right one; a head in profile keeps the size that the torso tells.
  vec2 span = both ? (right.xy - left.xy) * aspect : vec2(1.0, 0.0);
  span = span.x < 0.0 ? -span : span;
  float slope = both ? clamp(atan(span.y, max(span.x, 0.25 * body.z)), -0.8, 0.8) : 0.0;
  float unit = body.z * 0.52 * (0.5 + size);
  vec2 at = (uv * aspect - middle) / unit;
  float c = cos(slope);
  float s = sin(slope);
  at = vec2(c * at.x + s * at.y, c * at.y - s * at.x);
  at.y -= (lift - 0.5) * 1.2;
  float fill = 0.0;
  vec3 paint = first;
#if defined(FIGURE_CROWN)
  at.y -= 0.62;
  float teeth = abs(fract(at.x * 2.0 + 0.5) - 0.5) * 2.0;
  float top = 0.08 + 0.34 * (1.0 - teeth);
  fill = ink(max(max(abs(at.x) - 0.5 - at.y * 0.12, -at.y), at.y - top), unit);
  paint = mix(first * 0.72, first, smoothstep(0.0, 0.3, at.y));
  float gem = ink(disc(vec2(fract(at.x * 2.0 + 0.5) - 0.5, (at.y - 0.1) * 2.0), 0.13), unit * 0.5);
  paint = mix(paint, second, gem);
  paint *= 0.9 + 0.25 * smoothstep(0.1, -0.35, abs(at.x + 0.2) - 0.1);
#elif defined(FIGURE_EARS)
  at.y -= 0.5;
  vec2 ear = vec2(abs(at.x) - 0.36, at.y);
  ear = vec2(0.94 * ear.x + 0.34 * ear.y, 0.94 * ear.y - 0.34 * ear.x);
  float outer = max(-ear.y, ear.y - 0.5 + abs(ear.x) * 1.9);
  float inner = max(-ear.y + 0.06, ear.y - 0.36 + abs(ear.x) * 2.1);
  fill = ink(outer, unit);
  paint = mix(first, second, ink(inner, unit));
#elif defined(FIGURE_SHADES)
  at.y -= 0.02;
  // Everything on a grid, so that it looks cut out of an old game.
  vec2 grid = (floor(at * 16.0) + 0.5) / 16.0;
  float lens = max(abs(abs(grid.x) - 0.3) - 0.22, max(-grid.y - 0.15 + 0.1 * step(0.42, abs(grid.x)), grid.y - 0.09));
  float bar = max(abs(grid.x) - 0.62, abs(grid.y - 0.07) - 0.04);
  fill = step(min(lens, bar), 0.0);
  float gleam = step(abs(abs(grid.x) - 0.3 + grid.y * 0.9 + 0.08), 0.05) * step(lens, -0.03);
  paint = mix(first, second, gleam);
#else
  at.y -= 0.78 + 0.03 * sin(time * 2.4);
  float ring = abs(length(at * vec2(1.0, 2.9)) - 0.5) - 0.09;
  fill = ink(ring * 0.6, unit);
  float shine = exp(-max(ring, 0.0) * 7.0) * 0.75;
  rgb = 1.0 - (1.0 - rgb) * (1.0 - first * shine);
  paint = mix(first, second, smoothstep(0.0, -0.09, ring));
#endif
  return vec4(mix(rgb, paint, fill), 1.0);
}`,
    },
  ],
});
