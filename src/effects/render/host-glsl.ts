/** The GLSL that every program begins with: what an effect's fragment may call, and how the host blends its result. */
import type { BlendMode } from '../effect';

/** Draws one triangle over the whole target; `hostUv` is 0..1 with y up. */
export const FULLSCREEN_VERTEX = /* glsl */ `
precision highp float;
in vec3 position;
out vec2 hostUv;
void main() {
  hostUv = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;

/** Precision, inputs and the functions named in the README of this folder. */
export const HOST_PRELUDE = /* glsl */ `
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp sampler2DArray;
in vec2 hostUv;
out vec4 hostColor;
uniform sampler2D hostInput;
uniform vec4 hostInputMap;
uniform sampler2D hostMatte;
uniform vec4 hostMatteMap;
uniform float hostHasMatte;
uniform float time;
uniform float frame;
uniform vec2 resolution;
uniform vec4 beat;
uniform vec4 score;
uniform float audioLevel;
uniform float audioBands[8];
vec4 source(vec2 uv) {
  vec2 place = clamp(uv, 0.0, 1.0) * hostInputMap.xy + hostInputMap.zw;
  return vec4(texture(hostInput, place).rgb, 1.0);
}
float matte(vec2 uv) {
  return texture(hostMatte, clamp(uv, 0.0, 1.0) * hostMatteMap.xy + hostMatteMap.zw).r;
}
float luma(vec3 rgb) { return dot(rgb, vec3(0.2126, 0.7152, 0.0722)); }
vec3 toLinear(vec3 rgb) { return rgb * (rgb * (rgb * 0.305306011 + 0.682171111) + 0.012522878); }
vec3 toDisplay(vec3 rgb) {
  vec3 root = sqrt(max(rgb, 0.0));
  return max(0.585122381 * root + 0.783140355 * sqrt(root) - 0.368262736 * sqrt(sqrt(root)), 0.0);
}
float hash(vec3 cell) {
  uvec3 bits = uvec3(ivec3(floor(cell))) * uvec3(1597334673u, 3812015801u, 2798796415u);
  uint mixed = (bits.x ^ bits.y ^ bits.z) * 1597334673u;
  mixed ^= mixed >> 15;
  mixed *= 2246822519u;
  mixed ^= mixed >> 13;
  return float(mixed >> 8) / 16777216.0;
}
`;

/**
 * Reading the ring of past inputs; `framesAgo` is held to what there is, and with nothing there it is the input.
 * Alpha is where the body was at that time (0 everywhere without a matte).
 */
export const HISTORY_PRELUDE = /* glsl */ `
uniform sampler2DArray hostHistory;
uniform vec3 hostHistoryState;
vec4 history(vec2 uv, float framesAgo) {
  float ago = min(floor(framesAgo + 0.5), hostHistoryState.y);
  if (ago < 0.5) return vec4(source(uv).rgb, hostHasMatte * matte(uv));
  float slot = mod(hostHistoryState.x - ago + hostHistoryState.z, hostHistoryState.z);
  return texture(hostHistory, vec3(clamp(uv, 0.0, 1.0), slot));
}
`;

/** `vec3 hostBlend(vec3 below, vec3 above)` for each mode, in display-referred sRGB as editors do. */
export const BLEND_GLSL: Readonly<Record<BlendMode, string>> = {
  normal: 'above',
  screen: '1.0 - (1.0 - below) * (1.0 - above)',
  add: 'min(below + above, 1.0)',
  multiply: 'below * above',
  overlay: 'mix(2.0 * below * above, 1.0 - 2.0 * (1.0 - below) * (1.0 - above), step(0.5, below))',
  lighten: 'max(below, above)',
  darken: 'min(below, above)',
  difference: 'abs(below - above)',
};
