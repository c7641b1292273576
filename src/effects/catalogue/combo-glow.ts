/** Light grows at the edges with every move that is hit in a row, and goes out with a miss. */
import { defineEffect, type Shape } from '../effect';
import { slider, swatch } from '../params';
import { numberOf, textOf } from '../values';
import { WORDS } from '../words';

/** Moves in a row at which the light is full. */
const FULL_COMBO = 8;
/** Seconds in which it comes and goes: slow enough never to be a flash. */
const RISE = 0.5;

export default defineEffect({
  id: 'combo-glow',
  name: { en: 'Combo glow', 'zh-TW': '連擊光暈', 'zh-CN': '连击光晕', ja: 'コンボグロー', th: 'แสงคอมโบ' },
  description: {
    en: 'Edges light up as your combo grows.',
    'zh-TW': '連擊越多，邊緣越亮。',
    'zh-CN': '连击越多，边缘越亮。',
    ja: 'コンボが続くほど、ふちが光ります。',
    th: 'ขอบภาพสว่างขึ้นตามคอมโบ',
  },
  category: 'music',
  kind: 'overlay',
  needs: ['score'],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.6),
    size: slider(WORDS.size, 0.5),
    tint: swatch(WORDS.color, '#ff7a3d'),
  },
  presets: [
    {
      id: 'gold',
      name: { en: 'Gold', 'zh-TW': '金色', 'zh-CN': '金色', ja: 'ゴールド', th: 'สีทอง' },
      values: { intensity: 0.7, size: 0.5, tint: '#ffc53d' },
    },
    {
      id: 'ice',
      name: { en: 'Ice', 'zh-TW': '冰藍', 'zh-CN': '冰蓝', ja: 'アイス', th: 'น้ำแข็ง' },
      values: { intensity: 0.55, size: 0.7, tint: '#4fd5ff' },
    },
  ],
  passes: [],
  draw({ params, signals, size }) {
    const { score } = signals;
    if (score?.judgement == null || score.combo === 0) return [];
    const rise = Math.min(1, score.since / RISE);
    const before = Math.min(1, (score.combo - 1) / FULL_COMBO);
    const now = Math.min(1, score.combo / FULL_COMBO);
    const opacity = (before + (now - before) * rise) * numberOf(params, 'intensity') * 0.5;
    if (opacity <= 0) return [];
    const glow = 0.06 + 0.16 * numberOf(params, 'size');
    // Just outside, so that only the light falls in.
    const off = 0.012;
    const wide = (off * size.height) / size.width;
    const edge = (from: readonly [number, number], to: readonly [number, number]): Shape => ({
      kind: 'segment',
      from,
      to,
      radius: 0.002,
      glow,
      color: textOf(params, 'tint'),
      opacity,
    });
    return [edge([-wide, -0.1], [-wide, 1.1]), edge([1 + wide, -0.1], [1 + wide, 1.1])];
  },
});
