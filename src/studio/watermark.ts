/** The small mark of the app that a person may have in a film. Pure. */
import { ZERO_FLICKS } from '../core/time';
import { projectDuration } from '../project/duration';
import type { Project, TextItem } from '../project/project';

const TRACK_ID = 'watermark';

/** In the corner that the buttons of no service cover. */
const PLACE = { x: 0.14, y: 0.13 } as const;

/** The film with the mark over all of it. It is made for the file and never kept. */
export function withWatermark(project: Project): Project {
  const mark: TextItem = {
    id: TRACK_ID,
    start: ZERO_FLICKS,
    duration: projectDuration(project),
    text: 'Fifteen',
    ...PLACE,
    lineHeight: 0.022,
    color: '#ffffff',
    style: 'plain',
    weight: 700,
    opacity: 0.7,
    shadow: true,
  };
  return { ...project, tracks: [...project.tracks, { id: TRACK_ID, kind: 'text', items: [mark] }] };
}
