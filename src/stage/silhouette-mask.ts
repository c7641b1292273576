/**
 * Draws a pose once into a small soft mask, from which its outline can be drawn at any size with one look-up a pixel:
 * the blurred edge is a distance in disguise. Red = body, green = limbs that count.
 */
import {
  Mesh,
  OrthographicCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  Vector2,
  type Vector4,
  WebGLRenderTarget,
  type WebGLRenderer,
} from 'three';
import { Scope, type Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import { LANDMARK_COUNT } from '../pose/landmarks';
import { createMannequin } from './mannequin';
import { standingHeight } from './root-motion';

/** What a mask shows of the world at the dancer, in metres, and how high above the floor its middle is. */
export const MASK_WIDTH_METRES = 2.2;
export const MASK_HEIGHT_METRES = 2.5;
export const MASK_CENTER_METRES = 1.05;

const PIXELS_PER_METRE = 102.4;

/** Standard deviation of the blur: two pixels, 2 cm; thinner than a wrist, so that nothing melts away. */
const BLUR_FRAGMENT = /* glsl */ `
  uniform sampler2D mask;
  uniform vec2 texel;
  varying vec2 at;
  void main() {
    vec2 sum = texture2D(mask, at).rg * 0.2042;
    sum += (texture2D(mask, at + texel).rg + texture2D(mask, at - texel).rg) * 0.1802;
    sum += (texture2D(mask, at + texel * 2.0).rg + texture2D(mask, at - texel * 2.0).rg) * 0.1238;
    sum += (texture2D(mask, at + texel * 3.0).rg + texture2D(mask, at - texel * 3.0).rg) * 0.0663;
    sum += (texture2D(mask, at + texel * 4.0).rg + texture2D(mask, at - texel * 4.0).rg) * 0.0276;
    gl_FragColor = vec4(sum, 0.0, 1.0);
  }
`;

const BLUR_VERTEX = /* glsl */ `
  varying vec2 at;
  void main() { at = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }
`;

/** Renders masks with one mannequin and one pair of scratch targets. */
export class MaskPainter implements Disposable {
  readonly #scope = new Scope();
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera: OrthographicCamera;
  readonly #mannequin = this.#scope.own(createMannequin('mask'));
  readonly #sharp = createMaskTarget(4);
  readonly #half = createMaskTarget(0);
  readonly #blurScene = new Scene();
  readonly #blur: ShaderMaterial;
  readonly #texel = new Vector2();

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer;
    const [halfWidth, halfHeight] = [MASK_WIDTH_METRES / 2, MASK_HEIGHT_METRES / 2];
    this.#camera = new OrthographicCamera(-halfWidth, halfWidth, halfHeight, -halfHeight, 0.1, 10);
    this.#camera.position.set(0, MASK_CENTER_METRES, 4);
    this.#scene.add(this.#mannequin.object);
    const geometry = new PlaneGeometry(2, 2);
    this.#blur = new ShaderMaterial({
      vertexShader: BLUR_VERTEX,
      fragmentShader: BLUR_FRAGMENT,
      depthTest: false,
      depthWrite: false,
      uniforms: { mask: { value: null }, texel: { value: this.#texel } },
    });
    this.#blurScene.add(new Mesh(geometry, this.#blur));
    this.#scope.defer(() => {
      geometry.dispose();
      this.#blur.dispose();
      this.#sharp.dispose();
      this.#half.dispose();
    });
  }

  /** @param sway metres that the body stands right of the middle */
  paint(world: Float32Array, sway: number, limbs: readonly Limb[], target: WebGLRenderTarget): void {
    this.#mannequin.pose(world);
    this.#mannequin.object.position.x = sway;
    this.#mannequin.light(limbs, 1);
    const renderer = this.#renderer;
    renderer.setRenderTarget(this.#sharp);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(this.#scene, this.#camera);
    this.#blurInto(this.#half, this.#sharp, 1, 0);
    this.#blurInto(target, this.#half, 0, 1);
    renderer.setRenderTarget(null);
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #blurInto(target: WebGLRenderTarget, source: WebGLRenderTarget, x: number, y: number): void {
    this.#texel.set(x / source.width, y / source.height);
    const mask = this.#blur.uniforms['mask'];
    if (mask !== undefined) mask.value = source.texture;
    this.#renderer.setRenderTarget(target);
    this.#renderer.render(this.#blurScene, this.#camera);
  }
}

/** A target for a mask; the caller disposes it. */
export function createMaskTarget(samples = 0): WebGLRenderTarget {
  return new WebGLRenderTarget(
    Math.round(MASK_WIDTH_METRES * PIXELS_PER_METRE),
    Math.round(MASK_HEIGHT_METRES * PIXELS_PER_METRE),
    { samples, stencilBuffer: false, depthBuffer: samples > 0 },
  );
}

/** Beyond the landmarks lie flesh, hair, fingertips and the outline, in metres. */
const BEYOND_LANDMARKS = 0.2;

/** Writes left, foot, width and height of a body in its mask into `target`, 0..1, y up. */
export function maskBounds(world: Float32Array, sway: number, target: Vector4): void {
  const ground = standingHeight(world);
  let left = 1;
  let right = 0;
  let foot = 1;
  let top = 0;
  for (let landmark = 0; landmark < LANDMARK_COUNT; landmark += 1) {
    const x = (world[landmark * 3] ?? 0) + sway;
    const y = ground - (world[landmark * 3 + 1] ?? 0) - MASK_CENTER_METRES;
    left = Math.min(left, 0.5 + (x - BEYOND_LANDMARKS) / MASK_WIDTH_METRES);
    right = Math.max(right, 0.5 + (x + BEYOND_LANDMARKS) / MASK_WIDTH_METRES);
    foot = Math.min(foot, 0.5 + (y - BEYOND_LANDMARKS) / MASK_HEIGHT_METRES);
    top = Math.max(top, 0.5 + (y + BEYOND_LANDMARKS) / MASK_HEIGHT_METRES);
  }
  left = Math.max(0, left);
  foot = Math.max(0, foot);
  target.set(left, foot, Math.min(1, right) - left, Math.min(1, top) - foot);
}
