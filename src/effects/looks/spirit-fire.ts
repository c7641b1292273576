/** The body burns with cold fire. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'spirit-fire',
  name: { en: 'Spirit fire', 'zh-TW': '靈火', 'zh-CN': '灵火', ja: '霊火', th: 'ไฟวิญญาณ' },
  stack: stackOf(
    { effect: 'adjust', params: { exposure: 0.36, saturation: 0.4 }, side: 'background' },
    {
      effect: 'outline-glow',
      params: { style: 'flame', first: '#c8f7ff', second: '#2b62ff', width: 0.7, spread: 0.6 },
      drives: { spread: { source: 'hand-speed', amount: 0.4, smoothing: 0.2, low: 0, high: 1 } },
    },
    { effect: 'bloom', params: { intensity: 0.35, size: 0.5, range: 0.4 } },
  ),
};

export default look;
