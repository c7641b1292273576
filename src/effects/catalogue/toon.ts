/** Flat colours and inked outlines. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'toon',
  name: { en: 'Toon', 'zh-TW': '卡通', 'zh-CN': '卡通', ja: 'トゥーン', th: 'การ์ตูน' },
  description: {
    en: 'Flat colours and inked lines, like a cartoon.',
    'zh-TW': '平塗色彩與墨線的卡通。',
    'zh-CN': '平涂色彩与墨线的卡通。',
    ja: '平たい色と墨の線の漫画調。',
    th: 'สีแบนและเส้นหมึกเหมือนการ์ตูน',
  },
  category: 'edge',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    ink: slider({ en: 'Ink', 'zh-TW': '墨線', 'zh-CN': '墨线', ja: '墨線', th: 'เส้นหมึก' }, 0.55),
    width: slider(WORDS.width, 0.4),
    levels: slider({ en: 'Colours', 'zh-TW': '色數', 'zh-CN': '色数', ja: '色数', th: 'จำนวนสี' }, 0.35),
    vivid: slider({ en: 'Vivid', 'zh-TW': '鮮豔', 'zh-CN': '鲜艳', ja: '鮮やかさ', th: 'ความสด' }, 0.55),
  },
  presets: [
    {
      id: 'comic',
      name: { en: 'Comic', 'zh-TW': '漫畫', 'zh-CN': '漫画', ja: 'コミック', th: 'คอมิก' },
      values: { ink: 0.8, width: 0.6, levels: 0.2, vivid: 0.8 },
    },
    {
      id: 'anime',
      name: { en: 'Anime', 'zh-TW': '動漫', 'zh-CN': '动漫', ja: 'アニメ', th: 'อนิเมะ' },
      values: { ink: 0.4, width: 0.25, levels: 0.5, vivid: 0.6 },
    },
  ],
  passes: [
    {
      id: 'flat',
      scale: 0.5,
      fragment: /* glsl */ `
// Means over four corners; the calmest wins, so that edges stay and grain goes (Kuwahara 1976).
vec4 effect(vec2 uv) {
  vec2 unit = vec2(resolution.y / resolution.x, 1.0) * 0.0022;
  vec3 best = source(uv).rgb;
  float least = 1e3;
  for (int corner = 0; corner < 4; corner += 1) {
    vec2 way = vec2(corner % 2 == 0 ? -1.0 : 1.0, corner < 2 ? -1.0 : 1.0);
    vec3 sum = vec3(0.0);
    float squares = 0.0;
    for (int tap = 0; tap < 9; tap += 1) {
      vec3 rgb = source(uv + unit * way * vec2(float(tap % 3), float(tap / 3))).rgb;
      sum += rgb;
      squares += dot(rgb, rgb);
    }
    vec3 mean = sum / 9.0;
    float unrest = squares / 9.0 - dot(mean, mean);
    if (unrest < least) {
      least = unrest;
      best = mean;
    }
  }
  return vec4(best, 1.0);
}`,
    },
    {
      id: 'draw',
      fragment: /* glsl */ `
float level(vec2 at) { return luma(source(at).rgb); }
vec2 slope(vec2 uv, float reach) {
  vec2 unit = vec2(resolution.y / resolution.x, 1.0) * reach;
  float nw = level(uv + unit * vec2(-1.0, 1.0));
  float ne = level(uv + unit);
  float sw = level(uv - unit);
  float se = level(uv + unit * vec2(1.0, -1.0));
  float n = level(uv + unit * vec2(0.0, 1.0));
  float s = level(uv - unit * vec2(0.0, 1.0));
  float e = level(uv + unit * vec2(1.0, 0.0));
  float w = level(uv - unit * vec2(1.0, 0.0));
  return vec2(ne + 2.0 * e + se - nw - 2.0 * w - sw, nw + 2.0 * n + ne - sw - 2.0 * s - se);
}

vec4 effect(vec2 uv) {
  vec3 rgb = pass_flat(uv).rgb;
  float grey = max(luma(rgb), 0.02);
  float count = 3.0 + floor(levels * 6.0 + 0.5);
  float place = grey * count;
  float banded = (floor(place) + smoothstep(0.35, 0.65, fract(place))) / count;
  rgb *= mix(1.0, banded / grey, 0.85);
  rgb = mix(vec3(luma(rgb)), rgb, 1.0 + 0.9 * vivid);
  float edge = length(slope(uv, 0.0008 + 0.0018 * width));
  float line = smoothstep(0.55 - 0.35 * ink, 1.0 - 0.35 * ink, edge);
  return vec4(clamp(rgb, 0.0, 1.0) * (1.0 - line * (0.4 + 0.6 * ink)), 1.0);
}`,
    },
  ],
});
