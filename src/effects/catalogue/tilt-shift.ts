/** A narrow band is sharp, as in a model town. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'tilt-shift',
  name: { en: 'Tilt shift', 'zh-TW': '移軸', 'zh-CN': '移轴', ja: 'ティルトシフト', th: 'ทิลต์ชิฟต์' },
  description: {
    en: 'Makes the stage look like a miniature.',
    'zh-TW': '讓舞台像模型。',
    'zh-CN': '让舞台像模型。',
    ja: '舞台がミニチュアに。',
    th: 'ทำให้เวทีดูเหมือนของจิ๋ว',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    blur: slider(WORDS.blur, 0.6),
    range: slider({ en: 'Range', 'zh-TW': '範圍', 'zh-CN': '范围', ja: '範囲', th: 'ช่วง' }, 0.35),
    middle: slider({ en: 'Place', 'zh-TW': '位置', 'zh-CN': '位置', ja: '位置', th: 'ตำแหน่ง' }, 0.5),
    vivid: slider({ en: 'Vivid', 'zh-TW': '鮮豔', 'zh-CN': '鲜艳', ja: '鮮やかさ', th: 'ความสด' }, 0.5),
  },
  presets: [
    {
      id: 'toy',
      name: { en: 'Toy town', 'zh-TW': '玩具城', 'zh-CN': '玩具城', ja: 'おもちゃの街', th: 'เมืองของเล่น' },
      values: { blur: 0.8, range: 0.2, vivid: 0.8 },
    },
    {
      id: 'face',
      name: { en: 'Face', 'zh-TW': '臉部', 'zh-CN': '脸部', ja: '顔', th: 'ใบหน้า' },
      values: { middle: 0.72, range: 0.3, vivid: 0.3 },
    },
  ],
  passes: [
    {
      id: 'across',
      scale: 0.25,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = vec2(1.0, 0.0) * vec2(resolution.y / resolution.x, 1.0) * (0.0006 + 0.0034 * blur);
  vec3 sum = source(uv).rgb;
  float total = 1.0;
  for (float tap = 1.0; tap < 4.5; tap += 1.0) {
    float at = tap * 2.0 - 0.5;
    float weight = exp(-at * at / 36.0);
    sum += weight * (source(uv + step * at).rgb + source(uv - step * at).rgb);
    total += 2.0 * weight;
  }
  return vec4(sum / total, 1.0);
}`,
    },
    {
      id: 'blurred',
      scale: 0.25,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = vec2(0.0, 1.0) * vec2(resolution.y / resolution.x, 1.0) * (0.0006 + 0.0034 * blur);
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
  float away = abs(uv.y - middle);
  float reach = 0.06 + 0.4 * range;
  float soft = smoothstep(reach * 0.5, reach + 0.16, away);
  vec3 rgb = mix(source(uv).rgb, pass_blurred(uv).rgb, soft);
  float grey = luma(rgb);
  rgb = mix(vec3(grey), rgb, 1.0 + 0.6 * vivid);
  return vec4(clamp(mix(rgb, rgb * rgb * (3.0 - 2.0 * rgb), 0.35 * vivid), 0.0, 1.0), 1.0);
}`,
    },
  ],
});
