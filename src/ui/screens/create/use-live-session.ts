/** Keeps the camera open exactly as long as the Create screen is. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { LiveSource } from '../../../studio/live';
import { useStudio } from '../../studio-context';

export interface LiveSession {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Changes with every opening. */
  readonly canvasKey: string;
  readonly source: LiveSource;
  /** Opens again, with another performer or the same. */
  readonly open: (source: LiveSource) => void;
}

/** Opens on mount, closes on unmount (a running take is saved first). */
export function useLiveSession(): LiveSession {
  const { live } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [session, setSession] = useState<{ source: LiveSource; attempt: number }>({
    source: 'camera',
    attempt: 0,
  });
  useEffect(() => {
    if (canvas.current === null) return;
    void live.open(canvas.current, session.source);
    return () => void live.close();
  }, [live, session]);
  const open = useCallback(
    (source: LiveSource) => setSession(({ attempt }) => ({ source, attempt: attempt + 1 })),
    [],
  );
  return { canvas, canvasKey: String(session.attempt), source: session.source, open };
}
