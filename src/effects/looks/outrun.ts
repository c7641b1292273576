/** Dancing down the road into a sun that never sets. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'outrun',
  name: { en: 'Outrun', 'zh-TW': '霓虹公路', 'zh-CN': '霓虹公路', ja: 'アウトラン', th: 'เอาต์รัน' },
  stack: stackOf(
    { effect: 'adjust', params: { exposure: 0.46, contrast: 0.66, saturation: 0.6, temperature: 0.4 } },
    {
      effect: 'background-replace',
      params: { scene: 'sunset', first: '#ff3d81', second: '#2b1a7a', edge: 0.5 },
    },
    { effect: 'bloom', params: { intensity: 0.55, size: 0.6, range: 0.35 } },
    { effect: 'film-grain', params: { intensity: 0.22, size: 0.25, tinted: 0.3 } },
  ),
};

export default look;
