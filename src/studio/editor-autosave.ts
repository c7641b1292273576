/** Saves the open project soon after each change, and at once when the tab may go. */
import { Scope, type Disposable } from '../core/ownership';
import type { Project } from '../project/project';

/** From the first unsaved change to the save, in milliseconds. */
const DELAY_MS = 300;

/** After a failed save, in milliseconds. */
const RETRY_MS = 10_000;

export type SaveState = 'saved' | 'saving' | 'failed';

export interface EditorAutosave extends Disposable {
  /** The document has changed. */
  changed(project: Project): void;
  /** Saves what is not saved yet; resolves when it is, or has failed. */
  flush(): Promise<void>;
}

export interface EditorAutosaveOptions {
  readonly save: (project: Project) => Promise<void>;
  readonly onState: (state: SaveState, error?: unknown) => void;
}

export function createEditorAutosave({ save, onState }: EditorAutosaveOptions): EditorAutosave {
  const scope = new Scope();
  let unsaved: Project | null = null;
  let saving: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const schedule = (delay: number): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void flush();
    }, delay);
  };

  const unschedule = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  const writeAll = async (): Promise<void> => {
    while (unsaved !== null) {
      const project = unsaved;
      unsaved = null;
      try {
        await save(project);
      } catch (error) {
        unsaved ??= project;
        onState('failed', error);
        if (!scope.disposed) schedule(RETRY_MS);
        return;
      }
    }
    onState('saved');
  };

  const flush = (): Promise<void> => {
    unschedule();
    saving ??= writeAll().finally(() => {
      saving = null;
    });
    return saving;
  };

  const onHidden = (): void => {
    if (document.visibilityState === 'hidden' && unsaved !== null) void flush();
  };
  const onLeave = (): void => {
    if (unsaved !== null) void flush();
  };
  document.addEventListener('visibilitychange', onHidden);
  scope.defer(() => document.removeEventListener('visibilitychange', onHidden));
  window.addEventListener('pagehide', onLeave);
  scope.defer(() => window.removeEventListener('pagehide', onLeave));
  scope.defer(unschedule);

  return {
    changed(project) {
      unsaved = project;
      onState('saving');
      // Not put off by further changes: a long drag is saved on the way.
      if (saving === null) schedule(DELAY_MS);
    },
    flush,
    dispose: () => scope.dispose(),
  };
}
