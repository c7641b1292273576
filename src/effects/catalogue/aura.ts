/** A line of light round the body, and its glow in the room. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

/** The matte spread along one axis; `unit` is the step as a part of the stage's height. */
const spread = (read: string, axis: string, unit: number): string => /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 reach = ${axis} * vec2(resolution.y / resolution.x, 1.0) * ${unit.toFixed(5)} * (0.35 + size);
  float sum = ${read.replace('@', 'uv')};
  float total = 1.0;
  for (float tap = 1.0; tap < 6.5; tap += 1.0) {
    float weight = exp(-tap * tap / 16.0);
    sum += weight * (${read.replace('@', 'uv + reach * tap')} + ${read.replace('@', 'uv - reach * tap')});
    total += 2.0 * weight;
  }
  return vec4(sum / total);
}`;

export default defineEffect({
  id: 'aura',
  name: { en: 'Aura', 'zh-TW': '氣場光暈', 'zh-CN': '气场光晕', ja: 'オーラ', th: 'ออร่า' },
  description: {
    en: 'A line of light glows round the dancer.',
    'zh-TW': '舞者的輪廓散發光芒。',
    'zh-CN': '舞者的轮廓散发光芒。',
    ja: 'ダンサーの輪郭が光をまといます。',
    th: 'เส้นแสงเรืองรองรอบตัวนักเต้น',
  },
  category: 'body',
  kind: 'mask',
  needs: ['mask'],
  seeded: false,
  params: {
    first: swatch(WORDS.color, '#ff38c7'),
    second: swatch(WORDS.secondColor, '#37d9ff'),
    size: slider(WORDS.size, 0.5),
    dim: slider(WORDS.dim, 0.4),
  },
  presets: [
    {
      id: 'electric',
      name: { en: 'Electric', 'zh-TW': '電光', 'zh-CN': '电光', ja: 'エレクトリック', th: 'ไฟฟ้า' },
      values: { first: '#ff38c7', second: '#37d9ff', size: 0.5, dim: 0.4 },
    },
    {
      id: 'holy',
      name: { en: 'Halo', 'zh-TW': '聖光', 'zh-CN': '圣光', ja: '後光', th: 'รัศมี' },
      values: { first: '#fff0b8', second: '#ffc456', size: 0.9, dim: 0.55 },
    },
    {
      id: 'thin',
      name: { en: 'Thin line', 'zh-TW': '細線', 'zh-CN': '细线', ja: '細線', th: 'เส้นบาง' },
      values: { first: '#ffffff', second: '#ffffff', size: 0, dim: 0.1 },
    },
  ],
  passes: [
    { id: 'across', scale: 0.125, halfFloat: true, fragment: spread('matte(@)', 'vec2(1.0, 0.0)', 0.012) },
    {
      id: 'halo',
      scale: 0.125,
      halfFloat: true,
      fragment: spread('pass_across(@).r', 'vec2(0.0, 1.0)', 0.012),
    },
    {
      id: 'join',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  float body = matte(uv);
  vec3 rgb = source(uv).rgb;
  // The line runs where the matte passes through its middle.
  float line = smoothstep(0.12, 0.42, body) * (1.0 - smoothstep(0.5, 0.85, body));
  float halo = pass_halo(uv).r * (1.0 - smoothstep(0.3, 0.7, body));
  vec3 tint = mix(first, second, smoothstep(0.15, 0.85, uv.y + 0.12 * sin(time * 1.7 + uv.x * 5.0)));
  vec3 room = rgb * mix(1.0, 0.18, dim);
  vec3 shown = mix(room, rgb, smoothstep(0.35, 0.65, body));
  vec3 light = tint * min(halo * halo * 2.1 + halo * 0.35, 1.0) + mix(tint, vec3(1.0), 0.55) * line;
  return vec4(1.0 - (1.0 - shown) * (1.0 - clamp(light, 0.0, 1.0)), 1.0);
}`,
    },
  ],
});
