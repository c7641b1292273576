/** Keeps the practice floor open exactly as long as its screen is. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { LiveSource } from '../../../studio/live';
import { useStudio } from '../../studio-context';

export interface PracticeSession {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Changes with every opening. */
  readonly canvasKey: string;
  readonly source: LiveSource;
  /** Opens again, with another player or the same. */
  readonly open: (source: LiveSource) => void;
}

/** Opens on mount, closes on unmount. `from` and `to` are the stretch to begin with; null = all. */
export function usePracticeSession(
  challengeId: string,
  from: number | null,
  to: number | null,
): PracticeSession {
  const { practice } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [session, setSession] = useState<{ source: LiveSource; attempt: number }>({
    source: 'camera',
    attempt: 0,
  });
  useEffect(() => {
    if (canvas.current === null) return;
    const moves = from === null || to === null ? null : { from, to };
    void practice.open(canvas.current, challengeId, session.source, moves);
    return () => void practice.close();
  }, [practice, challengeId, from, to, session]);
  const open = useCallback(
    (source: LiveSource) => setSession(({ attempt }) => ({ source, attempt: attempt + 1 })),
    [],
  );
  return { canvas, canvasKey: String(session.attempt), source: session.source, open };
}
