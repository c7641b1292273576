/** Slats turn to the next picture. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'blinds',
  name: { en: 'Blinds', 'zh-TW': '百葉窗', 'zh-CN': '百叶窗', ja: 'ブラインド', th: 'มู่ลี่' },
  description: {
    en: 'Slats turn over to the next picture.',
    'zh-TW': '葉片翻轉，變成下一個畫面。',
    'zh-CN': '叶片翻转，变成下一个画面。',
    ja: '羽根が回って次の映像になります。',
    th: 'แผ่นมู่ลี่พลิกเป็นภาพถัดไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    heading: choice({ en: 'Direction', 'zh-TW': '方向', 'zh-CN': '方向', ja: '方向', th: 'ทิศทาง' }, [
      ['left', { en: 'Left', 'zh-TW': '向左', 'zh-CN': '向左', ja: '左へ', th: 'ซ้าย' }],
      ['right', { en: 'Right', 'zh-TW': '向右', 'zh-CN': '向右', ja: '右へ', th: 'ขวา' }],
      ['up', { en: 'Up', 'zh-TW': '向上', 'zh-CN': '向上', ja: '上へ', th: 'ขึ้น' }],
      ['down', { en: 'Down', 'zh-TW': '向下', 'zh-CN': '向下', ja: '下へ', th: 'ลง' }],
    ]),
    slats: slider({ en: 'Slats', 'zh-TW': '葉片數', 'zh-CN': '叶片数', ja: '羽根の数', th: 'จำนวนแผ่น' }, 0.4),
    spread: slider(WORDS.spread, 0.5),
  },
  presets: [
    {
      id: 'few',
      name: { en: 'Doors', 'zh-TW': '門扇', 'zh-CN': '门扇', ja: '扉', th: 'บานประตู' },
      values: { slats: 0.05, spread: 0.2 },
    },
    {
      id: 'many',
      name: { en: 'Strips', 'zh-TW': '細條', 'zh-CN': '细条', ja: '細かく', th: 'ริ้ว' },
      values: { slats: 0.9, spread: 0.8 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
#if defined(HEADING_LEFT)
const vec2 WAY = vec2(-1.0, 0.0);
#elif defined(HEADING_RIGHT)
const vec2 WAY = vec2(1.0, 0.0);
#elif defined(HEADING_UP)
const vec2 WAY = vec2(0.0, 1.0);
#else
const vec2 WAY = vec2(0.0, -1.0);
#endif

vec4 transition(vec2 uv) {
  float along = dot(uv - 0.5, WAY) + 0.5;
  float count = 3.0 + floor(slats * 21.0 + 0.5);
  float slat = floor(along * count);
  float wait = spread * 0.6;
  float order = slat / count * wait;
  float turn = clamp((progress - order) / (1.0 - wait), 0.0, 1.0);
  float inside = fract(along * count);
  float shown = step(inside, turn) * step(0.001, turn);
  // The turning edge shades what it leaves.
  float shade = 1.0 - 0.5 * exp(-abs(inside - turn) * 6.0) * sin(turn * 3.14159265);
  return vec4((shown > 0.5 ? to(uv).rgb : from(uv).rgb) * shade, 1.0);
}`,
    },
  ],
});
