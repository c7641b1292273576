/** Bulges like a skate video. */
import { defineEffect } from '../effect';
import { slider } from '../params';
import { WORDS } from '../words';

export default defineEffect({
  id: 'fisheye',
  name: { en: 'Fisheye', 'zh-TW': '魚眼', 'zh-CN': '鱼眼', ja: '魚眼', th: 'ฟิชอาย' },
  description: {
    en: 'Bulges like a skate video.',
    'zh-TW': '像滑板影片般鼓起。',
    'zh-CN': '像滑板视频般鼓起。',
    ja: 'スケートビデオの魚眼。',
    th: 'โป่งนูนเหมือนวิดีโอสเก็ต',
  },
  category: 'lens',
  kind: 'sample',
  needs: [],
  seeded: false,
  params: {
    intensity: slider(WORDS.intensity, 0.55),
    zoom: slider(WORDS.zoom, 0.35),
    border: slider({ en: 'Black rim', 'zh-TW': '黑邊', 'zh-CN': '黑边', ja: '黒いふち', th: 'ขอบดำ' }, 0.4),
  },
  presets: [
    {
      id: 'skate',
      name: { en: 'Skate', 'zh-TW': '滑板', 'zh-CN': '滑板', ja: 'スケート', th: 'สเก็ต' },
      values: { intensity: 0.75, border: 0.9, zoom: 0.2 },
    },
    {
      id: 'door',
      name: { en: 'Peephole', 'zh-TW': '貓眼', 'zh-CN': '猫眼', ja: 'ドアスコープ', th: 'ตาแมว' },
      values: { intensity: 1, border: 1, zoom: 0.05 },
    },
    {
      id: 'wide',
      name: { en: 'Wide', 'zh-TW': '廣角', 'zh-CN': '广角', ja: 'ワイド', th: 'มุมกว้าง' },
      values: { intensity: 0.3, border: 0 },
    },
  ],
  passes: [
    {
      id: 'bulge',
      fragment: /* glsl */ `
vec4 effect(vec2 uv) {
  vec2 aspect = vec2(resolution.x / resolution.y, 1.0);
  vec2 at = (uv - 0.5) * aspect * 2.0 / mix(1.0, 1.5, zoom);
  float away = length(at);
  float bend = 0.2 + 0.9 * intensity;
  float angle = min(away * bend, 1.45);
  vec2 place = 0.5 + at / max(away, 1e-4) * tan(angle) / bend * 0.5 / aspect;
  float inside = smoothstep(0.0, 0.05, 1.1 - 0.3 * border - away);
  float dark = 1.0 - border * smoothstep(0.55, 1.0, away) * 0.55;
  return vec4(source(place).rgb * dark * mix(1.0, inside, border), 1.0);
}`,
    },
  ],
});
