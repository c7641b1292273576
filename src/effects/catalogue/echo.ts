/** Whole pictures of the past shine through. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'echo',
  name: { en: 'Echo', 'zh-TW': '回聲', 'zh-CN': '回声', ja: 'エコー', th: 'เสียงสะท้อนภาพ' },
  description: {
    en: 'Past moments shine through like an echo.',
    'zh-TW': '過去的瞬間如回聲般透出。',
    'zh-CN': '过去的瞬间如回声般透出。',
    ja: '過ぎた瞬間がこだまします。',
    th: 'ช่วงเวลาก่อนหน้าซ้อนเหมือนเสียงสะท้อน',
  },
  category: 'time',
  kind: 'temporal',
  needs: [],
  history: 33,
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['mix', { en: 'Mixed', 'zh-TW': '混合', 'zh-CN': '混合', ja: 'まぜる', th: 'ผสม' }],
      ['zoom', { en: 'Growing', 'zh-TW': '放大', 'zh-CN': '放大', ja: '広がる', th: 'ขยาย' }],
      ['color', { en: 'Coloured', 'zh-TW': '彩色', 'zh-CN': '彩色', ja: '色つき', th: 'มีสี' }],
    ]),
    intensity: slider(WORDS.intensity, 0.65),
    gap: slider({ en: 'Delay', 'zh-TW': '延遲', 'zh-CN': '延迟', ja: '間隔', th: 'หน่วง' }, 0.45),
  },
  presets: [
    {
      id: 'dub',
      name: { en: 'Dub', 'zh-TW': '迴響', 'zh-CN': '回响', ja: 'ダブ', th: 'ดับ' },
      values: { style: 'mix', gap: 0.9, intensity: 0.8 },
    },
    {
      id: 'aura',
      name: { en: 'Aura', 'zh-TW': '氣場', 'zh-CN': '气场', ja: 'オーラ', th: 'ออร่า' },
      values: { style: 'zoom', gap: 0.3, intensity: 0.6 },
    },
    {
      id: 'disco',
      name: { en: 'Disco', 'zh-TW': '迪斯可', 'zh-CN': '迪斯科', ja: 'ディスコ', th: 'ดิสโก้' },
      values: { style: 'color', gap: 0.5, intensity: 0.8 },
    },
  ],
  passes: [
    {
      id: 'echo',
      fragment: /* glsl */ `
vec3 dye(float index) { return index < 1.5 ? vec3(1.0, 0.25, 0.55) : index < 2.5 ? vec3(0.25, 0.9, 1.0) : vec3(1.0, 0.85, 0.2); }
vec4 effect(vec2 uv) {
  vec3 shown = source(uv).rgb;
  float step = 2.0 + floor(gap * 9.0 + 0.5);
  for (float index = 3.0; index > 0.5; index -= 1.0) {
    float weight = intensity * (0.62 - 0.14 * index);
#if defined(STYLE_ZOOM)
    vec2 place = 0.5 + (uv - 0.5) / (1.0 + 0.07 * index);
    shown = mix(shown, max(shown, history(place, index * step).rgb), weight);
#elif defined(STYLE_COLOR)
    vec3 past = history(uv, index * step).rgb;
    float moved = smoothstep(0.06, 0.2, length(past - source(uv).rgb));
    shown = mix(shown, dye(index) * (0.25 + luma(past)), weight * 1.25 * moved);
#else
    shown = mix(shown, history(uv, index * step).rgb, weight);
#endif
  }
  return vec4(clamp(shown, 0.0, 1.0), 1.0);
}`,
    },
  ],
});
