/** The mannequin: a body of rounded parts with human proportions and colouring, posed from 33 world landmarks. */
import { Group, Mesh, Vector3, type BufferGeometry, type Matrix4, type ShaderMaterial } from 'three';
import type { Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import { LANDMARK } from '../pose/landmarks';
import { readLandmark } from './body-axes';
import { handGeometry, headGeometry, limbGeometries, shoeGeometry } from './body-geometry';
import { createBodyMaterial, createMaskMaterial, DEMO_LIGHT, PART_COUNT } from './body-material';
import { joined } from './painted-ball';
import { coachStyle, DEMO_OUTFIT, type CoachStyle } from './palette';
import { BONE_SHAPES, PART, PART_LIMBS, placeParts } from './part-frames';
import { standingHeight } from './root-motion';
import { STOOL_METRES, stoolGeometry } from './stool-geometry';
import { Torso } from './torso';

/** `demo` looks like a person in a room, `coach` like a lit dancer on a stage, `mask` is flat (red = body, green = lit). */
export type MannequinStyle = 'demo' | 'coach' | 'mask';

export interface Mannequin extends Disposable {
  /** Stands on y = 0, y up, facing +z when the landmarks face the camera. Move it sideways with `position.x`. */
  readonly object: Group;
  /**
   * Takes a pose: 33 × (x, y, z) metres in MediaPipe's axes, hip-centred. The lowest part is set on the ground.
   * @param seated a stool stands under hips that are low enough to sit
   */
  pose(world: Float32Array, seated?: boolean): void;
  /** Lights these limbs by `amount` 0..1 and no others. */
  light(limbs: readonly Limb[], amount: number): void;
}

/** Length that a shoe is modelled for, heel to toe, in metres. */
const SHOE_METRES = 0.21;

/** Hips higher than this stand, in metres. */
const HIGHEST_SEAT = 0.75;
/** From the middle of the hips down to the seat, in metres. */
const SEAT_BELOW_HIPS = 0.1;

/** Segments round a limb: the demo dancer is drawn as the picture of a camera, often without a GPU. */
const SEGMENTS = { demo: 10, coach: 16, mask: 10 } as const;

/**
 * The caller adds `object` to a scene and disposes the mannequin when done.
 * @param look of a coach; the house style where it is left out
 */
export function createMannequin(style: MannequinStyle = 'demo', look?: CoachStyle): Mannequin {
  return new RoundedMannequin(style, look ?? coachStyle(undefined));
}

class RoundedMannequin implements Mannequin {
  readonly object = new Group();
  readonly #material: ShaderMaterial;
  readonly #rigid: BufferGeometry;
  readonly #torso: Torso;
  readonly #parts: readonly Matrix4[];
  readonly #glow: Float32Array;
  readonly #isMask: boolean;

  constructor(style: MannequinStyle, look: CoachStyle) {
    this.#isMask = style === 'mask';
    const outfit = style === 'coach' ? look.outfit : DEMO_OUTFIT;
    const { colors } = outfit;
    this.#material =
      style === 'mask'
        ? createMaskMaterial()
        : createBodyMaterial(
            style === 'coach' ? { rim: look.accent, rimStrength: 0.9, perPixel: true } : DEMO_LIGHT,
          );
    this.#parts = (this.#material.uniforms['parts']?.value as Matrix4[] | undefined) ?? [];
    this.#glow =
      (this.#material.uniforms['glow']?.value as Float32Array | undefined) ?? new Float32Array(PART_COUNT);
    this.#torso = new Torso(colors, PART.trunk);
    const limbs = limbGeometries(outfit, SEGMENTS[style]);
    const [hand, shoe] = [handGeometry(colors), shoeGeometry(colors, SHOE_METRES)];
    this.#rigid = joined(
      [
        ...BONE_SHAPES.map((shape) => limbs[shape]),
        hand,
        hand,
        shoe,
        shoe,
        limbs.neck,
        headGeometry(outfit),
        stoolGeometry(),
      ],
      true,
    );
    for (const geometry of [this.#rigid, this.#torso.geometry]) {
      const mesh = new Mesh(geometry, this.#material);
      // Always in view; and the trunk's bounds change with each pose.
      mesh.frustumCulled = false;
      this.object.add(mesh);
    }
  }

  pose(world: Float32Array, seated = false): void {
    const ground = standingHeight(world);
    this.object.position.y = ground;
    placeParts(world, this.#parts);
    readLandmark(world, LANDMARK.leftShoulder, leftShoulder);
    readLandmark(world, LANDMARK.rightShoulder, rightShoulder);
    readLandmark(world, LANDMARK.leftHip, leftHip);
    readLandmark(world, LANDMARK.rightHip, rightHip);
    this.#torso.bend(leftShoulder, rightShoulder, leftHip, rightHip);
    this.#placeStool(ground, seated && !this.#isMask && ground < HIGHEST_SEAT);
  }

  light(limbs: readonly Limb[], amount: number): void {
    for (let part = 0; part < PART_COUNT; part += 1) {
      const limb = PART_LIMBS[part] ?? null;
      this.#glow[part] = limb !== null && limbs.includes(limb) ? amount : 0;
    }
  }

  dispose(): void {
    this.object.removeFromParent();
    this.#material.dispose();
    this.#torso.dispose();
    this.#rigid.dispose();
  }

  #placeStool(ground: number, isThere: boolean): void {
    const stool = this.#parts[PART.stool];
    if (!isThere) {
      stool?.makeScale(0, 0, 0);
      return;
    }
    // The body hangs from its hips, so the floor lies below.
    const height = Math.max(0.1, ground - SEAT_BELOW_HIPS);
    stool?.makeScale(1, height / STOOL_METRES, 1).setPosition(0, -ground, -0.03);
  }
}

const leftShoulder = new Vector3();
const rightShoulder = new Vector3();
const leftHip = new Vector3();
const rightHip = new Vector3();
