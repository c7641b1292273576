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
  /** Bytes that encoded films took, as a part of what they might have taken: encoders leave what a quiet film does not need. */
  readonly share: number;
}

const NAME = 'export-pace';

/** The last export counts as much as all before it. */
const LEARNING = 0.5;

/** Routes relative to each other on a device of which nothing is known: measured without a GPU. */
const SHARES: Readonly<Record<StretchRoute, number>> = { copy: 0.01, direct: 1, compose: 6 };

/** Before and after the pictures, in milliseconds, until it is known better. */
const FIRST_FIXED = 1500;

const paceSchema = z.object({
  copy: z.number(),
  direct: z.number(),
  compose: z.number(),
  fixed: z.number(),
  share: z._default(z.number(), 1),
});

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
  const known = before ?? { ...SHARES, fixed: FIRST_FIXED, share: 1 };
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
    share: known.share,
  };
}

/** What a film might take, and what of it is known. */
export interface FilmBytes {
  /** Of the packets that are copied. */
  readonly copied: number;
  /** Of what is encoded, at the bitrates that are asked for. */
  readonly encoded: number;
}

/** Bytes that a film will take. */
export function expectedFilmBytes({ copied, encoded }: FilmBytes, pace: ExportPace | null): number {
  return Math.round(copied + encoded * (pace?.share ?? 1));
}

/** A film of which less was encoded than this part says nothing of encoders. */
const TELLING_PART = 0.5;

/** Films differ: one of nothing but still pictures does not make the next as small. */
const LEAST_SHARE = 0.1;

/** What an export says of sizes. @param isFirst whether none said anything before */
export function learnShare(
  pace: ExportPace,
  { copied, encoded }: FilmBytes,
  bytes: number,
  isFirst: boolean,
): ExportPace {
  if (encoded < (copied + encoded) * TELLING_PART) return pace;
  const share = Math.min(1.2, Math.max(LEAST_SHARE, (bytes - copied) / encoded));
  return { ...pace, share: isFirst ? share : pace.share + LEARNING * (share - pace.share) };
}

/** Remembers it. @throws StudioError `storage-full`, `storage-unavailable` */
export function writePace(settings: SettingsStore, pace: ExportPace): Promise<void> {
  return settings.write(NAME, pace);
}
