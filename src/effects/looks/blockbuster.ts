/** Teal shadows, warm skin, wide lens. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'blockbuster',
  name: { en: 'Blockbuster', 'zh-TW': '大片', 'zh-CN': '大片', ja: '大作映画', th: 'หนังฟอร์มยักษ์' },
  stack: stackOf(
    { effect: 'film-stock', params: { stock: 'teal', warmth: 0.5, fade: 0 } },
    { effect: 'bloom', params: { intensity: 0.3, size: 0.7, range: 0.35 } },
    { effect: 'chromatic-aberration', params: { intensity: 0.18 } },
    { effect: 'vignette', params: { intensity: 0.55 } },
  ),
};

export default look;
