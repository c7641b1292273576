/** Exporting without a face: one job at a time, its progress, and the finished file. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { Size } from '../core/geometry';
import type { LocalizedText } from '../core/locale';
import type { ExportRecord } from '../storage/records';

/** What may be made of a project. */
export interface ExportPreset {
  readonly id: string;
  readonly name: LocalizedText;
  readonly size: Size;
  readonly fps: number;
  /** Bits a second of the picture. */
  readonly videoBitrate: number;
  readonly audioBitrate: number;
}

/** One fact of the finished file that was checked by opening it again. */
export interface FileCheckItem {
  readonly id: 'duration' | 'frames' | 'size' | 'moov-first' | 'picture' | 'sound' | 'color' | 'no-edit-list';
  readonly passed: boolean;
  /** Measured value, for the curious. */
  readonly value: string;
}

export interface ExporterState {
  readonly phase: 'idle' | 'preparing' | 'running' | 'checking' | 'done' | 'failed' | 'cancelled';
  readonly projectId: string | null;
  readonly presetId: string | null;
  /** 0..1 of the whole job. */
  readonly progress: number;
  /** What is being done now: a translation key below `export.step.`. */
  readonly step: 'body' | 'picture' | 'sound' | 'muxing' | 'checking' | null;
  readonly route: ExportRecord['route'] | null;
  /** Seconds left, null while not known. */
  readonly remaining: number | null;
  readonly record: ExportRecord | null;
  readonly checks: readonly FileCheckItem[];
  readonly error: StudioError | null;
  /** Why the fast route was left, when it was; a report, not a failure. */
  readonly routeLeft?: StudioError;
}

export interface Exporter {
  readonly store: StoreApi<ExporterState>;
  readonly presets: readonly ExportPreset[];
  /** Runs to the end; failures and cancelling go to the state. `route` forces one (tests, the bench); by default the fastest that works. */
  start(projectId: string, presetId: string, options?: { route?: ExportRecord['route'] }): Promise<void>;
  /** Answers at once; nothing is left behind. */
  cancel(): void;
  /** Back to `idle`. */
  reset(): void;
  /** What the file will be: its expected bytes, and its pixels in the film's own shape. */
  estimate(projectId: string, presetId: string): Promise<{ readonly bytes: number; readonly size: Size }>;
  /** Fetches the finished file from the library. */
  fileOf(exportId: string): Promise<File>;
  /** Saves a copy where the person's downloads go. */
  download(exportId: string): Promise<void>;
  /** Whether this browser can hand the file to other apps. */
  canShare(exportId: string): Promise<boolean>;
  /** Opens the share sheet; must be called from a tap. */
  share(exportId: string): Promise<void>;
}
