/** Soft, pink and slow. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'dream-pop',
  name: { en: 'Dream pop', 'zh-TW': '夢幻流行', 'zh-CN': '梦幻流行', ja: 'ドリームポップ', th: 'ดรีมป๊อป' },
  stack: stackOf(
    { effect: 'film-stock', params: { stock: 'candy', warmth: 0.55, fade: 0.4 } },
    { effect: 'soft-glow', params: { intensity: 0.7, size: 0.75, warmth: 0.6 } },
    { effect: 'echo', params: { style: 'zoom', intensity: 0.35, gap: 0.3 } },
    { effect: 'light-leak', params: { first: '#ffb3e6', second: '#a9c8ff', intensity: 0.45, speed: 0.3 } },
  ),
};

export default look;
