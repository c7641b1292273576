/** Hair and what is worn on it, round the middle between the ears: a dancer is told from afar by the outline of the head. */
import { SphereGeometry, TorusGeometry, type BufferGeometry } from 'three';
import { ball, painted, shaded } from './painted-ball';
import type { Outfit } from './palette';

/** The parts of a hair style; they are joined with the head. */
export function hairGeometries({ colors, hair }: Outfit): BufferGeometry[] {
  const crown = (): BufferGeometry => cap(colors.hair, 1);
  switch (hair) {
    case 'short':
      return [crown()];
    case 'headphones': {
      const bow = painted(
        new TorusGeometry(0.104, 0.013, 6, 14, Math.PI),
        colors.band,
        [1, 1.22, 1.3],
        [0, 0.016, 0],
      );
      const sweep = ball(colors.hair, [0.07, 0.045, 0.07], [0.02, 0.125, 0.045], 10, 6);
      sweep.rotateZ(0.22);
      const cups = [-1, 1].flatMap((side) => [
        ball(colors.band, [0.024, 0.046, 0.042], [side * 0.099, 0.008, 0], 10, 6),
        ball(shaded(colors.trousers, 0.8), [0.014, 0.03, 0.028], [side * 0.117, 0.008, 0], 8, 5),
      ]);
      return [crown(), sweep, bow, ...cups];
    }
    case 'cap': {
      const brim = ball(shaded(colors.shirt, 0.85), [0.08, 0.009, 0.085], [0, 0.062, 0.142], 14, 5);
      brim.rotateX(0.06);
      return [
        ball(colors.hair, [0.084, 0.075, 0.075], [0, -0.002, -0.036], 12, 8),
        cap(colors.shirt, 1.07),
        brim,
        ball(colors.band, [0.014, 0.01, 0.014], [0, 0.163, -0.004], 6, 4),
        ball(colors.band, [0.03, 0.024, 0.012], [0, 0.104, 0.104], 8, 5),
      ];
    }
    case 'buns':
      return [
        crown(),
        ...[-1, 1].flatMap((side) => [
          ball(colors.hair, [0.05, 0.05, 0.05], [side * 0.079, 0.138, -0.026], 12, 8),
          ball(colors.shirt, [0.034, 0.014, 0.034], [side * 0.062, 0.108, -0.02], 10, 5),
          // A strand beside the face.
          ball(colors.hair, [0.014, 0.07, 0.02], [side * 0.08, 0.012, 0.05], 6, 6),
        ]),
      ];
    case 'curls': {
      const curls = [crown(), ball(colors.hair, [0.118, 0.105, 0.108], [0, 0.082, -0.032], 14, 9)];
      for (let row = 0; row < 2; row += 1) {
        for (let place = 0; place < 9; place += 1) {
          const angle = (place / 9) * Math.PI * 2 + row * 0.35;
          const reach = row === 0 ? 0.098 : 0.07;
          const front = Math.sin(angle);
          // None hangs into the face.
          if (row === 0 && front > 0.55) continue;
          curls.push(
            ball(
              colors.hair,
              [0.045, 0.045, 0.045],
              [Math.cos(angle) * reach * 1.05, row === 0 ? 0.06 : 0.145, front * reach - 0.02],
              8,
              6,
            ),
          );
        }
      }
      return curls;
    }
  }
}

/** What covers the crown down to the brow; `size` 1 is hair cut short. */
function cap(color: string, size: number): BufferGeometry {
  const geometry = new SphereGeometry(1, 14, 8, 0, Math.PI * 2, 0, Math.PI * 0.6);
  geometry.rotateX(-0.62);
  return painted(geometry, color, [0.088 * size, 0.124 * size, 0.108 * size], [0, 0.03, 0]);
}
