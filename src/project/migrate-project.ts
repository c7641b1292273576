/** The ladder from old documents to the current version: one pure step a version. */
import { StudioError } from '../core/errors';
import { PROJECT_VERSION } from './project';

/** Changes a document of version n into one of version n + 1. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Version 2 keeps foreign shaders and tables in the project; transitions, keyframes and drives may be missing. */
const addImports: Migration = (document) => ({ ...document, imports: {} });

/** Version 3 knows how the whole film sounds: an older one keeps the sound that it had. */
const addMaster: Migration = (document) => ({ ...document, master: { evenLoudness: false, duck: 0 } });

/** `MIGRATIONS[0]` leads from version 1 to 2, and so on. */
export const MIGRATIONS: readonly Migration[] = [addImports, addMaster];

/**
 * Brings a document up to `target`; the result still has to be checked against the schema.
 * @throws StudioError `project-invalid` without a usable version, `project-too-new` for one of a later app
 */
export function migrateProject(
  document: unknown,
  target: number = PROJECT_VERSION,
  ladder: readonly Migration[] = MIGRATIONS,
): Record<string, unknown> {
  if (!isRecord(document)) throw new StudioError('project-invalid', 'A project must be an object.');
  if (document['format'] !== 'fifteen.project')
    throw new StudioError('project-invalid', 'Not a Fifteen project: the format is another one.');
  const version = document['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new StudioError(
      'project-invalid',
      `A project's version must be a whole number, got ${String(version)}.`,
    );
  if (version > target)
    throw new StudioError(
      'project-too-new',
      `The project has version ${version}, this app knows up to ${target}.`,
      {
        values: { version },
      },
    );
  let current = document;
  for (let step = version; step < target; step += 1) {
    const migration = ladder[step - 1];
    if (migration === undefined)
      throw new StudioError('project-invalid', `No way from version ${step} to ${step + 1}.`);
    current = { ...migration(current), version: step + 1 };
  }
  return current;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
