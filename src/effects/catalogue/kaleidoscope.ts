/** Mirrors set in a ring. */
import { defineEffect } from '../effect';
import { counter, place, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'kaleidoscope',
  name: { en: 'Kaleidoscope', 'zh-TW': '萬花筒', 'zh-CN': '万花筒', ja: '万華鏡', th: 'คาไลโดสโคป' },
  description: {
    en: 'Mirrors the dancer round the centre.',
    'zh-TW': '讓舞者繞著中心層層映照。',
    'zh-CN': '让舞者绕着中心层层映照。',
    ja: '中心のまわりに踊り手を映します。',
    th: 'สะท้อนนักเต้นรอบจุดกลาง',
  },
  category: 'warp',
  kind: 'coord',
  needs: [],
  seeded: false,
  params: {
    mirrors: counter(
      { en: 'Mirrors', 'zh-TW': '鏡面數', 'zh-CN': '镜面数', ja: '鏡の数', th: 'จำนวนกระจก' },
      6,
      2,
      12,
    ),
    angle: slider(WORDS.angle, 0.25),
    zoom: slider(WORDS.zoom, 0.4),
    center: place(WORDS.center, [0.5, 0.5]),
  },
  presets: [
    {
      id: 'snowflake',
      name: { en: 'Snowflake', 'zh-TW': '雪花', 'zh-CN': '雪花', ja: '雪の結晶', th: 'เกล็ดหิมะ' },
      values: { mirrors: 6, angle: 0.25, zoom: 0.4 },
    },
    {
      id: 'butterfly',
      name: { en: 'Butterfly', 'zh-TW': '蝴蝶', 'zh-CN': '蝴蝶', ja: '蝶', th: 'ผีเสื้อ' },
      values: { mirrors: 2, angle: 0.25, zoom: 0.15 },
    },
    {
      id: 'mandala',
      name: { en: 'Mandala', 'zh-TW': '曼陀羅', 'zh-CN': '曼陀罗', ja: '曼荼羅', th: 'มันดาลา' },
      values: { mirrors: 10, angle: 0.6, zoom: 0.6 },
    },
  ],
  passes: [
    {
      id: 'coord',
      fragment: /* glsl */ `
vec2 coord(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  vec2 away = (uv - center) * aspect;
  float wedge = 6.28318530718 / max(2.0, floor(mirrors + 0.5));
  float turn = angle * 6.28318530718;
  float round = atan(away.y, away.x) + 1.57079632679;
  round = abs(mod(round, wedge) - wedge * 0.5);
  float reach = length(away) / mix(0.75, 2.2, zoom);
  vec2 seen = center + vec2(cos(round + turn), sin(round + turn)) * reach / aspect;
  // Beyond the edge the picture is mirrored on, so no bar is ever seen.
  return 1.0 - abs(mod(seen, 2.0) - 1.0);
}`,
    },
  ],
});
