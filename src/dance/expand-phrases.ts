/** Writes phrases out: named moves become keys on beats, layers on the same beat become one key. */
import type { ChoreographyPhrase } from './choreography';
import type { Body, ChoreographyKey } from './choreography-key';
import type { Phrase } from './vocabulary/phrase';
import { PHRASES } from './vocabulary/phrases';

/** Beats nearer than this are the same beat. */
const SAME_BEAT = 1e-3;

/**
 * Keys in order of their beats. Where several fall on one beat, what is written later wins field by field, so that a
 * phrase for the legs and one for the arms are danced together.
 */
export function expandPhrases(entries: readonly (ChoreographyKey | ChoreographyPhrase)[]): ChoreographyKey[] {
  const keys = entries.flatMap((entry) => ('phrase' in entry ? writeOut(entry) : [entry]));
  // Sorting is stable: on one beat the order of writing stays.
  keys.sort((a, b) => (Math.abs(a.beat - b.beat) < SAME_BEAT ? 0 : a.beat - b.beat));
  const merged: ChoreographyKey[] = [];
  for (const key of keys) {
    const last = merged.at(-1);
    if (last !== undefined && key.beat - last.beat < SAME_BEAT) {
      merged[merged.length - 1] = { ...last, ...key, beat: last.beat };
    } else merged.push(key);
  }
  return merged;
}

function writeOut(entry: ChoreographyPhrase): ChoreographyKey[] {
  const { beat, phrase: name, mirror = false, times = 1, alternate = false, pace = 1, ...besides } = entry;
  const phrase: Phrase = PHRASES[name];
  return Array.from({ length: times }, (_, time) => {
    const isMirrored = mirror !== (alternate && time % 2 === 1);
    const start = beat + time * phrase.beats * pace;
    return phrase.keys.map(({ at, ...body }) => ({
      ...(isMirrored ? mirrorBody(body) : body),
      ...besides,
      beat: start + at * pace,
    }));
  }).flat();
}

/** The same to the other side: left and right change places. */
export function mirrorBody(body: Body): Body {
  const { leftArm, rightArm, leftFoot, rightFoot, ...rest } = body;
  const mirrored: Body = {
    ...rest,
    ...(leftArm !== undefined && { rightArm: leftArm }),
    ...(rightArm !== undefined && { leftArm: rightArm }),
    ...(leftFoot !== undefined && { rightFoot: sideways(leftFoot) }),
    ...(rightFoot !== undefined && { leftFoot: sideways(rightFoot) }),
    ...(body.pelvis !== undefined && { pelvis: sideways(body.pelvis) }),
    ...(body.chest !== undefined && { chest: sideways(body.chest) }),
    ...(body.lean !== undefined && { lean: -body.lean }),
    ...(body.twist !== undefined && { twist: -body.twist }),
    ...(body.turn !== undefined && { turn: -body.turn }),
    ...(body.hips !== undefined && { hips: -body.hips }),
    ...(body.head !== undefined && { head: [-body.head[0], body.head[1], -body.head[2]] as const }),
    ...(body.shoulders !== undefined && { shoulders: [body.shoulders[1], body.shoulders[0]] as const }),
    ...(body.knees !== undefined && { knees: [body.knees[1], body.knees[0]] as const }),
  };
  return mirrored;
}

function sideways([x, y, z]: readonly [number, number, number]): [number, number, number] {
  return [-x, y, z];
}
