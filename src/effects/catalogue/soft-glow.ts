/** A veil of light, as through a stocking over the lens. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'soft-glow',
  name: { en: 'Soft glow', 'zh-TW': '柔焦', 'zh-CN': '柔焦', ja: 'ソフトフォーカス', th: 'นุ่มเรืองแสง' },
  description: {
    en: 'Skin and lights melt as through a silk filter.',
    'zh-TW': '如絲綢濾鏡般柔化。',
    'zh-CN': '如丝绸滤镜般柔化。',
    ja: '絹越しのようにやわらかく。',
    th: 'ละมุนเหมือนผ่านผ้าไหม',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.55),
    size: slider(WORDS.size, 0.5),
    warmth: slider({ en: 'Warmth', 'zh-TW': '溫暖', 'zh-CN': '温暖', ja: '暖かさ', th: 'ความอุ่น' }, 0.55),
  },
  presets: [
    {
      id: 'dream',
      name: { en: 'Daydream', 'zh-TW': '白日夢', 'zh-CN': '白日梦', ja: '白昼夢', th: 'ฝันกลางวัน' },
      values: { intensity: 0.85, size: 0.8 },
    },
    {
      id: 'skin',
      name: { en: 'Soft skin', 'zh-TW': '柔膚', 'zh-CN': '柔肤', ja: 'やわ肌', th: 'ผิวเนียน' },
      values: { intensity: 0.4, size: 0.2 },
    },
    {
      id: 'moon',
      name: { en: 'Moonlight', 'zh-TW': '月光', 'zh-CN': '月光', ja: '月明かり', th: 'แสงจันทร์' },
      values: { intensity: 0.7, warmth: 0.15 },
    },
  ],
  passes: [
    {
      id: 'small',
      scale: 0.25,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) { return source(uv); }`,
    },
    {
      id: 'across',
      scale: 0.125,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = vec2(1.0, 0.0) * vec2(resolution.y / resolution.x, 1.0) * (0.0012 + 0.006 * size);
  vec3 sum = pass_small(uv).rgb;
  float total = 1.0;
  for (float tap = 1.0; tap < 4.5; tap += 1.0) {
    float at = tap * 2.0 - 0.5;
    float weight = exp(-at * at / 36.0);
    sum += weight * (pass_small(uv + step * at).rgb + pass_small(uv - step * at).rgb);
    total += 2.0 * weight;
  }
  return vec4(sum / total, 1.0);
}`,
    },
    {
      id: 'blurred',
      scale: 0.125,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = vec2(0.0, 1.0) * vec2(resolution.y / resolution.x, 1.0) * (0.0012 + 0.006 * size);
  vec3 sum = pass_across(uv).rgb;
  float total = 1.0;
  for (float tap = 1.0; tap < 4.5; tap += 1.0) {
    float at = tap * 2.0 - 0.5;
    float weight = exp(-at * at / 36.0);
    sum += weight * (pass_across(uv + step * at).rgb + pass_across(uv - step * at).rgb);
    total += 2.0 * weight;
  }
  return vec4(sum / total, 1.0);
}`,
    },
    {
      id: 'join',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  vec3 veil = pass_blurred(uv).rgb;
  veil = mix(veil, veil * veil * (3.0 - 2.0 * veil), 0.5) * mix(vec3(0.9, 0.97, 1.1), vec3(1.1, 1.0, 0.88), warmth);
  // The veil darkens a little first, so that it does not wash out.
  vec3 base = mix(rgb, rgb * rgb, 0.45);
  vec3 lit = 1.0 - (1.0 - base) * (1.0 - clamp(veil, 0.0, 1.0) * 0.8);
  return vec4(mix(rgb, lit, intensity), 1.0);
}`,
    },
  ],
});
