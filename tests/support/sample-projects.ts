/** Projects and takes for tests. */
import type { EffectInstance } from '../../src/effects/effect';
import { createProjectFromTake, type TakeFacts } from '../../src/project/create-project';
import { addClip } from '../../src/project/edits/add-clip';
import type { Project } from '../../src/project/project';

export const sampleTake: TakeFacts = {
  id: 'take-1',
  name: 'Squats',
  duration: 15,
  size: { width: 1920, height: 1080 },
  hasSound: true,
  mirror: true,
  music: { song: { kind: 'bundled', id: 'neon-steps' }, songStart: 2 },
  verdict: null,
};

export function sampleEffect(id: string, effectId = 'bloom'): EffectInstance {
  return {
    id,
    effectId,
    enabled: true,
    params: { intensity: 0.5, color: '#ff0044', center: [0.5, 0.25], flag: true },
    strength: 1,
    blend: 'normal',
    side: 'everything',
    seed: 7,
  };
}

/** One take of 15 s with its song and two effects. */
export function sampleProject(patch: Partial<TakeFacts> = {}): Project {
  return createProjectFromTake(
    { ...sampleTake, ...patch },
    {
      id: 'project-1',
      now: 1_750_000_000_000,
      stack: [sampleEffect('fx-1'), sampleEffect('fx-2', 'trails')],
    },
  );
}

/** A row of `count` clips of a short take. */
export function longProject(count: number): Project {
  let project = sampleProject({ duration: 1 });
  for (let index = 1; index < count; index += 1) {
    project = addClip(project, { ...sampleTake, duration: 1 }, `clip-${index + 1}`);
  }
  return project;
}
