/** The song stands behind you in light. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'spectrum-stage',
  name: {
    en: 'Spectrum stage',
    'zh-TW': '頻譜舞台',
    'zh-CN': '频谱舞台',
    ja: 'スペクトルステージ',
    th: 'เวทีสเปกตรัม',
  },
  stack: stackOf(
    { effect: 'adjust', params: { exposure: 0.34 }, side: 'background' },
    {
      effect: 'spectrum-bars',
      params: { style: 'ring', first: '#8a5cff', second: '#ff5ca8', size: 0.6, glow: 0.7 },
      side: 'background',
    },
    {
      effect: 'waveform-ring',
      params: { tint: '#7dffea', size: 0.35, width: 0.3, intensity: 0.7 },
      side: 'background',
    },
  ),
};

export default look;
