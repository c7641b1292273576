/** Projects: the last three saves of each are kept, and a damaged one falls back to the one before. */
import { StudioError, asStudioError } from '../core/errors';
import { seedFrom } from '../core/random';
import { parseProject } from '../project/parse-project';
import type { Project } from '../project/project';
import { generationsOf, type Database, type ProjectRow } from './database';
import type { ProjectRecord } from './records';
import { asStorageError } from './storage-error';

const KEPT_GENERATIONS = 3;

export interface ProjectStore {
  /** Every project that can be read, last changed first. */
  list(): Promise<ProjectRecord[]>;
  /** Those that cannot, and why: they stay in storage untouched. */
  listUnreadable(): Promise<{ readonly id: string; readonly error: StudioError }[]>;
  /**
   * The newest save that is whole; undefined when there is no such project.
   * @throws StudioError `project-too-new` (an older save is not shown in its place), `project-invalid` when none is whole
   */
  get(id: string): Promise<Project | undefined>;
  /** Adds a generation and drops the oldest, in one transaction. @throws StudioError `storage-full` */
  save(project: Project): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createProjectStore(database: Database): ProjectStore {
  const readAll = async (): Promise<{ id: string; read: () => Project }[]> => {
    const rows = await database.getAll('projects');
    const byId = new Map<string, ProjectRow[]>();
    for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
    return [...byId].map(([id, generations]) => ({ id, read: () => readNewest(generations) }));
  };

  return {
    async list() {
      const records: ProjectRecord[] = [];
      for (const { id, read } of await readAll()) {
        const project = tryRead(read);
        if (!(project instanceof StudioError)) records.push({ id, project });
      }
      return records.sort((a, b) => b.project.modifiedAt - a.project.modifiedAt || (a.id < b.id ? -1 : 1));
    },
    async listUnreadable() {
      return (await readAll()).flatMap(({ id, read }) => {
        const error = tryRead(read);
        return error instanceof StudioError ? [{ id, error }] : [];
      });
    },
    async get(id) {
      const rows = await database.getAll('projects', generationsOf(id));
      return rows.length === 0 ? undefined : readNewest(rows);
    },
    async save(project) {
      const text = JSON.stringify(project);
      try {
        const transaction = database.transaction('projects', 'readwrite', { durability: 'strict' });
        const keys = await transaction.store.getAllKeys(generationsOf(project.id));
        const generation = (keys.at(-1)?.[1] ?? 0) + 1;
        await Promise.all([
          transaction.store.put({ id: project.id, generation, text, checksum: seedFrom(text) }),
          ...keys.slice(0, -(KEPT_GENERATIONS - 1)).map((key) => transaction.store.delete(key)),
          transaction.done,
        ]);
      } catch (error) {
        throw asStorageError(error);
      }
    },
    async remove(id) {
      await database.delete('projects', generationsOf(id));
    },
  };
}

function tryRead(read: () => Project): Project | StudioError {
  try {
    return read();
  } catch (error) {
    return asStudioError(error, 'project-invalid');
  }
}

/** @param rows generations of one project, oldest first; at least one */
function readNewest(rows: readonly ProjectRow[]): Project {
  let firstFailure: StudioError | null = null;
  for (const row of rows.toReversed()) {
    try {
      return readRow(row);
    } catch (error) {
      const failure = asStudioError(error, 'project-invalid');
      if (failure.code === 'project-too-new') throw failure;
      firstFailure ??= failure;
    }
  }
  throw firstFailure ?? new StudioError('project-invalid', 'The project has no saved state.');
}

function readRow(row: ProjectRow): Project {
  if (seedFrom(row.text) !== row.checksum)
    throw new StudioError('project-invalid', `Generation ${row.generation} of project ${row.id} is damaged.`);
  return parseProject(JSON.parse(row.text));
}
