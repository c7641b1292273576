/** Three flat colours, cut out of paper. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'poster',
  name: { en: 'Poster', 'zh-TW': '海報', 'zh-CN': '海报', ja: 'ポスター', th: 'โปสเตอร์' },
  stack: stackOf(
    { effect: 'gradient-map', params: { low: '#20103f', middle: '#ff5b52', high: '#ffe08a', balance: 0.5 } },
    { effect: 'posterize', params: { levels: 0.2, softness: 0.1, vivid: 0.6 } },
    { effect: 'film-grain', strength: 0.35 },
  ),
};

export default look;
