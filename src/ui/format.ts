/** Numbers in words people read: times, sizes, dates. */
import type { Locale } from '../core/locale';

/** Seconds as `0:07.5`; without tenths `0:07`. Rounds down, so a running clock never shows the future. */
export function formatClock(seconds: number, options: { tenths?: boolean } = {}): string {
  const tenths = Math.max(0, Math.floor(seconds * 10 + 1e-6));
  const minutes = Math.floor(tenths / 600);
  const rest = Math.floor((tenths % 600) / 10);
  const clock = `${minutes}:${String(rest).padStart(2, '0')}`;
  return options.tenths === true ? `${clock}.${tenths % 10}` : clock;
}

/** Bytes in the unit that fits, such as `12 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
  let amount = bytes / 1000;
  let unit: (typeof units)[number] = 'kilobyte';
  for (const larger of units.slice(1)) {
    if (amount < 1000) break;
    amount /= 1000;
    unit = larger;
  }
  const digits = amount < 10 && unit !== 'kilobyte' ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(amount);
}

/** A day and a time, short. `milliseconds` since 1970. */
export function formatWhen(milliseconds: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(milliseconds);
}

/** 0..1 as `80 %` in the language's way. */
export function formatPercent(share: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
