/** Layout decisions that CSS cannot take alone. */
import { useCallback, useSyncExternalStore } from 'react';

/** Whether `query` matches now, and again when that changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Room for columns beside a 9:16 stage. The same width as in the style sheets. */
export function useIsWide(): boolean {
  return useMediaQuery('(min-width: 900px)');
}
