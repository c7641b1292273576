/** A still of you stays on every beat. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'frozen-beats',
  name: {
    en: 'Frozen beats',
    'zh-TW': '定格節拍',
    'zh-CN': '定格节拍',
    ja: 'フリーズビート',
    th: 'จังหวะเยือกแข็ง',
  },
  stack: stackOf(
    {
      effect: 'freeze-clones',
      params: { count: 'three', fade: 0.35, dye: 0.8, first: '#2de2ff', second: '#ff2fa8' },
    },
    { effect: 'film-stock', params: { stock: 'tungsten', warmth: 0.4 } },
    {
      effect: 'outline-glow',
      params: { style: 'single', first: '#ffffff', second: '#2de2ff', width: 0.25, spread: 0.2 },
      strength: 0.8,
    },
  ),
};

export default look;
