/** Chalk on a school board. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'chalkboard',
  name: { en: 'Blackboard', 'zh-TW': '黑板', 'zh-CN': '黑板', ja: '黒板', th: 'กระดานดำ' },
  stack: stackOf(
    { effect: 'sketch', params: { style: 'chalk', intensity: 0.75, hatch: 0.6, natural: 0.4 } },
    { effect: 'hand-trails', params: { left: '#fff3b0', right: '#b0e7ff', width: 0.3, reach: 0.7 } },
  ),
};

export default look;
