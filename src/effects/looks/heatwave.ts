/** Seen by a heat camera, air trembling. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'heatwave',
  name: { en: 'Heatwave', 'zh-TW': '熱浪', 'zh-CN': '热浪', ja: '熱波', th: 'คลื่นความร้อน' },
  stack: stackOf(
    { effect: 'thermal', params: { scale: 'iron', heat: 0.5 } },
    { effect: 'ripple', params: { intensity: 0.15, size: 0.2, speed: 0.7 } },
    { effect: 'bloom', params: { intensity: 0.4, size: 0.6, range: 0.4 } },
  ),
};

export default look;
