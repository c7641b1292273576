/** Drawn by hand: pencil, chalk or blueprint. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'sketch',
  name: { en: 'Sketch', 'zh-TW': '素描', 'zh-CN': '素描', ja: 'スケッチ', th: 'ภาพสเก็ตช์' },
  description: {
    en: 'Drawn with pencil, chalk or white ink.',
    'zh-TW': '以鉛筆、粉筆或白墨繪成。',
    'zh-CN': '以铅笔、粉笔或白墨绘成。',
    ja: '鉛筆・チョーク・青図で描きます。',
    th: 'วาดด้วยดินสอ ชอล์ก หรือพิมพ์เขียว',
  },
  category: 'edge',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['pencil', { en: 'Pencil', 'zh-TW': '鉛筆', 'zh-CN': '铅笔', ja: '鉛筆', th: 'ดินสอ' }],
      ['chalk', { en: 'Chalk', 'zh-TW': '粉筆', 'zh-CN': '粉笔', ja: 'チョーク', th: 'ชอล์ก' }],
      ['blueprint', { en: 'Blueprint', 'zh-TW': '藍圖', 'zh-CN': '蓝图', ja: '青図', th: 'พิมพ์เขียว' }],
    ]),
    intensity: slider(WORDS.intensity, 0.55),
    hatch: slider(
      { en: 'Hatching', 'zh-TW': '排線', 'zh-CN': '排线', ja: 'ハッチング', th: 'เส้นแรเงา' },
      0.5,
    ),
    natural: slider({ en: 'Own colours', 'zh-TW': '原色', 'zh-CN': '原色', ja: '元の色', th: 'สีเดิม' }, 0.15),
  },
  presets: [
    {
      id: 'study',
      name: { en: 'Study', 'zh-TW': '習作', 'zh-CN': '习作', ja: '習作', th: 'ภาพร่าง' },
      values: { style: 'pencil', hatch: 0.7 },
    },
    {
      id: 'school',
      name: { en: 'Blackboard', 'zh-TW': '黑板', 'zh-CN': '黑板', ja: '黒板', th: 'กระดานดำ' },
      values: { style: 'chalk', intensity: 0.7 },
    },
    {
      id: 'crayon',
      name: { en: 'Crayon', 'zh-TW': '蠟筆', 'zh-CN': '蜡笔', ja: 'クレヨン', th: 'สีเทียน' },
      values: { style: 'pencil', natural: 0.9, intensity: 0.6 },
    },
  ],
  passes: [
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

float strokes(vec2 at, float turn, float count) {
  vec2 way = vec2(cos(turn), sin(turn));
  float along = dot(at, vec2(-way.y, way.x));
  float place = dot(at, way) * count + 0.35 * sin(along * 23.0);
  float tooth = hash(vec3(floor(at * 300.0), 4.0));
  return smoothstep(0.3, 0.55, abs(fract(place) - 0.5) * 2.0 + (tooth - 0.5) * 0.5);
}
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  vec2 at = uv * vec2(resolution.x / resolution.y, 1.0);
  // The hand draws anew six times a second.
  float moment = floor(time * 6.0);
  vec2 jitter = (vec2(hash(vec3(floor(at * 24.0), moment)), hash(vec3(floor(at * 24.0), moment + 9.0))) - 0.5) * 0.0016;
  float edge = length(slope(uv + jitter, 0.0016));
  float line = smoothstep(0.22, 0.95 - 0.4 * intensity, edge);
  float grey = luma(rgb);
  float shade = 0.0;
  shade += (1.0 - strokes(at, 0.8, 90.0)) * smoothstep(0.62, 0.3, grey);
  shade += (1.0 - strokes(at, 2.3, 96.0)) * smoothstep(0.38, 0.12, grey);
  shade = min(shade, 1.0) * hatch;
  float grain = hash(vec3(floor(at * 380.0), 2.0));
  float mark = clamp(line * (0.5 + 0.8 * intensity) + shade * 0.75, 0.0, 1.0);
  mark *= 0.78 + 0.35 * grain;
#if defined(STYLE_CHALK)
  vec3 board = vec3(0.09, 0.13, 0.12) * (0.85 + 0.3 * grain);
  mark = clamp(line * (0.5 + 0.8 * intensity) + (1.0 - shade) * hatch * smoothstep(0.35, 0.9, grey) * 0.55, 0.0, 1.0) * (0.55 + 0.6 * grain);
  vec3 stick = mix(vec3(0.95, 0.94, 0.88), clamp(rgb * 1.3 + 0.15, 0.0, 1.0), natural);
#elif defined(STYLE_BLUEPRINT)
  vec2 grid = abs(fract(at * 24.0) - 0.5);
  vec3 board = mix(vec3(0.05, 0.2, 0.5), rgb * vec3(0.3, 0.5, 1.0), natural * 0.5) + 0.05 * smoothstep(0.47, 0.5, max(grid.x, grid.y));
  vec3 stick = vec3(0.87, 0.95, 1.0);
#else
  vec3 board = vec3(0.96, 0.945, 0.91) * (0.97 + 0.05 * grain);
  board = mix(board, board * mix(vec3(1.0), rgb * 1.25 + 0.15, 0.9), natural);
  vec3 stick = mix(vec3(0.16, 0.15, 0.18), rgb * 0.45, natural);
#endif
  return vec4(clamp(mix(board, stick, clamp(mark, 0.0, 1.0)), 0.0, 1.0), 1.0);
}`,
    },
  ],
});
