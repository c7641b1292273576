/** Takes, projects, exports and songs as lists, and what a person does with them. */
import { createStore } from 'zustand/vanilla';
import { StudioError, asStudioError } from '../core/errors';
import { toSeconds } from '../core/time';
import { fillTemplate, parseTemplate } from '../project/template';
import { createProjectFromTake } from '../project/create-project';
import { projectDuration } from '../project/duration';
import type { Project } from '../project/project';
import type { Storage } from '../storage/storage';
import { readSong } from './import-sound';
import { sweepVoices } from './sweep-voices';
import { importVideo, nameOfFile } from './import-video';
import type { Library, LibraryState, ProjectCard } from './library';
import { LibraryThumbnails } from './library-thumbnails';
import { LibraryTrash } from './library-trash';
import { beatsToKeep } from './song-beats';

const NAME_LENGTH = 200;

const EMPTY: LibraryState = {
  loaded: false,
  takes: [],
  projects: [],
  exports: [],
  songs: [],
  storage: null,
  deleted: null,
  importing: null,
  error: null,
};

/** The library over a storage. */
export function createLibrary({ storage }: { readonly storage: Storage }): Library {
  const store = createStore<LibraryState>(() => EMPTY);
  const trash = new LibraryTrash(
    storage.settings,
    { take: storage.takes, project: storage.projects, export: storage.exports },
    'trash',
  );
  const thumbnails = new LibraryThumbnails(storage);
  let tidied: Promise<void> | null = null;
  let turn = 0;

  const refresh = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    try {
      tidied ??= trash.emptyLeftovers().then(() => sweepVoices(storage, Date.now()));
      await tidied;
      const [takes, projects, unreadable, exports, songs, usage] = await Promise.all([
        storage.takes.list(),
        storage.projects.list(),
        storage.projects.listUnreadable(),
        storage.exports.list(),
        storage.songs.list(),
        storage.usage(),
      ]);
      if (mine !== turn) return;
      store.setState({
        loaded: true,
        takes: takes.filter(({ id }) => !trash.isTrashed('take', id)),
        projects: projects
          .filter(({ id }) => !trash.isTrashed('project', id))
          .map(({ project }) => cardOf(project)),
        exports: exports.filter(({ id }) => !trash.isTrashed('export', id)),
        songs,
        storage: usage,
        deleted: trash.current === null ? null : pick(trash.current),
        error: unreadable[0]?.error ?? null,
      });
    } catch (error) {
      tidied = null;
      if (mine === turn) store.setState({ loaded: true, error: asStudioError(error, 'storage-unavailable') });
    }
  };

  /** Shows a file on its way in, and the lists with it when it is there. */
  const importing = async <T>(
    file: File,
    work: (onProgress: (progress: number) => void) => Promise<T>,
  ): Promise<T> => {
    const show = (progress: number): void => store.setState({ importing: { name: file.name, progress } });
    show(0);
    try {
      return await work(show);
    } catch (error) {
      throw asStudioError(error, 'file-unreadable');
    } finally {
      store.setState({ importing: null });
      await refresh();
    }
  };

  const requireProject = async (id: string): Promise<Project> => {
    const project = await storage.projects.get(id);
    if (project === undefined) throw new StudioError('storage-missing', `No project ${id} in the library.`);
    return project;
  };

  return {
    store,
    refresh,
    importVideo: (file) => importing(file, (onProgress) => importVideo(storage, file, { onProgress })),
    importSong: (file) =>
      importing(file, async (onProgress) => {
        // Decoded once to know that it can be heard, how long, and where its beats are.
        const { pcm, file: kept } = await readSong(file);
        const record = {
          id: crypto.randomUUID(),
          name: nameOfFile(file),
          createdAt: Date.now(),
          mimeType: kept.type,
          duration: (pcm.channels[0]?.length ?? 0) / pcm.sampleRate,
          ...(await beatsToKeep(pcm)),
          bytes: 0,
        };
        return storage.songs.importFile(record, kept, { onProgress });
      }),
    async createProject(takeId) {
      const take = await storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      const project = createProjectFromTake(take, { id: crypto.randomUUID(), now: Date.now() });
      await storage.projects.save(project);
      await refresh();
      return project.id;
    },
    async templates() {
      const { bundledTemplates } = await import('../project/templates/bundled-templates');
      return bundledTemplates();
    },
    async readTemplate(file) {
      let text: string;
      try {
        text = await file.text();
      } catch (cause) {
        throw new StudioError('file-unreadable', `${file.name} cannot be read.`, { cause });
      }
      return parseTemplate(text);
    },
    async createFromTemplate(template, takeIds, name) {
      const takes = await Promise.all(takeIds.map((id) => storage.takes.get(id)));
      const project = fillTemplate(
        template,
        takes.filter((take) => take !== undefined),
        { projectId: crypto.randomUUID(), now: Date.now(), newId: () => crypto.randomUUID() },
      );
      await storage.projects.save({ ...project, name });
      await refresh();
      return project.id;
    },
    async rename(kind, id, name) {
      const trimmed = name.trim().slice(0, NAME_LENGTH);
      if (trimmed === '') return;
      if (kind === 'take') await storage.takes.update(id, { name: trimmed });
      else if (kind === 'export') await storage.exports.update(id, { name: trimmed });
      else
        await storage.projects.save({
          ...(await requireProject(id)),
          name: trimmed,
          modifiedAt: Date.now(),
        });
      await refresh();
    },
    async duplicateProject(id) {
      const project = await requireProject(id);
      const now = Date.now();
      const copy: Project = {
        ...project,
        id: crypto.randomUUID(),
        name: `${project.name.slice(0, NAME_LENGTH - 4)} (2)`,
        createdAt: now,
        modifiedAt: now,
      };
      await storage.projects.save(copy);
      await refresh();
      return copy.id;
    },
    async remove(kind, id) {
      const before = trash.current;
      await trash.put({ kind, id, name: nameOf(store.getState(), kind, id) });
      if (before !== null) thumbnails.drop(before.kind, before.id);
      await refresh();
    },
    async undoRemove() {
      await trash.restore();
      await refresh();
    },
    thumbnail: (kind, id) => thumbnails.get(kind, id),
    async mediaUrl(kind, id) {
      return URL.createObjectURL(
        kind === 'take' ? await storage.takes.media(id) : await storage.exports.file(id),
      );
    },
    async keepSafe() {
      const kept = await storage.persist();
      await refresh();
      return kept;
    },
  };
}

function cardOf(project: Project): ProjectCard {
  const { id, name, createdAt, modifiedAt } = project;
  return { id, name, createdAt, modifiedAt, duration: toSeconds(projectDuration(project)) };
}

function pick({ kind, id, name }: NonNullable<LibraryState['deleted']>): LibraryState['deleted'] {
  return { kind, id, name };
}

function nameOf(
  { takes, projects, exports }: LibraryState,
  kind: 'take' | 'project' | 'export',
  id: string,
): string {
  const list: readonly { readonly id: string; readonly name: string }[] = {
    take: takes,
    project: projects,
    export: exports,
  }[kind];
  return list.find((thing) => thing.id === id)?.name ?? '';
}
