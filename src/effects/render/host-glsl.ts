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
precision highp sampler3D;
in vec2 hostUv;
out vec4 hostColor;
uniform sampler2D hostInput;
uniform vec4 hostInputMap;
uniform sampler2D hostMatte;
uniform vec4 hostMatteMap;
uniform float hostHasMatte;
uniform float time;
uniform float timeDelta;
uniform float frame;
uniform vec2 resolution;
uniform vec2 passSize;
uniform vec4 beat;
uniform float beatPeriod;
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
// Seconds since a beat; of beats that come more than three times a second every second one counts.
float safeBeat() {
  bool skips = beatPeriod > 0.0 && beatPeriod < 0.334 && mod(beat.z, 2.0) > 0.5;
  return skips ? beat.y + beatPeriod : beat.y;
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
uniform vec4 hostHistoryState;
vec4 history(vec2 uv, float framesAgo) {
  float ago = min(floor(framesAgo + 0.5), hostHistoryState.y);
  float stride = hostHistoryState.w;
  // The nearest kept frame by number, so that the same past frame always gives the same picture.
  float kept = floor((hostHistoryState.x - ago) / stride + 0.5);
  // What would lie before the first or after the last kept frame gives way to its neighbour.
  kept = max(kept, ceil((hostHistoryState.x - hostHistoryState.y) / stride));
  kept = min(kept, floor((hostHistoryState.x - 1.0) / stride));
  if (ago < 0.5 || kept * stride < hostHistoryState.x - hostHistoryState.y)
    return vec4(source(uv).rgb, hostHasMatte * matte(uv));
  float slot = mod(kept + hostHistoryState.z, hostHistoryState.z);
  return texture(hostHistory, vec3(clamp(uv, 0.0, 1.0), slot));
}
`;

/** The body that was found: MediaPipe's landmarks as (x, y up, visibility), and (hips x, hips y up, torso, seen). */
export const BODY_PRELUDE = /* glsl */ `
uniform vec3 hostJoints[33];
uniform vec4 body;
vec3 joint(int landmark) { return hostJoints[landmark]; }
`;

/** The coach laid over the dancer, and how far each limb is from it. */
export const COACH_PRELUDE = /* glsl */ `
uniform vec3 hostCoachJoints[33];
uniform float hostLimbErrors[4];
vec3 coachJoint(int landmark) { return hostCoachJoints[landmark]; }
float limbError(int limb) { return hostLimbErrors[limb]; }
`;

/** The sound of the last fifteenth of a second, x from 0 (then) to 1 (now). */
export const WAVE_PRELUDE = /* glsl */ `
uniform float hostWave[64];
float wave(float x) {
  float place = clamp(x, 0.0, 1.0) * 63.0;
  int before = int(floor(place));
  return mix(hostWave[before], hostWave[min(before + 1, 63)], fract(place));
}
`;

/**
 * Tetrahedral look-up in a table of colours: the cube round the colour is cut into six tetrahedra, and the colour is
 * mixed of four corners (Sakamoto and Itooka 1981). Greys stay grey, which mixing of eight corners does not promise.
 */
export const LUT_PRELUDE = /* glsl */ `
vec3 hostLookUp(sampler3D table, float size, vec3 low, vec3 high, vec3 rgb) {
  if (size < 1.5) return rgb;
  vec3 place = clamp((rgb - low) / (high - low), 0.0, 1.0) * (size - 1.0);
  vec3 base = min(floor(place), vec3(size - 2.0));
  vec3 part = place - base;
  // From the darkest corner to the lightest, along the channel that is furthest first.
  vec3 first = step(part.yzx, part) * step(part.zxy, part);
  if (first.x + first.y + first.z > 1.5) first = first.x > 0.5 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0);
  float most = max(part.x, max(part.y, part.z));
  float least = min(part.x, min(part.y, part.z));
  vec3 last = part.x <= part.y && part.x <= part.z && first.x < 0.5 ? vec3(1.0, 0.0, 0.0)
    : part.y <= part.z && first.y < 0.5 ? vec3(0.0, 1.0, 0.0)
    : first.z < 0.5 ? vec3(0.0, 0.0, 1.0) : vec3(0.0, 1.0, 0.0);
  float middle = part.x + part.y + part.z - most - least;
  ivec3 corner = ivec3(base);
  vec3 darkest = texelFetch(table, corner, 0).rgb;
  vec3 lower = texelFetch(table, corner + ivec3(first), 0).rgb;
  vec3 upper = texelFetch(table, corner + ivec3(1) - ivec3(last), 0).rgb;
  vec3 lightest = texelFetch(table, corner + ivec3(1), 0).rgb;
  return darkest * (1.0 - most) + lower * (most - middle) + upper * (middle - least) + lightest * least;
}
`;

/** The two pictures of a transition, how far it is (0..1), and where their bodies are. */
export const TRANSITION_PRELUDE = /* glsl */ `
uniform sampler2D hostFrom;
uniform vec4 hostFromMap;
uniform sampler2D hostTo;
uniform vec4 hostToMap;
uniform float progress;
uniform vec4 fromBody;
uniform vec4 toBody;
vec4 from(vec2 uv) {
  return vec4(texture(hostFrom, clamp(uv, 0.0, 1.0) * hostFromMap.xy + hostFromMap.zw).rgb, 1.0);
}
vec4 to(vec2 uv) {
  return vec4(texture(hostTo, clamp(uv, 0.0, 1.0) * hostToMap.xy + hostToMap.zw).rgb, 1.0);
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
