/** "Fill my clips into this": a film whose clips are places that wait for takes. */
import * as z from 'zod/mini';
import { StudioError } from '../core/errors';
import { toSeconds } from '../core/time';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
import { itemsOf } from './change-items';
import { clampOr } from './clamp-or';
import { PROJECT_FPS, type TakeFacts } from './create-project';
import { fillClip } from './edits/empty-clip';
import { parseProject } from './parse-project';
import type { Clip, MusicItem, Project, Source, Track } from './project';
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

/** Combos are noted by the judge, and go with the dance that they were of. */
const COMBO_NOTE = /^combo-\d+$/;

/**
 * The film without what belongs to one person: its clips become places; voices, judgements and songs of one's own stay
 * behind, and so does every import that is not seen. Cuts, words, stickers, effects, bundled music and the imports that
 * they use go along.
 */
export function toTemplate(project: Project, name: string): Template {
  const title = name.trim().slice(0, PROJECT_LIMITS.nameLength) || 'Template';
  const tracks = project.tracks.map((track) => giveAway(track, project));
  return {
    format: 'fifteen.template',
    version: TEMPLATE_VERSION,
    name: title,
    project: {
      ...project,
      // Whose film it was and when it was made is nobody's business.
      id: 'template',
      name: title,
      createdAt: 0,
      modifiedAt: 0,
      sources: { [PLACE_ID]: PLACE },
      imports: importsUsedIn(tracks, project.imports),
      tracks,
      markers: project.markers.filter(({ id, kind }) => kind === 'note' && !COMBO_NOTE.test(id)),
    },
  };
}

/** The track as it may be given away. */
function giveAway(track: Track, { sources }: Project): Track {
  switch (track.kind) {
    case 'video':
      return { ...track, items: track.items.map((clip) => placeOf(clip, sources)) };
    case 'effects':
      return {
        ...track,
        items: track.items.map((item) => ({ ...item, effect: withoutSources(item.effect, sources) })),
      };
    case 'music':
      return { ...track, items: track.items.filter(({ song }) => song.kind === 'bundled') };
    case 'voice':
      return { ...track, items: [] };
    case 'text':
    case 'stickers':
      return track;
  }
}

/** A place where the clip was, which lays what fills it into the stage in the same way. */
function placeOf({ id, start, duration, fit, volume, transition }: Clip, sources: Project['sources']): Clip {
  return {
    id,
    start,
    duration,
    sourceId: PLACE_ID,
    sourceStart: 0,
    speed: 1,
    fit,
    mirror: false,
    volume,
    empty: true,
    ...(transition === undefined
      ? {}
      : { transition: { ...transition, effect: withoutSources(transition.effect, sources) } }),
  };
}

/** An effect may show a take as its picture: it shows none where the take stays behind. */
function withoutSources(effect: EffectInstance, sources: Project['sources']): EffectInstance {
  const params = Object.entries(effect.params).map(([name, value]) => [
    name,
    typeof value === 'string' && Object.hasOwn(sources, value) ? '' : value,
  ]);
  return { ...effect, params: Object.fromEntries(params) as EffectInstance['params'] };
}

function importsUsedIn(tracks: readonly Track[], imports: ImportedAssets): ImportedAssets {
  const named = new Set<unknown>();
  const note = ({ effectId, params }: EffectInstance): void =>
    [effectId, ...Object.values(params)].forEach((value) => named.add(value));
  for (const track of tracks) {
    if (track.kind === 'effects') track.items.forEach(({ effect }) => note(effect));
    if (track.kind === 'video')
      track.items.forEach(({ transition }) => transition !== undefined && note(transition.effect));
    if (track.kind === 'stickers')
      track.items.forEach(({ picture }) => picture.kind === 'asset' && named.add(picture.id));
  }
  return Object.fromEntries(Object.entries(imports).filter(([id]) => named.has(id)));
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

/** What filling a place must know of a take. */
export type FillingTake = Pick<TakeFacts, 'id' | 'duration' | 'size' | 'hasSound' | 'mirror'> & {
  /** A take that was danced to the song of the template is shown where that song is. */
  readonly music?: TakeFacts['music'];
  /** Seconds of the take at which its best part begins; 0 without. */
  readonly bestFrom?: number;
};

/**
 * A film of the template with these takes: place after place, take after take, again from the first when they run out.
 * A take that was danced to the template's own song stays in time with it. One other take that is as long as the film
 * runs through it in order; a take that is used several times shows a later part each time, spread over all of it. A take
 * that is too short runs slower, and then its place closes up. Without takes the places stay empty.
 * @param ids `now` in milliseconds since 1970
 */
export function fillTemplate(
  template: Template,
  takes: readonly FillingTake[],
  ids: { readonly projectId: string; readonly now: number; readonly newId: () => string },
): Project {
  const { projectId: id, now, newId } = ids;
  const places = placesOf(template);
  const [song] = itemsOf(template.project, 'music');
  let film: Project = { ...template.project, id, name: template.name, createdAt: now, modifiedAt: now };
  const starts = takes.map((take, turn) => {
    const own = places.filter((_, index) => index % takes.length === turn);
    return startsInSong(own, take, song) ?? startsSpread(own, take, takes.length === 1);
  });
  places.forEach((place, index) => {
    const turn = index % Math.max(1, takes.length);
    const take = takes[turn];
    if (take === undefined) return;
    const start = starts[turn]?.[Math.floor(index / takes.length)] ?? 0;
    const isLongEnough = take.duration >= place.duration - HALF_FRAME;
    const speed = isLongEnough ? 1 : Math.max(SLOWEST, take.duration / place.duration);
    film = fillClip(film, place.clipId, take, start, newId(), speed);
  });
  const isUsed = itemsOf(film, 'video').some(({ sourceId }) => sourceId === PLACE_ID);
  if (isUsed) return film;
  const { [PLACE_ID]: _place, ...sources } = film.sources;
  return { ...film, sources };
}

/** Seconds: the last frame of a clip may be up to half covered, at the frame rate of new films. */
const HALF_FRAME = 0.5 / PROJECT_FPS;

/** Where the take hears at each of its places what the film plays there; null where it was danced to another song, or does not reach. */
function startsInSong(
  places: readonly TemplatePlace[],
  { music, duration }: FillingTake,
  under: MusicItem | undefined,
): number[] | null {
  if (music == null || under === undefined) return null;
  if (music.song.kind !== under.song.kind || music.song.id !== under.song.id) return null;
  const ahead = under.songStart - toSeconds(under.start) - music.songStart;
  const reaches = places.every(
    (place) =>
      place.start + ahead >= -HALF_FRAME && place.start + ahead + place.duration <= duration + HALF_FRAME,
  );
  return reaches ? places.map(({ start }) => Math.max(0, start + ahead)) : null;
}

/**
 * From the best part on: through the take without a gap for one that can fill the film alone; else so spread that the last
 * place ends with the take, with gaps, or with repeats where it is short, in measure with the places.
 */
function startsSpread(places: readonly TemplatePlace[], take: FillingTake, isAlone: boolean): number[] {
  const lengths = places.map(({ duration }) => duration);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const last = lengths.at(-1) ?? 0;
  const from = clampOr(take.bestFrom, 0, Math.max(0, take.duration - total), 0);
  const isInOrder = isAlone && take.duration >= total - HALF_FRAME;
  const spread = total > last ? Math.max(0, take.duration - from - last) / (total - last) : 1;
  let before = 0;
  return lengths.map((length) => {
    // A long place in a short take begins earlier than its turn: what is cut stays on the beat.
    const latest = Math.max(0, take.duration - length);
    const start = Math.min(from + before * (isInOrder ? 1 : spread), latest);
    before += length;
    return start;
  });
}

/** What tells a template of a newer app. */
const headSchema = z.object({ format: z.literal('fifteen.template'), version: z.int() });

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
  const { data: head } = z.safeParse(headSchema, json);
  if (head !== undefined && head.version > TEMPLATE_VERSION)
    throw new StudioError('project-too-new', `The template has version ${head.version}.`, {
      values: { version: head.version },
    });
  const parsed = z.safeParse(templateSchema, json);
  if (!parsed.success)
    throw new StudioError('project-invalid', 'The file is no template.', { cause: parsed.error });
  const { name, project } = parsed.data;
  // Whatever it holds, a template brings places and no takes.
  return toTemplate(parseProject(project), name);
}
