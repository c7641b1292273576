/** Lines and dots of light as instanced quads: each pixel measures its distance to the shape. */
import { InstancedBufferAttribute, InstancedBufferGeometry, BufferAttribute, DynamicDrawUsage } from 'three';
import type { Shape } from '../effect';
import { parseColor } from './uniform-values';

/** Floats an instance: ends (4), radius, glow (2), colour and opacity (4). */
const LENGTHS = { hostEnds: 4, hostReach: 2, hostLight: 4 } as const;

/** How far the glow is drawn, in widths of the glow: beyond, it is below one step of eight bits. */
export const GLOW_EXTENT = 3;

export const SHAPE_VERTEX = /* glsl */ `
precision highp float;
in vec3 position;
in vec4 hostEnds;
in vec2 hostReach;
in vec4 hostLight;
uniform vec2 resolution;
out vec2 hostUv;
out vec2 hostPlace;
flat out vec4 hostSegment;
flat out vec2 hostWidths;
flat out vec4 hostTint;
void main() {
  float aspect = resolution.x / resolution.y;
  vec2 from = vec2(hostEnds.x * aspect, 1.0 - hostEnds.y);
  vec2 to = vec2(hostEnds.z * aspect, 1.0 - hostEnds.w);
  float margin = hostReach.x + hostReach.y * ${GLOW_EXTENT}.0 + 1.5 / resolution.y;
  vec2 span = to - from;
  float along = length(span);
  vec2 axis = along > 1e-6 ? span / along : vec2(1.0, 0.0);
  vec2 normal = vec2(-axis.y, axis.x);
  vec2 middle = (from + to) * 0.5;
  hostPlace = middle + axis * position.x * (along * 0.5 + margin) + normal * position.y * margin;
  hostUv = vec2(hostPlace.x / aspect, hostPlace.y);
  hostSegment = vec4(from, to);
  hostWidths = hostReach;
  hostTint = hostLight;
  gl_Position = vec4(hostUv * 2.0 - 1.0, 0.0, 1.0);
}
`;

/** `side` is a GLSL expression, 0..1, of how much is seen here. */
export function shapeFragment(side: string): string {
  return /* glsl */ `
precision highp float;
precision highp sampler2D;
in vec2 hostUv;
in vec2 hostPlace;
flat in vec4 hostSegment;
flat in vec2 hostWidths;
flat in vec4 hostTint;
out vec4 hostColor;
uniform vec2 resolution;
uniform float e0_strength;
uniform sampler2D hostMatte;
uniform vec4 hostMatteMap;
float matte(vec2 uv) {
  return texture(hostMatte, clamp(uv, 0.0, 1.0) * hostMatteMap.xy + hostMatteMap.zw).r;
}
void main() {
  vec2 span = hostSegment.zw - hostSegment.xy;
  vec2 away = hostPlace - hostSegment.xy;
  float along = clamp(dot(away, span) / max(dot(span, span), 1e-9), 0.0, 1.0);
  float outside = length(away - span * along) - hostWidths.x;
  float edge = 0.75 / resolution.y;
  float core = 1.0 - smoothstep(-edge, edge, outside);
  float far = max(outside, 0.0) / max(hostWidths.y, 1e-5);
  float ends = 1.0 - smoothstep(${GLOW_EXTENT - 1}.0, ${GLOW_EXTENT}.0, far);
  float glow = hostWidths.y > 0.0 ? 0.62 * exp(-1.7 * far) * ends : 0.0;
  // A tube of light is almost white inside; its colour lives in the glow.
  float heart = hostWidths.y > 0.0 ? clamp(-outside / max(hostWidths.x, 1e-5), 0.0, 1.0) * 0.7 : 0.0;
  vec3 light = mix(hostTint.rgb, vec3(1.0), heart) * max(core, 0.0) + hostTint.rgb * glow * (1.0 - core);
  hostColor = vec4(light * hostTint.a * e0_strength * (${side}), 0.0);
}
`;
}

/** One geometry that is filled again for each set of shapes; grows by doubling. */
export class ShapeBatch {
  #capacity = 0;
  #geometry = new InstancedBufferGeometry();

  /** The geometry of these shapes; valid until the next call. */
  fill(shapes: readonly Shape[]): InstancedBufferGeometry {
    if (shapes.length > this.#capacity) this.#grow(shapes.length);
    const ends = this.#attribute('hostEnds');
    const reach = this.#attribute('hostReach');
    const light = this.#attribute('hostLight');
    shapes.forEach((shape, index) => {
      const from = shape.kind === 'segment' ? shape.from : shape.center;
      const to = shape.kind === 'segment' ? shape.to : shape.center;
      const [red, green, blue] = parseColor(shape.color);
      ends.setXYZW(index, from[0], from[1], to[0], to[1]);
      reach.setXY(index, shape.radius, shape.glow);
      light.setXYZW(index, red, green, blue, shape.opacity);
    });
    for (const attribute of [ends, reach, light]) attribute.needsUpdate = true;
    this.#geometry.instanceCount = shapes.length;
    return this.#geometry;
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#capacity = 0;
  }

  #attribute(name: keyof typeof LENGTHS): InstancedBufferAttribute {
    return this.#geometry.getAttribute(name) as InstancedBufferAttribute;
  }

  #grow(count: number): void {
    this.#geometry.dispose();
    this.#geometry = new InstancedBufferGeometry();
    this.#capacity = Math.max(32, 2 ** Math.ceil(Math.log2(count)));
    const quad = new Float32Array([-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0]);
    this.#geometry.setAttribute('position', new BufferAttribute(quad, 3));
    this.#geometry.setIndex([0, 1, 2, 2, 1, 3]);
    for (const [name, length] of Object.entries(LENGTHS)) {
      const attribute = new InstancedBufferAttribute(new Float32Array(this.#capacity * length), length);
      attribute.setUsage(DynamicDrawUsage);
      this.#geometry.setAttribute(name, attribute);
    }
  }
}
