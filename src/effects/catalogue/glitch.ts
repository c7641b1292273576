/** The signal breaks: slices jump, colours tear, for moments at a time. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'glitch',
  name: { en: 'Glitch', 'zh-TW': '故障藝術', 'zh-CN': '故障艺术', ja: 'グリッチ', th: 'กลิตช์' },
  description: {
    en: 'Slices of the picture jump and tear.',
    'zh-TW': '畫面切片跳動、撕裂。',
    'zh-CN': '画面切片跳动、撕裂。',
    ja: '画面の断片が跳ね、裂けます。',
    th: 'ภาพแตกเป็นแถบแล้วกระโดดฉีก',
  },
  category: 'retro',
  kind: 'sample',
  needs: [],
  seeded: true,
  params: {
    intensity: slider(WORDS.intensity, 0.5),
    speed: slider(WORDS.speed, 0.5),
    size: slider(WORDS.size, 0.4),
  },
  presets: [
    {
      id: 'nervous',
      name: { en: 'Nervous', 'zh-TW': '躁動', 'zh-CN': '躁动', ja: '神経質', th: 'กระวนกระวาย' },
      values: { intensity: 0.35, speed: 0.9, size: 0.2 },
    },
    {
      id: 'meltdown',
      name: { en: 'Meltdown', 'zh-TW': '崩壞', 'zh-CN': '崩坏', ja: '崩壊', th: 'พังทลาย' },
      values: { intensity: 1, speed: 0.6, size: 0.6 },
    },
  ],
  passes: [
    {
      id: 'slices',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  // Big slices change slowly enough that no place can flash; only the thin ones are quick.
  float clock = floor(time * mix(4.0, 14.0, speed) + 0.01);
  float slow = floor(time * mix(2.5, 5.5, speed) + 0.01);
  float salt = floor(seed * 65536.0);
  // Thick slices and thin ones, each jumping on its own.
  float thick = floor(uv.y * mix(26.0, 7.0, size));
  float thin = floor(uv.y * mix(120.0, 34.0, size));
  float jump = (hash(vec3(thick, slow, salt)) - 0.5) * step(0.72 - 0.35 * intensity, hash(vec3(thick, slow, salt + 1.0)));
  jump += (hash(vec3(thin, clock, salt + 2.0)) - 0.5) * 0.6 * step(0.9 - 0.25 * intensity, hash(vec3(thin, clock, salt + 3.0)));
  float offset = jump * (0.06 + 0.22 * intensity);
  float tear = (0.006 + 0.03 * abs(jump)) * (0.4 + intensity);
  vec3 rgb = vec3(
    source(vec2(fract(uv.x + offset + tear), uv.y)).r,
    source(vec2(fract(uv.x + offset), uv.y)).g,
    source(vec2(fract(uv.x + offset - tear), uv.y)).b);
  // A few blocks lose a colour, never the light: their luminance stays near what it was.
  vec2 block = floor(uv * vec2(6.0, 26.0));
  float lost = step(0.965 - 0.05 * intensity, hash(vec3(block, slow + salt)));
  rgb = mix(rgb, rgb.brg, lost);
  return vec4(rgb, 1.0);
}`,
    },
  ],
});
