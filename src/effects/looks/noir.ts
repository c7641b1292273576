/** Hard light in black and white, with grain. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'noir',
  name: { en: 'Noir', 'zh-TW': '黑色電影', 'zh-CN': '黑色电影', ja: 'ノワール', th: 'นัวร์' },
  stack: stackOf(
    { effect: 'mono', params: { tone: 'neutral', filtered: 0.7, contrast: 0.9 } },
    { effect: 'film-grain', strength: 0.6 },
    { effect: 'vignette', params: { intensity: 0.8 } },
  ),
};

export default look;
