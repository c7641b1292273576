/** The latency check without a face: clicks are heard, hands are seen, and the lag between them is measured. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { LatencyResult } from '../dance/measure-latency';
import type { LiveSource } from './live';

export interface CalibrationState {
  readonly phase: 'closed' | 'loading' | 'ready' | 'listening' | 'done' | 'failed';
  readonly source: LiveSource;
  readonly error: StudioError | null;
  /** Whether hands are in the picture. */
  readonly handsSeen: boolean;
  /** Click of the round that sounds, from 1; 0 = none yet. The first `countIn` only set the pace. */
  readonly click: number;
  readonly countIn: number;
  readonly clicks: number;
  readonly result: LatencyResult | null;
}

export interface Calibration {
  readonly store: StoreApi<CalibrationState>;
  /** Shows the player on `canvas` (2D). Failures go to the state. */
  open(canvas: HTMLCanvasElement, source: LiveSource): Promise<void>;
  /** Plays the clicks and measures. May be called again for another round. */
  start(): Promise<void>;
  /** Keeps what was measured in the settings; nothing happens where nothing was. */
  keep(): void;
  close(): Promise<void>;
}
