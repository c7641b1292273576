/** How films of the corpus are measured, by native ffmpeg and by the test. */

/** Columns and rows of a picture when it is compared: small enough to forgive an encoder, fine enough to tell neighbours. */
export const GRID = { width: 18, height: 32 } as const;

/** Samples a second of a sound when it is compared. */
export const HEARD_RATE = 16_000;
