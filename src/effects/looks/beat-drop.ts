/** Everything answers the music: the lens, the light, the sparks of a hit. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'beat-drop',
  name: { en: 'Beat drop', 'zh-TW': '節拍爆發', 'zh-CN': '节拍爆发', ja: 'ビートドロップ', th: 'บีตดรอป' },
  stack: stackOf(
    { effect: 'adjust', params: { exposure: 0.44, contrast: 0.72, saturation: 0.66, temperature: 0.42 } },
    { effect: 'body-echo', params: { style: 'rainbow', intensity: 0.75, reach: 0.5 } },
    { effect: 'limb-spark', params: { intensity: 0.8, size: 0.5, spread: 0.6, palette: 'grade' } },
    { effect: 'beat-pulse', params: { intensity: 0.7, glow: 0.8, tint: '#6a5bff' } },
    { effect: 'rgb-split', params: { intensity: 0.16, angle: 0, wobble: 0.6 } },
    { effect: 'vignette', params: { intensity: 0.7, size: 0.42, shade: '#06030f' } },
  ),
};

export default look;
