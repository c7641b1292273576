/** Brightness read as heat. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';

export default defineEffect({
  id: 'thermal',
  name: { en: 'Thermal', 'zh-TW': '熱感應', 'zh-CN': '热感应', ja: 'サーマル', th: 'ภาพความร้อน' },
  description: {
    en: 'Seen through a heat camera.',
    'zh-TW': '透過熱像儀觀看。',
    'zh-CN': '透过热像仪观看。',
    ja: '赤外線カメラの眺め。',
    th: 'มองผ่านกล้องจับความร้อน',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    scale: choice({ en: 'Scale', 'zh-TW': '色階', 'zh-CN': '色阶', ja: 'スケール', th: 'สเกล' }, [
      ['iron', { en: 'Iron', 'zh-TW': '鐵紅', 'zh-CN': '铁红', ja: 'アイアン', th: 'เหล็กเผา' }],
      ['rainbow', { en: 'Rainbow', 'zh-TW': '彩虹', 'zh-CN': '彩虹', ja: 'レインボー', th: 'รุ้ง' }],
      [
        'night',
        { en: 'Night hunter', 'zh-TW': '夜獵', 'zh-CN': '夜猎', ja: 'ナイトハンター', th: 'นักล่ากลางคืน' },
      ],
    ]),
    heat: slider({ en: 'Heat', 'zh-TW': '熱度', 'zh-CN': '热度', ja: '熱', th: 'ความร้อน' }, 0.5),
    steps: slider({ en: 'Steps', 'zh-TW': '階層', 'zh-CN': '阶层', ja: '段階', th: 'ขั้น' }, 0),
  },
  presets: [
    {
      id: 'predator',
      name: { en: 'Predator', 'zh-TW': '獵人', 'zh-CN': '猎人', ja: '捕食者', th: 'ผู้ล่า' },
      values: { scale: 'rainbow', heat: 0.6 },
    },
    {
      id: 'map',
      name: { en: 'Contour map', 'zh-TW': '等高線', 'zh-CN': '等高线', ja: '等高線', th: 'แผนที่' },
      values: { scale: 'iron', steps: 0.8 },
    },
    {
      id: 'scope',
      name: { en: 'Scope', 'zh-TW': '瞄準鏡', 'zh-CN': '瞄准镜', ja: 'スコープ', th: 'กล้องเล็ง' },
      values: { scale: 'night', heat: 0.55 },
    },
  ],
  passes: [
    {
      id: 'grade',
      fragment: /* glsl */ `
vec3 ramp(float at) {
#if defined(SCALE_RAINBOW)
  vec3 cold = mix(vec3(0.05, 0.02, 0.35), vec3(0.0, 0.45, 0.95), smoothstep(0.0, 0.3, at));
  vec3 warm = mix(cold, vec3(0.1, 0.85, 0.35), smoothstep(0.25, 0.5, at));
  vec3 hot = mix(warm, vec3(1.0, 0.85, 0.1), smoothstep(0.45, 0.7, at));
  return mix(hot, vec3(1.0, 0.12, 0.1), smoothstep(0.68, 0.95, at));
#elif defined(SCALE_NIGHT)
  return mix(mix(vec3(0.01, 0.04, 0.02), vec3(0.05, 0.5, 0.2), smoothstep(0.0, 0.6, at)), vec3(0.85, 1.0, 0.8), smoothstep(0.5, 1.0, at));
#else
  vec3 cold = mix(vec3(0.0, 0.0, 0.06), vec3(0.36, 0.0, 0.55), smoothstep(0.0, 0.3, at));
  vec3 warm = mix(cold, vec3(0.92, 0.2, 0.2), smoothstep(0.25, 0.55, at));
  vec3 hot = mix(warm, vec3(1.0, 0.72, 0.1), smoothstep(0.5, 0.78, at));
  return mix(hot, vec3(1.0, 1.0, 0.88), smoothstep(0.76, 1.0, at));
#endif
}
vec4 color(vec4 rgba, vec2 uv) {
  // Skin and warm things are hotter than their brightness.
  float warmth = luma(rgba.rgb) + 0.35 * (rgba.r - rgba.b);
  float at = clamp(warmth + (heat - 0.5) * 0.8, 0.0, 1.0);
  float bands = mix(40.0, 5.0, steps);
  float banded = (floor(at * bands) + 0.5) / bands;
  return vec4(ramp(mix(at, banded, step(0.01, steps))), 1.0);
}`,
    },
  ],
});
