/** The room shakes with the bass. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'bass-quake',
  name: { en: 'Bass quake', 'zh-TW': '低音震盪', 'zh-CN': '低音震荡', ja: 'ベースクエイク', th: 'เบสสะเทือน' },
  stack: stackOf(
    { effect: 'shake', params: { style: 'beat', intensity: 0.7, split: 0.5 } },
    {
      effect: 'punch-zoom',
      params: { intensity: 0.5, fall: 0.3, blur: 0.5 },
      drives: { blur: { source: 'bass', amount: 0.4, smoothing: 0.12, low: 0, high: 1 } },
    },
    { effect: 'film-stock', params: { stock: 'bleach', fade: 0 } },
    { effect: 'vignette', params: { intensity: 0.6 } },
  ),
};

export default look;
