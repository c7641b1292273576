/** Pressed out of metal or paper. */
import { defineEffect } from '../effect';
import { choice, slider } from '../params';

export default defineEffect({
  id: 'emboss',
  name: { en: 'Emboss', 'zh-TW': '浮雕', 'zh-CN': '浮雕', ja: 'エンボス', th: 'นูน' },
  description: {
    en: 'Pressed out of paper or poured in metal.',
    'zh-TW': '如紙上壓印或金屬鑄成。',
    'zh-CN': '如纸上压印或金属铸成。',
    ja: '紙や金属に浮き出します。',
    th: 'นูนจากกระดาษหรือโลหะ',
  },
  category: 'edge',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    material: choice({ en: 'Material', 'zh-TW': '材質', 'zh-CN': '材质', ja: '素材', th: 'วัสดุ' }, [
      ['metal', { en: 'Metal', 'zh-TW': '金屬', 'zh-CN': '金属', ja: '金属', th: 'โลหะ' }],
      ['paper', { en: 'Paper', 'zh-TW': '紙', 'zh-CN': '纸', ja: '紙', th: 'กระดาษ' }],
      ['gold', { en: 'Gold', 'zh-TW': '黃金', 'zh-CN': '黄金', ja: '金', th: 'ทอง' }],
    ]),
    depth: slider({ en: 'Depth', 'zh-TW': '深度', 'zh-CN': '深度', ja: '深さ', th: 'ความลึก' }, 0.5),
    angle: slider({ en: 'Light', 'zh-TW': '光向', 'zh-CN': '光向', ja: '光の向き', th: 'ทิศแสง' }, 0.35),
    natural: slider({ en: 'Own colours', 'zh-TW': '原色', 'zh-CN': '原色', ja: '元の色', th: 'สีเดิม' }, 0.2),
  },
  presets: [
    {
      id: 'coin',
      name: { en: 'Coin', 'zh-TW': '硬幣', 'zh-CN': '硬币', ja: 'コイン', th: 'เหรียญ' },
      values: { material: 'gold', depth: 0.7, natural: 0 },
    },
    {
      id: 'card',
      name: { en: 'Card', 'zh-TW': '卡片', 'zh-CN': '卡片', ja: 'カード', th: 'การ์ด' },
      values: { material: 'paper', depth: 0.4, natural: 0.3 },
    },
  ],
  passes: [
    {
      id: 'soft',
      scale: 0.5,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 unit = vec2(resolution.y / resolution.x, 1.0) * 0.0016;
  vec3 sum = source(uv).rgb * 2.0;
  for (int side = 0; side < 8; side += 1) {
    float turn = float(side) * 0.78539816;
    sum += source(uv + unit * vec2(cos(turn), sin(turn))).rgb;
  }
  return vec4(sum / 10.0, 1.0);
}`,
    },
    {
      id: 'press',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec3 rgb = source(uv).rgb;
  float reach = 0.0022;
  vec2 unit = vec2(resolution.y / resolution.x, 1.0) * reach;
  float right = luma(pass_soft(uv + vec2(unit.x, 0.0)).rgb) - luma(pass_soft(uv - vec2(unit.x, 0.0)).rgb);
  float up = luma(pass_soft(uv + vec2(0.0, unit.y)).rgb) - luma(pass_soft(uv - vec2(0.0, unit.y)).rgb);
  vec3 normal = normalize(vec3(-vec2(right, up) * (1.0 + 9.0 * depth), 1.0));
  float turn = angle * 6.28318531;
  vec3 lamp = normalize(vec3(cos(turn), sin(turn), 0.9));
  float lit = dot(normal, lamp);
  float shine = pow(max(dot(reflect(-lamp, normal), vec3(0.0, 0.0, 1.0)), 0.0), 18.0);
#if defined(MATERIAL_PAPER)
  vec3 face = vec3(0.93, 0.91, 0.87) * (0.28 + 0.95 * lit);
#elif defined(MATERIAL_GOLD)
  vec3 face = mix(vec3(0.22, 0.12, 0.02), vec3(1.0, 0.82, 0.35), clamp(lit * 1.1, 0.0, 1.0)) + vec3(1.0, 0.9, 0.6) * shine * 0.6;
#else
  vec3 face = mix(vec3(0.1, 0.12, 0.16), vec3(0.85, 0.88, 0.93), clamp(lit * 1.05, 0.0, 1.0)) + shine * 0.45;
#endif
  vec3 dyed = face * (0.35 + 1.1 * rgb);
  return vec4(clamp(mix(face, dyed, natural), 0.0, 1.0), 1.0);
}`,
    },
  ],
});
