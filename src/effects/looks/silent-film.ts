/** A hundred years old and still dancing. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'silent-film',
  name: { en: 'Silent film', 'zh-TW': '默片', 'zh-CN': '默片', ja: '無声映画', th: 'หนังเงียบ' },
  stack: stackOf(
    { effect: 'old-film', params: { scratches: 0.6, weave: 0.5, tone: 0.5, age: 0.8 } },
    { effect: 'vignette', params: { intensity: 0.7 } },
  ),
};

export default look;
