/** Draws the matte's edge to where the picture has its edge: the model's matte is coarse, the picture is not. */
import type { Size } from '../../core/geometry';
import { FULLSCREEN_VERTEX, HOST_PRELUDE } from './host-glsl';
import type { StageView } from './layer-stack';
import type { Painter } from './painter';
import { IDENTITY_MAP } from './placement';
import type { Programs, ProgramText } from './programs';
import type { FrameUniforms } from './uniform-values';

/** The refined matte is drawn at this part of the stage: finer than the model's, cheaper than the picture. */
const SCALE = 0.5;

/**
 * Joint bilateral filter (Petschnigg et al. 2004): the mean of the matte around a place, where neighbours count by how
 * near they are and how alike their colours. Only where the matte has an edge at all; flat places are kept as they are.
 */
export function refineMatteProgram(): ProgramText {
  const fragment = `${HOST_PRELUDE}
// Variance of colours that count as alike, in display-referred sRGB.
const float LIKENESS = 0.009;
void main() {
  // Neighbours are a pixel of the model's matte apart, about as far as its edge can be off, and never far.
  vec2 most = vec2(0.012 * resolution.y / resolution.x, 0.012);
  vec2 reach = min(1.0 / (vec2(textureSize(hostMatte, 0)) * abs(hostMatteMap.xy)), most);
  float here = matte(hostUv);
  float low = here;
  float high = here;
  for (int corner = 0; corner < 4; corner++) {
    float there = matte(hostUv + 2.0 * reach * vec2(corner < 2 ? -1.0 : 1.0, corner % 2 == 0 ? -1.0 : 1.0));
    low = min(low, there);
    high = max(high, there);
  }
  if (high - low < 0.04) {
    hostColor = vec4(here);
    return;
  }
  vec3 color = source(hostUv).rgb;
  float sum = 0.0;
  float weights = 0.0;
  for (int y = -2; y <= 2; y++) for (int x = -2; x <= 2; x++) {
    vec2 place = hostUv + vec2(x, y) * reach;
    vec3 apart = source(place).rgb - color;
    float weight = exp(-dot(apart, apart) / (2.0 * LIKENESS) - float(x * x + y * y) / 8.0);
    sum += weight * matte(place);
    weights += weight;
  }
  // A mean softens; this brings the edge back to about the width that it had.
  hostColor = vec4(smoothstep(0.2, 0.8, sum / weights));
}`;
  return { vertex: FULLSCREEN_VERTEX, fragment, effectIds: [] };
}

/**
 * The refined matte of the stage in a target of its own; `rough` is given back.
 * @param view the picture that the matte belongs to, before any effect
 */
export function refineMatte(
  parts: { readonly painter: Painter; readonly programs: Programs; readonly uniforms: FrameUniforms },
  view: StageView,
  rough: StageView,
  stage: Size,
): StageView {
  const { painter, programs, uniforms } = parts;
  uniforms.hostInput.value = view.texture;
  uniforms.hostInputMap.value.set(...view.map);
  uniforms.hostMatte.value = rough.texture;
  uniforms.hostMatteMap.value.set(...rough.map);
  const target = painter.borrow({
    width: Math.max(1, Math.round(stage.width * SCALE)),
    height: Math.max(1, Math.round(stage.height * SCALE)),
  });
  painter.draw(programs.get('host/refine-matte', refineMatteProgram), target);
  painter.giveBack(rough.target);
  return { texture: target.texture, map: IDENTITY_MAP, target };
}
