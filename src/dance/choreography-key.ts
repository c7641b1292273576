/** One key of a choreography as it is written: what the body does on a beat. Plain data; validated where it enters. */
import * as z from 'zod/mini';
import { ARM_SHAPES } from './vocabulary/arm-shapes';

/** Beats of the longest song that is danced to. */
const LONGEST_BEATS = 600;

const finite = (low: number, high: number) => z.number().check(z.minimum(low), z.maximum(high));

/** A place on the beat grid. */
export const beatSchema = finite(0, LONGEST_BEATS);

/** Centimetres from the relaxed stance: to the dancer's left, up, to the front. */
const place = z.tuple([finite(-80, 80), finite(-60, 60), finite(-60, 60)]);
const degrees = finite(-180, 180);
const arm = z.union([
  z.enum(Object.keys(ARM_SHAPES) as [keyof typeof ARM_SHAPES]),
  /** Upper arm raise and azimuth, forearm raise and azimuth, in degrees (see `Direction`). */
  z.tuple([degrees, degrees, degrees, degrees]),
]);
const offset = finite(-12, 12);

/** What a body does, without its beat. What is not said stays as it was at the key before. */
export const bodyFields = {
  /** How the dancer comes to this key from the one before. */
  ease: z.optional(z.enum(['smooth', 'snap', 'linear'])),
  pelvis: z.optional(place),
  lean: z.optional(degrees),
  bend: z.optional(degrees),
  twist: z.optional(degrees),
  head: z.optional(z.tuple([degrees, degrees, degrees])),
  /** Whole body to the dancer's left; the feet stay where they are written. Goes the short way round. */
  turn: z.optional(degrees),
  /** Chest against the hips, centimetres: slides, lifts, pops. */
  chest: z.optional(z.tuple([offset, offset, offset])),
  /** Left and right shoulder lifted, centimetres. */
  shoulders: z.optional(z.tuple([finite(-4, 9), finite(-4, 9)])),
  /** Left hip higher, degrees. */
  hips: z.optional(finite(-20, 20)),
  /** Where left and right knee point: 0 = front, 90 = outward. */
  knees: z.optional(z.tuple([finite(-45, 90), finite(-45, 90)])),
  leftArm: z.optional(arm),
  rightArm: z.optional(arm),
  leftFoot: z.optional(place),
  rightFoot: z.optional(place),
  /** How deep the knees give on each beat, in centimetres. */
  bounce: z.optional(finite(0, 12)),
};

export const keySchema = z.strictObject({ beat: beatSchema, ...bodyFields });

export type ChoreographyKey = z.infer<typeof keySchema>;

/** A key whose beat is said elsewhere. */
export type Body = Omit<ChoreographyKey, 'beat'>;
