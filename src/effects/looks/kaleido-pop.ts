/** A snowflake of dancers in loud colours. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'kaleido-pop',
  name: {
    en: 'Kaleido pop',
    'zh-TW': '萬花筒派對',
    'zh-CN': '万花筒派对',
    ja: 'カレイドポップ',
    th: 'คาไลโดป๊อป',
  },
  stack: stackOf(
    {
      effect: 'background-replace',
      params: { scene: 'rays', first: '#ffd23f', second: '#ff4f8b', edge: 0.5 },
    },
    { effect: 'adjust', params: { exposure: 0.52, contrast: 0.62, saturation: 0.76, temperature: 0.52 } },
    { effect: 'kaleidoscope', params: { mirrors: 6, angle: 0.25, zoom: 0.35 } },
    { effect: 'beat-pulse', params: { intensity: 0.4, glow: 0.35, tint: '#fff27a' } },
  ),
};

export default look;
