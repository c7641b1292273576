/** The body's mattes over time, small and 8-bit: one for each analysed frame of a source. */

/** A column of mattes, each `width × height` bytes, rows from the top, 255 on the body. Times rise. */
export interface MatteTrack {
  readonly width: number;
  readonly height: number;
  /** Seconds of the source, one a matte. */
  readonly times: Float64Array;
  /** `times.length × width × height` bytes. */
  readonly data: Uint8Array;
}
