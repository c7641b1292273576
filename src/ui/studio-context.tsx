/** Hands the studio to the screens. */
import { createContext, useContext, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Studio } from '../studio/studio';

const StudioContext = createContext<Studio | null>(null);

/** Gives its children the studio. */
export function StudioProvider(props: { studio: Studio; children: ReactNode }): ReactElement {
  return <StudioContext value={props.studio}>{props.children}</StudioContext>;
}

/** The studio of this app. */
export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error('Screens must be rendered inside a StudioProvider.');
  return studio;
}

/**
 * A part of a store's state, and again when that part changes: `useStudioState(studio.live.store, (s) => s.phase)`.
 * Select a value that keeps its identity (a field, not a new object).
 */
export function useStudioState<State, Part>(store: StoreApi<State>, select: (state: State) => Part): Part {
  return useStore(store, select);
}
