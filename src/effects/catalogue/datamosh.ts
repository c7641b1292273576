/** Old pixels are carried along by the movement. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'datamosh',
  name: { en: 'Datamosh', 'zh-TW': '資料融毀', 'zh-CN': '数据融毁', ja: 'データモッシュ', th: 'ดาต้ามอช' },
  description: {
    en: 'Pixels smear where you move, like a broken file.',
    'zh-TW': '移動處像素拖曳，如損壞檔案。',
    'zh-CN': '移动处像素拖曳，如损坏文件。',
    ja: '動きで画素が溶ける壊れた映像。',
    th: 'พิกเซลลากตามการขยับเหมือนไฟล์เสีย',
  },
  category: 'time',
  kind: 'temporal',
  needs: [],
  history: 36,
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.6),
    size: slider(WORDS.size, 0.45),
    reach: slider(WORDS.length, 0.6),
  },
  presets: [
    {
      id: 'smear',
      name: { en: 'Smear', 'zh-TW': '抹開', 'zh-CN': '抹开', ja: 'スミア', th: 'ปาดเลอะ' },
      values: { intensity: 0.9, size: 0.2, reach: 0.9 },
    },
    {
      id: 'blocks',
      name: { en: 'Blocks', 'zh-TW': '方塊', 'zh-CN': '方块', ja: 'ブロック', th: 'บล็อก' },
      values: { intensity: 0.7, size: 0.9, reach: 0.5 },
    },
  ],
  passes: [
    {
      id: 'motion',
      scale: 0.125,
      halfFloat: true,
      fragment: /* glsl */ `
// Where a small patch came from: brightness changes are followed down the slope (Lucas and Kanade 1981), over one window.
vec4 effect(vec2 uv) {
  vec2 unit = vec2(resolution.y / resolution.x, 1.0) * 0.006;
  float xx = 1e-4;
  float xy = 0.0;
  float yy = 1e-4;
  vec2 change = vec2(0.0);
  for (int tap = 0; tap < 9; tap += 1) {
    vec2 at = uv + unit * (vec2(float(tap % 3), float(tap / 3)) - 1.0);
    float now = luma(history(at, 1.0).rgb);
    float before = luma(history(at, 4.0).rgb);
    float x = luma(history(at + vec2(unit.x, 0.0), 4.0).rgb) - luma(history(at - vec2(unit.x, 0.0), 4.0).rgb);
    float y = luma(history(at + vec2(0.0, unit.y), 4.0).rgb) - luma(history(at - vec2(0.0, unit.y), 4.0).rgb);
    xx += x * x;
    xy += x * y;
    yy += y * y;
    change += vec2(x, y) * (now - before);
  }
  float det = xx * yy - xy * xy + 1e-5;
  vec2 flow = -vec2(yy * change.x - xy * change.y, xx * change.y - xy * change.x) / det;
  return vec4(clamp(flow, -3.0, 3.0), length(change), 1.0);
}`,
    },
    {
      id: 'mosh',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  float rows = mix(90.0, 22.0, size);
  vec2 block = (floor(uv * aspect * rows) + 0.5) / rows / aspect;
  vec3 motion = pass_motion(mix(uv, block, step(0.1, size))).xyz;
  float moved = smoothstep(0.004, 0.12, motion.z) * intensity;
  vec2 unit = vec2(resolution.y / resolution.x, 1.0) * 0.012;
  float ago = 3.0 + reach * 21.0;
  // The old picture, pushed on by the new movement.
  vec3 old = history(uv - motion.xy * unit * (1.0 + 4.0 * reach), ago).rgb;
  vec3 older = history(uv - motion.xy * unit * (2.0 + 7.0 * reach), min(ago * 1.5, 36.0)).rgb;
  vec3 now = source(uv).rgb;
  vec3 melted = mix(old, older, 0.35);
  return vec4(mix(now, melted, clamp(moved * 1.25, 0.0, 0.96)), 1.0);
}`,
    },
  ],
});
