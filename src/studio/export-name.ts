/** Names of finished films. */
import type { Size } from '../core/geometry';

const NAME_LENGTH = 60;

/** `Name_2026-11-23_720x1280.mp4`: sorts by date, tells the sizes apart, and no file system refuses it. */
export function exportName(projectName: string, size: Size, now: Date): string {
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
  return `${name === '' ? 'Fifteen' : name}_${day}_${size.width}x${size.height}.mp4`;
}
