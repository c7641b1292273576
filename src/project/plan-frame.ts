/** What one instant of a film shows. */
import { clamp } from '../core/scalar';
import { sourceAt } from '../core/pace';
import {
  addFlicks,
  frameDuration,
  frameIndexAt,
  frameStart,
  subtractFlicks,
  toSeconds,
  type Flicks,
} from '../core/time';
import { STRENGTH, type EffectInstance } from '../effects/effect';
import { applyKeys } from '../effects/key-values';
import { crossingAt } from './clip-transitions';
import type { FramePlan, PictureLayer, PlannedSticker, PlannedText, PlannedTransition } from './frame-plan';
import { ITEM_NUMBERS, clipFrameAt, keyedNumbers } from './item-numbers';
import { itemsAt } from './items-at';
import type { Clip, MusicItem, Project, StickerItem, TextItem } from './project';

/**
 * The frame that is on screen at `time`: times between two frames give the earlier one.
 * Past either end of the film there are no layers (black). Its cost does not grow with the number of clips.
 */
export function planFrame(project: Project, time: Flicks): FramePlan {
  const frame = Math.max(0, frameIndexAt(time, project.fps));
  const start = frameStart(frame, project.fps);
  const layers: PictureLayer[] = [];
  const effects: EffectInstance[] = [];
  const texts: PlannedText[] = [];
  const stickers: PlannedSticker[] = [];
  let song: FramePlan['song'] = null;
  let transition: PlannedTransition | null = null;
  for (const track of project.tracks) {
    switch (track.kind) {
      case 'video': {
        const crossing = crossingAt(track.items, start, project.fps);
        const clips = crossing === null ? itemsAt(track.items, start) : [crossing.from, crossing.to];
        for (const clip of clips) layers.push(...layerOf(project, clip, start));
        if (crossing === null) break;
        transition = {
          effect: crossing.transition.effect,
          fromClipId: crossing.from.id,
          toClipId: crossing.to.id,
          progress: crossing.progress,
        };
        break;
      }
      case 'effects':
        for (const item of itemsAt(track.items, start)) {
          const effect = applyKeys(item.effect, subtractFlicks(start, item.start));
          if (isShown(effect)) effects.push(effect);
        }
        break;
      case 'text':
        for (const item of itemsAt(track.items, start)) texts.push(planText(item, start, project.fps));
        break;
      case 'stickers':
        for (const item of itemsAt(track.items, start)) stickers.push(planSticker(item, start));
        break;
      case 'music':
        song ??= songOf(itemsAt(track.items, start)[0], start);
        break;
      case 'voice':
        // Heard, not seen.
        break;
    }
  }
  const { seed, size, imports } = project;
  return { time: start, frame, seed, size, layers, transition, effects, imports, stickers, texts, song };
}

/** Whether an effect may leave a trace in the picture: one without strength does where something drives or keys it. */
export function isShown(effect: EffectInstance): boolean {
  if (!effect.enabled) return false;
  const moves = effect.drives?.[STRENGTH] !== undefined || effect.keys?.[STRENGTH] !== undefined;
  return effect.strength > 0 || moves;
}

/** Seconds of its source that a clip shows at `time`, held inside the source. */
export function sourceTimeAt(clip: Clip, time: Flicks, sourceDuration: number): number {
  return clamp(sourceAt(clip, toSeconds(subtractFlicks(time, clip.start))), 0, sourceDuration);
}

function layerOf(project: Project, clip: Clip, time: Flicks): PictureLayer[] {
  const source = project.sources[clip.sourceId];
  if (source === undefined || clip.empty === true) return [];
  const frame = clipFrameAt(clip, time);
  return [
    {
      clipId: clip.id,
      sourceId: clip.sourceId,
      takeId: source.takeId,
      sourceTime: sourceTimeAt(clip, time, source.duration),
      sourceSize: source.size,
      fit: clip.fit,
      mirror: clip.mirror,
      ...(frame === undefined ? {} : { frame }),
      ...(clip.blend === undefined ? {} : { blend: clip.blend }),
    },
  ];
}

function planText(item: TextItem, time: Flicks, fps: number): PlannedText {
  const since = subtractFlicks(time, item.start);
  const age = toSeconds(addFlicks(since, (frameDuration(fps) / 2) as Flicks));
  const keyed = keyedNumbers(item.keys, ITEM_NUMBERS.text, since);
  return { ...item, ...keyed, age, left: toSeconds(item.duration) - age };
}

function planSticker(item: StickerItem, time: Flicks): PlannedSticker {
  const { start, duration: _duration, keys, ...shown } = item;
  const since = subtractFlicks(time, start);
  return { ...shown, ...keyedNumbers(keys, ITEM_NUMBERS.stickers, since), age: toSeconds(since) };
}

function songOf(item: MusicItem | undefined, time: Flicks): FramePlan['song'] {
  if (item === undefined) return null;
  return { song: item.song, songTime: item.songStart + toSeconds(subtractFlicks(time, item.start)) };
}
