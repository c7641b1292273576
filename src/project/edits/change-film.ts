/** What belongs to the film as a whole: its shape, its sound, its markers. */
import type { Size } from '../../core/geometry';
import type { Flicks } from '../../core/time';
import { patched } from '../change-items';
import { clampOr } from '../clamp-or';
import { nearestFrame } from '../clip-layout';
import type { Marker, Master, Project } from '../project';
import { PROJECT_LIMITS } from '../project-schema';

/** Shapes of a stage, in its own units; the first is what short-video platforms show. */
export const STAGE_SIZES = {
  '9:16': { width: 1080, height: 1920 },
  '4:5': { width: 1080, height: 1350 },
  '1:1': { width: 1080, height: 1080 },
  '16:9': { width: 1920, height: 1080 },
} as const satisfies Record<string, Size>;

export type StageShape = keyof typeof STAGE_SIZES;

/** The shape of a stage; null for one of another app's making. */
export function shapeOf(size: Size): StageShape | null {
  const shapes = Object.entries(STAGE_SIZES) as [StageShape, Size][];
  return shapes.find(([, { width, height }]) => width * size.height === height * size.width)?.[0] ?? null;
}

/** Gives the film another shape; pictures are laid into it by their fit. */
export function setShape(project: Project, shape: StageShape): Project {
  return shapeOf(project.size) === shape ? project : { ...project, size: STAGE_SIZES[shape] };
}

/** How the whole film sounds. */
export function changeMaster(project: Project, patch: Partial<Master>): Project {
  const { master } = project;
  const changed = patched(master, { ...patch, duck: clampOr(patch.duck, 0, 1, master.duck) });
  return changed === master ? project : { ...project, master: changed };
}

/** Notes an instant. Nothing where there is a note already. */
export function addMarker(project: Project, time: Flicks, label: string, newId: string): Project {
  const at = nearestFrame(time, project.fps);
  if (project.markers.some((marker) => marker.kind === 'note' && marker.time === at)) return project;
  const marker: Marker = {
    id: newId,
    time: at,
    kind: 'note',
    label: label.slice(0, PROJECT_LIMITS.nameLength),
  };
  return { ...project, markers: [...project.markers, marker].sort((a, b) => a.time - b.time) };
}

/** Takes a marker away. */
export function removeMarker(project: Project, markerId: string): Project {
  const markers = project.markers.filter(({ id }) => id !== markerId);
  return markers.length === project.markers.length ? project : { ...project, markers };
}
