/** How a file leaves the app: through the device's sharing where it takes such files, else as a download. */
import { asStudioError, isCancelled } from '../core/errors';

/** A browser reads the address of a download a moment after the click. */
const DOWNLOAD_MS = 60_000;

/** Opens the share sheet with the file, or saves it to the device where there is no sheet for such files. */
export async function handOutFile(file: File): Promise<void> {
  // Missing in browsers that have no share sheet; many sheets take films and pictures alone.
  const canShare = 'canShare' in navigator && navigator.canShare({ files: [file] });
  if (canShare) await shareFile(file);
  else downloadFile(file);
}

/** Opens the share sheet of the device. @throws StudioError */
export async function shareFile(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file], title: file.name });
  } catch (error) {
    // Closing the sheet is an answer, not a failure.
    if (!isCancelled(error)) throw asStudioError(error);
  }
}

/**
 * Saves the file where the person says, in browsers that let them say, else where downloads go. Must be called from a tap.
 * @returns false when the person changed their mind
 */
export async function saveFile(file: File): Promise<boolean> {
  const { showSaveFilePicker: choose } = window;
  if (choose === undefined) {
    downloadFile(file);
    return true;
  }
  try {
    const handle = await choose.call(window, { suggestedName: file.name });
    await file.stream().pipeTo(await handle.createWritable());
    return true;
  } catch (error) {
    if (isCancelled(error)) return false;
    // Not allowed here, or the tap was too long ago: the old way has no such limits.
    if (!isNotAllowed(error)) throw asStudioError(error, 'storage-unavailable');
    downloadFile(file);
    return true;
  }
}

function isNotAllowed(error: unknown): boolean {
  return error instanceof Error && (error.name === 'SecurityError' || error.name === 'NotAllowedError');
}

declare global {
  interface Window {
    /** Chrome and Edge 86 on computers; not in TypeScript's library. */
    showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
  }
}

/** Saves the file to where the browser keeps downloads. */
export function downloadFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS);
}

/** A name that every file system takes; the ending is the caller's. */
export function fileNameOf(name: string): string {
  return name.replace(/[^\p{L}\p{N} _-]+/gu, '').trim() || 'fifteen';
}
