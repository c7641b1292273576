/** A tube television: bent glass, scan lines, glowing dots. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'crt',
  name: { en: 'CRT', 'zh-TW': '映像管', 'zh-CN': '显像管', ja: 'ブラウン管', th: 'จอ CRT' },
  description: {
    en: 'Plays on an old tube television.',
    'zh-TW': '在老式映像管電視上播放。',
    'zh-CN': '在老式显像管电视上播放。',
    ja: '古いブラウン管テレビの映り。',
    th: 'เล่นบนทีวีจอแก้วรุ่นเก่า',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    lines: slider(
      { en: 'Scan lines', 'zh-TW': '掃描線', 'zh-CN': '扫描线', ja: '走査線', th: 'เส้นสแกน' },
      0.55,
    ),
    bend: slider({ en: 'Curve', 'zh-TW': '曲面', 'zh-CN': '曲面', ja: '曲がり', th: 'ความโค้ง' }, 0.4),
    glow: slider(WORDS.glow, 0.5),
    rgbDots: slider({ en: 'Dots', 'zh-TW': '色點', 'zh-CN': '色点', ja: 'ドット', th: 'จุดสี' }, 0.5),
  },
  presets: [
    {
      id: 'arcade',
      name: { en: 'Arcade', 'zh-TW': '街機', 'zh-CN': '街机', ja: 'アーケード', th: 'ตู้เกม' },
      values: { lines: 0.7, bend: 0.5, glow: 0.7, rgbDots: 0.8 },
    },
    {
      id: 'lounge',
      name: { en: 'Living room', 'zh-TW': '客廳', 'zh-CN': '客厅', ja: 'リビング', th: 'ห้องนั่งเล่น' },
      values: { lines: 0.35, bend: 0.3, glow: 0.3, rgbDots: 0.3 },
    },
  ],
  passes: [
    {
      id: 'halo',
      scale: 0.25,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = vec2(resolution.y / resolution.x, 1.0) * 0.006;
  vec3 sum = source(uv).rgb * 2.0;
  for (int side = 0; side < 6; side += 1) {
    float turn = float(side) * 1.04719755;
    sum += source(uv + step * vec2(cos(turn), sin(turn))).rgb;
  }
  return vec4(sum / 8.0, 1.0);
}`,
    },
    {
      id: 'tube',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 at = uv * 2.0 - 1.0;
  at *= 1.0 + bend * 0.16 * vec2(at.y * at.y, at.x * at.x);
  vec2 place = at * 0.5 + 0.5;
  vec2 inside = smoothstep(vec2(1.0), vec2(1.0 - 0.012), abs(at));
  vec3 rgb = source(place).rgb;
  vec3 halo = pass_halo(place).rgb;
  rgb = 1.0 - (1.0 - rgb) * (1.0 - halo * halo * glow * 0.7);
  // 240 lines, as a tube has; brighter places fill their line.
  float wave = 0.5 + 0.5 * cos(place.y * 240.0 * 6.28318531);
  // A picture of fewer than three pixels a line shows their mean.
  float fine = smoothstep(560.0, 860.0, resolution.y);
  wave = mix(0.5, wave, fine);
  float grey = luma(rgb);
  rgb *= 1.0 - lines * 0.75 * (1.0 - wave) * (1.0 - 0.55 * grey);
  float third = fract(place.x * 240.0 * resolution.x / resolution.y) * 3.0;
  vec3 beside = abs(third - vec3(0.5, 1.5, 2.5));
  vec3 stripe = mix(vec3(0.667), clamp(1.5 - min(beside, 3.0 - beside), 0.0, 1.0), fine);
  rgb *= mix(vec3(1.0), stripe * 1.35, rgbDots * 0.55);
  float vignette = 1.0 - 0.35 * bend * dot(at, at) * 0.5;
  return vec4(clamp(rgb * 1.28 * vignette, 0.0, 1.0) * inside.x * inside.y, 1.0);
}`,
    },
  ],
});
