/** What the library knows of each thing without opening its files. Stored in IndexedDB; the files lie in OPFS. */
import type { Size } from '../core/geometry';
import type { Verdict } from '../dance/judgement';
import type { LookFile } from '../project/look-file';
import type { Project, SongRef } from '../project/project';
import type { ExportChoice, ExportStretch, FileCheckItem } from '../export/export-facts';

/** One recording or imported clip. Its files: the media, and tracks of data beside it. */
export interface TakeRecord {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly origin: 'camera' | 'demo' | 'import';
  /**
   * `recording`: being written, or left behind by a killed tab; `ready`: whole;
   * `recovered`: saved from a killed tab.
   */
  readonly state: 'recording' | 'ready' | 'recovered';
  readonly mimeType: string;
  /** Seconds. 0 while recording. */
  readonly duration: number;
  /** Displayed size, after rotation. */
  readonly size: Size;
  readonly fps: number;
  readonly hasSound: boolean;
  /** Whether the person saw it as in a mirror while recording; the file itself is never mirrored. */
  readonly mirror: boolean;
  /** The song that was the clock, and the song time of the take's first frame. */
  readonly music: { readonly song: SongRef; readonly songStart: number } | null;
  readonly challengeId: string | null;
  readonly verdict: Verdict | null;
  /** Bytes of all its files. */
  readonly bytes: number;
}

/** A project in the library: the document plus what the list shows. */
export interface ProjectRecord {
  readonly id: string;
  readonly project: Project;
}

/** A finished file. */
export interface ExportRecord {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly createdAt: number;
  readonly mimeType: string;
  readonly size: Size;
  /** Seconds. */
  readonly duration: number;
  readonly bytes: number;
  readonly route: 'webcodecs' | 'ffmpeg';
  /** Name of its file in its folder; `media` without. */
  readonly fileName?: string;
  /** Names the film and the choice: the same signature is the same file. */
  readonly signature?: string;
  readonly choice?: ExportChoice;
  /** How each stretch got into the file. */
  readonly stretches?: readonly ExportStretch[];
  /** What was found when the file was opened again. */
  readonly checks?: readonly FileCheckItem[];
  /** Seconds and bytes that were foretold, and the seconds that it took. */
  readonly expected?: { readonly seconds: number | null; readonly bytes: number };
  readonly seconds?: number;
}

/** A song of the person's own. */
export interface SongRecord {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly mimeType: string;
  readonly duration: number;
  readonly bpm: number | null;
  readonly firstBeat: number | null;
  readonly bytes: number;
  /** A voice that was recorded over a film: no song to dance to, and listed with none. */
  readonly role?: 'voice';
}

/** A challenge of the person's own: made here from a video, a motion file or a take, or imported. Its file lies beside it. */
export interface ChallengeRecord {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly origin: 'video' | 'bvh' | 'take' | 'import';
  /** 1..5. */
  readonly level: number;
  /** Seconds. */
  readonly duration: number;
  readonly bytes: number;
  /** Whose dance is to be beaten; null = nobody's. */
  readonly rival: Rival | null;
}

/** Somebody whose dance came with a challenge. */
export interface Rival {
  /** null = did not say. */
  readonly name: string | null;
  /** 0..100, as this device's judge saw it. */
  readonly score: number;
}

/** One finished play of a challenge; kept when its take is deleted. */
export interface PlayRecord {
  readonly id: string;
  readonly challengeId: string;
  /** Milliseconds since 1970. */
  readonly playedAt: number;
  /** Results of different scorers are not compared. */
  readonly scoreVersion: string;
  /** 0..100. */
  readonly score: number;
  /** 0..5. */
  readonly stars: number;
  readonly maxCombo: number;
  /** Score of each move, 0..100. */
  readonly moves: readonly number[];
  /** Who danced, where two took turns; null = whoever owns the device. */
  readonly player: string | null;
  readonly takeId: string | null;
  /** `practice`: only the moves that were danced are in `moves`, the others are -1; it never counts as a personal best. */
  readonly kind: 'play' | 'practice';
}

/** A look of the person's own. */
export interface LookRecord {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly look: LookFile;
}

/** Files that belong to a record, by name. */
export const TAKE_FILES = {
  media: 'media',
  pose: 'pose.bin',
  matte: 'matte.bin',
  thumbnail: 'thumbnail.jpg',
} as const;
