/** Light and shade along the edges of the stage: dark under the words above and below, and a glow that grows with a combo. */
import { Group } from 'three';
import type { Disposable } from '../core/ownership';
import { smoothstep } from '../core/scalar';
import { createPaintMaterial, paintedMesh, type PaintedVertex } from './painted-mesh';

/** Combos from which the edges begin to glow, and glow fully. */
const GLOW = { from: 2, full: 12 } as const;

/** Between the hot accent and the gold of a Perfect: warm, not a warning. */
const GLOW_COLOR = '#ffa12e';

/** How far the glow reaches from the sides, in widths and heights of half a stage. */
const SIDE = 0.2;
const FOOT = 0.13;

/** Both meshes. Nothing is drawn in the middle of the stage, where the player is. */
export class EdgeLight implements Disposable {
  readonly object = new Group();
  readonly #shade = paintedMesh(
    [...band(1, 0.72, '#0b0807', 0.5), ...band(-1, -0.76, '#0b0807', 0.42)],
    [0, 1, 2, 0, 2, 3, 4, 6, 5, 4, 7, 6],
    createPaintMaterial({ transparent: true, flatOnScreen: true }),
  );
  readonly #glow = paintedMesh(
    [
      ...frame(1, GLOW_COLOR, 0.85),
      // The inner corners, where the light has gone.
      { at: [-1 + SIDE, -1 + FOOT, 0], color: GLOW_COLOR, opacity: 0 },
      { at: [1 - SIDE, -1 + FOOT, 0], color: GLOW_COLOR, opacity: 0 },
      { at: [1 - SIDE, 0.6, 0], color: GLOW_COLOR, opacity: 0 },
      { at: [-1 + SIDE, 0.6, 0], color: GLOW_COLOR, opacity: 0 },
    ],
    // Left, foot, right; the top stays clear for words.
    [0, 4, 7, 0, 7, 3, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5],
    createPaintMaterial({ transparent: true, flatOnScreen: true }),
  );

  constructor() {
    this.#glow.renderOrder = 1;
    this.object.add(this.#shade, this.#glow);
  }

  /** @param pulse 0..1, 1 on the beat */
  show(combo: number, pulse: number): void {
    const strength = smoothstep(GLOW.from, GLOW.full, combo) * (0.6 + 0.4 * pulse);
    this.#glow.visible = strength > 0;
    const uniform = this.#glow.material.uniforms['strength'];
    if (uniform !== undefined) uniform.value = strength;
  }

  dispose(): void {
    this.object.removeFromParent();
    for (const mesh of [this.#shade, this.#glow]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
  }
}

/** A band across the stage from its edge at `from` to where it ends, both -1..1 upwards. */
function band(from: number, to: number, color: string, opacity: number): PaintedVertex[] {
  return [
    { at: [-1, to, 0], color, opacity: 0 },
    { at: [1, to, 0], color, opacity: 0 },
    { at: [1, from, 0], color, opacity },
    { at: [-1, from, 0], color, opacity },
  ];
}

/** The corners of the stage: the lower two in full light, the upper two in none. */
function frame(reach: number, color: string, opacity: number): PaintedVertex[] {
  return [
    { at: [-reach, -reach, 0], color, opacity },
    { at: [reach, -reach, 0], color, opacity },
    { at: [reach, 0.6, 0], color, opacity: 0 },
    { at: [-reach, 0.6, 0], color, opacity: 0 },
  ];
}
