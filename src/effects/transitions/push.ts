/** The next picture pushes this one out. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';

export default defineEffect({
  id: 'push',
  name: { en: 'Push', 'zh-TW': '推移', 'zh-CN': '推移', ja: 'プッシュ', th: 'ดัน' },
  description: {
    en: 'The next picture pushes this one away.',
    'zh-TW': '下一個畫面把這個推走。',
    'zh-CN': '下一个画面把这个推走。',
    ja: '次の映像が今の映像を押し出します。',
    th: 'ภาพถัดไปดันภาพนี้ออกไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    heading: choice({ en: 'Direction', 'zh-TW': '方向', 'zh-CN': '方向', ja: '方向', th: 'ทิศทาง' }, [
      ['left', { en: 'Left', 'zh-TW': '向左', 'zh-CN': '向左', ja: '左へ', th: 'ซ้าย' }],
      ['right', { en: 'Right', 'zh-TW': '向右', 'zh-CN': '向右', ja: '右へ', th: 'ขวา' }],
      ['up', { en: 'Up', 'zh-TW': '向上', 'zh-CN': '向上', ja: '上へ', th: 'ขึ้น' }],
      ['down', { en: 'Down', 'zh-TW': '向下', 'zh-CN': '向下', ja: '下へ', th: 'ลง' }],
    ]),
    bounce: slider({ en: 'Bounce', 'zh-TW': '彈跳', 'zh-CN': '弹跳', ja: 'はずみ', th: 'เด้ง' }, 0.3),
  },
  presets: [
    {
      id: 'steady',
      name: { en: 'Steady', 'zh-TW': '平穩', 'zh-CN': '平稳', ja: '一定', th: 'สม่ำเสมอ' },
      values: { bounce: 0 },
    },
    {
      id: 'bouncy',
      name: { en: 'Bouncy', 'zh-TW': '有彈性', 'zh-CN': '有弹性', ja: 'はずむ', th: 'เด้งดึ๋ง' },
      values: { bounce: 1 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
#if defined(HEADING_LEFT)
const vec2 WAY = vec2(-1.0, 0.0);
#elif defined(HEADING_RIGHT)
const vec2 WAY = vec2(1.0, 0.0);
#elif defined(HEADING_UP)
const vec2 WAY = vec2(0.0, 1.0);
#else
const vec2 WAY = vec2(0.0, -1.0);
#endif

vec4 transition(vec2 uv) {
  float eased = progress * progress * (3.0 - 2.0 * progress);
  // Swings past its place and back; both ends are still.
  eased += bounce * 0.22 * sin(progress * 9.42) * progress * (1.0 - progress);
  vec2 place = uv - WAY * eased;
  vec2 inside = step(vec2(0.0), place) * step(place, vec2(1.0));
  if (inside.x * inside.y > 0.5) return from(place);
  // Past its place the next picture shows its mirror image beyond its edge.
  return to(abs(mod(place + WAY + 1.0, 2.0) - 1.0));
}`,
    },
  ],
});
