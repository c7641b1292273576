/** Scratches, dust and a gate that shakes. */
import { defineEffect } from '../effect';
import { slider } from '../params';

export default defineEffect({
  id: 'old-film',
  name: { en: 'Old film', 'zh-TW': '老電影', 'zh-CN': '老电影', ja: '古い映画', th: 'หนังเก่า' },
  description: {
    en: 'Scratched, dusty and shaky, a hundred years old.',
    'zh-TW': '刮痕、灰塵、抖動的百年膠片。',
    'zh-CN': '刮痕、灰尘、抖动的百年胶片。',
    ja: '傷とほこり、百年前の映画。',
    th: 'รอยขีด ฝุ่น และสั่นไหวแบบร้อยปีก่อน',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: true,
  params: {
    scratches: slider({ en: 'Scratches', 'zh-TW': '刮痕', 'zh-CN': '刮痕', ja: '傷', th: 'รอยขีด' }, 0.5),
    weave: slider({ en: 'Shake', 'zh-TW': '晃動', 'zh-CN': '晃动', ja: 'ゆれ', th: 'สั่น' }, 0.4),
    tone: slider({ en: 'Sepia', 'zh-TW': '棕褐', 'zh-CN': '棕褐', ja: 'セピア', th: 'ซีเปีย' }, 0.7),
    age: slider({ en: 'Age', 'zh-TW': '年代', 'zh-CN': '年代', ja: '古さ', th: 'ความเก่า' }, 0.5),
  },
  presets: [
    {
      id: 'silent',
      name: { en: 'Silent film', 'zh-TW': '默片', 'zh-CN': '默片', ja: '無声映画', th: 'หนังเงียบ' },
      values: { scratches: 0.7, weave: 0.6, tone: 0.15, age: 0.8 },
    },
    {
      id: 'home',
      name: {
        en: 'Home movie',
        'zh-TW': '家庭影片',
        'zh-CN': '家庭影片',
        ja: 'ホームムービー',
        th: 'หนังครอบครัว',
      },
      values: { scratches: 0.3, weave: 0.5, tone: 0.5, age: 0.35 },
    },
  ],
  passes: [
    {
      id: 'reel',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  // Sixteen pictures a second, as it was cranked.
  float picture = floor(time * 16.0);
  float own = seed * 4096.0;
  vec2 jump = (vec2(hash(vec3(picture, 1.0, own)), hash(vec3(picture, 2.0, own))) - 0.5) * weave * vec2(0.012, 0.02);
  vec2 place = uv + jump;
  vec3 rgb = source(place).rgb;
  float grey = luma(rgb);
  grey = mix(grey, grey * grey * (3.0 - 2.0 * grey), age);
  vec3 toned = mix(vec3(grey), mix(vec3(0.09, 0.05, 0.02), vec3(1.0, 0.92, 0.74), grey), tone);
  rgb = mix(rgb, toned, 0.55 + 0.45 * age);
  // Slow breathing of the lamp, far below what flashes.
  rgb *= 1.0 - 0.08 * age * (0.5 + 0.5 * sin(time * 5.0));
  vec2 at = uv * vec2(resolution.x / resolution.y, 1.0);
  for (int line = 0; line < 3; line += 1) {
    float life = floor(time * 2.5 + float(line) * 0.37);
    float lane = hash(vec3(life, 10.0 + float(line), own));
    float x = lane + 0.004 * sin(uv.y * 9.0 + life);
    float shown = step(hash(vec3(life, 20.0 + float(line), own)), scratches);
    float mark = exp(-pow((uv.x - x) * 620.0, 2.0)) * shown;
    rgb = mix(rgb, vec3(hash(vec3(life, 30.0, own)) < 0.6 ? 0.95 : 0.05), mark * 0.55);
  }
  for (int speck = 0; speck < 5; speck += 1) {
    float life = floor(time * 8.0 + float(speck) * 0.21);
    vec2 spot = vec2(hash(vec3(life, 40.0 + float(speck), own)) * resolution.x / resolution.y, hash(vec3(life, 50.0 + float(speck), own)));
    vec2 off = (at - spot) * vec2(1.0, 0.5 + hash(vec3(life, 60.0, own)));
    float size = 0.002 + 0.007 * hash(vec3(life, 70.0 + float(speck), own));
    rgb *= 1.0 - 0.8 * scratches * smoothstep(size, size * 0.4, length(off) + 0.002 * sin(atan(off.y, off.x) * 5.0));
  }
  float grain = hash(vec3(floor(at * 420.0), picture + own)) - 0.5;
  rgb += grain * 0.16 * age;
  vec2 edge = (uv - 0.5) * 2.0;
  rgb *= 1.0 - 0.55 * age * smoothstep(0.5, 1.5, dot(edge, edge));
  return vec4(clamp(rgb, 0.0, 1.0), 1.0);
}`,
    },
  ],
});
