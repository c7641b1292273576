/** What the songs of a film are called. */
import { BUNDLED_SONGS } from '../media/songs/bundled-songs';
import { itemsOf } from '../project/change-items';
import type { Project } from '../project/project';
import type { Storage } from '../storage/storage';

/** Titles in the order of hearing, each once; songs that are gone are left out. */
export async function songTitles(storage: Storage, project: Project): Promise<string[]> {
  const titles = await Promise.all(
    itemsOf(project, 'music').map(async ({ song }) =>
      song.kind === 'bundled'
        ? BUNDLED_SONGS.find(({ id }) => id === song.id)?.name.en
        : (await storage.songs.get(song.id))?.name,
    ),
  );
  return [...new Set(titles.filter((title) => title !== undefined))];
}
