/** Reading and removing files of the private file system, from the page. Writing is the worker's. */
import { asStorageError } from './storage-error';

/** The file at `path`, null where there is none. Its bytes stay on disk until they are read. */
export async function findFile(path: readonly string[]): Promise<File | null> {
  const folder = await findFolder(path.slice(0, -1));
  if (folder === null) return null;
  try {
    const handle = await folder.getFileHandle(path.at(-1) ?? '');
    return await handle.getFile();
  } catch (error) {
    if (isMissing(error)) return null;
    throw asStorageError(error);
  }
}

/** Removes a folder with all that is in it; nothing happens where there is none. */
export async function removeFolder(path: readonly string[]): Promise<void> {
  const parent = await findFolder(path.slice(0, -1));
  try {
    await parent?.removeEntry(path.at(-1) ?? '', { recursive: true });
  } catch (error) {
    if (!isMissing(error)) throw asStorageError(error);
  }
}

/** Bytes of all files in a folder. */
export async function folderBytes(path: readonly string[]): Promise<number> {
  const folder = await findFolder(path);
  if (folder === null) return 0;
  let bytes = 0;
  for await (const entry of folder.values()) {
    if (entry.kind === 'file') bytes += (await entry.getFile()).size;
  }
  return bytes;
}

/** Names of what lies in a folder. */
export async function folderNames(path: readonly string[]): Promise<string[]> {
  const folder = await findFolder(path);
  if (folder === null) return [];
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function findFolder(path: readonly string[]): Promise<FileSystemDirectoryHandle | null> {
  try {
    let folder = await navigator.storage.getDirectory();
    for (const part of path) folder = await folder.getDirectoryHandle(part);
    return folder;
  } catch (error) {
    if (isMissing(error)) return null;
    throw asStorageError(error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotFoundError';
}
