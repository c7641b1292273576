/** Ink, dots and loud colours. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'comic-hero',
  name: {
    en: 'Comic hero',
    'zh-TW': '漫畫英雄',
    'zh-CN': '漫画英雄',
    ja: 'コミックヒーロー',
    th: 'ฮีโร่การ์ตูน',
  },
  stack: stackOf(
    { effect: 'toon', params: { ink: 0.7, width: 0.5, levels: 0.25, vivid: 0.8 } },
    { effect: 'halftone', strength: 0.35, blend: 'multiply' },
    { effect: 'background-replace', params: { scene: 'rays', first: '#ffd23f', second: '#ff5d3d' } },
  ),
};

export default look;
