/** The frame plan of a very long film: what one frame costs, and that it does not grow with what lies elsewhere. */
import { frameCount, frameStart } from '../../src/core/time';
import type { ParamKey } from '../../src/effects/effect';
import { projectDuration } from '../../src/project/duration';
import { changeEffect } from '../../src/project/edits/change-effects';
import { setTransition } from '../../src/project/edits/change-transition';
import { itemsOf } from '../../src/project/change-items';
import { planFrame } from '../../src/project/plan-frame';
import type { Project } from '../../src/project/project';
import { longProject, sampleEffect } from '../support/sample-projects';
import { median, type Figure } from './figure';

const ROUNDS = 5;

/** A film of `clips` clips of a second, every tenth cut a transition, and `keys` keyframes over its first effect. */
function film(clips: number, keys: number): Project {
  let project = longProject(clips);
  itemsOf(project, 'video').forEach(({ id }, index) => {
    if (index % 10 === 9)
      project = setTransition(project, id, {
        effect: sampleEffect(`t-${id}`, 'fade'),
        duration: frameStart(15, 30),
      });
  });
  const [first] = itemsOf(project, 'effects');
  const frames = frameCount(projectDuration(project), 30);
  const curve: ParamKey[] = Array.from({ length: keys }, (_, index) => ({
    at: frameStart(Math.floor((index * frames) / keys), 30),
    value: (index % 7) / 7,
    ease: 'smooth',
  }));
  return changeEffect(project, first?.id ?? '', { keys: { intensity: curve } });
}

/** Median microseconds a frame over the whole film. */
function cost(project: Project): number {
  const count = frameCount(projectDuration(project), 30);
  const times = Array.from({ length: ROUNDS }, () => {
    const before = performance.now();
    for (let frame = 0; frame < count; frame += 7) planFrame(project, frameStart(frame, 30));
    return ((performance.now() - before) * 1000) / Math.ceil(count / 7);
  });
  return median(times);
}

export function runPlanBench(): Figure[] {
  const long = cost(film(1000, 10_000));
  const short = cost(film(10, 100));
  const name = 'frame plan of 1 000 clips and 10 000 keyframes';
  return [
    { name, ours: long, peer: 200, peerName: 'limit', unit: 'µs' },
    { name, ours: long, peer: short, peerName: '10 clips and 100 keyframes', unit: 'µs' },
  ];
}
