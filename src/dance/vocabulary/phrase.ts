/** What a named move of the vocabulary is. */
import type { Body } from '../choreography-key';

/** A phrase begins to the dancer's left; `mirror` gives the other side. */
export interface Phrase {
  /** How long it lasts. */
  readonly beats: number;
  /** In order; `at` in beats from the phrase's start. */
  readonly keys: readonly (Body & { readonly at: number })[];
}
