/** Undo and redo without limit: whole documents that share all that did not change. */
import type { Project } from './project';

interface Step {
  /** Translation key, such as `edit.split`. */
  readonly name: string;
  /** The document before the step (in the past) or after it (in the future). */
  readonly project: Project;
}

/** A change of the document. Gives the same object back where there is nothing to change. */
export type Edit = (project: Project) => Project;

/** The history of one open document. Steps inside a gesture join into one. */
export class ProjectHistory {
  #past: Step[] = [];
  #future: Step[] = [];
  #present: Project;
  #gesture: { readonly name: string; readonly before: Project } | null = null;
  /** The edit that is being repeated in a gesture, and the document that it starts from each time. */
  #repeated: { readonly key: string; readonly base: Project } | null = null;

  constructor(project: Project) {
    this.#present = project;
  }

  get present(): Project {
    return this.#present;
  }

  get canUndo(): boolean {
    return this.undoName !== null;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Name of the step that `undo` would take back. */
  get undoName(): string | null {
    if (this.#gesture !== null && this.#gesture.before !== this.#present) return this.#gesture.name;
    return this.#past.at(-1)?.name ?? null;
  }

  get redoName(): string | null {
    return this.#future.at(-1)?.name ?? null;
  }

  /**
   * Applies an edit as one step, or as part of the open gesture. True when something changed.
   * @param repeatKey inside a gesture, calls in a row with the same key all start from the same document:
   *   a drag says where the pointer is, not how far it went since the last event
   */
  apply(name: string, edit: Edit, repeatKey?: string): boolean {
    if (this.#gesture === null) {
      const next = edit(this.#present);
      if (next === this.#present) return false;
      this.#past.push({ name, project: this.#present });
      this.#future = [];
      this.#present = next;
      return true;
    }
    if (repeatKey === undefined) this.#repeated = null;
    else if (this.#repeated?.key !== repeatKey) this.#repeated = { key: repeatKey, base: this.#present };
    const next = edit(this.#repeated?.base ?? this.#present);
    if (next === this.#present) return false;
    this.#present = next;
    return true;
  }

  /** From now on all changes are one step, until `endGesture`. A gesture that is still open is ended first. */
  beginGesture(name: string): void {
    this.endGesture();
    this.#gesture = { name, before: this.#present };
  }

  endGesture(): void {
    const gesture = this.#gesture;
    this.#gesture = null;
    this.#repeated = null;
    if (gesture === null || gesture.before === this.#present) return;
    this.#past.push({ name: gesture.name, project: gesture.before });
    this.#future = [];
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    this.endGesture();
    const step = this.#past.pop();
    if (step === undefined) return false;
    this.#future.push({ name: step.name, project: this.#present });
    this.#present = step.project;
    return true;
  }

  /** Takes the last undone step again; false when there is none. */
  redo(): boolean {
    this.endGesture();
    const step = this.#future.pop();
    if (step === undefined) return false;
    this.#past.push({ name: step.name, project: this.#present });
    this.#present = step.project;
    return true;
  }
}
