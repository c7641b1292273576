/** A body full of stars. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'galaxy',
  name: { en: 'Galaxy', 'zh-TW': '銀河', 'zh-CN': '银河', ja: 'ギャラクシー', th: 'กาแล็กซี' },
  stack: stackOf(
    {
      effect: 'silhouette-flood',
      params: { style: 'stars', first: '#2a1459', second: '#0a2a6b', dim: 0.7, speed: 0.4 },
    },
    {
      effect: 'outline-glow',
      params: { style: 'single', first: '#b7a6ff', second: '#5c7bff', width: 0.3, spread: 0.3 },
    },
    { effect: 'hand-trails', params: { left: '#ffd1ff', right: '#b5e1ff', width: 0.3, reach: 0.8 } },
  ),
};

export default look;
