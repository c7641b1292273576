/** The tape from the summer of 1994. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'vhs-1994',
  name: { en: 'VHS 1994', 'zh-TW': 'VHS 1994', 'zh-CN': 'VHS 1994', ja: 'VHS 1994', th: 'VHS 1994' },
  stack: stackOf(
    { effect: 'adjust', params: { exposure: 0.5, contrast: 0.55, saturation: 0.66, temperature: 0.62 } },
    { effect: 'bloom', params: { intensity: 0.3, size: 0.3, range: 0.45 } },
    { effect: 'vhs', params: { wear: 0.6, bleed: 0.65, lines: 0.5 } },
    { effect: 'vignette', params: { intensity: 0.4, size: 0.55, shade: '#0a0608' } },
  ),
};

export default look;
