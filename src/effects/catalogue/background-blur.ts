/** The room out of focus, the dancer sharp: what is near the body does not bleed into the blur. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

/**
 * Sixteen places on a disc, in a golden spiral; colours are weighted by how much they belong to the background.
 * @param reach radius at full blur as a part of the stage's height
 */
const disc = (from: string, reach: number, turn: number): string => /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 radius = vec2(resolution.y / resolution.x, 1.0) * (0.12 + blur) * ${reach.toFixed(4)};
  vec4 sum = pass_${from}(uv);
  for (float tap = 1.0; tap < 16.5; tap += 1.0) {
    float turn = tap * 2.39996323 + ${turn.toFixed(3)};
    sum += pass_${from}(uv + vec2(cos(turn), sin(turn)) * radius * sqrt(tap / 16.0));
  }
  return sum / 17.0;
}`;

export default defineEffect({
  id: 'background-blur',
  name: {
    en: 'Background blur',
    'zh-TW': '背景模糊',
    'zh-CN': '背景模糊',
    ja: '背景ぼかし',
    th: 'เบลอฉากหลัง',
  },
  description: {
    en: 'Puts the room out of focus behind the dancer.',
    'zh-TW': '讓舞者身後的空間失焦。',
    'zh-CN': '让舞者身后的空间失焦。',
    ja: 'ダンサーの後ろをやわらかくぼかします。',
    th: 'ทำให้ห้องด้านหลังนักเต้นหลุดโฟกัส',
  },
  category: 'body',
  kind: 'mask',
  needs: ['mask'],
  seeded: false,
  params: {
    blur: slider(WORDS.blur, 0.6),
    dim: slider(WORDS.dim, 0.2),
    edge: slider(WORDS.edge, 0.5),
  },
  presets: [
    {
      id: 'portrait',
      name: { en: 'Portrait', 'zh-TW': '人像', 'zh-CN': '人像', ja: 'ポートレート', th: 'พอร์ตเทรต' },
      values: { blur: 0.5, dim: 0.12, edge: 0.5 },
    },
    {
      id: 'stage',
      name: { en: 'On stage', 'zh-TW': '舞台中央', 'zh-CN': '舞台中央', ja: 'ステージ', th: 'บนเวที' },
      values: { blur: 0.9, dim: 0.65, edge: 0.5 },
    },
  ],
  passes: [
    {
      id: 'away',
      scale: 0.25,
      halfFloat: true,
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 step = 1.0 / resolution;
  vec3 shown = 0.25 * (source(uv + step).rgb + source(uv - step).rgb
    + source(uv + vec2(step.x, -step.y)).rgb + source(uv + vec2(-step.x, step.y)).rgb);
  vec3 light = toLinear(shown);
  // Lamps become discs of light only when they weigh more than the walls.
  float weight = max(1.0 - smoothstep(0.02, 0.45, matte(uv)), 0.003) * (1.0 + 3.0 * pow(luma(shown), 4.0));
  return vec4(light * weight, weight);
}`,
    },
    { id: 'wide', scale: 0.25, halfFloat: true, fragment: disc('away', 0.034, 0) },
    { id: 'soft', scale: 0.25, halfFloat: true, fragment: disc('wide', 0.013, 1.3) },
    {
      id: 'join',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec4 room = pass_soft(uv);
  vec3 behind = toDisplay(room.rgb / max(room.a, 1e-4)) * (1.0 - 0.75 * dim);
  float low = mix(0.5, 0.08, edge);
  float body = smoothstep(low, low + mix(0.12, 0.62, edge), matte(uv));
  return vec4(mix(behind, source(uv).rgb, body), 1.0);
}`,
    },
  ],
});
