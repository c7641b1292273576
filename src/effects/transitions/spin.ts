/** The picture whirls round. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'spin',
  name: { en: 'Spin', 'zh-TW': '旋轉', 'zh-CN': '旋转', ja: 'スピン', th: 'หมุน' },
  description: {
    en: 'The picture spins into the next.',
    'zh-TW': '畫面旋轉著變成下一個。',
    'zh-CN': '画面旋转着变成下一个。',
    ja: '回転しながら次の映像へ。',
    th: 'ภาพหมุนติ้วไปสู่ภาพถัดไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    turns: slider({ en: 'Turns', 'zh-TW': '圈數', 'zh-CN': '圈数', ja: '回転数', th: 'รอบหมุน' }, 0.4),
    blur: slider(WORDS.blur, 0.5),
  },
  presets: [
    {
      id: 'half',
      name: { en: 'Half turn', 'zh-TW': '半圈', 'zh-CN': '半圈', ja: '半回転', th: 'ครึ่งรอบ' },
      values: { turns: 0.2, blur: 0.3 },
    },
    {
      id: 'whirl',
      name: { en: 'Whirl', 'zh-TW': '漩渦', 'zh-CN': '漩涡', ja: '渦', th: 'หมุนวน' },
      values: { turns: 1, blur: 0.8 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
vec3 turned(bool next, vec2 uv, float angle, float scale) {
  float aspect = resolution.x / resolution.y;
  vec2 at = (uv - 0.5) * vec2(aspect, 1.0);
  float smear = blur * 0.35 * sin(progress * 3.14159265);
  vec3 sum = vec3(0.0);
  for (int tap = 0; tap < 7; tap += 1) {
    float a = angle + smear * (float(tap) / 6.0 - 0.5);
    vec2 place = mat2(cos(a), sin(a), -sin(a), cos(a)) * at * scale / vec2(aspect, 1.0) + 0.5;
    place = abs(mod(place + 1.0, 2.0) - 1.0);
    sum += next ? to(place).rgb : from(place).rgb;
  }
  return sum / 7.0;
}
vec4 transition(vec2 uv) {
  float eased = progress * progress * (3.0 - 2.0 * progress);
  float whole = 3.14159265 * (0.5 + floor(turns * 3.0 + 0.5));
  float over = smoothstep(0.4, 0.6, progress);
  float scale = 1.0 + 0.5 * sin(progress * 3.14159265);
  vec3 gone = over < 1.0 ? turned(false, uv, whole * eased, scale) : vec3(0.0);
  vec3 come = over > 0.0 ? turned(true, uv, whole * (eased - 1.0), scale) : vec3(0.0);
  return vec4(mix(gone, come, over), 1.0);
}`,
    },
  ],
});
