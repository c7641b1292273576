/** Energy in both hands, brighter the faster they move. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'super-power',
  name: { en: 'Super power', 'zh-TW': '超能力', 'zh-CN': '超能力', ja: 'スーパーパワー', th: 'พลังพิเศษ' },
  stack: stackOf(
    { effect: 'adjust', params: { exposure: 0.4, contrast: 0.6 }, side: 'background' },
    {
      effect: 'hand-sticker',
      params: { figure: 'orb', first: '#3d7bff', second: '#d6f2ff', size: 0.45 },
      drives: { size: { source: 'hand-speed', amount: 0.5, smoothing: 0.2, low: 0, high: 1 } },
    },
    { effect: 'hand-trails', params: { left: '#5ca8ff', right: '#5ca8ff', width: 0.5, reach: 0.5 } },
    { effect: 'bloom', params: { intensity: 0.4, size: 0.6, range: 0.4 } },
  ),
};

export default look;
