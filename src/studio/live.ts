/** The Create screen without a face: camera or demo dancer → effects → canvas, and the take that is recorded from it. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
import type { SongRef } from '../project/project';

/** Who stands before the lens. */
export type LiveSource = 'camera' | 'demo';

export interface DeviceChoice {
  readonly id: string;
  readonly label: string;
}

export interface LiveState {
  /** `opening` asks for the camera; `counting` plays the count-in; `saving` closes the files. */
  readonly phase: 'closed' | 'opening' | 'ready' | 'counting' | 'recording' | 'saving' | 'failed';
  readonly source: LiveSource;
  readonly error: StudioError | null;
  readonly cameras: readonly DeviceChoice[];
  readonly microphones: readonly DeviceChoice[];
  /** Beats left of the count-in: 4, 3, 2, 1; null outside it. */
  readonly countdown: number | null;
  /** Longest take in seconds. */
  readonly limitSeconds: number;
  readonly song: { readonly song: SongRef; readonly songStart: number } | null;
  readonly stack: readonly EffectInstance[];
  /** Foreign shaders and tables that the stack uses. */
  readonly imports: ImportedAssets;
  readonly pose: {
    readonly state: 'off' | 'loading' | 'ready' | 'failed';
    readonly bodySeen: boolean;
    /** Detections a second, rounded. */
    readonly rate: number;
  };
  /** The take that was just saved, until the next one starts. */
  readonly finishedTakeId: string | null;
}

export interface Live {
  readonly store: StoreApi<LiveState>;
  /**
   * Starts to draw on `canvas` from `source`. Never throws for a missing or refused camera: the state says `failed`
   * with the error, and `open(canvas, 'demo')` always works.
   */
  open(canvas: HTMLCanvasElement, source: LiveSource): Promise<void>;
  /** Stops camera, sound and drawing. A take being recorded is saved first. */
  close(): Promise<void>;
  chooseCamera(deviceId: string | null): Promise<void>;
  chooseMicrophone(deviceId: string | null): Promise<void>;
  /** null = no music. */
  setSong(song: { song: SongRef; songStart: number } | null): void;
  /** Hears the song once from its start; again to stop. */
  previewSong(): void;
  setStack(stack: readonly EffectInstance[], imports?: ImportedAssets): void;
  /** Count-in, then records up to the limit. */
  record(): Promise<void>;
  /** Ends the take and saves it; during the count-in, calls it off. */
  stop(): Promise<void>;
  /** Throws the current take away. */
  discard(): Promise<void>;
  /** Seconds of the running take, at display rate, outside React; returns the way to stop listening. */
  onElapsed(listener: (seconds: number) => void): () => void;
  /** Makes a project of the finished take with the effects and the song that were on; gives its id. */
  editTake(takeId: string): Promise<string>;
}
