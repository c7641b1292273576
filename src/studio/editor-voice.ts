/** A voice over the film: recorded while it plays, kept in the library, laid where it was spoken. */
import { toSeconds, type Flicks } from '../core/time';
import { encodeWav } from '../media/encode-wav';
import { pcmDuration, type Pcm } from '../media/pcm';
import type { Storage } from '../storage/storage';
import { startVoiceRecorder, type VoiceRecorder } from './voice-recorder';

export interface EditorVoice {
  /** @throws StudioError `microphone-*`, `camera-unsupported` */
  begin(at: Flicks): Promise<void>;
  /** Ends a recording that runs. @throws StudioError `storage-*` */
  end(): Promise<void>;
}

export interface EditorVoiceOptions {
  readonly storage: Storage;
  readonly microphoneId: () => string | null;
  readonly filmNow: () => number | null;
  readonly onChange: (isRecording: boolean) => void;
  readonly onRecorded: (recordingId: string, start: Flicks, seconds: number) => void;
  readonly onError: (error: unknown) => void;
}

/** Shorter than this nobody has said a thing. */
const SHORTEST_SECONDS = 0.1;

export function createEditorVoice(options: EditorVoiceOptions): EditorVoice {
  let running: { readonly recorder: VoiceRecorder; readonly at: Flicks } | null = null;

  let ending: Promise<void> | null = null;

  const keep = async (pcm: Pcm | null, at: Flicks): Promise<void> => {
    const seconds = pcm === null ? 0 : pcmDuration(pcm);
    if (pcm === null || seconds < SHORTEST_SECONDS) return;
    const file = new Blob([encodeWav(pcm, 0, seconds)], { type: 'audio/wav' });
    const record = await options.storage.songs.importFile(
      {
        id: crypto.randomUUID(),
        name: 'voice',
        createdAt: Date.now(),
        mimeType: file.type,
        duration: seconds,
        bpm: null,
        firstBeat: null,
        bytes: 0,
        role: 'voice',
      },
      file,
    );
    options.onRecorded(record.id, at, seconds);
  };

  return {
    async begin(at) {
      if (running !== null) return;
      const recorder = await startVoiceRecorder({
        microphoneId: options.microphoneId(),
        filmNow: options.filmNow,
        from: toSeconds(at),
        onError: options.onError,
      });
      running = { recorder, at };
      options.onChange(true);
    },
    end() {
      if (running !== null) {
        const { recorder, at } = running;
        running = null;
        options.onChange(false);
        ending = keep(recorder.end(), at).finally(() => {
          ending = null;
        });
      }
      // Whoever asks while a recording is stored waits for it, too.
      return ending ?? Promise.resolve();
    },
  };
}
