/** A line sweeps the next picture in. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'wipe',
  name: { en: 'Wipe', 'zh-TW': '擦除', 'zh-CN': '擦除', ja: 'ワイプ', th: 'ปาด' },
  description: {
    en: 'A line sweeps across the picture.',
    'zh-TW': '一條線掃過畫面。',
    'zh-CN': '一条线扫过画面。',
    ja: '線が画面を横切ります。',
    th: 'เส้นกวาดผ่านภาพ',
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
    angle: slider(WORDS.angle, 0.5),
    softness: slider(WORDS.softness, 0.15),
  },
  presets: [
    {
      id: 'soft',
      name: { en: 'Soft', 'zh-TW': '柔和', 'zh-CN': '柔和', ja: 'やわらか', th: 'นุ่มนวล' },
      values: { softness: 0.8 },
    },
    {
      id: 'diagonal',
      name: { en: 'Diagonal', 'zh-TW': '斜向', 'zh-CN': '斜向', ja: 'ななめ', th: 'แนวทแยง' },
      values: { angle: 0.85, softness: 0.05 },
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
  // Leaning by up to 45 degrees to either side.
  float lean = (angle - 0.5) * 2.0;
  vec2 across = vec2(-WAY.y, WAY.x);
  vec2 at = uv - 0.5;
  float reach = 0.5 + 0.5 * abs(lean);
  float order = 0.5 + (dot(at, WAY) + dot(at, across) * lean) / (2.0 * reach);
  float soft = 0.004 + 0.6 * softness;
  float shown = clamp((progress * (1.0 + soft) - order) / soft, 0.0, 1.0);
  return mix(from(uv), to(uv), shown);
}`,
    },
  ],
});
