/** What a person chose once and for all, kept on this device. */
import type { StoreApi } from 'zustand/vanilla';
import type { Locale } from '../core/locale';

export interface SettingsState {
  /** null = as the browser says. */
  readonly locale: Locale | null;
  readonly theme: 'system' | 'dark' | 'light';
  readonly motion: 'system' | 'reduced' | 'full';
  readonly flashGuard: boolean;
  /** Device ids; null = the browser's choice. */
  readonly cameraId: string | null;
  readonly microphoneId: string | null;
  readonly recordMicrophone: boolean;
  /** Selfie view: what is seen is mirrored, and so is what is exported; text never is. */
  readonly mirror: boolean;
  /** Milliseconds that this device's camera and sound lag together; measured or set by hand, -300..300. */
  readonly latencyMs: number;
  /** Dances seated: the upper body is judged, whatever the challenge. */
  readonly seated: boolean;
  /** Whether the latency check was offered, so that it is offered once. */
  readonly latencyOffered: boolean;
  readonly poseModel: 'auto' | 'lite' | 'full';
  readonly countInBeats: 4 | 8;
  /** Keys of the editor that differ from its own table, by action: combinations as they are printed. */
  readonly keyBindings: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Whether the editor has shown itself round. */
  readonly tourSeen: boolean;
}

export interface Settings {
  readonly store: StoreApi<SettingsState>;
  /** Changes and saves. */
  change(patch: Partial<SettingsState>): void;
}
