/** Tone curves with the character of darkroom tricks. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'curves',
  name: { en: 'Curves', 'zh-TW': '曲線', 'zh-CN': '曲线', ja: 'トーンカーブ', th: 'เส้นโค้งสี' },
  description: {
    en: 'Bends shadows and lights like in a darkroom.',
    'zh-TW': '像暗房一樣彎曲明暗。',
    'zh-CN': '像暗房一样弯曲明暗。',
    ja: '暗室のように明暗を曲げます。',
    th: 'ดัดเงาและแสงเหมือนในห้องมืด',
  },
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {
    style: choice(WORDS.style, [
      ['film', { en: 'Film', 'zh-TW': '底片', 'zh-CN': '胶片', ja: 'フィルム', th: 'ฟิล์ม' }],
      [
        'cross',
        { en: 'Cross process', 'zh-TW': '正沖負', 'zh-CN': '正冲负', ja: 'クロスプロセス', th: 'ครอสโพรเซส' },
      ],
      ['faded', { en: 'Faded', 'zh-TW': '褪色', 'zh-CN': '褪色', ja: '色あせ', th: 'ซีดจาง' }],
      [
        'solar',
        { en: 'Solarised', 'zh-TW': '中途曝光', 'zh-CN': '中途曝光', ja: 'ソラリゼーション', th: 'โซลาไรซ์' },
      ],
    ]),
    shadows: slider({ en: 'Shadows', 'zh-TW': '暗部', 'zh-CN': '暗部', ja: 'シャドウ', th: 'เงา' }, 0.5),
    mids: slider({ en: 'Midtones', 'zh-TW': '中間調', 'zh-CN': '中间调', ja: '中間調', th: 'โทนกลาง' }, 0.5),
    lights: slider({ en: 'Lights', 'zh-TW': '亮部', 'zh-CN': '亮部', ja: 'ハイライト', th: 'ส่วนสว่าง' }, 0.5),
  },
  presets: [
    {
      id: 'punch',
      name: { en: 'Punch', 'zh-TW': '濃烈', 'zh-CN': '浓烈', ja: 'パンチ', th: 'จัดจ้าน' },
      values: { style: 'film', shadows: 0.3, lights: 0.7 },
    },
    {
      id: 'lomo',
      name: {
        en: 'Toy camera',
        'zh-TW': '玩具相機',
        'zh-CN': '玩具相机',
        ja: 'トイカメラ',
        th: 'กล้องของเล่น',
      },
      values: { style: 'cross', shadows: 0.4 },
    },
    {
      id: 'matte',
      name: { en: 'Matte', 'zh-TW': '霧面', 'zh-CN': '雾面', ja: 'マット', th: 'แมตต์' },
      values: { style: 'faded', lights: 0.4 },
    },
  ],
  passes: [
    {
      id: 'grade',
      fragment: /* glsl */ `
vec4 color(vec4 rgba, vec2 uv) {
  vec3 rgb = rgba.rgb;
  // Three bumps that move the ends and the middle of the curve.
  vec3 low = (1.0 - rgb) * (1.0 - rgb) * rgb * 3.0;
  vec3 mid = rgb * (1.0 - rgb) * 2.0;
  vec3 high = rgb * rgb * (1.0 - rgb) * 3.0;
  rgb += low * (shadows - 0.5) * 0.9 + mid * (mids - 0.5) * 0.8 + high * (lights - 0.5) * 0.9;
  rgb = clamp(rgb, 0.0, 1.0);
#if defined(STYLE_CROSS)
  vec3 bent = rgb * rgb * (3.0 - 2.0 * rgb);
  rgb = vec3(mix(rgb.r, bent.r, 0.9), mix(rgb.g, bent.g, 0.55) * 1.03, 0.16 + 0.66 * rgb.b);
#elif defined(STYLE_FADED)
  rgb = vec3(0.11, 0.1, 0.13) + rgb * vec3(0.8, 0.79, 0.74);
  rgb = mix(vec3(luma(rgb)), rgb, 0.82);
#elif defined(STYLE_SOLAR)
  rgb = abs(sin(rgb * 4.2));
#else
  vec3 bent = rgb * rgb * (3.0 - 2.0 * rgb);
  rgb = mix(rgb, bent, 0.6) * vec3(1.03, 1.0, 0.97) + vec3(0.0, 0.008, 0.02);
#endif
  return vec4(rgb, 1.0);
}`,
    },
  ],
});
