/** The frames of the finished film that were looked at when they were drawn. */
import type { MediaInput } from '../../media/media-input';
import { requireDecodable, requirePicture } from '../../media/open-media';
import { readSignature } from '../picture-signature';
import type { ExpectedFilm } from './expected-film';
import { readPicturesAt } from './read-pictures-at';

/** One frame at a glance, before and after. */
export interface ProbedPicture {
  readonly frame: number;
  readonly drawn: Uint8ClampedArray;
  /** null where the file has no picture. */
  readonly found: Uint8ClampedArray | null;
}

/**
 * In the order of the film.
 * @throws StudioError `file-no-picture`, `codec-unsupported`, `file-corrupt`
 */
export async function probePictures(
  media: MediaInput,
  { signatures, fps }: Pick<ExpectedFilm, 'signatures' | 'fps'>,
): Promise<ProbedPicture[]> {
  const video = requirePicture(media);
  await requireDecodable(video);
  const frames = [...signatures].sort(([a], [b]) => a - b);
  // The middle of each frame: stamps are rounded.
  const times = frames.map(([frame]) => (frame + 0.5) / fps);
  const found = await readPicturesAt(video, times, readSignature);
  return frames.map(([frame, drawn], index) => ({ frame, drawn, found: found[index] ?? null }));
}
