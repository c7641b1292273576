/** "Fill my clips into this": a film whose clips are places that wait for takes. */
import * as z from 'zod/mini';
import { StudioError } from '../core/errors';
import { toSeconds } from '../core/time';
import { itemsOf } from './change-items';
import type { TakeFacts } from './create-project';
import { projectDuration } from './duration';
import { emptyClip, fillClip } from './edits/empty-clip';
import { parseProject } from './parse-project';
import type { Project, Source } from './project';
import { PROJECT_LIMITS } from './project-schema';

export const TEMPLATE_VERSION = 1;

/** Largest file in characters, as for projects with some imported effects. */
const LARGEST_FILE = 16_000_000;

/** The source that empty places name; no take has this id. */
const PLACE_ID = 'place';
const PLACE: Source = {
  takeId: PLACE_ID,
  duration: 0,
  size: { width: 1080, height: 1920 },
  hasSound: false,
};

/** A take that is too short for its place runs slower, down to this speed. */
const SLOWEST = 0.5;

export interface Template {
  readonly format: 'fifteen.template';
  readonly version: typeof TEMPLATE_VERSION;
  readonly name: string;
  /** Its clips are empty places. */
  readonly project: Project;
}

/** A place that waits for a take. */
export interface TemplatePlace {
  readonly clipId: string;
  /** Seconds. */
  readonly start: number;
  readonly duration: number;
}

/**
 * The film without what belongs to one person: its clips become places; voices, judgements and songs of one's own stay
 * behind. Cuts, words, stickers, effects, bundled music and imported effects go along.
 */
export function toTemplate(project: Project, name: string): Template {
  const emptied = itemsOf(project, 'video').reduce((film, { id }) => emptyClip(film, id), project);
  const tracks = emptied.tracks.map((track) => {
    switch (track.kind) {
      case 'video':
        return { ...track, items: track.items.map((clip) => ({ ...clip, sourceId: PLACE_ID })) };
      case 'music':
        return { ...track, items: track.items.filter(({ song }) => song.kind === 'bundled') };
      case 'voice':
        return { ...track, items: [] };
      case 'text':
      case 'stickers':
      case 'effects':
        return track;
    }
  });
  return {
    format: 'fifteen.template',
    version: TEMPLATE_VERSION,
    name: name.trim().slice(0, PROJECT_LIMITS.nameLength) || 'Template',
    project: {
      ...emptied,
      tracks,
      sources: { [PLACE_ID]: PLACE },
      markers: emptied.markers.filter(({ kind }) => kind === 'note'),
    },
  };
}

/** The places in order. */
export function placesOf({ project }: Template): readonly TemplatePlace[] {
  return itemsOf(project, 'video')
    .filter(({ empty }) => empty === true)
    .map(({ id, start, duration }) => ({
      clipId: id,
      start: toSeconds(start),
      duration: toSeconds(duration),
    }));
}

/**
 * A film of the template with these takes: place after place, take after take, again from the first when they run out.
 * One take that is as long as the film runs through it in time, so that what was danced to the music still is; a take that
 * is used several times shows a later part each time. A take that is too short runs slower, and then its place closes up.
 * Without takes the places stay empty.
 * @param ids `now` in milliseconds since 1970
 */
export function fillTemplate(
  template: Template,
  takes: readonly Pick<TakeFacts, 'id' | 'duration' | 'size' | 'hasSound' | 'mirror'>[],
  ids: { readonly projectId: string; readonly now: number; readonly newId: () => string },
): Project {
  const { projectId: id, now } = ids;
  const places = placesOf(template);
  const film = toSeconds(projectDuration(template.project));
  const blank: Project = { ...template.project, id, name: template.name, createdAt: now, modifiedAt: now };
  const filled = places.reduce((project, place, index) => {
    const take = takes[index % Math.max(1, takes.length)];
    if (take === undefined) return project;
    const uses = Math.ceil((places.length - (index % takes.length)) / takes.length);
    const use = Math.floor(index / takes.length);
    const spare = Math.max(0, take.duration - place.duration);
    const inTime = takes.length === 1 && take.duration >= film - 1e-3;
    const from = inTime ? Math.min(place.start, spare) : uses > 1 ? (spare * use) / (uses - 1) : spare / 2;
    const speed = Math.min(1, Math.max(SLOWEST, take.duration / place.duration));
    return fillClip(project, place.clipId, take, from, ids.newId(), speed);
  }, blank);
  const isUsed = itemsOf(filled, 'video').some(({ sourceId }) => sourceId === PLACE_ID);
  if (isUsed) return filled;
  const { [PLACE_ID]: _place, ...sources } = filled.sources;
  return { ...filled, sources };
}

const templateSchema = z.strictObject({
  format: z.literal('fifteen.template'),
  version: z.literal(TEMPLATE_VERSION),
  name: z.string().check(z.minLength(1), z.maxLength(PROJECT_LIMITS.nameLength)),
  project: z.unknown(),
});

/**
 * Reads a template's file; one that was saved by an older app is brought up.
 * @throws StudioError `project-invalid`, `project-too-new`
 */
export function parseTemplate(text: string): Template {
  if (text.length > LARGEST_FILE)
    throw new StudioError('project-invalid', 'The file is too large for a template.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new StudioError('project-invalid', 'The file is no JSON.', { cause });
  }
  const parsed = z.safeParse(templateSchema, json);
  if (!parsed.success)
    throw new StudioError('project-invalid', 'The file is no template.', { cause: parsed.error });
  const { name, project } = parsed.data;
  // Whatever it holds, a template brings places and no takes.
  return toTemplate(parseProject(project), name);
}
