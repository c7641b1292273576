/** A rectangle laid flat on the stage: what cards, hoops, meters and rings are drawn on. Places in 0..1 of the stage, y down. */
import { BufferAttribute, BufferGeometry, Mesh, ShaderMaterial, Vector4, type IUniform } from 'three';

/** Writes `at` (0..1 of the rectangle) and `onStage` (0..1 of the stage), both y down, for the fragment shader. */
const VERTEX = /* glsl */ `
  uniform vec4 rect;
  varying vec2 at;
  varying vec2 onStage;
  void main() {
    at = position.xy;
    onStage = rect.xy + at * rect.zw;
    gl_Position = vec4(onStage * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
  }
`;

/** A mesh with its own uniforms, `rect` among them: left, top, width, height. */
export class ScreenQuad {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly rect = new Vector4(0, 0, 1, 1);

  /**
   * @param fragmentShader reads `varying vec2 at` or `onStage`
   * @param isPremultiplied whether it writes colours times opacity
   */
  constructor(fragmentShader: string, uniforms: Record<string, IUniform>, isPremultiplied = false) {
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([0, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0]), 3),
    );
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader,
      transparent: true,
      premultipliedAlpha: isPremultiplied,
      depthTest: false,
      depthWrite: false,
      uniforms: { ...uniforms, rect: { value: this.rect } },
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  /** Sets a uniform that is a number. */
  set(name: string, value: number): void {
    const uniform = this.mesh.material.uniforms[name];
    if (uniform !== undefined) uniform.value = value;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
