/** Puts the captions of a file on the timeline. */
import { frameDuration, subtractFlicks, toFlicks, type Flicks } from '../../core/time';
import { changeItems, itemsOf } from '../change-items';
import type { CaptionFile } from '../captions';
import { nearestFrame } from '../clip-layout';
import { projectDuration } from '../duration';
import type { Project, TextItem } from '../project';
import { PROJECT_LIMITS } from '../project-schema';

/** Where captions are read: low, above the words and buttons that platforms lay over a film. */
const CAPTION = {
  x: 0.5,
  y: 0.7,
  lineHeight: 0.036,
  color: '#ffffff',
  style: 'box',
  weight: 700,
} as const;

/**
 * Adds each caption that is heard in the film. Lyrics are timed by the song: they lie where the music lies, and from
 * the film's beginning where there is none.
 * @param newId makes the id of a caption
 */
export function addCaptions(
  project: Project,
  { format, captions }: CaptionFile,
  newId: () => string,
): Project {
  const end = projectDuration(project);
  const [music] = itemsOf(project, 'music');
  const shift =
    format === 'lrc' && music !== undefined
      ? (subtractFlicks(music.start, toFlicks(music.songStart)) as number)
      : 0;
  const items = captions.flatMap(({ from, to, words }): TextItem[] => {
    const onFilm = (seconds: number): Flicks =>
      nearestFrame(Math.min(end, Math.max(0, toFlicks(seconds) + shift)), project.fps);
    const start = onFilm(from);
    const duration = subtractFlicks(onFilm(to), start);
    if (duration < frameDuration(project.fps)) return [];
    return [{ id: newId(), start, duration, text: words.slice(0, PROJECT_LIMITS.textLength), ...CAPTION }];
  });
  return items.length === 0 ? project : changeItems(project, 'text', (texts) => [...texts, ...items]);
}
