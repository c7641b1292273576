/** Bright things shine over their edges. Light is gathered and spread at small sizes, in linear light. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

/**
 * A Gaussian of nine steps along one axis.
 * @param unit length of a step as a part of the stage's height, so that every size of film glows alike
 */
const spread = (from: string, axis: string, unit: number): string => /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = ${axis} * vec2(resolution.y / resolution.x, 1.0) * ${unit.toFixed(6)};
  vec3 sum = pass_${from}(uv).rgb;
  float total = 1.0;
  for (float tap = 1.0; tap < 4.5; tap += 1.0) {
    // Between two texels, so that one read gathers both.
    float at = tap * 2.0 - 0.5;
    float weight = 2.0 * exp(-at * at / 36.0);
    sum += weight * (pass_${from}(uv + step * at).rgb + pass_${from}(uv - step * at).rgb);
    total += 2.0 * weight;
  }
  return vec4(sum / total, 1.0);
}`;

const ACROSS = 'vec2(1.0, 0.0)';
const DOWN = 'vec2(0.0, 1.0)';

export default defineEffect({
  id: 'bloom',
  name: { en: 'Bloom', 'zh-TW': '柔光溢光', 'zh-CN': '柔光溢光', ja: 'ブルーム', th: 'แสงฟุ้ง' },
  description: {
    en: 'Bright places glow over their edges.',
    'zh-TW': '亮處的光柔柔地溢出來。',
    'zh-CN': '亮处的光柔柔地溢出来。',
    ja: '明るい部分がふんわり光ります。',
    th: 'บริเวณที่สว่างจะเรืองแสงฟุ้งออกมา',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    size: slider(WORDS.size, 0.5),
    range: slider({ en: 'Range', 'zh-TW': '範圍', 'zh-CN': '范围', ja: '範囲', th: 'ช่วงแสง' }, 0.45),
  },
  presets: [
    {
      id: 'dreamy',
      name: { en: 'Dreamy', 'zh-TW': '夢幻', 'zh-CN': '梦幻', ja: '夢見心地', th: 'ชวนฝัน' },
      values: { intensity: 0.55, size: 0.9, range: 0.75 },
    },
    {
      id: 'stage',
      name: { en: 'Stage lights', 'zh-TW': '舞台燈', 'zh-CN': '舞台灯', ja: 'ステージ照明', th: 'ไฟเวที' },
      values: { intensity: 0.8, size: 0.4, range: 0.3 },
    },
  ],
  passes: [
    {
      id: 'bright',
      scale: 0.25,
      halfFloat: true,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = 1.0 / resolution;
  vec3 shown = 0.25 * (source(uv + step).rgb + source(uv - step).rgb
    + source(uv + vec2(step.x, -step.y)).rgb + source(uv + vec2(-step.x, step.y)).rgb);
  // Squares stand for linear light: near enough for a glow, and exact on the way back.
  vec3 light = shown * shown;
  float peak = max(light.r, max(light.g, light.b));
  float knee = mix(0.85, 0.06, range);
  float over = max(peak - knee, 0.0);
  return vec4(light * over / max(peak, 1e-4) * (1.0 + 2.0 * over), 1.0);
}`,
    },
    { id: 'near_across', scale: 0.125, halfFloat: true, fragment: spread('bright', ACROSS, 1 / 280) },
    { id: 'near', scale: 0.125, halfFloat: true, fragment: spread('near_across', DOWN, 1 / 280) },
    { id: 'far_across', scale: 0.0625, halfFloat: true, fragment: spread('near', ACROSS, 1 / 100) },
    { id: 'far', scale: 0.0625, halfFloat: true, fragment: spread('far_across', DOWN, 1 / 100) },
    {
      id: 'glow',
      scale: 0.125,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 glow = mix(pass_near(uv).rgb, pass_far(uv).rgb, 0.2 + 0.7 * size) * intensity * 2.4;
  // Roots of quarters, so that eight bits hold faint glow without steps.
  return vec4(sqrt(min(glow, 4.0) * 0.25), 1.0);
}`,
    },
    {
      id: 'join',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 root = pass_glow(uv).rgb;
  vec3 shown = source(uv).rgb;
  vec3 light = shown * shown;
  // Light adds up, and rolls off before it burns out.
  vec3 sum = light + root * root * 4.0 * (1.0 - 0.75 * light);
  vec3 over = max(sum - 0.72, 0.0);
  return vec4(sqrt(min(sum, 0.72) + 0.28 * over / (over + 0.28)), 1.0);
}`,
    },
  ],
});
