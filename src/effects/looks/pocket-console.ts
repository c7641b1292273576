/** Four greens on a tiny screen. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'pocket-console',
  name: {
    en: 'Pocket console',
    'zh-TW': '口袋掌機',
    'zh-CN': '口袋掌机',
    ja: 'ポケットゲーム',
    th: 'เกมพกพา',
  },
  stack: stackOf(
    { effect: 'eight-bit', params: { machine: 'handheld', size: 0.45, contrast: 0.6 } },
    { effect: 'vignette', params: { intensity: 0.35 } },
  ),
};

export default look;
