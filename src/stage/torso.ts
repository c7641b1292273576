/** The trunk: one skin from crotch to neck, bent and twisted anew for each pose, so that it never tears at waist or shoulders. */
import { BufferAttribute, BufferGeometry, Color, DynamicDrawUsage, Vector3 } from 'three';
import type { BodyColors } from './palette';

interface TrunkRing {
  /** 0 at the hips' line, 1 at the shoulders'. */
  readonly along: number;
  /** Half width: this part of the way from the hips' half width to the shoulders', plus metres. */
  readonly blend: number;
  readonly extra: number;
  /** Half depth in metres. */
  readonly depth: number;
  /** Tilt of the surface: positive where it widens upwards. */
  readonly slope: number;
  readonly cloth: 'shirt' | 'band' | 'trousers' | 'skin';
}

const RINGS: readonly TrunkRing[] = [
  { along: -0.2, blend: 0, extra: -0.08, depth: 0.03, slope: -0.35, cloth: 'trousers' },
  { along: -0.14, blend: 0, extra: 0.01, depth: 0.085, slope: -0.1, cloth: 'trousers' },
  { along: 0, blend: 0, extra: 0.065, depth: 0.112, slope: 0, cloth: 'trousers' },
  { along: 0.12, blend: 0, extra: 0.062, depth: 0.11, slope: 0.1, cloth: 'trousers' },
  { along: 0.1, blend: 0, extra: 0.07, depth: 0.118, slope: 0.1, cloth: 'shirt' },
  { along: 0.32, blend: 0.2, extra: 0.035, depth: 0.102, slope: 0, cloth: 'shirt' },
  { along: 0.55, blend: 0.6, extra: 0.018, depth: 0.11, slope: -0.12, cloth: 'shirt' },
  { along: 0.56, blend: 0.62, extra: 0.018, depth: 0.11, slope: -0.12, cloth: 'band' },
  { along: 0.66, blend: 0.76, extra: 0.014, depth: 0.113, slope: -0.06, cloth: 'band' },
  { along: 0.67, blend: 0.78, extra: 0.014, depth: 0.113, slope: -0.06, cloth: 'shirt' },
  { along: 0.8, blend: 0.95, extra: 0.006, depth: 0.116, slope: 0, cloth: 'shirt' },
  { along: 0.96, blend: 1, extra: 0.016, depth: 0.096, slope: 0.3, cloth: 'shirt' },
  { along: 1.06, blend: 0.95, extra: -0.005, depth: 0.08, slope: 0.8, cloth: 'shirt' },
  { along: 1.12, blend: 0.65, extra: -0.02, depth: 0.066, slope: 0.95, cloth: 'shirt' },
  { along: 1.19, blend: 0.2, extra: -0.055, depth: 0.052, slope: 0.95, cloth: 'shirt' },
];

const SEGMENTS = 14;

const COSINES = Float32Array.from({ length: SEGMENTS }, (_, segment) =>
  Math.cos((segment / SEGMENTS) * Math.PI * 2),
);
const SINES = Float32Array.from({ length: SEGMENTS }, (_, segment) =>
  Math.sin((segment / SEGMENTS) * Math.PI * 2),
);

/** Geometry that follows hips and shoulders. */
export class Torso {
  readonly geometry = new BufferGeometry();
  readonly #positions = new Float32Array(RINGS.length * SEGMENTS * 3);
  readonly #normals = new Float32Array(RINGS.length * SEGMENTS * 3);
  readonly #hips = new Vector3();
  readonly #shoulders = new Vector3();
  readonly #up = new Vector3();
  readonly #hipLine = new Vector3();
  readonly #shoulderLine = new Vector3();
  readonly #across = new Vector3();
  readonly #front = new Vector3();
  readonly #normal = new Vector3();

  /** @param part index of the trunk among the parts of the body; its matrix stays the identity */
  constructor(colors: BodyColors, part: number) {
    const painted = new Float32Array(RINGS.length * SEGMENTS * 3);
    const paint = new Color();
    const indices: number[] = [];
    RINGS.forEach((ring, row) => {
      paint.set(colors[ring.cloth]);
      for (let segment = 0; segment < SEGMENTS; segment += 1) {
        const vertex = row * SEGMENTS + segment;
        paint.toArray(painted, vertex * 3);
        if (row === RINGS.length - 1) continue;
        const next = row * SEGMENTS + ((segment + 1) % SEGMENTS);
        indices.push(vertex, vertex + SEGMENTS, next, next, vertex + SEGMENTS, next + SEGMENTS);
      }
    });
    // The end at the crotch is closed; the neck closes the other.
    for (let segment = 1; segment < SEGMENTS - 1; segment += 1) indices.push(0, segment, segment + 1);
    this.geometry.setAttribute(
      'position',
      new BufferAttribute(this.#positions, 3).setUsage(DynamicDrawUsage),
    );
    this.geometry.setAttribute('normal', new BufferAttribute(this.#normals, 3).setUsage(DynamicDrawUsage));
    this.geometry.setAttribute('color', new BufferAttribute(painted, 3));
    this.geometry.setAttribute(
      'part',
      new BufferAttribute(new Float32Array(RINGS.length * SEGMENTS).fill(part), 1),
    );
    this.geometry.setIndex(indices);
  }

  /** Bends the skin to four joints, in the axes of the stage. */
  bend(leftShoulder: Vector3, rightShoulder: Vector3, leftHip: Vector3, rightHip: Vector3): void {
    this.#hips.addVectors(leftHip, rightHip).multiplyScalar(0.5);
    this.#shoulders.addVectors(leftShoulder, rightShoulder).multiplyScalar(0.5);
    this.#up.subVectors(this.#shoulders, this.#hips);
    const length = Math.max(0.05, this.#up.length());
    this.#up.divideScalar(length);
    this.#hipLine.subVectors(leftHip, rightHip);
    this.#shoulderLine.subVectors(leftShoulder, rightShoulder);
    const hipHalf = this.#hipLine.length() / 2;
    const shoulderHalf = this.#shoulderLine.length() / 2;
    this.#hipLine.normalize();
    this.#shoulderLine.normalize();
    for (let row = 0; row < RINGS.length; row += 1) {
      const ring = RINGS[row];
      if (ring === undefined) continue;
      const turn = Math.min(1, Math.max(0, ring.along));
      this.#across.copy(this.#hipLine).lerp(this.#shoulderLine, turn);
      this.#front.crossVectors(this.#across, this.#up).normalize();
      this.#across.crossVectors(this.#up, this.#front);
      const width = Math.max(0.02, hipHalf + (shoulderHalf - hipHalf) * ring.blend + ring.extra);
      for (let segment = 0; segment < SEGMENTS; segment += 1) {
        const cosine = COSINES[segment] ?? 0;
        const sine = SINES[segment] ?? 0;
        const at = (row * SEGMENTS + segment) * 3;
        this.#normal
          .copy(this.#hips)
          .addScaledVector(this.#up, ring.along * length)
          .addScaledVector(this.#across, cosine * width)
          .addScaledVector(this.#front, sine * ring.depth)
          .toArray(this.#positions, at);
        this.#normal
          .copy(this.#across)
          .multiplyScalar(cosine / width)
          .addScaledVector(this.#front, sine / ring.depth)
          .normalize()
          .addScaledVector(this.#up, ring.slope)
          .normalize()
          .toArray(this.#normals, at);
      }
    }
    this.geometry.getAttribute('position').needsUpdate = true;
    this.geometry.getAttribute('normal').needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
  }
}
