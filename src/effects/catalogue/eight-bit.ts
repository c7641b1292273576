/** The palette and pixels of an old console. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'eight-bit',
  name: { en: '8-bit', 'zh-TW': '8位元', 'zh-CN': '8位', ja: '8ビット', th: '8 บิต' },
  description: {
    en: 'Plays on a console from long ago.',
    'zh-TW': '在古早遊戲機上遊玩。',
    'zh-CN': '在老式游戏机上游玩。',
    ja: '昔のゲーム機の画面。',
    th: 'เหมือนเล่นบนเครื่องเกมโบราณ',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    machine: choice({ en: 'Console', 'zh-TW': '主機', 'zh-CN': '主机', ja: '機種', th: 'เครื่อง' }, [
      [
        'handheld',
        {
          en: 'Green handheld',
          'zh-TW': '綠色掌機',
          'zh-CN': '绿色掌机',
          ja: '緑の携帯機',
          th: 'มือถือจอเขียว',
        },
      ],
      [
        'home',
        {
          en: 'Home computer',
          'zh-TW': '家用電腦',
          'zh-CN': '家用电脑',
          ja: 'ホームコンピューター',
          th: 'คอมบ้าน',
        },
      ],
      [
        'console',
        { en: 'Console', 'zh-TW': '遊戲機', 'zh-CN': '游戏机', ja: '家庭用ゲーム機', th: 'เครื่องคอนโซล' },
      ],
    ]),
    size: slider(WORDS.size, 0.45),
    contrast: slider(
      { en: 'Contrast', 'zh-TW': '對比', 'zh-CN': '对比', ja: 'コントラスト', th: 'คอนทราสต์' },
      0.55,
    ),
  },
  presets: [
    {
      id: 'pocket',
      name: { en: 'Pocket', 'zh-TW': '口袋', 'zh-CN': '口袋', ja: 'ポケット', th: 'กระเป๋า' },
      values: { machine: 'handheld', size: 0.4 },
    },
    {
      id: 'loader',
      name: { en: 'Loader', 'zh-TW': '讀帶', 'zh-CN': '读带', ja: 'ローダー', th: 'โหลดเทป' },
      values: { machine: 'home', size: 0.5 },
    },
    {
      id: 'platform',
      name: {
        en: 'Jump and run',
        'zh-TW': '跳躍闖關',
        'zh-CN': '跳跃闯关',
        ja: 'アクション',
        th: 'กระโดดวิ่ง',
      },
      values: { machine: 'console', size: 0.35 },
    },
  ],
  passes: [
    {
      id: 'screen',
      fragment: /* glsl */ `
vec3 nearest(vec3 rgb) {
#if defined(MACHINE_HANDHELD)
  float grey = luma(rgb);
  float level = floor(clamp(grey, 0.0, 0.999) * 4.0);
  return level < 0.5 ? vec3(0.06, 0.22, 0.06) : level < 1.5 ? vec3(0.19, 0.38, 0.19) : level < 2.5 ? vec3(0.55, 0.67, 0.06) : vec3(0.61, 0.74, 0.06) + 0.12;
#elif defined(MACHINE_HOME)
  const vec3 PALETTE[16] = vec3[16](vec3(0.0), vec3(1.0), vec3(0.53, 0.22, 0.2), vec3(0.44, 0.72, 0.77), vec3(0.54, 0.25, 0.58), vec3(0.36, 0.63, 0.29), vec3(0.24, 0.22, 0.6), vec3(0.81, 0.83, 0.46), vec3(0.55, 0.37, 0.17), vec3(0.34, 0.25, 0.0), vec3(0.74, 0.45, 0.42), vec3(0.33), vec3(0.5), vec3(0.62, 0.86, 0.53), vec3(0.48, 0.46, 0.85), vec3(0.68));
  vec3 best = PALETTE[0];
  float least = 9.0;
  for (int entry = 0; entry < 16; entry += 1) {
    vec3 away = rgb - PALETTE[entry];
    float far = dot(away * away, vec3(0.3, 0.5, 0.2));
    if (far < least) {
      least = far;
      best = PALETTE[entry];
    }
  }
  return best;
#else
  return floor(rgb * vec3(5.0, 5.0, 4.0) + 0.5) / vec3(5.0, 5.0, 4.0);
#endif
}
vec4 effect(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  float rows = mix(300.0, 96.0, size);
  vec2 cell = floor(uv * aspect * rows);
  vec3 rgb = source((cell + 0.5) / rows / aspect).rgb;
  rgb = 0.5 + (rgb - 0.5) * (0.6 + 0.9 * contrast);
  rgb = mix(vec3(luma(rgb)), rgb, 1.25);
  // A checkerboard between two colours makes a third.
  float checker = mod(cell.x + cell.y, 2.0) - 0.5;
  return vec4(clamp(nearest(clamp(rgb + checker * 0.1, 0.0, 1.0)), 0.0, 1.0), 1.0);
}`,
    },
  ],
});
