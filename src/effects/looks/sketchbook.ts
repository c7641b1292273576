/** Pencil on paper, redrawn as you move. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'sketchbook',
  name: { en: 'Sketchbook', 'zh-TW': '素描本', 'zh-CN': '素描本', ja: 'スケッチブック', th: 'สมุดสเก็ตช์' },
  stack: stackOf(
    { effect: 'sketch', params: { style: 'pencil', intensity: 0.6, hatch: 0.55, natural: 0.35 } },
    { effect: 'vignette', params: { intensity: 0.25 } },
  ),
};

export default look;
