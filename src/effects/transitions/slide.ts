/** The next picture slides over this one. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';

export default defineEffect({
  id: 'slide',
  name: { en: 'Slide', 'zh-TW': '滑入', 'zh-CN': '滑入', ja: 'スライド', th: 'เลื่อนเข้า' },
  description: {
    en: 'The next picture slides over this one.',
    'zh-TW': '下一個畫面滑過來蓋上。',
    'zh-CN': '下一个画面滑过来盖上。',
    ja: '次の映像がすべり込みます。',
    th: 'ภาพถัดไปเลื่อนมาทับ',
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
    shade: slider({ en: 'Shadow', 'zh-TW': '陰影', 'zh-CN': '阴影', ja: '影', th: 'เงา' }, 0.5),
  },
  presets: [
    {
      id: 'flat',
      name: { en: 'Flat', 'zh-TW': '平面', 'zh-CN': '平面', ja: 'フラット', th: 'เรียบ' },
      values: { shade: 0 },
    },
    {
      id: 'deep',
      name: { en: 'Deep', 'zh-TW': '深邃', 'zh-CN': '深邃', ja: '深く', th: 'ลึก' },
      values: { shade: 1 },
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
  vec2 moved = uv + WAY * (1.0 - eased);
  vec2 inside = step(vec2(0.0), moved) * step(moved, vec2(1.0));
  // How far ahead of the sliding edge this place lies.
  float ahead = max(max(-moved.x, moved.x - 1.0), max(-moved.y, moved.y - 1.0));
  float shadow = shade * 0.65 * exp(-ahead * 9.0) * smoothstep(0.0, 0.1, progress);
  vec3 below = from(uv + WAY * eased * -0.18).rgb * (1.0 - shadow);
  return vec4(inside.x * inside.y > 0.5 ? to(moved).rgb : below, 1.0);
}`,
    },
  ],
});
