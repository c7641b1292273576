/** Fisheye, tape noise and a date of 1999. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'skate-tape',
  name: {
    en: 'Skate tape',
    'zh-TW': '滑板錄影帶',
    'zh-CN': '滑板录像带',
    ja: 'スケートビデオ',
    th: 'เทปสเก็ต',
  },
  stack: stackOf(
    { effect: 'fisheye', params: { intensity: 0.6, zoom: 0.3, border: 0.7 } },
    { effect: 'vhs', strength: 0.7 },
    { effect: 'film-stock', params: { stock: 'slide', warmth: 0.45, fade: 0.3 } },
  ),
};

export default look;
