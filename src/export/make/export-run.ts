/** What every kind of file needs to be made, and what it gives. Types only. */
import type { Scope } from '../../core/ownership';
import type { FileCheckItem } from '../export-facts';
import type { ExportJob, ExportStep, ExportWay } from '../export-protocol';
import type { FilmStretch } from '../routes/stretch';
import type { ShelfClient } from '../shelf-client.worker';
import type { Standby } from '../standby.worker';
import type { Stopwatch } from '../stopwatch';

/** One run of the export worker. */
export interface ExportRun {
  readonly job: ExportJob;
  readonly way: ExportWay;
  /** Chunks of a run before. */
  readonly chunks: readonly Blob[];
  readonly shelf: ShelfClient;
  /** What was made ready while the worker waited for its job. */
  readonly standby: Standby;
  readonly stopwatch: Stopwatch;
  /** Ends with the run. */
  readonly scope: Scope;
  readonly onProgress: (step: ExportStep, done: number, total: number) => void;
  readonly onPlanned: (stretches: readonly FilmStretch[]) => void;
}

/** A file, looked at again. */
export interface MadeFile {
  readonly file: Blob;
  readonly stretches: readonly FilmStretch[];
  readonly checks: readonly FileCheckItem[];
}
