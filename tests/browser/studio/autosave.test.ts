import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src/project/project';
import { createEditorAutosave, type SaveState } from '../../../src/studio/editor-autosave';
import { sampleProject } from '../../support/sample-projects';

const named = (name: string): Project => ({ ...sampleProject(), name });

describe('autosave', () => {
  const rig = (save: (project: Project) => Promise<void>) => {
    const states: SaveState[] = [];
    const autosave = createEditorAutosave({ save, onState: (state) => states.push(state) });
    return { autosave, states };
  };

  it('saves the latest of many changes once, without being put off by them', async () => {
    const saved: string[] = [];
    const { autosave, states } = rig((project) => {
      saved.push(project.name);
      return Promise.resolve();
    });
    for (const name of ['a', 'b', 'c']) autosave.changed(named(name));
    expect(saved).toEqual([]);
    await expect.poll(() => saved).toEqual(['c']);
    await expect.poll(() => states.at(-1)).toBe('saved');
    autosave.dispose();
  });

  it('never runs two saves at once, and ends with the newest', async () => {
    let running = 0;
    let most = 0;
    const saved: string[] = [];
    const { autosave } = rig(async (project) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      saved.push(project.name);
      running -= 1;
    });
    autosave.changed(named('a'));
    const first = autosave.flush();
    autosave.changed(named('b'));
    await Promise.all([first, autosave.flush()]);
    await autosave.flush();
    expect(saved).toEqual(['a', 'b']);
    expect(most).toBe(1);
    autosave.dispose();
  });

  it('says that a save failed, and keeps what it has for the next one', async () => {
    let broken = true;
    const saved: string[] = [];
    const { autosave, states } = rig((project) => {
      if (broken) return Promise.reject(new Error('full'));
      saved.push(project.name);
      return Promise.resolve();
    });
    autosave.changed(named('a'));
    await autosave.flush();
    expect(states.at(-1)).toBe('failed');
    broken = false;
    await autosave.flush();
    expect(saved).toEqual(['a']);
    expect(states.at(-1)).toBe('saved');
    autosave.dispose();
  });

  it('saves at once when the tab is left', async () => {
    const saved: string[] = [];
    const { autosave } = rig((project) => {
      saved.push(project.name);
      return Promise.resolve();
    });
    autosave.changed(named('a'));
    window.dispatchEvent(new Event('pagehide'));
    expect(saved).toEqual(['a']);
    await autosave.flush();
    autosave.dispose();
  });
});
