/** Keeps the floor open exactly as long as the Dance screen is. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { LiveSource } from '../../../studio/live';
import { useStudio } from '../../studio-context';

export interface DanceSession {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Changes with every opening. */
  readonly canvasKey: string;
  readonly source: LiveSource;
  /** Opens again, with another player or the same. */
  readonly open: (source: LiveSource) => void;
}

/** Opens `challengeId` on mount, closes on unmount (an unfinished take is thrown away). */
export function useDanceSession(challengeId: string): DanceSession {
  const { dance } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [session, setSession] = useState<{ source: LiveSource; attempt: number }>({
    source: 'camera',
    attempt: 0,
  });
  useEffect(() => {
    if (canvas.current === null) return;
    void dance.open(canvas.current, challengeId, session.source);
    return () => void dance.close();
  }, [dance, challengeId, session]);
  const open = useCallback(
    (source: LiveSource) => setSession(({ attempt }) => ({ source, attempt: attempt + 1 })),
    [],
  );
  return { canvas, canvasKey: String(session.attempt), source: session.source, open };
}
