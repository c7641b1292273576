/** Names of finished films. */
import type { Size } from '../core/geometry';
import type { FilmKind } from '../export/export-facts';

const NAME_LENGTH = 60;

const FILES: Readonly<Record<FilmKind, { readonly ending: string; readonly type: string }>> = {
  mp4: { ending: 'mp4', type: 'video/mp4' },
  webm: { ending: 'webm', type: 'video/webm' },
  gif: { ending: 'gif', type: 'image/gif' },
  webp: { ending: 'webp', type: 'image/webp' },
  sound: { ending: 'm4a', type: 'audio/mp4' },
  cover: { ending: 'jpg', type: 'image/jpeg' },
};

/** What the file is, as browsers name it. */
export function mimeTypeOf(kind: FilmKind): string {
  return FILES[kind].type;
}

/** `Name_2026-11-23_720x1280.mp4`: sorts by date, tells the sizes apart, and no file system refuses it. */
export function exportName(
  projectName: string,
  { size, kind }: { readonly size: Size; readonly kind: FilmKind },
  now: Date,
): string {
  const name = projectName
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^\.+/, '')
    .slice(0, NAME_LENGTH);
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `${name === '' ? 'Fifteen' : name}_${day}_${size.width}x${size.height}.${FILES[kind].ending}`;
}
