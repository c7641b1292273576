/** Something drawn is held in each hand. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'hand-sticker',
  name: { en: 'Hand sticker', 'zh-TW': '手部貼紙', 'zh-CN': '手部贴纸', ja: '手ステッカー', th: 'สติกเกอร์มือ' },
  description: {
    en: 'Hearts, stars, flames or gloves in your hands.',
    'zh-TW': '手裡有愛心、星星、火焰或拳套。',
    'zh-CN': '手里有爱心、星星、火焰或拳套。',
    ja: '手にハート・星・炎・グローブ。',
    th: 'หัวใจ ดาว ไฟ หรือถุงมือในมือ',
  },
  category: 'body',
  kind: 'overlay',
  needs: ['pose'],
  seeded: false,
  params: {
    figure: choice({ en: 'Sticker', 'zh-TW': '貼紙', 'zh-CN': '贴纸', ja: 'ステッカー', th: 'สติกเกอร์' }, [
      ['heart', { en: 'Heart', 'zh-TW': '愛心', 'zh-CN': '爱心', ja: 'ハート', th: 'หัวใจ' }],
      ['star', { en: 'Star', 'zh-TW': '星星', 'zh-CN': '星星', ja: '星', th: 'ดาว' }],
      ['flame', { en: 'Flame', 'zh-TW': '火焰', 'zh-CN': '火焰', ja: '炎', th: 'เปลวไฟ' }],
      ['orb', { en: 'Energy orb', 'zh-TW': '能量球', 'zh-CN': '能量球', ja: 'エネルギー球', th: 'ลูกพลัง' }],
    ]),
    first: swatch(WORDS.color, '#ff3d6e'),
    second: swatch(WORDS.secondColor, '#ffd1dc'),
    size: slider(WORDS.size, 0.5),
  },
  presets: [
    {
      id: 'love',
      name: { en: 'Love', 'zh-TW': '愛', 'zh-CN': '爱', ja: 'ラブ', th: 'รัก' },
      values: { figure: 'heart', first: '#ff3d6e', second: '#ffd1dc' },
    },
    {
      id: 'pop-star',
      name: { en: 'Pop star', 'zh-TW': '巨星', 'zh-CN': '巨星', ja: 'スター', th: 'ป๊อปสตาร์' },
      values: { figure: 'star', first: '#ffd23f', second: '#fff6cf' },
    },
    {
      id: 'fire',
      name: { en: 'Fire', 'zh-TW': '火焰', 'zh-CN': '火焰', ja: 'ファイア', th: 'ไฟ' },
      values: { figure: 'flame', first: '#ff5a1f', second: '#ffe27a', size: 0.7 },
    },
    {
      id: 'force',
      name: { en: 'Force', 'zh-TW': '原力', 'zh-CN': '原力', ja: 'フォース', th: 'พลัง' },
      values: { figure: 'orb', first: '#3d7bff', second: '#d6f2ff', size: 0.7 },
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

vec4 paintAt(vec2 at, float unit, float turn) {
#if defined(FIGURE_HEART)
  vec2 p = vec2(abs(at.x), at.y + 0.5) / 0.95;
  float away = p.x + p.y > 1.0
    ? length(p - vec2(0.25, 0.75)) - 0.353553
    : sqrt(min(dot(p - vec2(0.0, 1.0), p - vec2(0.0, 1.0)), dot(p - 0.5 * max(p.x + p.y, 0.0), p - 0.5 * max(p.x + p.y, 0.0)))) * sign(p.x - p.y);
  float gleam = exp(-dot(at - vec2(-0.2, 0.16), at - vec2(-0.2, 0.16)) * 40.0);
  return vec4(mix(first, second, gleam), ink(away, unit));
#elif defined(FIGURE_STAR)
  float angle = atan(at.x, at.y) + turn;
  float arm = abs(fract(angle * 0.795775 + 0.5) - 0.5) * 2.0;
  float edge = mix(0.55, 0.24, smoothstep(0.0, 1.0, arm));
  return vec4(mix(second, first, smoothstep(0.0, 0.45, length(at))), ink((length(at) - edge) * 0.8, unit));
#elif defined(FIGURE_FLAME)
  float lick = 0.06 * sin(at.y * 9.0 - time * 11.0 + turn * 3.0) * smoothstep(-0.2, 0.6, at.y);
  vec2 p = vec2(at.x + lick, at.y - 0.15);
  float wide = 0.36 * sqrt(clamp((p.y + 0.5) / 0.3, 0.0, 1.0)) * (1.0 - smoothstep(-0.2, 0.75, p.y));
  float away = abs(p.x) - wide;
  float heart = abs(p.x) - wide * 0.5 + max(p.y - 0.1, 0.0) * 0.5;
  return vec4(mix(first, second, ink(heart, unit * 0.2)), ink(max(away, abs(p.y) - 0.62), unit * 0.5));
#else
  float away = length(at);
  float pulse = 0.9 + 0.1 * sin(time * 7.0 + turn);
  float core = exp(-away * away * 16.0 / pulse);
  float shell = exp(-pow((away - 0.36 * pulse) * 9.0, 2.0)) * (0.6 + 0.4 * sin(atan(at.y, at.x) * 5.0 + time * 4.0 + turn));
  return vec4(mix(first, second, core), clamp(core * 1.3 + shell * 0.7 + 0.5 * exp(-away * 5.0), 0.0, 1.0));
#endif
}
vec3 held(vec3 below, vec2 uv, vec3 wrist, vec3 finger, float turn) {
  if (wrist.z < 0.3) return below;
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  vec2 palm = mix(wrist.xy, finger.z > 0.3 ? finger.xy : wrist.xy, 0.6);
  float unit = body.z * 0.5 * (0.4 + 1.1 * size);
  vec2 at = (uv - palm) * aspect / unit;
  if (dot(at, at) > 1.6) return below;
  vec4 paint = paintAt(at, unit, turn);
  return mix(below, paint.rgb, paint.a);
}
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  if (body.w < 0.5) return vec4(rgb, 1.0);
  rgb = held(rgb, uv, joint(15), joint(19), 0.0);
  return vec4(held(rgb, uv, joint(16), joint(20), 1.0), 1.0);
}`,
    },
  ],
});
