/** How fast this device makes films, learned from those it made. */
import * as z from 'zod/mini';
import type { Size } from '../core/geometry';
import type { StretchRoute } from '../export/routes/stretch';
import type { SettingsStore } from '../storage/storage';
import type { ExportStretch } from './exporter';

/** Milliseconds for a megapixel of picture, by route, and for a film whatever its length. */
export interface ExportPace {
  readonly copy: number;
  readonly direct: number;
  readonly compose: number;
  readonly fixed: number;
}

const NAME = 'export-pace';

/** The last export counts as much as all before it. */
const LEARNING = 0.5;

/** Routes relative to each other on a device of which nothing is known: measured without a GPU. */
const SHARES: Readonly<Record<StretchRoute, number>> = { copy: 0.01, direct: 1, compose: 6 };

/** Before and after the pictures, in milliseconds, until it is known better. */
const FIRST_FIXED = 1500;

const paceSchema = z.object({ copy: z.number(), direct: z.number(), compose: z.number(), fixed: z.number() });

/** null before the first export on this device. */
export async function readPace(settings: SettingsStore): Promise<ExportPace | null> {
  const read = paceSchema.safeParse(await settings.read(NAME));
  return read.success ? read.data : null;
}

/** Seconds that a film will take. */
export function expectedSeconds(pace: ExportPace, stretches: readonly ExportStretch[], size: Size): number {
  const pixels = (size.width * size.height) / 1e6;
  const pictures = stretches.reduce((sum, { route, count }) => sum + pace[route] * count * pixels, 0);
  return (pictures + pace.fixed) / 1000;
}

/** What an export says of the pace: all routes are taken to be as much faster or slower as the film was. */
export function learnPace(
  before: ExportPace | null,
  stretches: readonly ExportStretch[],
  size: Size,
  pictureMs: number,
  totalMs: number,
): ExportPace {
  const pixels = (size.width * size.height) / 1e6;
  const known = before ?? { ...SHARES, fixed: FIRST_FIXED };
  const foretold = stretches.reduce((sum, { route, count }) => sum + known[route] * count * pixels, 0);
  const factor = foretold > 0 ? pictureMs / foretold : 1;
  const weight = before === null ? 1 : LEARNING;
  const routes = new Set(stretches.map(({ route }) => route));
  const blend = (route: StretchRoute): number =>
    routes.has(route) || before === null ? known[route] * (1 + weight * (factor - 1)) : known[route];
  const fixed = Math.max(0, totalMs - pictureMs);
  return {
    copy: blend('copy'),
    direct: blend('direct'),
    compose: blend('compose'),
    fixed: before === null ? fixed : known.fixed + LEARNING * (fixed - known.fixed),
  };
}

/** Remembers it. @throws StudioError `storage-full`, `storage-unavailable` */
export function writePace(settings: SettingsStore, pace: ExportPace): Promise<void> {
  return settings.write(NAME, pace);
}
