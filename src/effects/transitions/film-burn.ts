/** The film catches fire. */
import { defineEffect } from '../effect';
import { slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'film-burn',
  name: { en: 'Film burn', 'zh-TW': '膠片燃燒', 'zh-CN': '胶片燃烧', ja: 'フィルムバーン', th: 'ฟิล์มไหม้' },
  description: {
    en: 'The film burns through to the next picture.',
    'zh-TW': '膠片燒穿，露出下一個畫面。',
    'zh-CN': '胶片烧穿，露出下一个画面。',
    ja: 'フィルムが燃えて次の映像が現れます。',
    th: 'ฟิล์มไหม้ทะลุเห็นภาพถัดไป',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: true,
  params: {
    glow: slider(WORDS.glow, 0.6),
    size: slider(WORDS.size, 0.5),
    tint: swatch(WORDS.color, '#ff7a1a'),
  },
  presets: [
    {
      id: 'ember',
      name: { en: 'Ember', 'zh-TW': '餘燼', 'zh-CN': '余烬', ja: '残り火', th: 'ถ่านแดง' },
      values: { glow: 0.35, size: 0.3, tint: '#ff4a12' },
    },
    {
      id: 'magic',
      name: { en: 'Magic', 'zh-TW': '魔法', 'zh-CN': '魔法', ja: '魔法', th: 'เวทมนตร์' },
      values: { glow: 0.9, size: 0.6, tint: '#8a5cff' },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
float cloud(vec2 at) {
  float sum = 0.0;
  float weight = 0.5;
  for (int octave = 0; octave < 4; octave += 1) {
    vec2 cell = floor(at);
    vec2 part = at - cell;
    part = part * part * (3.0 - 2.0 * part);
    float layer = float(octave) + seed * 4096.0;
    sum += weight * mix(
      mix(hash(vec3(cell, layer)), hash(vec3(cell + vec2(1.0, 0.0), layer)), part.x),
      mix(hash(vec3(cell + vec2(0.0, 1.0), layer)), hash(vec3(cell + vec2(1.0), layer)), part.x), part.y);
    at *= 2.03;
    weight *= 0.5;
  }
  return sum / 0.9375;
}
vec4 transition(vec2 uv) {
  vec2 at = uv * vec2(resolution.x / resolution.y, 1.0);
  float order = clamp(cloud(at * mix(9.0, 2.5, size)) * 1.6 - 0.3, 0.0, 1.0);
  float rim = 0.1 + 0.25 * glow;
  float front = progress * (1.0 + rim * 2.0) - order - rim;
  float burnt = smoothstep(-0.01, 0.01, front) * step(0.001, progress);
  vec3 shown = mix(from(uv).rgb, to(uv).rgb, progress >= 1.0 ? 1.0 : burnt);
  // Scorched before the front, glowing at it.
  float heat = exp(-abs(front) / (rim * 0.35)) * smoothstep(0.0, 0.06, progress) * (1.0 - smoothstep(0.94, 1.0, progress));
  shown *= 1.0 - 0.85 * smoothstep(-rim, 0.0, front) * (1.0 - burnt) * smoothstep(0.0, 0.06, progress);
  vec3 fire = mix(tint, vec3(1.0, 0.95, 0.75), heat * heat) * heat * (0.5 + glow);
  return vec4(1.0 - (1.0 - shown) * (1.0 - clamp(fire, 0.0, 1.0)), 1.0);
}`,
    },
  ],
});
