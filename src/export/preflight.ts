/** What will go wrong with an export, or was perhaps not meant, before it starts. Pure. */
import type { Rect } from '../core/geometry';
import { itemsOf } from '../project/change-items';
import { planSound } from '../project/plan-sound';
import type { Project, TextItem } from '../project/project';
import { FREE_ZONES, coveredOn, type Platform } from '../project/safe-zones';
import type { ExportPreset, PreflightProblem } from '../studio/exporter';

/** What is known of the film and the device. */
export interface PreflightFacts {
  readonly project: Project;
  readonly preset: ExportPreset;
  /** Seconds of the film that are made. */
  readonly start: number;
  readonly end: number;
  /** Takes whose film is gone, and those that this browser cannot decode. */
  readonly missing: readonly string[];
  readonly undecodable: readonly string[];
  /** Bytes that the file will have, and that the device still has room for; null where it does not say. */
  readonly bytes: number;
  readonly freeBytes: number | null;
  /** Where words are drawn, 0..1 of the stage; null for words that are not. */
  readonly boxOf: (text: TextItem) => Rect | null;
}

/** While a film is made its pieces and the file lie side by side. */
const ROOM = 2.2;

/** All that should be said, the worst first. */
export function preflight(facts: PreflightFacts): PreflightProblem[] {
  const problems: PreflightProblem[] = [];
  const add = (
    id: PreflightProblem['id'],
    isFatal: boolean,
    values: PreflightProblem['values'] = {},
  ): void => {
    problems.push({ id, isFatal, values });
  };
  const { missing, undecodable, preset, project, start, end, bytes, freeBytes } = facts;
  if (missing.length > 0) add('missing-source', true, { count: missing.length });
  if (undecodable.length > 0) add('undecodable', true, { count: undecodable.length });
  if (freeBytes !== null && freeBytes < bytes * ROOM)
    add('too-little-space', true, { megabytes: Math.ceil((bytes * ROOM - freeBytes) / 1e6) });
  if (preset.maxSeconds !== undefined && end - start > preset.maxSeconds + 1e-6)
    add('too-long', false, { seconds: preset.maxSeconds });
  if (hasSound(preset) && isSilent(project, start, end)) add('sound-off', false);
  const covered = coveredWords(facts);
  if (covered.length > 0) add('words-outside', false, { count: covered.length });
  return problems;
}

/** Whether the file has a sound at all. */
function hasSound({ kind }: ExportPreset): boolean {
  return kind === 'mp4' || kind === 'webm' || kind === 'sound';
}

/** Whether nothing sounds in a part of the film. */
export function isSilent(project: Project, start: number, end: number): boolean {
  return planSound(project).pieces.every(
    (piece) => piece.start >= end || piece.start + piece.duration <= start,
  );
}

/** The platform a preset is for; any other upright film is held against the first. */
export function platformOf({ id, kind }: ExportPreset): Platform | null {
  if (kind !== 'mp4') return null;
  return id === 'reels' || id === 'shorts' ? id : 'tiktok';
}

/** Words that the platform's own buttons would cover. Only for upright films: others are shown with bars. */
export function coveredWords({
  project,
  preset,
  boxOf,
}: Pick<PreflightFacts, 'project' | 'preset' | 'boxOf'>): TextItem[] {
  const platform = platformOf(preset);
  if (platform === null || project.size.width / project.size.height > 0.6) return [];
  return itemsOf(project, 'text').filter((text) => {
    const box = boxOf(text);
    return box !== null && coveredOn(box).includes(platform);
  });
}

/** Where the middle of a box has to be for the platform to leave it free; words that are too large end in the middle. */
export function placeInside(box: Rect, platform: Platform): { readonly x: number; readonly y: number } {
  const free = FREE_ZONES[platform];
  const along = (from: number, length: number, low: number, room: number): number =>
    length >= room ? low + room / 2 : Math.min(Math.max(from, low), low + room - length) + length / 2;
  return {
    x: along(box.x, box.width, free.x, free.width),
    y: along(box.y, box.height, free.y, free.height),
  };
}
