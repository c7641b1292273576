/** The file falls apart where you move. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'broken-signal',
  name: { en: 'Broken signal', 'zh-TW': '訊號崩壞', 'zh-CN': '信号崩坏', ja: '壊れた信号', th: 'สัญญาณพัง' },
  stack: stackOf(
    { effect: 'datamosh', params: { intensity: 0.7, size: 0.4, reach: 0.6 } },
    {
      effect: 'body-glitch',
      params: { intensity: 0.4, size: 0.3 },
      drives: { intensity: { source: 'hand-speed', amount: 0.5, smoothing: 0.15, low: 0, high: 1 } },
    },
    { effect: 'rgb-split', strength: 0.5 },
  ),
};

export default look;
