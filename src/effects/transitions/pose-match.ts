/** The dancer stays in place while the world changes. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'pose-match',
  name: { en: 'Pose match', 'zh-TW': '動作對接', 'zh-CN': '动作对接', ja: 'ポーズマッチ', th: 'จับคู่ท่า' },
  description: {
    en: 'Holds the dancer in place while the scene changes.',
    'zh-TW': '舞者原地不動，世界瞬間改變。',
    'zh-CN': '舞者原地不动，世界瞬间改变。',
    ja: 'ダンサーを重ねたまま場面が変わります。',
    th: 'นักเต้นอยู่ที่เดิม แต่ฉากเปลี่ยน',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    softness: slider(WORDS.softness, 0.4),
    zoom: slider({ en: 'Push in', 'zh-TW': '推近', 'zh-CN': '推近', ja: '寄り', th: 'ดันเข้า' }, 0.3),
  },
  presets: [
    {
      id: 'cut',
      name: { en: 'Match cut', 'zh-TW': '匹配剪接', 'zh-CN': '匹配剪接', ja: 'マッチカット', th: 'แมตช์คัต' },
      values: { softness: 0, zoom: 0 },
    },
    {
      id: 'melt',
      name: { en: 'Melt', 'zh-TW': '融化', 'zh-CN': '融化', ja: '溶ける', th: 'หลอมละลาย' },
      values: { softness: 1, zoom: 0.4 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec2 mirrored(vec2 place) {
  return abs(mod(place + 1.0, 2.0) - 1.0);
}
vec4 transition(vec2 uv) {
  float eased = progress * progress * (3.0 - 2.0 * progress);
  // Both pictures are moved so that their bodies lie on one that wanders from the first to the second.
  vec2 hips = mix(fromBody.xy, toBody.xy, eased);
  float torso = mix(fromBody.z, toBody.z, eased) * (1.0 + 0.35 * zoom * sin(progress * 3.14159265));
  vec2 gone = mirrored(fromBody.xy + (uv - hips) * fromBody.z / torso);
  vec2 come = mirrored(toBody.xy + (uv - hips) * toBody.z / torso);
  float reach = 0.02 + 0.48 * softness;
  float over = smoothstep(0.5 - reach, 0.5 + reach, progress);
  return mix(from(gone), to(come), over);
}`,
    },
  ],
});
