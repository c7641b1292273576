/** From stored or foreign data to a project that can be trusted. */
import * as z from 'zod/mini';
import { StudioError } from '../core/errors';
import { frameStart } from '../core/time';
import { framesOf, layClips, nearestFrame } from './clip-layout';
import { migrateProject } from './migrate-project';
import type { Clip, Project, Track } from './project';
import { projectSchema } from './project-schema';

/**
 * Migrates, checks and, where only the layout is off, repairs: times are put on whole frames and clips in a row without gaps.
 * @throws StudioError `project-invalid` naming the first rule that is broken, `project-too-new`
 */
export function parseProject(json: unknown): Project {
  const parsed = z.safeParse(projectSchema, migrateProject(json));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.') ?? '';
    throw new StudioError('project-invalid', `${place}: ${issue?.message ?? 'invalid'}`, {
      cause: parsed.error,
    });
  }
  const project: Project = parsed.data;
  checkReferences(project);
  return repairLayout(project);
}

/** Puts every time on a frame and the clips in a row. The same object where nothing is off. */
export function repairLayout(project: Project): Project {
  const tracks = project.tracks.map((track) => repairTrack(track, project.fps));
  const same = tracks.every((track, index) => track === project.tracks[index]);
  return same ? project : { ...project, tracks };
}

function repairTrack(track: Track, fps: number): Track {
  switch (track.kind) {
    case 'video': {
      const ordered = track.items.toSorted((a, b) => a.start - b.start);
      const items: readonly Clip[] = layClips(snapAll(ordered, fps));
      return isSameList(items, track.items) ? track : { ...track, items };
    }
    case 'text': {
      const items = snapAll(track.items, fps);
      return isSameList(items, track.items) ? track : { ...track, items };
    }
    case 'stickers': {
      const items = snapAll(track.items, fps);
      return isSameList(items, track.items) ? track : { ...track, items };
    }
    case 'voice': {
      const items = snapAll(track.items, fps);
      return isSameList(items, track.items) ? track : { ...track, items };
    }
    case 'effects': {
      const items = snapAll(track.items, fps);
      return isSameList(items, track.items) ? track : { ...track, items };
    }
    case 'music': {
      const items = snapAll(track.items, fps);
      return isSameList(items, track.items) ? track : { ...track, items };
    }
  }
}

function snapAll<T extends Pick<Clip, 'start' | 'duration'>>(items: readonly T[], fps: number): readonly T[] {
  return items.map((item) => {
    const start = nearestFrame(item.start, fps);
    const duration = frameStart(Math.max(1, framesOf(item, fps)), fps);
    return start === item.start && duration === item.duration ? item : { ...item, start, duration };
  });
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function checkSource(
  project: Project,
  item: { readonly id: string; readonly sourceStart: number },
  sourceId: string,
): void {
  const source = Object.hasOwn(project.sources, sourceId) ? project.sources[sourceId] : undefined;
  if (source === undefined)
    throw new StudioError('project-invalid', `"${item.id}" names a source that is not there.`);
  if (item.sourceStart > source.duration)
    throw new StudioError('project-invalid', `"${item.id}" begins after the end of its source.`);
}

function checkReferences(project: Project): void {
  const ids = new Set<string>();
  const claim = (id: string): void => {
    if (ids.has(id)) throw new StudioError('project-invalid', `The id "${id}" is used twice.`);
    ids.add(id);
  };
  for (const track of project.tracks) {
    for (const item of track.items) claim(item.id);
    if (track.kind === 'video') for (const clip of track.items) checkSource(project, clip, clip.sourceId);
    if (track.kind !== 'voice') continue;
    for (const item of track.items)
      if (item.from.kind === 'source') checkSource(project, item, item.from.sourceId);
  }
  for (const marker of project.markers) claim(marker.id);
}
