/** Green letters that keep the beat. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'hacker',
  name: { en: 'Hacker', 'zh-TW': '駭客', 'zh-CN': '黑客', ja: 'ハッカー', th: 'แฮกเกอร์' },
  stack: stackOf(
    { effect: 'ascii', params: { size: 0.3, tint: '#38ff8a', natural: 0.1, glow: 0.5 } },
    {
      effect: 'glitch',
      strength: 0.5,
      drives: { strength: { source: 'beat', amount: 0.5, smoothing: 0.05, low: 0, high: 1 } },
    },
    { effect: 'crt', params: { lines: 0.4, bend: 0.3, glow: 0.7, rgbDots: 0.2 } },
  ),
};

export default look;
