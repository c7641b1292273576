/** What one check found. Types only. */

export interface CheckResult {
  readonly passed: boolean;
  /** Measured value, for the curious. */
  readonly value: string;
}
