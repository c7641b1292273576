/** The coach beside the film of a take: the same second of the dance on both. */
import type { TakeRecord } from '../storage/records';
import type { LoadedChallenge } from './challenge-shelf';
import type { Replay } from './dance';

/** @throws StudioError `webgl-missing` */
export async function openReplay(
  take: TakeRecord,
  { challenge, compiled }: LoadedChallenge,
  canvas: HTMLCanvasElement,
): Promise<Replay> {
  // three.js comes with the first screen that draws.
  const { createCoachView } = await import('../stage/coach-view');
  const view = createCoachView(canvas);
  const songStart = take.music?.songStart ?? 0;
  return {
    mirror: take.mirror,
    duration: take.duration,
    moveStarts: compiled.moves.map(({ start }) => Math.max(0, start - songStart)),
    show(takeSeconds) {
      view.render({
        track: compiled.reference,
        seconds: songStart + takeSeconds,
        // The film is shown as it was seen: beside a mirrored film the coach is the mirror image, too.
        mirrored: take.mirror,
        seated: challenge.seated,
        series: challenge.seriesId,
      });
    },
    dispose: () => view.dispose(),
  };
}
