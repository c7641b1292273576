/** The beats of the music under the film. */
import { useMemo } from 'react';
import type { Flicks } from '../../../core/time';
import { useStudio, useStudioState } from '../../studio-context';
import { barsOf, beatsOf, type GridOf } from './snapping';

export interface FilmBeats {
  /** Times on the timeline, in order; empty where the music has no known beat. */
  readonly beats: readonly Flicks[];
  /** Those that begin a bar. */
  readonly bars: readonly Flicks[];
}

export function useBeats(): FilmBeats {
  const { catalogue, editor, library } = useStudio();
  const project = useStudioState(editor.store, (state) => state.project);
  const songs = useStudioState(library.store, (state) => state.songs);
  return useMemo(() => {
    if (project === null) return { beats: [], bars: [] };
    const gridOf: GridOf = (song) => {
      if (song.kind === 'bundled') return catalogue.songs.find(({ id }) => id === song.id)?.grid ?? null;
      const own = songs.find(({ id }) => id === song.id);
      if (own?.bpm == null || own.firstBeat === null) return null;
      return { bpm: own.bpm, firstBeat: own.firstBeat, beatsPerBar: 4 };
    };
    return { beats: beatsOf(project, gridOf), bars: barsOf(project, gridOf) };
  }, [project, catalogue, songs]);
}
