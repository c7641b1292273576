/** The coach in the corner: a lit mannequin on a glowing spot, drawn over the picture with a soft dark veil behind. */
import { PerspectiveCamera, Scene, type WebGLRenderer } from 'three';
import type { Rect, Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import type { PoseTrack } from '../pose/pose-track';
import { GroundShadow } from './ground-shadow';
import { createMannequin } from './mannequin';
import { createPaintMaterial, fadingDisc } from './painted-mesh';
import { STAGE_COLORS } from './palette';
import { lateralSway } from './root-motion';
import { TrackSampler } from './track-sampler';

/** Place of the coach, 0..1 of the stage from its top left: under the thumb-free upper right, clear of a top bar. */
export const COACH_RECT: Rect = { x: 0.58, y: 0.085, width: 0.4, height: 0.36 };

/** Metres that the coach's window shows from its lower to its upper edge. */
const WINDOW_METRES = 2.45;
const DISTANCE_METRES = 5;

export class Coach implements Disposable {
  readonly #scope = new Scope();
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(1, 1, 0.5, 20);
  readonly #mannequin = this.#scope.own(createMannequin('coach'));
  readonly #shadow = this.#scope.own(new GroundShadow('#000000', 0.5));
  readonly #spotMaterial = createPaintMaterial({ transparent: true });
  readonly #veilMaterial = createPaintMaterial({ transparent: true });
  readonly #sampler = new TrackSampler();

  constructor() {
    const spot = fadingDisc(STAGE_COLORS.cool, 0.7, this.#spotMaterial);
    spot.scale.set(0.72, 1, 0.5);
    const veil = fadingDisc(STAGE_COLORS.background, 0.78, this.#veilMaterial);
    veil.rotation.x = Math.PI / 2;
    veil.position.set(0, 1.02, -0.8);
    veil.scale.set(0.95, 1, 1.5);
    // The veil is seen from the front whichever way its triangles wind.
    this.#veilMaterial.side = 2;
    veil.renderOrder = -2;
    spot.renderOrder = -1;
    for (const mesh of [spot, veil]) this.#scope.defer(() => mesh.geometry.dispose());
    this.#scope.defer(() => this.#spotMaterial.dispose());
    this.#scope.defer(() => this.#veilMaterial.dispose());
    this.#scene.add(veil, spot, this.#shadow.object, this.#mannequin.object);
    this.#camera.position.set(0, WINDOW_METRES / 2 - 0.22, DISTANCE_METRES);
    this.#camera.fov = (2 * Math.atan(WINDOW_METRES / 2 / DISTANCE_METRES) * 180) / Math.PI;
  }

  /**
   * Draws the coach over what is there.
   * @param lit limbs that count now
   * @param glow 0..1 how brightly
   * @param pulse 0..1, 1 on the beat: light of the spot
   */
  draw(
    renderer: WebGLRenderer,
    stage: Size,
    reference: PoseTrack,
    songSeconds: number,
    lit: readonly Limb[],
    glow: number,
    pulse: number,
  ): void {
    if (!this.#sampler.sample(reference, songSeconds)) return;
    this.#mannequin.pose(this.#sampler.world);
    this.#mannequin.light(lit, glow);
    // The window is narrow: half of the way keeps the weight shifts and the coach inside it.
    const sway = lateralSway(this.#sampler.image, this.#sampler.world, reference.aspect) * 0.5;
    this.#mannequin.object.position.x = sway;
    this.#shadow.follow(this.#sampler.world, sway);
    const strength = this.#spotMaterial.uniforms['strength'];
    if (strength !== undefined) strength.value = 0.45 + 0.55 * pulse;
    const width = Math.round(stage.width * COACH_RECT.width);
    const height = Math.round(stage.height * COACH_RECT.height);
    const left = Math.round(stage.width * COACH_RECT.x);
    const bottom = Math.round(stage.height * (1 - COACH_RECT.y - COACH_RECT.height));
    const aspect = width / Math.max(1, height);
    if (this.#camera.aspect !== aspect) {
      this.#camera.aspect = aspect;
      this.#camera.updateProjectionMatrix();
    }
    renderer.setViewport(left, bottom, width, height);
    renderer.clearDepth();
    renderer.render(this.#scene, this.#camera);
    renderer.setViewport(0, 0, stage.width, stage.height);
  }

  dispose(): void {
    this.#scope.dispose();
  }
}
