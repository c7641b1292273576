/** Names a film and what is to be made of it: the same name is the same file. */
import type { Project } from '../project/project';
import type { ExportChoice } from './exporter';

/** Counted up when a film made anew would be another: files made before are then not taken for it. */
const MAKER_VERSION = 1;

/** SHA-256 over all that a file depends on, as hex. What the film is called, and when it was changed, is not among it. */
export async function exportSignature(project: Project, choice: ExportChoice): Promise<string> {
  const { id: _id, name: _name, createdAt: _created, modifiedAt: _modified, ...content } = project;
  const text = JSON.stringify([MAKER_VERSION, sorted(content), sorted(choice)]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same value with the names of its fields in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]),
  );
}
