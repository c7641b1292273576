/** The last fraction of a beat comes again and again. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'stutter',
  name: { en: 'Stutter', 'zh-TW': '卡頓重複', 'zh-CN': '卡顿重复', ja: 'スタッター', th: 'กระตุกซ้ำ' },
  description: {
    en: 'Repeats the last blink of a beat.',
    'zh-TW': '重複節拍的最後一瞬。',
    'zh-CN': '重复节拍的最后一瞬。',
    ja: '拍のひとかけらを繰り返します。',
    th: 'ทำซ้ำเสี้ยวจังหวะสุดท้าย',
  },
  category: 'time',
  kind: 'temporal',
  needs: [],
  history: 24,
  seeded: false,
  params: {
    reach: slider(WORDS.length, 0.5),
    zoom: slider(WORDS.zoom, 0.35),
    split: slider(
      { en: 'Colour split', 'zh-TW': '色彩分離', 'zh-CN': '色彩分离', ja: '色ずれ', th: 'แยกสี' },
      0.35,
    ),
  },
  presets: [
    {
      id: 'dj',
      name: { en: 'Scratch', 'zh-TW': '刷碟', 'zh-CN': '搓碟', ja: 'スクラッチ', th: 'สแครช' },
      values: { reach: 0.3, zoom: 0.2, split: 0.6 },
    },
    {
      id: 'loop',
      name: { en: 'Loop', 'zh-TW': '循環', 'zh-CN': '循环', ja: 'ループ', th: 'วนซ้ำ' },
      values: { reach: 1, zoom: 0, split: 0 },
    },
  ],
  passes: [
    {
      id: 'again',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  // A window of up to a third of a second, played three times over.
  float span = 3.0 + floor(reach * 9.0 + 0.5);
  float place = mod(frame, span * 3.0);
  float turn = floor(place / span);
  float ago = turn * span;
  float scale = 1.0 - 0.09 * zoom * turn;
  vec2 at = 0.5 + (uv - 0.5) * scale;
  float apart = 0.008 * split * (turn + 0.5);
  return vec4(history(at + vec2(apart, 0.0), ago).r, history(at, ago).g, history(at - vec2(apart, 0.0), ago).b, 1.0);
}`,
    },
  ],
});
