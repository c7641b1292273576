/** Runs what takes time from a button: busy while it runs, and an error to show in place when it fails. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { asStudioError, isCancelled, type StudioError } from '../core/errors';

export interface Task {
  readonly busy: boolean;
  /** The failure of the last run; a cancelled run is not one. */
  readonly error: StudioError | null;
  /** Starts `job`; while one runs, another is not started. */
  readonly run: (job: () => Promise<void>) => void;
  /** Takes the error away. */
  readonly clear: () => void;
}

/** One task at a time for a component; nothing is shown after it has gone. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<StudioError | null>(null);
  const isRunning = useRef(false);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  const run = useCallback((job: () => Promise<void>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setError(null);
    job()
      .catch((failure: unknown) => {
        if (isMounted.current && !isCancelled(failure)) setError(asStudioError(failure));
      })
      .finally(() => {
        isRunning.current = false;
        if (isMounted.current) setBusy(false);
      });
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { busy, error, run, clear };
}
