/** A shape opens on the next picture. */
import { defineEffect } from '../effect';
import { choice, place, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'iris',
  name: { en: 'Iris', 'zh-TW': '圈入', 'zh-CN': '圈入', ja: 'アイリス', th: 'วงเปิด' },
  description: {
    en: 'A circle, heart or star opens on the next picture.',
    'zh-TW': '圓形、愛心或星星打開下一個畫面。',
    'zh-CN': '圆形、爱心或星星打开下一个画面。',
    ja: '丸・ハート・星が開いて次の映像へ。',
    th: 'วงกลม หัวใจ หรือดาวเปิดสู่ภาพถัดไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    figure: choice({ en: 'Shape', 'zh-TW': '形狀', 'zh-CN': '形状', ja: '形', th: 'รูปทรง' }, [
      ['circle', { en: 'Circle', 'zh-TW': '圓形', 'zh-CN': '圆形', ja: '丸', th: 'วงกลม' }],
      ['heart', { en: 'Heart', 'zh-TW': '愛心', 'zh-CN': '爱心', ja: 'ハート', th: 'หัวใจ' }],
      ['star', { en: 'Star', 'zh-TW': '星星', 'zh-CN': '星星', ja: '星', th: 'ดาว' }],
      ['diamond', { en: 'Diamond', 'zh-TW': '菱形', 'zh-CN': '菱形', ja: 'ひし形', th: 'เพชร' }],
    ]),
    middle: place(WORDS.center, [0.5, 0.45]),
    softness: slider(WORDS.softness, 0.05),
    tint: swatch(WORDS.color, '#ff3d81'),
  },
  presets: [
    {
      id: 'love',
      name: { en: 'Love', 'zh-TW': '心動', 'zh-CN': '心动', ja: 'ときめき', th: 'หัวใจ' },
      values: { figure: 'heart', softness: 0 },
    },
    {
      id: 'stardom',
      name: { en: 'Stardom', 'zh-TW': '星光', 'zh-CN': '星光', ja: 'スター', th: 'ดวงดาว' },
      values: { figure: 'star', tint: '#ffd23f' },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
float reach(vec2 at) {
#if defined(FIGURE_HEART)
  at.y -= 0.12 - 0.45 * abs(at.x);
  return length(at * vec2(1.0, 1.15));
#elif defined(FIGURE_STAR)
  float angle = atan(at.x, at.y);
  float arm = abs(fract(angle * 0.795775 + 0.5) - 0.5) * 2.0;
  return length(at) * mix(0.62, 1.0, arm) * 1.3;
#elif defined(FIGURE_DIAMOND)
  return abs(at.x) * 1.1 + abs(at.y) * 0.8;
#else
  return length(at);
#endif
}
vec4 transition(vec2 uv) {
  float aspect = resolution.x / resolution.y;
  vec2 at = (uv - middle) * vec2(aspect, 1.0);
  vec2 far = max(middle, 1.0 - middle) * vec2(aspect, 1.0);
  // Far enough that the shape has left the corners behind.
#if defined(FIGURE_HEART)
  float most = length(far) * 1.5;
#elif defined(FIGURE_STAR)
  float most = length(far) * 1.3;
#elif defined(FIGURE_DIAMOND)
  float most = far.x * 1.1 + far.y * 0.8;
#else
  float most = length(far);
#endif
  float eased = progress * progress * (3.0 - 2.0 * progress);
  float soft = 0.004 + 0.35 * softness;
  float edge = eased * (most + soft * 2.0) - soft;
  float inside = clamp((edge - reach(at)) / soft * 0.5 + 0.5, 0.0, 1.0);
  inside = progress <= 0.0 ? 0.0 : progress >= 1.0 ? 1.0 : inside;
  vec3 shown = mix(from(uv).rgb, to(uv).rgb, inside);
  float rim = exp(-abs(edge - reach(at)) * 60.0) * sin(progress * 3.14159265);
  return vec4(mix(shown, tint, clamp(rim, 0.0, 1.0) * 0.85), 1.0);
}`,
    },
  ],
});
