/** Says out loud, through a screen reader, what changed on the screen. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import styles from './visually-hidden.module.css';

/**
 * Speaks `message` when it changes.
 * @param props.assertive interrupts; only for what cannot wait
 * @param props.minIntervalMs speaks at most so often, and always the newest (a judgement a beat would never end otherwise)
 */
export function LiveRegion(props: {
  message: string;
  assertive?: boolean;
  minIntervalMs?: number;
}): ReactElement {
  const { message, assertive = false, minIntervalMs = 0 } = props;
  const spoken = useThrottled(message, minIntervalMs);
  return (
    <div
      role={assertive ? 'alert' : 'status'}
      aria-live={assertive ? 'assertive' : 'polite'}
      className={styles.hidden}
    >
      {spoken}
    </div>
  );
}

function useThrottled(message: string, intervalMs: number): string {
  const [spoken, setSpoken] = useState('');
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, lastAt.current + intervalMs - performance.now());
    const timer = setTimeout(() => {
      lastAt.current = performance.now();
      setSpoken(message);
    }, wait);
    return () => clearTimeout(timer);
  }, [message, intervalMs]);
  return spoken;
}
