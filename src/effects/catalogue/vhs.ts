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
  // 260 lines a picture, whatever its size.
  float row = floor(uv.y * 260.0);
  float jitter = (hash(vec3(row, tick, tape)) - 0.5) * 0.0035 * wear;
  jitter += (sin(uv.y * 7.0 + time * 2.1) + 0.6 * sin(uv.y * 23.0 - time * 3.7)) * 0.0022 * wear;
  // The band where the heads lose the track climbs in six seconds.
  float band = fract(time / 6.0 + seed + 0.12) * 1.3 - 0.15;
  float lost = (1.0 - smoothstep(0.0, 0.045, abs(uv.y - band))) * wear;
  float clump = floor(row / 3.0);
  jitter += lost * (hash(vec3(clump, tick, tape + 1.0)) - 0.25) * 0.11;
  // The switch of the heads bends the lowest lines.
  float foot = (1.0 - smoothstep(0.0, 0.03, uv.y)) * wear;
  jitter += foot * (0.05 + 0.04 * hash(vec3(row, tick, tape + 2.0)));
  vec2 seen = uv + vec2(jitter, 0.0);
  float reach = 0.006 + 0.034 * bleed;
  vec3 sharp = TO_YIQ * source(seen).rgb;
  float side = luma(source(seen + vec2(0.0055, 0.0)).rgb);
  vec2 chroma = 0.5 * (TO_YIQ * source(seen - vec2(reach * 0.5, -0.001)).rgb
    + TO_YIQ * source(seen - vec2(reach * 1.35, 0.003)).rgb).yz;
  // Tape cannot hold fine detail; the player sharpens what is left, which rings beside edges.
  float level = mix(sharp.x, side, 0.5) + (sharp.x - side) * (0.35 + 0.5 * wear);
  vec2 grain = vec2(hash(vec3(floor(uv.x * 190.0), row, tick + tape)), hash(vec3(floor(uv.x * 46.0), floor(row / 2.0), tick + tape + 9.0)));
  level += (grain.x - 0.5) * (0.03 + 0.035 * wear);
  // Noise of colour lies in wider patches than noise of light.
  chroma += (vec2(grain.y, fract(grain.y * 7.31)) - 0.5) * 0.06 * (0.4 + wear);
  // Drop-outs: short white streaks in the lost band, a few anywhere.
  float streak = hash(vec3(floor(uv.x * 34.0 + hash(vec3(row, tick, 4.0)) * 9.0), row, tick + tape + 5.0));
  level += step(1.0 - 0.34 * lost - 0.3 * foot - 0.0012 * wear, streak) * (0.35 + 0.4 * lost);
  level *= 1.0 - lines * 0.34 * (0.5 + 0.5 * cos(uv.y * 260.0 * 6.28318530718));
  // Black is never black on tape, and white is cream.
  level = level * (0.86 + 0.16 * lines) + 0.075;
  vec3 rgb = FROM_YIQ * vec3(level, chroma * (1.3 - 0.8 * max(lost, foot)));
  return vec4(rgb * vec3(1.04, 0.99, 0.93) + vec3(0.0, 0.004, 0.03), 1.0);
}`,
    },
  ],
});
