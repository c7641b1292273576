/** A dark room, cold light, and a body of neon. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'neon-night',
  name: { en: 'Neon night', 'zh-TW': '霓虹之夜', 'zh-CN': '霓虹之夜', ja: 'ネオンナイト', th: 'ค่ำคืนนีออน' },
  stack: stackOf(
    { effect: 'adjust', params: { exposure: 0.36, contrast: 0.68, saturation: 0.72, temperature: 0.3 } },
    {
      effect: 'duotone',
      params: { shadows: '#150a4a', lights: '#ff5fb8', contrast: 0.5 },
      strength: 0.5,
      side: 'background',
    },
    { effect: 'bloom', params: { intensity: 0.6, size: 0.7, range: 0.5 } },
    {
      effect: 'skeleton-neon',
      params: { left: '#00e5ff', right: '#ff2e97', width: 0.25, glow: 0.7, dim: 0.1 },
    },
    { effect: 'vignette', params: { intensity: 0.75, size: 0.4, shade: '#070314' } },
  ),
};

export default look;
