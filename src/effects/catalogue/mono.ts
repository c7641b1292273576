/** Black and white with the filters of a photographer. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';

export default defineEffect({
  id: 'mono',
  name: { en: 'Mono', 'zh-TW': '黑白', 'zh-CN': '黑白', ja: 'モノクロ', th: 'ขาวดำ' },
  description: {
    en: 'Black and white like a photographer makes it.',
    'zh-TW': '攝影師調的黑白。',
    'zh-CN': '摄影师调的黑白。',
    ja: '写真家のモノクローム。',
    th: 'ขาวดำแบบช่างภาพ',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    tone: choice({ en: 'Tone', 'zh-TW': '色調', 'zh-CN': '色调', ja: 'トーン', th: 'โทน' }, [
      ['neutral', { en: 'Neutral', 'zh-TW': '中性', 'zh-CN': '中性', ja: 'ニュートラル', th: 'เป็นกลาง' }],
      ['silver', { en: 'Silver', 'zh-TW': '銀鹽', 'zh-CN': '银盐', ja: 'シルバー', th: 'เงิน' }],
      ['selenium', { en: 'Selenium', 'zh-TW': '硒調', 'zh-CN': '硒调', ja: 'セレン', th: 'ซีลีเนียม' }],
      ['sepia', { en: 'Sepia', 'zh-TW': '棕褐', 'zh-CN': '棕褐', ja: 'セピア', th: 'ซีเปีย' }],
    ]),
    filtered: slider(
      { en: 'Red filter', 'zh-TW': '紅濾鏡', 'zh-CN': '红滤镜', ja: '赤フィルター', th: 'ฟิลเตอร์แดง' },
      0.4,
    ),
    contrast: slider(
      { en: 'Contrast', 'zh-TW': '對比', 'zh-CN': '对比', ja: 'コントラスト', th: 'คอนทราสต์' },
      0.55,
    ),
  },
  presets: [
    {
      id: 'noir',
      name: { en: 'Noir', 'zh-TW': '黑色電影', 'zh-CN': '黑色电影', ja: 'ノワール', th: 'นัวร์' },
      values: { tone: 'neutral', filtered: 0.7, contrast: 0.9 },
    },
    {
      id: 'album',
      name: { en: 'Album', 'zh-TW': '相簿', 'zh-CN': '相册', ja: 'アルバム', th: 'อัลบั้ม' },
      values: { tone: 'sepia', contrast: 0.4, filtered: 0.3 },
    },
    {
      id: 'portrait',
      name: { en: 'Portrait', 'zh-TW': '肖像', 'zh-CN': '肖像', ja: 'ポートレート', th: 'พอร์เทรต' },
      values: { tone: 'selenium', filtered: 0.85, contrast: 0.5 },
    },
  ],
  passes: [
    {
      id: 'grade',
      fragment: /* glsl */ `
vec4 color(vec4 rgba, vec2 uv) {
  vec3 weights = mix(vec3(0.12, 0.5, 0.38), vec3(0.8, 0.25, -0.05), filtered);
  float grey = clamp(dot(rgba.rgb, weights / (weights.r + weights.g + weights.b)), 0.0, 1.0);
  float bent = grey * grey * (3.0 - 2.0 * grey);
  grey = mix(mix(grey, 0.5, 0.35), mix(grey, bent, 1.25), contrast);
  grey = clamp(grey, 0.0, 1.0);
#if defined(TONE_SILVER)
  vec3 rgb = mix(vec3(0.03, 0.035, 0.05), vec3(0.96, 0.97, 1.0), grey);
#elif defined(TONE_SELENIUM)
  vec3 rgb = mix(vec3(0.07, 0.035, 0.075), vec3(1.0, 0.975, 0.96), grey) - vec3(0.0, 0.02, 0.0) * grey * (1.0 - grey);
#elif defined(TONE_SEPIA)
  vec3 rgb = mix(vec3(0.1, 0.05, 0.02), vec3(1.0, 0.93, 0.8), pow(grey, 0.92));
#else
  vec3 rgb = vec3(grey);
#endif
  return vec4(clamp(rgb, 0.0, 1.0), 1.0);
}`,
    },
  ],
});
