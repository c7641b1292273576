/** The soft shadow that ties a dancer to the floor: one wide patch under the hips, one under each foot. No shadow map. */
import { Group, type Mesh } from 'three';
import { LANDMARK } from '../pose/landmarks';
import { createPaintMaterial, fadingDisc } from './painted-mesh';
import { standingHeight } from './root-motion';

/** Above the floor by this, in metres, so that they do not flicker into each other. */
const LIFT_METRES = 0.004;

/** A foot higher than this casts no contact shadow, in metres. */
const CONTACT_METRES = 0.22;

export class GroundShadow {
  readonly object = new Group();
  readonly #body: Mesh;
  readonly #feet: readonly { mesh: Mesh; heel: number; toe: number }[];

  /** @param opacity of the darkest place, 0..1 */
  constructor(color: string, opacity: number) {
    const disc = (part: number): Mesh =>
      fadingDisc(color, opacity * part, createPaintMaterial({ transparent: true }));
    this.#body = disc(0.75);
    this.#feet = [
      { mesh: disc(1), heel: LANDMARK.leftHeel, toe: LANDMARK.leftFootIndex },
      { mesh: disc(1), heel: LANDMARK.rightHeel, toe: LANDMARK.rightFootIndex },
    ];
    this.object.add(this.#body, ...this.#feet.map(({ mesh }) => mesh));
  }

  /** Lies under a pose that stands at x = `sway` metres. */
  follow(world: Float32Array, sway: number): void {
    const height = standingHeight(world);
    let [middleX, middleZ] = [0, 0];
    for (const { mesh, heel, toe } of this.#feet) {
      const x = ((world[heel * 3] ?? 0) + (world[toe * 3] ?? 0)) / 2;
      const z = -((world[heel * 3 + 2] ?? 0) + (world[toe * 3 + 2] ?? 0)) / 2;
      const clearance = height - Math.max(world[heel * 3 + 1] ?? 0, world[toe * 3 + 1] ?? 0);
      const touch = Math.max(0, 1 - clearance / CONTACT_METRES);
      mesh.visible = touch > 0.02;
      mesh.position.set(sway + x, LIFT_METRES * 2, z);
      mesh.scale.set(0.13 * touch + 0.04, 1, 0.2 * touch + 0.04);
      middleX += x / 2;
      middleZ += z / 2;
    }
    // Between hips and feet: the light comes from above.
    this.#body.position.set(sway + middleX * 0.6, LIFT_METRES, middleZ * 0.6);
    this.#body.scale.set(0.5, 1, 0.36);
  }

  dispose(): void {
    this.object.removeFromParent();
    for (const mesh of [this.#body, ...this.#feet.map((foot) => foot.mesh)]) {
      mesh.geometry.dispose();
      for (const material of [mesh.material].flat()) material.dispose();
    }
  }
}
