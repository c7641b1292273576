/** On each beat a copy of the dancer is left standing. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'freeze-clones',
  name: { en: 'Freeze clones', 'zh-TW': '定格分身', 'zh-CN': '定格分身', ja: 'フリーズ分身', th: 'ร่างหยุดนิ่ง' },
  description: {
    en: 'Every beat leaves a frozen you behind.',
    'zh-TW': '每一拍都留下一個定格的你。',
    'zh-CN': '每一拍都留下一个定格的你。',
    ja: '拍ごとに静止した自分が残ります。',
    th: 'ทุกจังหวะทิ้งร่างนิ่งของคุณไว้',
  },
  category: 'time',
  kind: 'temporal',
  needs: ['mask', 'beats'],
  history: 84,
  historyStride: 4,
  seeded: false,
  params: {
    count: choice({ en: 'Copies', 'zh-TW': '數量', 'zh-CN': '数量', ja: '数', th: 'จำนวน' }, [
      ['three', { en: 'Three', 'zh-TW': '三個', 'zh-CN': '三个', ja: '三人', th: 'สาม' }],
      ['one', { en: 'One', 'zh-TW': '一個', 'zh-CN': '一个', ja: '一人', th: 'หนึ่ง' }],
    ]),
    fade: slider({ en: 'Fade', 'zh-TW': '淡出', 'zh-CN': '淡出', ja: 'うすれ', th: 'จางหาย' }, 0.45),
    first: swatch(WORDS.color, '#2de2ff'),
    second: swatch(WORDS.secondColor, '#ff2fa8'),
    dye: slider({ en: 'Colour', 'zh-TW': '染色', 'zh-CN': '染色', ja: '染め', th: 'ย้อมสี' }, 0.55),
  },
  presets: [
    {
      id: 'prints',
      name: { en: 'Fashion prints', 'zh-TW': '時尚印花', 'zh-CN': '时尚印花', ja: 'プリント', th: 'ลายพิมพ์' },
      values: { dye: 1, first: '#ffe14a', second: '#ff4d6d' },
    },
    {
      id: 'self',
      name: { en: 'As you are', 'zh-TW': '原樣', 'zh-CN': '原样', ja: 'そのまま', th: 'ตามจริง' },
      values: { dye: 0, fade: 0.25 },
    },
  ],
  passes: [
    {
      id: 'freeze',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 now = source(uv).rgb;
  vec3 shown = now;
  // Without music there is a beat every half second.
  bool counted = beatPeriod > 0.0;
  float span = clamp(counted ? beatPeriod : 0.5, 0.25, 0.9);
  float since = counted ? beat.y : mod(time, 0.5);
#if defined(COUNT_ONE)
  const float COPIES = 1.0;
#else
  const float COPIES = 3.0;
#endif
  for (float copy = COPIES; copy > 0.5; copy -= 1.0) {
    float ago = (since + (copy - 1.0) * span) / timeDelta;
    vec4 past = history(uv, max(ago, 1.0));
    float age = (copy - 1.0 + since / span) / COPIES;
    float self = smoothstep(0.35, 0.65, past.a) * (1.0 - fade * age) * step(2.0, ago);
    vec3 dyed = mix(first, second, (copy - 1.0) / 2.0) * (0.3 + 0.95 * luma(past.rgb));
    shown = mix(shown, mix(past.rgb, dyed, dye), self);
  }
  return vec4(mix(shown, now, smoothstep(0.35, 0.65, matte(uv))), 1.0);
}`,
    },
  ],
});
