/** A choreography as it is written down: keys on beats, and the moves that are judged. Plain data; validated where it enters. */
import * as z from 'zod/mini';
import { LOCALES } from '../core/locale';
import { beatSchema, bodyFields, keySchema, type ChoreographyKey } from './choreography-key';
import { PHRASES, type PhraseName } from './vocabulary/phrases';

/** Bounds that keep a hostile file small. */
const MOST_KEYS = 400;
const MOST_MOVES = 64;
/** Times that a phrase may be danced in a row. */
const MOST_TIMES = 16;

const finite = (low: number, high: number) => z.number().check(z.minimum(low), z.maximum(high));
const name = z.strictObject(
  Object.fromEntries(
    LOCALES.map((locale) => [locale, z.string().check(z.minLength(1), z.maxLength(60))]),
  ) as Record<(typeof LOCALES)[number], ReturnType<typeof z.string>>,
);
const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,40}$/));
/** A named phrase of the vocabulary, danced from a beat on; what is said besides holds in each of its keys. */
const phraseSchema = z.strictObject({
  beat: beatSchema,
  phrase: z.enum(Object.keys(PHRASES) as [PhraseName]),
  /** To the other side. */
  mirror: z.optional(z.boolean()),
  /** Danced so often, one after the other; with `alternate` every second time to the other side. */
  times: z.optional(z.int().check(z.minimum(1), z.maximum(MOST_TIMES))),
  alternate: z.optional(z.boolean()),
  /** Beats that each beat of the phrase takes: 2 = half time, 0.5 = double time. */
  pace: z.optional(finite(0.25, 4)),
  ...bodyFields,
});

const moveSchema = z.strictObject({
  name,
  from: beatSchema,
  to: beatSchema,
  /** The beat of its big pose. */
  key: beatSchema,
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
  /** Danced on a chair: pelvis and feet are measured from there, and legs are not judged. */
  seated: z.boolean(),
  keys: z.array(z.union([keySchema, phraseSchema])).check(z.minLength(2), z.maxLength(MOST_KEYS)),
  moves: z.array(moveSchema).check(z.minLength(1), z.maxLength(MOST_MOVES)),
});

export type ChallengeFile = z.infer<typeof challengeSchema>;
export type { ChoreographyKey };
/** A phrase as it is written. */
export type ChoreographyPhrase = z.infer<typeof phraseSchema>;
export type ChoreographyMove = z.infer<typeof moveSchema>;
