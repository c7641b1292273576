/** Lines of light run round the body, one outside the other. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'outline-glow',
  name: { en: 'Neon outline', 'zh-TW': '霓虹描邊', 'zh-CN': '霓虹描边', ja: 'ネオン輪郭', th: 'เส้นขอบนีออน' },
  description: {
    en: 'Neon lines run round the dancer.',
    'zh-TW': '霓虹線條環繞舞者。',
    'zh-CN': '霓虹线条环绕舞者。',
    ja: 'ネオンの線がダンサーを囲みます。',
    th: 'เส้นนีออนวิ่งรอบนักเต้น',
  },
  category: 'body',
  kind: 'mask',
  needs: ['mask'],
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['double', { en: 'Double', 'zh-TW': '雙線', 'zh-CN': '双线', ja: '二重', th: 'สองเส้น' }],
      ['single', { en: 'Single', 'zh-TW': '單線', 'zh-CN': '单线', ja: '一本', th: 'เส้นเดียว' }],
      [
        'dashes',
        { en: 'Running dashes', 'zh-TW': '流動虛線', 'zh-CN': '流动虚线', ja: '走る破線', th: 'เส้นประวิ่ง' },
      ],
      ['flame', { en: 'Flame', 'zh-TW': '火焰', 'zh-CN': '火焰', ja: '炎', th: 'เปลวไฟ' }],
    ]),
    first: swatch(WORDS.color, '#2de2ff'),
    second: swatch(WORDS.secondColor, '#ff2f92'),
    width: slider(WORDS.width, 0.45),
    spread: slider(WORDS.spread, 0.4),
  },
  presets: [
    {
      id: 'electric',
      name: { en: 'Electric', 'zh-TW': '電光', 'zh-CN': '电光', ja: 'エレキ', th: 'ไฟฟ้า' },
      values: { style: 'double', first: '#2de2ff', second: '#ff2f92' },
    },
    {
      id: 'fire',
      name: { en: 'On fire', 'zh-TW': '著火', 'zh-CN': '着火', ja: '燃える', th: 'ลุกเป็นไฟ' },
      values: { style: 'flame', first: '#ffd84a', second: '#ff3b12', width: 0.7, spread: 0.6 },
    },
    {
      id: 'runner',
      name: { en: 'Runner', 'zh-TW': '奔流', 'zh-CN': '奔流', ja: 'ランナー', th: 'นักวิ่ง' },
      values: { style: 'dashes', first: '#b6ff3c', second: '#3cff9e' },
    },
  ],
  passes: [
    {
      id: 'across',
      scale: 0.25,
      halfFloat: true,
      fragment: /* glsl */ `
// The matte spread across; the distance to the body is read from how little of it is left.
vec4 effect(vec2 uv) {
  float unit = (0.004 + 0.009 * spread) * resolution.y / resolution.x;
  float sum = matte(uv);
  float total = 1.0;
  for (float tap = 1.0; tap < 6.5; tap += 1.0) {
    float weight = exp(-tap * tap / 14.0);
    sum += weight * (matte(uv + vec2(unit * tap, 0.0)) + matte(uv - vec2(unit * tap, 0.0)));
    total += 2.0 * weight;
  }
  return vec4(sum / total);
}`,
    },
    {
      id: 'field',
      scale: 0.25,
      halfFloat: true,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  float unit = 0.004 + 0.009 * spread;
  float sum = pass_across(uv).r;
  float total = 1.0;
  for (float tap = 1.0; tap < 6.5; tap += 1.0) {
    float weight = exp(-tap * tap / 14.0);
    sum += weight * (pass_across(uv + vec2(0.0, unit * tap)).r + pass_across(uv - vec2(0.0, unit * tap)).r);
    total += 2.0 * weight;
  }
  return vec4(sum / total);
}`,
    },
    {
      id: 'join',
      fragment: /* glsl */ `
float wander(vec2 at) {
  vec2 cell = floor(at);
  vec2 part = at - cell;
  part = part * part * (3.0 - 2.0 * part);
  return mix(mix(hash(vec3(cell, 1.0)), hash(vec3(cell + vec2(1.0, 0.0), 1.0)), part.x),
    mix(hash(vec3(cell + vec2(0.0, 1.0), 1.0)), hash(vec3(cell + vec2(1.0), 1.0)), part.x), part.y);
}
float line(float field, float level, float thick) {
  float away = abs(field - level) / thick;
  return exp(-away * away * 2.2);
}
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  float field = pass_field(uv).r;
  float outside = 1.0 - smoothstep(0.45, 0.75, matte(uv));
  float thick = 0.03 + 0.11 * width;
  vec3 light = vec3(0.0);
#if defined(STYLE_FLAME)
  vec2 at = uv * vec2(resolution.x / resolution.y, 1.0);
  float lick = wander(at * 22.0 - vec2(0.0, time * 5.0)) * 0.6 + wander(at * 47.0 - vec2(0.0, time * 9.0)) * 0.4;
  float dancer = pass_field(uv - vec2(0.0, 0.018 + 0.03 * lick)).r;
  float fire = smoothstep(0.5 - 0.42 * lick, 0.62, dancer + 0.25 * field) * outside;
  light = mix(second, first, smoothstep(0.35, 0.9, fire)) * fire * (0.7 + 0.9 * width);
#elif defined(STYLE_DASHES)
  float place = atan(uv.y - 0.5, uv.x - 0.5);
  float dash = smoothstep(0.25, 0.4, fract(uv.y * 7.0 + place * 1.3 - time * 1.2));
  light = mix(first, vec3(1.0), 0.25) * line(field, 0.42, thick) * dash + second * line(field, 0.16, thick * 0.8) * (1.0 - dash) * 0.9;
#else
  light = mix(first, vec3(1.0), 0.35) * line(field, 0.44, thick);
#if defined(STYLE_DOUBLE)
  light += mix(second, vec3(1.0), 0.2) * line(field, 0.15, thick * 0.75);
#else
  light += second * 0.25 * smoothstep(0.0, 0.4, field) * (1.0 - smoothstep(0.4, 0.6, field));
#endif
#endif
  // A little of the same light lies in the room.
  light = light * outside + mix(first, second, 0.5) * 0.16 * smoothstep(0.02, 0.5, field) * outside;
  // In a bright room light is only seen where it is a little darker.
  vec3 room = rgb * mix(1.0, 0.52, outside);
  return vec4(1.0 - (1.0 - room) * (1.0 - clamp(light, 0.0, 1.0)), 1.0);
}`,
    },
  ],
});
