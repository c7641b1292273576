/** A picture laid into a part of the stage, over what is there: layers that do not cover, and texts. */
import { BufferAttribute, BufferGeometry } from 'three';
import type { ProgramText } from './programs';

/** `hostArea` is left, top, width, height in 0..1 of the stage from its top left. */
const QUAD_VERTEX = /* glsl */ `
precision highp float;
in vec3 position;
uniform vec4 hostArea;
out vec2 hostCorner;
void main() {
  hostCorner = position.xy;
  vec2 place = hostArea.xy + position.xy * hostArea.zw;
  gl_Position = vec4(place.x * 2.0 - 1.0, 1.0 - place.y * 2.0, 0.0, 1.0);
}
`;

/** `hostPictureMap` goes from the area (0..1 from its top left) to the picture. */
const QUAD_FRAGMENT = /* glsl */ `
precision highp float;
precision highp sampler2D;
in vec2 hostCorner;
uniform sampler2D hostPicture;
uniform vec4 hostPictureMap;
out vec4 hostColor;
void main() {
  hostColor = texture(hostPicture, hostCorner * hostPictureMap.xy + hostPictureMap.zw);
}
`;

/** Lays a premultiplied picture over the target. */
export function quadProgram(): ProgramText {
  return { vertex: QUAD_VERTEX, fragment: QUAD_FRAGMENT, effectIds: [], blending: 'over' };
}

/** Corners at 0 and 1. */
export function unitQuad(): BufferGeometry {
  const geometry = new BufferGeometry();
  const corners = new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0]);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  geometry.setIndex([0, 2, 1, 1, 2, 3]);
  return geometry;
}
