/** A good lens, a quiet room, skin that glows. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'studio-blur',
  name: { en: 'Studio blur', 'zh-TW': '棚拍虛化', 'zh-CN': '棚拍虚化', ja: 'スタジオぼけ', th: 'สตูดิโอเบลอ' },
  stack: stackOf(
    { effect: 'background-blur', params: { blur: 0.6, dim: 0.35, edge: 0.5 } },
    { effect: 'adjust', params: { exposure: 0.54, contrast: 0.6, saturation: 0.57, temperature: 0.6 } },
    { effect: 'bloom', params: { intensity: 0.25, size: 0.6, range: 0.4 } },
    { effect: 'vignette', params: { intensity: 0.6, size: 0.45, shade: '#0b0708' } },
  ),
};

export default look;
