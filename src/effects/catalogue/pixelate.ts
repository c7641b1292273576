/** Big square pixels, or six-sided ones. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'pixelate',
  name: { en: 'Pixelate', 'zh-TW': '像素化', 'zh-CN': '像素化', ja: 'ピクセル化', th: 'พิกเซล' },
  description: {
    en: 'Turns the picture into big pixels.',
    'zh-TW': '把畫面變成大像素。',
    'zh-CN': '把画面变成大像素。',
    ja: '大きなピクセルになります。',
    th: 'ทำภาพให้เป็นพิกเซลใหญ่',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    tile: choice({ en: 'Tile', 'zh-TW': '磚形', 'zh-CN': '砖形', ja: 'タイル', th: 'แผ่น' }, [
      ['square', { en: 'Square', 'zh-TW': '方形', 'zh-CN': '方形', ja: '四角', th: 'สี่เหลี่ยม' }],
      ['hexagon', { en: 'Hexagon', 'zh-TW': '六角', 'zh-CN': '六角', ja: '六角', th: 'หกเหลี่ยม' }],
      ['brick', { en: 'Toy brick', 'zh-TW': '積木', 'zh-CN': '积木', ja: 'ブロック', th: 'ตัวต่อ' }],
    ]),
    size: slider(WORDS.size, 0.3),
    line: slider({ en: 'Joints', 'zh-TW': '縫隙', 'zh-CN': '缝隙', ja: '目地', th: 'รอยต่อ' }, 0.12),
  },
  presets: [
    {
      id: 'censor',
      name: { en: 'Big', 'zh-TW': '大塊', 'zh-CN': '大块', ja: '大きく', th: 'ใหญ่' },
      values: { size: 0.9, line: 0 },
    },
    {
      id: 'honey',
      name: { en: 'Honeycomb', 'zh-TW': '蜂巢', 'zh-CN': '蜂巢', ja: 'ハニカム', th: 'รังผึ้ง' },
      values: { tile: 'hexagon', line: 0.4 },
    },
    {
      id: 'toys',
      name: { en: 'Toy box', 'zh-TW': '玩具箱', 'zh-CN': '玩具箱', ja: 'おもちゃ箱', th: 'กล่องของเล่น' },
      values: { tile: 'brick', size: 0.35, line: 0.5 },
    },
  ],
  passes: [
    {
      id: 'tiles',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  float rows = mix(150.0, 22.0, sqrt(size));
  vec2 at = uv * aspect * rows;
#if defined(TILE_HEXAGON)
  // The nearer of the middles of two grids that lie half a step apart.
  vec2 unit = vec2(1.0, 1.7320508);
  vec2 first = (floor(at / unit) + 0.5) * unit;
  vec2 second = (floor(at / unit + 0.5)) * unit;
  vec2 middle = length(at - first) < length(at - second) ? first : second;
  vec2 off = abs(at - middle);
  float inside = max(off.x, off.x * 0.5 + off.y * 0.8660254) * 2.0;
#else
  vec2 middle = floor(at) + 0.5;
  vec2 off = abs(at - middle);
  float inside = max(off.x, off.y) * 2.0;
#endif
  vec2 place = middle / rows / aspect;
  vec3 rgb = vec3(0.0);
  // Nine places of the tile stand for all of it.
  for (int spot = 0; spot < 9; spot += 1) {
    vec2 spread = vec2(float(spot % 3) - 1.0, float(spot / 3) - 1.0) / 3.0;
    rgb += source(place + spread / rows / aspect).rgb / 9.0;
  }
#if defined(TILE_BRICK)
  vec2 knob = at - middle;
  float away = length(knob);
  rgb *= 1.0 + 0.28 * smoothstep(0.3, 0.26, away) * (dot(knob, vec2(-0.6, 0.8)) * 1.6 + 0.25);
  rgb *= 1.0 - 0.35 * smoothstep(0.06, 0.0, abs(away - 0.3)) * step(dot(knob, vec2(-0.6, 0.8)), 0.0);
  rgb += 0.12 * smoothstep(0.06, 0.0, abs(away - 0.3)) * step(0.0, dot(knob, vec2(-0.6, 0.8)));
#endif
  float gap = smoothstep(1.0 - 0.3 * line - 0.04, 1.0, inside) * step(0.01, line);
  return vec4(clamp(rgb * (1.0 - 0.6 * gap * (0.3 + line)), 0.0, 1.0), 1.0);
}`,
    },
  ],
});
