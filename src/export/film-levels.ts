/** The loudness of a film from instant to instant, the same in the preview and in the export. */
import { mixSound } from '../media/mix-sound';
import type { Pcm } from '../media/pcm';
import { soundLevels, type SoundLevels } from '../media/sound-levels';
import type { SoundPiece } from '../project/frame-plan';
import { planSound } from '../project/plan-sound';
import type { Project } from '../project/project';

/**
 * Mixes a film and measures the mix; null for a film in which nothing sounds.
 * @param load the whole sound of a piece's source; null where it has none
 */
export async function soundOfFilm(
  project: Project,
  load: (piece: SoundPiece) => Promise<Pcm | null>,
): Promise<SoundLevels | null> {
  const plan = planSound(project);
  return plan.pieces.length === 0 ? null : soundLevels(await mixSound(plan, load));
}
