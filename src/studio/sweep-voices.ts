/** Throws away recorded voices that no film has any more. */
import { itemsOf } from '../project/change-items';
import type { Storage } from '../storage/storage';

/** A voice this young may belong to a film that is open and not saved yet, in milliseconds. */
const SAFE_AGE_MS = 24 * 60 * 60 * 1000;

/**
 * A film that cannot be read may still have voices: then none is thrown away.
 * @param now milliseconds since 1970
 * @throws StudioError `storage-*`
 */
export async function sweepVoices(storage: Pick<Storage, 'songs' | 'projects'>, now: number): Promise<void> {
  if ((await storage.projects.listUnreadable()).length > 0) return;
  const projects = await storage.projects.list();
  const used = new Set(
    projects.flatMap(({ project }) =>
      itemsOf(project, 'voice').flatMap(({ from }) => (from.kind === 'recording' ? [from.id] : [])),
    ),
  );
  for (const { id, createdAt } of await storage.songs.listVoices())
    if (!used.has(id) && now - createdAt > SAFE_AGE_MS) await storage.songs.remove(id);
}
