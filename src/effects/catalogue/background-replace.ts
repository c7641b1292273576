/** Another place behind the dancer: painted by mathematics, sharp at every size and in motion, or a picture of one's own. */
import { defineEffect } from '../effect';
import { choice, picture, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'background-replace',
  name: { en: 'Backdrop', 'zh-TW': '更換背景', 'zh-CN': '更换背景', ja: '背景チェンジ', th: 'เปลี่ยนฉากหลัง' },
  description: {
    en: 'Moves the dancer to another place.',
    'zh-TW': '把舞者帶到另一個地方。',
    'zh-CN': '把舞者带到另一个地方。',
    ja: 'ダンサーを別の場所へ連れて行きます。',
    th: 'พานักเต้นไปอยู่ที่อื่น',
  },
  category: 'body',
  kind: 'mask',
  needs: ['mask'],
  seeded: false,
  params: {
    scene: choice({ en: 'Scene', 'zh-TW': '場景', 'zh-CN': '场景', ja: 'シーン', th: 'ฉาก' }, [
      [
        'sunset',
        {
          en: 'Neon sunset',
          'zh-TW': '霓虹夕陽',
          'zh-CN': '霓虹夕阳',
          ja: 'ネオンの夕日',
          th: 'อาทิตย์ตกนีออน',
        },
      ],
      [
        'gradient',
        { en: 'Studio wall', 'zh-TW': '攝影棚', 'zh-CN': '摄影棚', ja: 'スタジオ', th: 'ผนังสตูดิโอ' },
      ],
      ['rays', { en: 'Sun rays', 'zh-TW': '放射光', 'zh-CN': '放射光', ja: '放射光', th: 'ลำแสง' }],
      ['picture', { en: 'A picture', 'zh-TW': '一張圖片', 'zh-CN': '一张图片', ja: '画像', th: 'ภาพ' }],
      ['color', { en: 'One colour', 'zh-TW': '純色', 'zh-CN': '纯色', ja: '単色', th: 'สีเดียว' }],
    ]),
    picture: picture({ en: 'Picture', 'zh-TW': '圖片', 'zh-CN': '图片', ja: '画像', th: 'ภาพ' }),
    first: swatch(WORDS.color, '#ff3d81'),
    second: swatch(WORDS.secondColor, '#2b1a7a'),
    edge: slider(WORDS.edge, 0.5),
  },
  presets: [
    {
      id: 'outrun',
      name: { en: 'Outrun', 'zh-TW': '公路夕陽', 'zh-CN': '公路夕阳', ja: 'アウトラン', th: 'เอาต์รัน' },
      values: { scene: 'sunset', first: '#ff3d81', second: '#2b1a7a' },
    },
    {
      id: 'peach',
      name: { en: 'Peach studio', 'zh-TW': '蜜桃棚', 'zh-CN': '蜜桃棚', ja: 'ピーチ', th: 'สตูดิโอพีช' },
      values: { scene: 'gradient', first: '#ffd2b0', second: '#e8637b' },
    },
    {
      id: 'pop-art',
      name: { en: 'Pop art', 'zh-TW': '普普', 'zh-CN': '波普', ja: 'ポップアート', th: 'ป๊อปอาร์ต' },
      values: { scene: 'rays', first: '#ffd23f', second: '#ff5d3d' },
    },
    {
      id: 'green-screen',
      name: { en: 'Green screen', 'zh-TW': '綠幕', 'zh-CN': '绿幕', ja: 'グリーンバック', th: 'กรีนสกรีน' },
      values: { scene: 'color', first: '#00b140' },
    },
  ],
  passes: [
    {
      id: 'place',
      fragment: /* glsl */ `
const float HORIZON = 0.36;
#if defined(SCENE_SUNSET)
vec3 scenery(vec2 uv) {
  float aspect = resolution.x / resolution.y;
  vec2 place = vec2((uv.x - 0.5) * aspect, uv.y - HORIZON);
  if (place.y > 0.0) {
    float high = place.y / (1.0 - HORIZON);
    vec3 sky = mix(first * 0.85, second * 0.42, smoothstep(0.0, 0.62, high));
    vec2 sun = place - vec2(0.0, 0.2);
    float away = length(sun);
    float bars = smoothstep(0.42, 0.5, abs(fract(sun.y * 26.0 - time * 0.25) - 0.5)) * step(sun.y, 0.04);
    float inside = (1.0 - smoothstep(0.183, 0.186, away)) * (1.0 - bars);
    vec3 disc = mix(first, vec3(1.0, 0.86, 0.42), smoothstep(-0.16, 0.16, sun.y));
    sky += first * 0.4 * exp(-max(away - 0.18, 0.0) * 7.0);
    float star = hash(vec3(floor(uv * vec2(aspect, 1.0) * 150.0), 3.0));
    sky += vec3(0.7) * step(0.9965, star) * smoothstep(0.4, 0.8, high);
    return mix(sky, disc, inside);
  }
  float depth = 0.11 / max(-place.y, 0.0015);
  vec2 floorPlace = vec2(place.x * depth * 9.0, depth * 3.0 + time * 0.9);
  vec2 grid = abs(fract(floorPlace) - 0.5);
  vec2 width = vec2(0.02 + 0.018 * depth, 0.02 + 0.03 * depth);
  vec2 line = 1.0 - smoothstep(width * 0.4, width * 1.6, 0.5 - grid);
  float lines = max(line.x, line.y) * exp(-depth * 0.28);
  vec3 ground = mix(second * 0.3, second * 0.12, smoothstep(0.0, 0.3, -place.y));
  ground += first * 0.5 * exp(place.y * 22.0);
  return ground + mix(first, vec3(1.0), 0.15) * lines * 0.9;
}
#elif defined(SCENE_GRADIENT)
vec3 scenery(vec2 uv) {
  // A paper roll: lit from above left, the floor a little darker, a soft bend between.
  float aspect = resolution.x / resolution.y;
  float pool = length((uv - vec2(0.42, 0.66)) * vec2(aspect, 0.8));
  vec3 wall = mix(toLinear(first), toLinear(second), smoothstep(0.0, 0.85, pool));
  float ground = 1.0 - smoothstep(0.0, 0.2, uv.y);
  return toDisplay(wall * (1.0 - 0.28 * ground)) + (hash(vec3(gl_FragCoord.xy, 1.0)) - 0.5) / 160.0;
}
#elif defined(SCENE_RAYS)
vec3 scenery(vec2 uv) {
  vec2 place = (uv - vec2(0.5, 0.52)) * vec2(resolution.x / resolution.y, 1.0);
  float turn = atan(place.y, place.x) / 6.28318530718 * 16.0 + time * 0.35;
  float away = length(place);
  float soft = 0.012 / max(away, 0.02);
  float ray = smoothstep(0.25 - soft, 0.25 + soft, abs(fract(turn) - 0.5));
  vec3 shown = mix(first, second, ray);
  shown = mix(first * 0.4 + 0.6, shown, smoothstep(0.02, 0.3, away));
  return shown * (1.0 - 0.35 * smoothstep(0.3, 0.75, away));
}
#elif defined(SCENE_PICTURE)
vec3 scenery(vec2 uv) {
  vec4 shown = picture(uv);
  // Until one is chosen: a wall in the two colours.
  return mix(mix(second, first, uv.y), shown.rgb, shown.a);
}
#else
vec3 scenery(vec2 uv) { return mix(first, second, 0.0); }
#endif
vec4 effect(vec2 uv) {
  float low = mix(0.55, 0.15, edge);
  float body = smoothstep(low, low + mix(0.1, 0.55, edge), matte(uv));
  vec3 behind = clamp(scenery(uv), 0.0, 1.0);
  vec3 dancer = source(uv).rgb;
#if !defined(SCENE_COLOR)
  // The new place sheds a little of its light round the dancer, or they look cut out.
  float rim = body * (1.0 - smoothstep(0.55, 1.0, matte(uv)));
  dancer = mix(dancer, 1.0 - (1.0 - dancer) * (1.0 - behind * 0.6), rim);
#endif
  return vec4(mix(behind, dancer, body), 1.0);
}`,
    },
  ],
});
