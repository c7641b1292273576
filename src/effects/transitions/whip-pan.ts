/** The camera is torn aside. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'whip-pan',
  name: { en: 'Whip pan', 'zh-TW': '甩鏡', 'zh-CN': '甩镜', ja: 'ウィップパン', th: 'แพนสะบัด' },
  description: {
    en: 'The camera whips round to the next picture.',
    'zh-TW': '鏡頭一甩就到下一個畫面。',
    'zh-CN': '镜头一甩就到下一个画面。',
    ja: 'カメラを振って次の映像へ。',
    th: 'กล้องสะบัดไปยังภาพถัดไป',
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
    blur: slider(WORDS.blur, 0.6),
  },
  presets: [
    {
      id: 'clean',
      name: { en: 'Clean', 'zh-TW': '清爽', 'zh-CN': '清爽', ja: 'すっきり', th: 'สะอาด' },
      values: { blur: 0.2 },
    },
    {
      id: 'violent',
      name: { en: 'Wild', 'zh-TW': '狂野', 'zh-CN': '狂野', ja: 'はげしく', th: 'สุดเหวี่ยง' },
      values: { blur: 1 },
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

vec3 panned(vec2 place) {
  // Two turns of the head: pictures lie side by side, each with its mirror image.
  float along = dot(place - 0.5, WAY) + 0.5;
  vec2 held = abs(mod(place + 1.0, 2.0) - 1.0);
  return along > -0.5 ? from(held).rgb : to(held).rgb;
}
vec4 transition(vec2 uv) {
  float eased = progress * progress * progress * (progress * (progress * 6.0 - 15.0) + 10.0);
  float speed = 30.0 * progress * progress * (1.0 - progress) * (1.0 - progress);
  float smear = blur * 0.22 * speed;
  vec3 sum = vec3(0.0);
  for (int tap = 0; tap < 9; tap += 1) {
    float shift = (float(tap) - 4.0) / 8.0 * smear;
    sum += panned(uv - WAY * (eased * 2.0 + shift));
  }
  return vec4(sum / 9.0, 1.0);
}`,
    },
  ],
});
