/** The laws that every document keeps, whatever was done to it. */
import { secondsBetween } from '../../src/core/pace';
import { frameDuration, toSeconds } from '../../src/core/time';
import { isEndless } from '../../src/project/clip-pace';
import type { Project } from '../../src/project/project';

/** Everything that is broken, in words; empty for a sound document. */
export function brokenLaws(project: Project): string[] {
  const broken: string[] = [];
  const frame = frameDuration(project.fps);
  const ids = new Set<string>();
  for (const track of project.tracks) {
    let end = 0;
    for (const item of track.items) {
      if (ids.has(item.id)) broken.push(`${item.id} is there twice`);
      ids.add(item.id);
      if (!Number.isInteger(item.start) || item.start < 0 || item.start % frame !== 0)
        broken.push(`${item.id} does not start on a frame: ${item.start}`);
      if (!Number.isInteger(item.duration) || item.duration % frame !== 0)
        broken.push(`${item.id} does not last whole frames: ${item.duration}`);
      if (item.duration < frame) broken.push(`${item.id} is shorter than a frame`);
    }
    if (track.kind !== 'video') continue;
    for (const clip of track.items) {
      if (clip.start !== end) broken.push(`${clip.id} starts at ${clip.start}, not at ${end}`);
      end = clip.start + clip.duration;
      const source = project.sources[clip.sourceId];
      if (source === undefined) {
        broken.push(`${clip.id} has no source`);
        continue;
      }
      const room = secondsBetween(clip, clip.sourceStart, clip.reversed === true ? 0 : source.duration);
      // The last frame may be up to half covered.
      const isInside = toSeconds(clip.duration) <= room + 0.5 / project.fps + 1e-6;
      if (clip.sourceStart < 0 || clip.sourceStart > source.duration)
        broken.push(`${clip.id} begins at ${clip.sourceStart} of ${source.duration} s`);
      if (!isInside && clip.duration !== frame && !isEndless(clip))
        broken.push(`${clip.id} lasts ${toSeconds(clip.duration)} s and has ${room} s`);
    }
  }
  for (const marker of project.markers) {
    if (marker.time < 0 || marker.time % frame !== 0) broken.push(`${marker.id} is off its frame`);
  }
  return broken;
}
