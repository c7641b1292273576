/** A crown, a glow and sparks for every hit. */
import type { Look } from '../effect';
import { stackOf } from '../look';

const look: Look = {
  id: 'stage-queen',
  name: {
    en: 'Stage queen',
    'zh-TW': '舞台女王',
    'zh-CN': '舞台女王',
    ja: 'ステージクイーン',
    th: 'ราชินีเวที',
  },
  stack: stackOf(
    { effect: 'background-blur', strength: 0.8 },
    { effect: 'soft-glow', params: { intensity: 0.35, size: 0.4, warmth: 0.6 } },
    { effect: 'head-sticker', params: { figure: 'crown', size: 0.5 } },
    { effect: 'limb-spark' },
  ),
};

export default look;
