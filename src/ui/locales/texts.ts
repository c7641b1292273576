/** The shape that a translation must have. */
import type { en } from './en';

/** The same keys as `Source`, each with a text. */
export type SameKeys<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : SameKeys<Source[Key]>;
};

/** All texts of one language. */
export type Texts = SameKeys<typeof en>;
