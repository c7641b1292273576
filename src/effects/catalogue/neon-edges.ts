/** The outlines of everything, drawn in light on black. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

/**
 * The slope of the light between four corners, a fixed part of the height apart, so that every size of film draws the
 * same lines. Gives how much of an edge there is, and which way it faces.
 */
const edgesBy = (reach: string, low: number, high: number): string => /* glsl */ `
vec2 edges(vec2 uv) {
  vec2 step = vec2(resolution.y / resolution.x, 1.0) * ${reach};
  float a = luma(source(uv + vec2(-step.x, step.y)).rgb);
  float b = luma(source(uv + step).rgb);
  float c = luma(source(uv - step).rgb);
  float d = luma(source(uv + vec2(step.x, -step.y)).rgb);
  vec2 slope = vec2(b + d - a - c, a + b - c - d);
  float line = smoothstep(${low}, ${high}, length(slope));
  return vec2(line, 0.5 + 0.5 * (slope.x + slope.y * 0.6) / (length(slope) + 0.025));
}`;

export default defineEffect({
  id: 'neon-edges',
  name: { en: 'Neon edges', 'zh-TW': '霓虹線稿', 'zh-CN': '霓虹线稿', ja: 'ネオンライン', th: 'เส้นขอบนีออน' },
  description: {
    en: 'Redraws the picture in glowing outlines.',
    'zh-TW': '用發光線條重畫整個畫面。',
    'zh-CN': '用发光线条重画整个画面。',
    ja: '光る輪郭線で描き直します。',
    th: 'วาดภาพใหม่ด้วยเส้นขอบเรืองแสง',
  },
  category: 'edge',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    first: swatch(WORDS.color, '#ff2fb3'),
    second: swatch(WORDS.secondColor, '#22e6ff'),
    intensity: slider(WORDS.intensity, 0.6),
    dim: slider(WORDS.dim, 0.8),
  },
  presets: [
    {
      id: 'tokyo',
      name: { en: 'Tokyo', 'zh-TW': '東京', 'zh-CN': '东京', ja: '東京', th: 'โตเกียว' },
      values: { first: '#ff2fb3', second: '#22e6ff', intensity: 0.6, dim: 0.8 },
    },
    {
      id: 'blueprint',
      name: { en: 'Blueprint', 'zh-TW': '藍圖', 'zh-CN': '蓝图', ja: '青図', th: 'พิมพ์เขียว' },
      values: { first: '#d8ecff', second: '#7fb8ff', intensity: 0.5, dim: 1 },
    },
  ],
  passes: [
    {
      id: 'lines',
      scale: 0.25,
      fragment: `${edgesBy('1.0 / 300.0', 0.1, 0.45)}
vec4 effect(vec2 uv) { return vec4(edges(uv), 0.0, 1.0); }`,
    },
    {
      id: 'glow',
      scale: 0.125,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = vec2(resolution.y / resolution.x, 1.0) / 110.0;
  vec2 sum = vec2(0.0);
  float total = 0.0;
  for (float tap = 0.0; tap < 20.5; tap += 1.0) {
    float turn = tap * 2.39996323;
    vec2 read = pass_lines(uv + vec2(cos(turn), sin(turn)) * step * sqrt(tap / 5.0)).rg;
    float weight = exp(-tap / 14.0);
    sum += vec2(read.r, read.g) * weight;
    total += weight;
  }
  return vec4(sum / total, 0.0, 1.0);
}`,
    },
    {
      id: 'join',
      fragment: `${edgesBy('1.0 / 430.0', 0.1, 0.45)}
vec4 effect(vec2 uv) {
  vec2 line = edges(uv);
  vec2 glow = pass_glow(uv).rg;
  vec3 tint = mix(first, second, smoothstep(0.25, 0.75, line.y));
  vec3 haze = mix(first, second, smoothstep(0.3, 0.6, glow.y));
  vec3 rgb = source(uv).rgb;
  vec3 night = mix(rgb, rgb * luma(rgb) * 0.22, dim);
  float power = 0.4 + intensity;
  vec3 light = mix(tint, vec3(1.0), 0.35 * line.x) * line.x * power + haze * glow.x * 1.3 * power;
  return vec4(1.0 - (1.0 - night) * (1.0 - clamp(light, 0.0, 1.0)), 1.0);
}`,
    },
  ],
});
