/** A choreography as it is written down: keys on beats, and the moves that are judged. Plain data; validated where it enters. */
import * as z from 'zod/mini';
import { LOCALES } from '../core/locale';
import { ARM_SHAPES } from './vocabulary/arm-shapes';

/** Bounds that keep a hostile file small. */
const MOST_KEYS = 400;
const MOST_MOVES = 64;
const LONGEST_BEATS = 600;

const finite = (low: number, high: number) => z.number().check(z.minimum(low), z.maximum(high));
const name = z.strictObject(
  Object.fromEntries(
    LOCALES.map((locale) => [locale, z.string().check(z.minLength(1), z.maxLength(60))]),
  ) as Record<(typeof LOCALES)[number], ReturnType<typeof z.string>>,
);
const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,40}$/));
const beat = finite(0, LONGEST_BEATS);
/** Centimetres from the relaxed stance. */
const place = z.tuple([finite(-80, 80), finite(-60, 60), finite(-60, 60)]);
const degrees = finite(-180, 180);
const arm = z.union([
  z.enum(Object.keys(ARM_SHAPES) as [keyof typeof ARM_SHAPES]),
  /** Upper arm raise and azimuth, forearm raise and azimuth, in degrees (see `Direction`). */
  z.tuple([degrees, degrees, degrees, degrees]),
]);

/** What is not said stays as it was at the key before. */
const keySchema = z.strictObject({
  beat,
  /** How the dancer comes to this key from the one before. */
  ease: z.optional(z.enum(['smooth', 'snap', 'linear'])),
  pelvis: z.optional(place),
  lean: z.optional(degrees),
  bend: z.optional(degrees),
  twist: z.optional(degrees),
  head: z.optional(z.tuple([degrees, degrees, degrees])),
  leftArm: z.optional(arm),
  rightArm: z.optional(arm),
  leftFoot: z.optional(place),
  rightFoot: z.optional(place),
  /** How deep the knees give on each beat, in centimetres. */
  bounce: z.optional(finite(0, 12)),
});

const moveSchema = z.strictObject({
  name,
  from: beat,
  to: beat,
  /** The beat of its big pose. */
  key: beat,
  /** The pose is held: stillness is judged. */
  hold: z.optional(z.boolean()),
});

export const challengeSchema = z.strictObject({
  format: z.literal('fifteen.challenge'),
  version: z.literal(1),
  id: slug,
  seriesId: slug,
  seriesName: name,
  title: name,
  level: z.int().check(z.minimum(1), z.maximum(5)),
  songId: slug,
  bpm: finite(40, 240),
  beatsPerBar: z.int().check(z.minimum(2), z.maximum(7)),
  /** Seconds from the song's start to its first beat. */
  firstBeat: finite(0, 30),
  /** Seconds. */
  duration: finite(3, 300),
  seated: z.boolean(),
  keys: z.array(keySchema).check(z.minLength(2), z.maxLength(MOST_KEYS)),
  moves: z.array(moveSchema).check(z.minLength(1), z.maxLength(MOST_MOVES)),
});

export type ChallengeFile = z.infer<typeof challengeSchema>;
export type ChoreographyKey = z.infer<typeof keySchema>;
export type ChoreographyMove = z.infer<typeof moveSchema>;
