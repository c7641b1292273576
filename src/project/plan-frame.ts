/** What one instant of a film shows. */
import { clamp } from '../core/scalar';
import { frameIndexAt, frameStart, subtractFlicks, toSeconds, type Flicks } from '../core/time';
import type { EffectInstance } from '../effects/effect';
import type { FramePlan, PictureLayer } from './frame-plan';
import { itemsAt } from './items-at';
import type { Clip, MusicItem, Project, TextItem } from './project';

/**
 * The frame that is on screen at `time`: times between two frames give the earlier one.
 * Past either end of the film there are no layers (black). Its cost does not grow with the number of clips.
 */
export function planFrame(project: Project, time: Flicks): FramePlan {
  const frame = Math.max(0, frameIndexAt(time, project.fps));
  const start = frameStart(frame, project.fps);
  const layers: PictureLayer[] = [];
  const effects: EffectInstance[] = [];
  const texts: TextItem[] = [];
  let song: FramePlan['song'] = null;
  for (const track of project.tracks) {
    switch (track.kind) {
      case 'video':
        for (const clip of itemsAt(track.items, start)) layers.push(...layerOf(project, clip, start));
        break;
      case 'effects':
        for (const { effect } of itemsAt(track.items, start)) if (isShown(effect)) effects.push(effect);
        break;
      case 'text':
        texts.push(...itemsAt(track.items, start));
        break;
      case 'music':
        song ??= songOf(itemsAt(track.items, start)[0], start);
        break;
    }
  }
  return { time: start, frame, seed: project.seed, size: project.size, layers, effects, texts, song };
}

/** Whether an effect leaves a trace in the picture. */
export function isShown(effect: EffectInstance): boolean {
  return effect.enabled && effect.strength > 0;
}

/** Seconds of its source that a clip shows at `time`, held inside the source. */
export function sourceTimeAt(clip: Clip, time: Flicks, sourceDuration: number): number {
  const seconds = clip.sourceStart + toSeconds(subtractFlicks(time, clip.start)) * clip.speed;
  return clamp(seconds, 0, sourceDuration);
}

function layerOf(project: Project, clip: Clip, time: Flicks): PictureLayer[] {
  const source = project.sources[clip.sourceId];
  if (source === undefined) return [];
  return [
    {
      clipId: clip.id,
      sourceId: clip.sourceId,
      takeId: source.takeId,
      sourceTime: sourceTimeAt(clip, time, source.duration),
      sourceSize: source.size,
      fit: clip.fit,
      mirror: clip.mirror,
    },
  ];
}

function songOf(item: MusicItem | undefined, time: Flicks): FramePlan['song'] {
  if (item === undefined) return null;
  return { song: item.song, songTime: item.songStart + toSeconds(subtractFlicks(time, item.start)) };
}
