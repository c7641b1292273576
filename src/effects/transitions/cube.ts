/** The pictures are sides of a turning cube. */
import { defineEffect } from '../effect';
import { choice, slider, swatch } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'cube',
  name: { en: 'Cube', 'zh-TW': '立方體', 'zh-CN': '立方体', ja: 'キューブ', th: 'ลูกบาศก์' },
  description: {
    en: 'Two sides of a turning cube.',
    'zh-TW': '轉動立方體的兩面。',
    'zh-CN': '转动立方体的两面。',
    ja: '回る立方体の二つの面。',
    th: 'สองด้านของลูกบาศก์ที่หมุน',
  },
  category: 'transition',
  kind: 'transition',
  needs: [],
  seeded: false,
  params: {
    heading: choice({ en: 'Direction', 'zh-TW': '方向', 'zh-CN': '方向', ja: '方向', th: 'ทิศทาง' }, [
      ['left', { en: 'Left', 'zh-TW': '向左', 'zh-CN': '向左', ja: '左へ', th: 'ซ้าย' }],
      ['right', { en: 'Right', 'zh-TW': '向右', 'zh-CN': '向右', ja: '右へ', th: 'ขวา' }],
    ]),
    depth: slider({ en: 'Depth', 'zh-TW': '景深', 'zh-CN': '景深', ja: '奥行き', th: 'ความลึก' }, 0.5),
    tint: swatch(WORDS.color, '#100c16'),
  },
  presets: [
    {
      id: 'flat',
      name: { en: 'Shallow', 'zh-TW': '淺', 'zh-CN': '浅', ja: '浅く', th: 'ตื้น' },
      values: { depth: 0.1 },
    },
    {
      id: 'deep',
      name: { en: 'Deep', 'zh-TW': '深', 'zh-CN': '深', ja: '深く', th: 'ลึก' },
      values: { depth: 1 },
    },
  ],
  passes: [
    {
      id: 'cross',
      fragment: /* glsl */ `
// Where the ray through this place meets a wall that is turned round the middle of the cube.
vec3 wall(vec2 at, float angle, float pull) {
  float c = cos(angle);
  float s = sin(angle);
  float eye = mix(3.2, 1.2, depth);
  vec3 origin = vec3(0.0, 0.0, -eye - 0.5 - pull);
  vec3 ray = vec3(at, eye);
  vec3 normal = vec3(s, 0.0, -c);
  float reach = (0.5 - dot(origin, normal)) / dot(ray, normal);
  vec3 hit = origin + ray * reach;
  float across = hit.x * c + hit.z * s;
  return vec3(across, hit.y, reach > 0.0 && dot(ray, normal) < 0.0 ? 1.0 : 0.0);
}
vec4 transition(vec2 uv) {
  float eased = progress * progress * (3.0 - 2.0 * progress);
#if defined(HEADING_RIGHT)
  float way = -1.0;
#else
  float way = 1.0;
#endif
  float quarter = 1.57079633;
  float pull = 0.7 * sin(progress * 3.14159265);
  vec2 at = uv - 0.5;
  if (progress <= 0.0) return from(uv);
  if (progress >= 1.0) return to(uv);
  vec3 gone = wall(at, -way * eased * quarter, pull);
  vec3 come = wall(at, way * (1.0 - eased) * quarter, pull);
  vec2 in_gone = step(abs(gone.xy), vec2(0.5));
  vec2 in_come = step(abs(come.xy), vec2(0.5));
  if (gone.z * in_gone.x * in_gone.y > 0.5) return vec4(from(gone.xy + 0.5).rgb * (1.0 - 0.45 * eased), 1.0);
  if (come.z * in_come.x * in_come.y > 0.5) return vec4(to(come.xy + 0.5).rgb * (0.55 + 0.45 * eased), 1.0);
  return vec4(tint, 1.0);
}`,
    },
  ],
});
