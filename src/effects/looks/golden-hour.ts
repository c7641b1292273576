/** Low sun, soft skin and a leak of light. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'golden-hour',
  name: {
    en: 'Golden hour',
    'zh-TW': '黃金時刻',
    'zh-CN': '黄金时刻',
    ja: 'ゴールデンアワー',
    th: 'แสงทองยามเย็น',
  },
  stack: stackOf(
    { effect: 'film-stock', params: { stock: 'portrait', warmth: 0.7, fade: 0.15 } },
    { effect: 'soft-glow', params: { intensity: 0.4, size: 0.5, warmth: 0.75 } },
    { effect: 'light-leak', params: { first: '#ffc05a', second: '#ff7a3d', intensity: 0.5, speed: 0.3 } },
  ),
};

export default look;
