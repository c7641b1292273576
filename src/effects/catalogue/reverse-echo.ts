/** A second you that moves backwards. */
import { defineEffect } from '../effect';
import { flag, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'reverse-echo',
  name: {
    en: 'Reverse twin',
    'zh-TW': '倒轉分身',
    'zh-CN': '倒转分身',
    ja: '逆再生の分身',
    th: 'ฝาแฝดย้อนเวลา',
  },
  description: {
    en: 'A second you dances backwards in time.',
    'zh-TW': '另一個你倒著跳。',
    'zh-CN': '另一个你倒着跳。',
    ja: 'もう一人が逆再生で踊ります。',
    th: 'อีกร่างเต้นย้อนเวลา',
  },
  category: 'time',
  kind: 'temporal',
  needs: ['mask'],
  history: 46,
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.7),
    reach: slider(WORDS.length, 0.6),
    tint: swatch(WORDS.color, '#b48bff'),
    flip: flag({ en: 'Mirrored', 'zh-TW': '鏡像', 'zh-CN': '镜像', ja: '反転', th: 'กลับด้าน' }, false),
  },
  presets: [
    {
      id: 'shadow',
      name: { en: 'Shadow', 'zh-TW': '影子', 'zh-CN': '影子', ja: '影', th: 'เงา' },
      values: { tint: '#20153d', intensity: 0.9 },
    },
    {
      id: 'duet',
      name: { en: 'Duet', 'zh-TW': '雙人舞', 'zh-CN': '双人舞', ja: 'デュエット', th: 'คู่เต้น' },
      values: { flip: true, tint: '#ffffff', intensity: 1 },
    },
  ],
  passes: [
    {
      id: 'twin',
      fragment: /* glsl */ `

vec4 effect(vec2 uv) {
  // Time runs back over a window, then the window jumps forward: twice a window's length for one way.
  float window = 6.0 + floor(reach * 16.0 + 0.5);
  float place = mod(frame, window);
  float ago = place * 2.0;
#if defined(FLIP)
  vec2 at = vec2(1.0 - uv.x, uv.y);
#else
  vec2 at = uv;
#endif
  vec3 now = source(uv).rgb;
  vec4 past = history(at, ago);
  float self = smoothstep(0.35, 0.65, past.a);
  float ends = smoothstep(0.0, 3.0, place) * smoothstep(window, window - 3.0, place);
  vec3 dyed = mix(past.rgb, tint * (0.2 + luma(past.rgb)), 0.55);
  float front = smoothstep(0.35, 0.65, matte(uv));
  return vec4(mix(now, dyed, self * intensity * mix(0.35, 1.0, ends) * (1.0 - front)), 1.0);
}`,
    },
  ],
});
