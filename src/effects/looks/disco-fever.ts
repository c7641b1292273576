/** Coloured echoes and light on the beat. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'disco-fever',
  name: {
    en: 'Disco fever',
    'zh-TW': '迪斯可狂熱',
    'zh-CN': '迪斯科狂热',
    ja: 'ディスコフィーバー',
    th: 'ดิสโก้ฟีเวอร์',
  },
  stack: stackOf(
    { effect: 'echo', params: { style: 'color', intensity: 0.8, gap: 0.4 } },
    { effect: 'light-leak', params: { first: '#2de2ff', second: '#ff2fd0', intensity: 0.6, speed: 0.7 } },
    { effect: 'punch-zoom', params: { intensity: 0.35, fall: 0.4, blur: 0.3 } },
    {
      effect: 'bloom',
      params: { intensity: 0.35, size: 0.6, range: 0.4 },
      drives: { intensity: { source: 'bass', amount: 0.35, smoothing: 0.15, low: 0, high: 1 } },
    },
  ),
};

export default look;
