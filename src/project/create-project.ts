/** A new project around one take: what recording, the dance machine and the library hand to the editor. */
import { seedFrom } from '../core/random';
import { ZERO_FLICKS, addFlicks, frameDuration, frameStart, toFlicks, type Flicks } from '../core/time';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
// Only the type crosses: a project knows what a take is, not how it is kept.
import type { TakeRecord } from '../storage/records';
import { framesAhead } from './clip-pace';
import { PROJECT_VERSION, type Clip, type Marker, type Master, type Project, type Source } from './project';

/** 9:16 at the size that short-video platforms show. */
export const STAGE_SIZE = { width: 1080, height: 1920 } as const;

export const PROJECT_FPS = 30;

/** A new film is as loud as others, and its music steps back for a voice. */
const NEW_MASTER: Master = { evenLoudness: true, duck: 0.5 };

/** What of a take a project must know. */
export type TakeFacts = Pick<
  TakeRecord,
  'id' | 'name' | 'duration' | 'size' | 'hasSound' | 'mirror' | 'music' | 'verdict'
>;

/**
 * The take as the only clip, its song under it, the stack over all of it, and its judgements as markers.
 * @param options `now` in milliseconds since 1970
 */
export function createProjectFromTake(
  take: TakeFacts,
  options: { id: string; now: number; stack?: readonly EffectInstance[]; imports?: ImportedAssets },
): Project {
  const sourceId = 'source-1';
  const source = sourceOfTake(take);
  const clip = clipOfSource(source, {
    id: 'clip-1',
    sourceId,
    start: ZERO_FLICKS,
    mirror: take.mirror,
    fps: PROJECT_FPS,
  });
  const whole = { start: ZERO_FLICKS, duration: clip.duration };
  return {
    format: 'fifteen.project',
    version: PROJECT_VERSION,
    id: options.id,
    name: take.name,
    createdAt: options.now,
    modifiedAt: options.now,
    size: STAGE_SIZE,
    fps: PROJECT_FPS,
    seed: seedFrom(options.id),
    sources: { [sourceId]: source },
    imports: options.imports ?? {},
    tracks: [
      { id: 'video', kind: 'video', muted: false, items: [clip] },
      {
        id: 'effects',
        kind: 'effects',
        items: (options.stack ?? []).map((effect, index) => ({
          id: `effect-${index + 1}`,
          ...whole,
          effect,
        })),
      },
      { id: 'text', kind: 'text', items: [] },
      {
        id: 'music',
        kind: 'music',
        muted: false,
        items:
          take.music === null
            ? []
            : [{ id: 'music-1', ...whole, ...take.music, volume: 1, fadeIn: 0, fadeOut: 0 }],
      },
    ],
    markers: judgementMarkers(take, clip),
    master: NEW_MASTER,
  };
}

/** What the document remembers of a take. */
export function sourceOfTake(take: Pick<TakeFacts, 'id' | 'duration' | 'size' | 'hasSound'>): Source {
  return { takeId: take.id, duration: take.duration, size: take.size, hasSound: take.hasSound };
}

/** The whole of a source as a clip. */
export function clipOfSource(
  source: Source,
  options: { id: string; sourceId: string; start: Flicks; mirror: boolean; fps: number },
): Clip {
  return {
    id: options.id,
    sourceId: options.sourceId,
    start: options.start,
    duration: frameStart(framesAhead({ sourceStart: 0, speed: 1 }, source, options.fps), options.fps),
    sourceStart: 0,
    speed: 1,
    fit: 'cover',
    mirror: options.mirror,
    volume: 1,
  };
}

/** Moves in a row that make a combo worth a marker. */
const LEAST_COMBO = 3;

function judgementMarkers(take: TakeFacts, clip: Clip): Marker[] {
  if (take.verdict === null) return [];
  const songStart = take.music?.songStart ?? 0;
  const frame = frameDuration(PROJECT_FPS);
  let combo = 0;
  return take.verdict.moves
    .flatMap(({ move, end, judgement }): Marker[] => {
      const time = (Math.round(toFlicks(end - songStart) / frame) * frame) as Flicks;
      const ended = combo;
      combo = judgement === 'perfect' || judgement === 'great' ? combo + 1 : 0;
      const judged: Marker = { id: `judgement-${move + 1}`, time, kind: 'judgement', label: judgement };
      if (combo > 0 || ended < LEAST_COMBO) return [judged];
      // Where a combo breaks is where a cut may be.
      return [judged, { id: `combo-${move + 1}`, time, kind: 'note', label: `×${ended}` }];
    })
    .filter(({ time }) => time >= 0 && time <= addFlicks(clip.start, clip.duration));
}
