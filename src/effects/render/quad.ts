/** A picture laid into a part of the stage, over what is there: layers that do not cover, stickers and texts. */
import { BufferAttribute, BufferGeometry, type RawShaderMaterial, type Texture } from 'three';
import type { Quad } from '../../core/geometry';
import type { Blending } from './blending';
import type { UvMap } from './placement';
import { setUniform, type ProgramText, type Programs } from './programs';

/** `hostOrigin`, `hostRight` and `hostDown` are places and ways in 0..1 of the stage from its top left. */
const QUAD_VERTEX = /* glsl */ `
precision highp float;
in vec3 position;
uniform vec2 hostOrigin;
uniform vec2 hostRight;
uniform vec2 hostDown;
out vec2 hostCorner;
void main() {
  hostCorner = position.xy;
  vec2 place = hostOrigin + position.x * hostRight + position.y * hostDown;
  gl_Position = vec4(place.x * 2.0 - 1.0, 1.0 - place.y * 2.0, 0.0, 1.0);
}
`;

/**
 * `hostPictureMap` goes from the quad (0..1 from its top left) to the picture. `hostSoft` smooths the edges of turned
 * pictures over a pixel; `hostFade` is the opacity.
 */
const QUAD_FRAGMENT = /* glsl */ `
precision highp float;
precision highp sampler2D;
in vec2 hostCorner;
uniform sampler2D hostPicture;
uniform vec4 hostPictureMap;
uniform float hostFade;
uniform float hostSoft;
out vec4 hostColor;
void main() {
  float edge = 1.0;
  if (hostSoft > 0.5) {
    vec2 inside = min(hostCorner, 1.0 - hostCorner) / max(fwidth(hostCorner), vec2(1e-6));
    vec2 cover = clamp(inside, 0.0, 1.0);
    edge = cover.x * cover.y;
  }
  hostColor = texture(hostPicture, hostCorner * hostPictureMap.xy + hostPictureMap.zw) * (hostFade * edge);
  HOST_MULTIPLY
}
`;

/** What lies below a multiplied picture is kept where the picture is clear. */
const MULTIPLY = 'hostColor = vec4(hostColor.rgb + (1.0 - hostColor.a), 1.0);';

/** How a laid picture meets what lies below. */
export type QuadBlend = 'normal' | 'screen' | 'add' | 'multiply';

const BLENDINGS: Readonly<Record<QuadBlend, Blending>> = {
  normal: 'over',
  screen: 'light',
  add: 'add',
  multiply: 'multiply',
};

/** A premultiplied picture to lay. */
export interface LaidQuad {
  readonly quad: Quad;
  readonly map: UvMap;
  readonly texture: Texture;
  /** 0..1; 1 without. */
  readonly opacity?: number;
  /** `normal` without. */
  readonly blend?: QuadBlend;
}

/** The material that lays it, set up for one drawing. */
export function quadMaterial(programs: Programs, laid: LaidQuad): RawShaderMaterial {
  const blend = laid.blend ?? 'normal';
  const material = programs.get(`host/quad-${blend}`, () => quadProgram(blend));
  const { origin, right, down } = laid.quad;
  setUniform(material, 'hostOrigin', origin);
  setUniform(material, 'hostRight', right);
  setUniform(material, 'hostDown', down);
  setUniform(material, 'hostPictureMap', laid.map);
  setUniform(material, 'hostPicture', laid.texture);
  setUniform(material, 'hostFade', laid.opacity ?? 1);
  setUniform(material, 'hostSoft', right[1] === 0 && down[0] === 0 ? 0 : 1);
  return material;
}

function quadProgram(blend: QuadBlend): ProgramText {
  const fragment = QUAD_FRAGMENT.replace('HOST_MULTIPLY', blend === 'multiply' ? MULTIPLY : '');
  return { vertex: QUAD_VERTEX, fragment, effectIds: [], blending: BLENDINGS[blend] };
}

/** Corners at 0 and 1. */
export function unitQuad(): BufferGeometry {
  const geometry = new BufferGeometry();
  const corners = new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0]);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  geometry.setIndex([0, 2, 1, 1, 2, 3]);
  return geometry;
}
