/** A dancer drawn smoothly into a picture of its own, on clear ground: coach and ghost are laid over the stage as one quad each. */
import {
  PerspectiveCamera,
  Scene,
  WebGLRenderTarget,
  type Texture,
  type Vector2,
  type WebGLRenderer,
} from 'three';
import { Scope, type Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import { GroundShadow } from './ground-shadow';
import { createMannequin } from './mannequin';
import type { CoachStyle } from './palette';

/** Metres that the picture shows at least, upwards and across: arms go out to the sides. */
const HIGH_METRES = 2.5;
const WIDE_METRES = 1.72;
/** Part of the picture's height that lies below the floor under the dancer's feet. */
export const BELOW_FLOOR = 0.08;

const DISTANCE_METRES = 5.5;

/** How a dancer is shown. */
export interface DancerShow {
  /** Left for right, as in a mirror. */
  readonly flipped: boolean;
  /** From behind. */
  readonly away: boolean;
  readonly seated: boolean;
  readonly lit: readonly Limb[];
  /** 0..1 how brightly `lit` shines. */
  readonly glow: number;
}

/** Owns the mannequin and the picture. */
export class DancerPicture implements Disposable {
  readonly #scope = new Scope();
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(1, 1, 0.5, 20);
  readonly #mannequin;
  readonly #shadow = this.#scope.own(new GroundShadow('#000000', 0.55));
  readonly #target = new WebGLRenderTarget(1, 1, { samples: 4, stencilBuffer: false });

  constructor(style: CoachStyle) {
    this.#mannequin = this.#scope.own(createMannequin('coach', style));
    this.#scene.add(this.#shadow.object, this.#mannequin.object);
    this.#scope.defer(() => this.#target.dispose());
  }

  /** Colours times opacity, and opacity. */
  get texture(): Texture {
    return this.#target.texture;
  }

  /**
   * @param pixels size of the picture: x wide, y high
   * @param world 33 × (x, y, z) metres
   * @param sway metres right of the middle, before it is flipped
   */
  draw(renderer: WebGLRenderer, pixels: Vector2, world: Float32Array, sway: number, show: DancerShow): void {
    this.#fit(pixels);
    this.#mannequin.pose(world, show.seated);
    this.#mannequin.light(show.lit, show.glow);
    const { object } = this.#mannequin;
    object.position.x = show.flipped ? -sway : sway;
    object.scale.set(show.flipped ? -1 : 1, 1, show.away ? -1 : 1);
    this.#shadow.follow(world, sway);
    this.#shadow.object.scale.copy(object.scale);
    renderer.setRenderTarget(this.#target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(this.#scene, this.#camera);
    renderer.setRenderTarget(null);
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #fit({ x: width, y: height }: Vector2): void {
    if (this.#target.width === width && this.#target.height === height) return;
    this.#target.setSize(width, height);
    const metres = Math.max(HIGH_METRES, (WIDE_METRES * height) / width);
    this.#camera.position.set(0, metres * (0.5 - BELOW_FLOOR), DISTANCE_METRES);
    this.#camera.fov = (2 * Math.atan(metres / 2 / DISTANCE_METRES) * 180) / Math.PI;
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
  }
}
