/** A worn tape: colour that smears, lines that slip, a band of snow that climbs. */
import { defineEffect } from '../effect';
import { slider } from '../params';

export default defineEffect({
  id: 'vhs',
  name: { en: 'VHS', 'zh-TW': 'VHS 錄影帶', 'zh-CN': 'VHS 录像带', ja: 'VHSテープ', th: 'เทป VHS' },
  description: {
    en: 'A worn tape from the family shelf.',
    'zh-TW': '像從家裡櫃子翻出的老錄影帶。',
    'zh-CN': '像从家里柜子翻出的老录像带。',
    ja: '棚の奥から出てきた古いビデオテープ。',
    th: 'เหมือนวิดีโอเทปเก่าจากชั้นที่บ้าน',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: true,
  params: {
    wear: slider({ en: 'Wear', 'zh-TW': '磨損', 'zh-CN': '磨损', ja: '劣化', th: 'ความเก่า' }, 0.5),
    bleed: slider(
      { en: 'Colour bleed', 'zh-TW': '色彩暈染', 'zh-CN': '色彩晕染', ja: '色にじみ', th: 'สีซึม' },
      0.55,
    ),
    lines: slider(
      { en: 'Scan lines', 'zh-TW': '掃描線', 'zh-CN': '扫描线', ja: '走査線', th: 'เส้นสแกน' },
      0.45,
    ),
  },
  presets: [
    {
      id: 'rental',
      name: { en: 'Rental tape', 'zh-TW': '出租帶', 'zh-CN': '租来的带子', ja: 'レンタル品', th: 'เทปเช่า' },
      values: { wear: 0.85, bleed: 0.7, lines: 0.5 },
    },
    {
      id: 'camcorder',
      name: {
        en: 'Camcorder',
        'zh-TW': '家用攝影機',
        'zh-CN': '家用摄像机',
        ja: 'ビデオカメラ',
        th: 'กล้องวิดีโอบ้าน',
      },
      values: { wear: 0.25, bleed: 0.45, lines: 0.3 },
    },
  ],
  passes: [
    {
      id: 'tape',
      fragment: /* glsl */ `
const mat3 TO_YIQ = mat3(0.299, 0.596, 0.211, 0.587, -0.274, -0.523, 0.114, -0.322, 0.312);
const mat3 FROM_YIQ = mat3(1.0, 1.0, 1.0, 0.956, -0.272, -1.106, 0.621, -0.647, 1.703);
vec4 effect(vec2 uv) {
  float tick = floor(time * 30.0 + 0.01);
  float tape = floor(seed * 65536.0);
  // 240 lines a picture, whatever its size.
  float row = floor(uv.y * 240.0);
  float jitter = (hash(vec3(row, tick, tape)) - 0.5) * 0.004 * wear;
  jitter += sin(uv.y * 9.0 + time * 2.3) * 0.0022 * wear;
  // The band where the heads lose the track climbs in six seconds.
  float band = fract(time / 6.0 + seed) * 1.3 - 0.15;
  float lost = (1.0 - smoothstep(0.0, 0.05, abs(uv.y - band))) * wear;
  jitter += lost * (hash(vec3(row, tick, tape + 1.0)) - 0.3) * 0.07;
  // The switch of the heads bends the lowest lines.
  float foot = (1.0 - smoothstep(0.0, 0.035, uv.y)) * wear;
  jitter += foot * (0.03 + 0.03 * hash(vec3(row, tick, tape + 2.0)));
  vec2 seen = uv + vec2(jitter, 0.0);
  float reach = (0.004 + 0.026 * bleed);
  vec3 sharp = TO_YIQ * source(seen).rgb;
  float side = (TO_YIQ * source(seen + vec2(0.0035, 0.0)).rgb).x;
  vec2 chroma = 0.34 * (TO_YIQ * source(seen - vec2(reach * 0.35, 0.0)).rgb).yz
    + 0.36 * (TO_YIQ * source(seen - vec2(reach * 0.8, 0.0015)).rgb).yz
    + 0.3 * (TO_YIQ * source(seen - vec2(reach * 1.5, 0.0015)).rgb).yz;
  // Tape cannot hold fine detail, and the player sharpens what is left.
  float level = mix(sharp.x, side, 0.42) + (sharp.x - side) * 0.35 * wear;
  float snow = hash(vec3(floor(uv.x * 300.0), row, tick + tape));
  level += (snow - 0.5) * (0.05 + 0.05 * wear) + step(0.93, snow) * (lost * 0.8 + foot * 0.6);
  level *= 1.0 - lines * 0.3 * (0.5 + 0.5 * cos(uv.y * 240.0 * 6.28318530718));
  level = level * 0.9 + 0.055;
  vec3 rgb = FROM_YIQ * vec3(level, chroma * (1.18 - 0.6 * max(lost, foot)));
  return vec4(rgb * vec3(1.03, 0.99, 0.97) + vec3(0.0, 0.002, 0.014) * wear, 1.0);
}`,
    },
  ],
});
