/** Pixels behind curved glass. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'arcade',
  name: { en: 'Arcade', 'zh-TW': '街機', 'zh-CN': '街机', ja: 'アーケード', th: 'เกมตู้' },
  stack: stackOf(
    { effect: 'eight-bit', params: { machine: 'console', size: 0.35, contrast: 0.6 } },
    { effect: 'crt', params: { lines: 0.6, bend: 0.5, glow: 0.6, rgbDots: 0.6 } },
  ),
};

export default look;
