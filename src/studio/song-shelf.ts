/** Songs ready to sound: bundled ones are made from their score, the person's own are decoded. The last few are kept. */
import { StudioError } from '../core/errors';
import { atTempo, type BeatGrid } from '../core/beat-grid';
import type { Pcm } from '../media/pcm';
import { BUNDLED_SONGS } from '../media/songs/bundled-songs';
import { renderSongAside } from '../media/songs/render-song-client';
import { stretchSoundAside } from '../media/stretch-sound-client';
import type { SongRef } from '../project/project';
import type { SongRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import { beatsToKeep } from './song-beats';

/** Songs are rendered at the rate that films carry, so that preview and export hear the same samples. */
export const SONG_SAMPLE_RATE = 48_000;

/** A minute of stereo is 23 MB. */
const KEPT_SONGS = 3;

/** Where no beat is known, effects breathe at this calm pace. */
const UNKNOWN_GRID: BeatGrid = { bpm: 120, firstBeat: 0, beatsPerBar: 4 };

export interface SongShelf {
  /**
   * @param tempo 1 = as it is; 0.5 and 0.75 slow it down at the same pitch. Sound and grid are in the slower song's time.
   * @throws StudioError `storage-missing`, `audio-undecodable`
   */
  load(song: SongRef, tempo?: number): Promise<{ pcm: Pcm; grid: BeatGrid }>;
  /** The sound of a song that is kept already; null where it would have to be loaded. */
  loaded(song: SongRef): Promise<Pcm | null>;
  /** The beats, as far as they are known without loading. */
  gridOf(song: SongRef): BeatGrid | null;
}

/** One shelf for the whole studio. */
export function createSongShelf(storage: Storage): SongShelf {
  const kept = new Map<string, Promise<{ pcm: Pcm; grid: BeatGrid }>>();
  const grids = new Map<string, BeatGrid>(BUNDLED_SONGS.map((song) => [`bundled:${song.id}`, song.grid]));

  const fetchSong = async (song: SongRef, tempo: number): Promise<{ pcm: Pcm; grid: BeatGrid }> => {
    if (song.kind === 'bundled') {
      const info = BUNDLED_SONGS.find(({ id }) => id === song.id);
      if (info === undefined) throw new StudioError('storage-missing', `No bundled song "${song.id}".`);
      return {
        pcm: await renderSongAside(song.id, SONG_SAMPLE_RATE, tempo),
        grid: atTempo(info.grid, tempo),
      };
    }
    const record = await storage.songs.get(song.id);
    if (record === undefined) throw new StudioError('storage-missing', `No song ${song.id} in the library.`);
    const { decodeSound } = await import('../media/decode-sound');
    const pcm = await decodeSound(await storage.songs.file(song.id));
    const grid = await gridOfOwn(record, pcm);
    grids.set(keyOf(song), grid);
    if (tempo === 1) return { pcm, grid };
    return { pcm: await stretchSoundAside(pcm, tempo), grid: atTempo(grid, tempo) };
  };

  /** As stored; songs that came in before beats were looked for are caught up on here, once. */
  const gridOfOwn = async (record: SongRecord, pcm: Pcm): Promise<BeatGrid> => {
    if (record.bpm !== null) return { bpm: record.bpm, firstBeat: record.firstBeat ?? 0, beatsPerBar: 4 };
    const found = await beatsToKeep(pcm);
    if (found.bpm === null) return UNKNOWN_GRID;
    await storage.songs.update(record.id, found);
    return { bpm: found.bpm, firstBeat: found.firstBeat, beatsPerBar: 4 };
  };

  return {
    load(song, tempo = 1) {
      const key = `${keyOf(song)}@${tempo}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const loading = fetchSong(song, tempo);
      kept.set(key, loading);
      loading.catch(() => kept.delete(key));
      const oldest = kept.keys().next();
      if (kept.size > KEPT_SONGS && oldest.done !== true) kept.delete(oldest.value);
      return loading;
    },
    loaded: async (song) => (await kept.get(`${keyOf(song)}@1`))?.pcm ?? null,
    gridOf: (song) => grids.get(keyOf(song)) ?? null,
  };
}

function keyOf(song: SongRef): string {
  return `${song.kind}:${song.id}`;
}
