/** All that was made, as lists. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { Template } from '../project/template';
import type { BundledTemplate } from '../project/templates/bundled-templates';
import type { ExportRecord, SongRecord, TakeRecord } from '../storage/records';

/** A project as the list shows it. */
export interface ProjectCard {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Seconds. */
  readonly duration: number;
}

export type LibraryKind = 'take' | 'project' | 'export';

export interface LibraryState {
  readonly loaded: boolean;
  readonly takes: readonly TakeRecord[];
  readonly projects: readonly ProjectCard[];
  readonly exports: readonly ExportRecord[];
  readonly songs: readonly SongRecord[];
  /** Bytes; quota as the browser tells it. */
  readonly storage: { readonly used: number; readonly quota: number; readonly persisted: boolean } | null;
  /** The thing last deleted, while it can still be brought back. */
  readonly deleted: { readonly kind: LibraryKind; readonly id: string; readonly name: string } | null;
  readonly importing: { readonly name: string; readonly progress: number } | null;
  readonly error: StudioError | null;
}

export interface Library {
  readonly store: StoreApi<LibraryState>;
  refresh(): Promise<void>;
  /** Imports a clip as a take. @throws StudioError with the reason in plain words */
  importVideo(file: File): Promise<TakeRecord>;
  /** Imports a song of the person's own. @throws StudioError */
  importSong(file: File): Promise<SongRecord>;
  /** A new project with the take as its only clip; gives its id. */
  createProject(takeId: string): Promise<string>;
  /** The templates that ship with the app. */
  templates(): Promise<readonly BundledTemplate[]>;
  /** A template from a file. @throws StudioError `project-invalid`, `project-too-new`, `file-unreadable` */
  readTemplate(file: File): Promise<Template>;
  /** A new project of a template, its places filled with these takes in order; gives its id. */
  createFromTemplate(template: Template, takeIds: readonly string[], name: string): Promise<string>;
  rename(kind: LibraryKind, id: string, name: string): Promise<void>;
  duplicateProject(id: string): Promise<string>;
  /** Out of the list at once, out of storage when it can no longer be undone. */
  remove(kind: LibraryKind, id: string): Promise<void>;
  undoRemove(): Promise<void>;
  /** An object URL of the thumbnail, null without one. The library owns and revokes it. */
  thumbnail(kind: LibraryKind, id: string): Promise<string | null>;
  /** An object URL to play a take or an export; the caller revokes it. */
  mediaUrl(kind: 'take' | 'export', id: string): Promise<string>;
  /** Asks the browser not to evict what was made. */
  keepSafe(): Promise<boolean>;
}
