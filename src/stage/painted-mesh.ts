/** Flat shapes with a colour and an opacity at each vertex: walls, floors, shadows and veils without a texture. */
import { BufferAttribute, BufferGeometry, Color, Mesh, ShaderMaterial } from 'three';

/** A corner: place, `#rrggbb`, opacity 0..1. */
export interface PaintedVertex {
  readonly at: readonly [x: number, y: number, z: number];
  readonly color: string;
  readonly opacity: number;
}

/** A material for painted meshes; display-referred colours, straight alpha. */
export function createPaintMaterial(options: {
  transparent: boolean;
  flatOnScreen?: boolean;
}): ShaderMaterial {
  const place = options.flatOnScreen
    ? 'vec4(position.xy, 0.0, 1.0)'
    : 'projectionMatrix * modelViewMatrix * vec4(position, 1.0)';
  return new ShaderMaterial({
    transparent: options.transparent,
    depthWrite: !options.transparent,
    depthTest: options.flatOnScreen !== true,
    vertexShader: /* glsl */ `
      attribute vec4 paint;
      uniform float strength;
      varying vec4 tone;
      void main() { tone = vec4(paint.rgb, paint.a * strength); gl_Position = ${place}; }
    `,
    fragmentShader: /* glsl */ `varying vec4 tone; void main() { gl_FragColor = tone; }`,
    uniforms: { strength: { value: 1 } },
  });
}

/** A mesh of triangles over `vertices`. */
export function paintedMesh(
  vertices: readonly PaintedVertex[],
  indices: readonly number[],
  material: ShaderMaterial,
): Mesh<BufferGeometry, ShaderMaterial> {
  const geometry = new BufferGeometry();
  const positions = new Float32Array(vertices.length * 3);
  const paint = new Float32Array(vertices.length * 4);
  const color = new Color();
  vertices.forEach((vertex, index) => {
    positions.set(vertex.at, index * 3);
    color.setStyle(vertex.color).convertLinearToSRGB();
    paint.set([color.r, color.g, color.b, vertex.opacity], index * 4);
  });
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('paint', new BufferAttribute(paint, 4));
  geometry.setIndex([...indices]);
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return mesh;
}

/** A disc of radius 1 in the plane y = 0 that fades from its middle to nothing at its edge. */
export function fadingDisc(
  color: string,
  opacity: number,
  material: ShaderMaterial,
): Mesh<BufferGeometry, ShaderMaterial> {
  const segments = 20;
  // Two rings, because a straight fall of opacity looks like a cone, not like a soft shadow.
  const rings: readonly (readonly [radius: number, part: number])[] = [
    [0.45, 0.62],
    [0.75, 0.2],
    [1, 0],
  ];
  const vertices: PaintedVertex[] = [{ at: [0, 0, 0], color, opacity }];
  const indices: number[] = [];
  rings.forEach(([radius, part], ring) => {
    for (let segment = 0; segment < segments; segment += 1) {
      const angle = (segment / segments) * Math.PI * 2;
      vertices.push({
        at: [Math.cos(angle) * radius, 0, Math.sin(angle) * radius],
        color,
        opacity: opacity * part,
      });
      const here = 1 + ring * segments + segment;
      const next = 1 + ring * segments + ((segment + 1) % segments);
      if (ring === 0) indices.push(0, next, here);
      else indices.push(here - segments, next, here, here - segments, next - segments, next);
    }
  });
  return paintedMesh(vertices, indices, material);
}
