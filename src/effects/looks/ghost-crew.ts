/** Four pale doubles behind the dancer in a blue room. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'ghost-crew',
  name: { en: 'Ghost crew', 'zh-TW': '幽靈團', 'zh-CN': '幽灵团', ja: 'ゴーストクルー', th: 'แก๊งผี' },
  stack: stackOf(
    { effect: 'film-stock', params: { stock: 'tungsten', warmth: 0.3, fade: 0.1 } },
    { effect: 'clones', params: { count: 'four', spread: 0.4, size: 0.3, dim: 0.85, tint: '#6fd6ff' } },
    { effect: 'reverse-echo', params: { intensity: 0.5, tint: '#bfe9ff' } },
    { effect: 'vignette', params: { intensity: 0.6 } },
  ),
};

export default look;
