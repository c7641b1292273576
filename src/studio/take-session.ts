/** One take being recorded: pictures and sound to storage as they come, poses beside them. */
import { toEvenSize, type Size } from '../core/geometry';
import type { Verdict } from '../dance/judgement';
import type { TakeRecorder } from '../capture/take-recorder';
import type { Pose } from '../pose/pose';
import { encodePoseTrack } from '../pose/pose-track-bytes';
import { PoseTrackBuilder, type PoseTrack } from '../pose/pose-track';
import { TAKE_FILES, type TakeRecord } from '../storage/records';
import type { Storage } from '../storage/storage';

/** What the pose track of a live camera calls itself. */
export const LIVE_POSE_SOURCE = 'mediapipe-live';

export interface TakeSessionOptions {
  readonly storage: Storage;
  readonly name: string;
  readonly origin: 'camera' | 'demo';
  readonly size: Size;
  readonly fps: number;
  readonly mirror: boolean;
  readonly microphone: MediaStreamTrack | null;
  readonly music: TakeRecord['music'];
  readonly challengeId: string | null;
}

export interface TakeSession {
  readonly takeId: string;
  /** Poses so far, in seconds of the take. */
  poses(): PoseTrack;
  /** Adds what the video shows now; `seconds` from the start of the take, below 0 is ignored. */
  addPicture(video: HTMLVideoElement, seconds: number): void;
  addPose(seconds: number, pose: Pose | null): void;
  /** Closes the files and completes the record. `duration` in seconds, the length of the take as the clock measured it. */
  finish(duration: number, verdict: Verdict | null): Promise<TakeRecord>;
  /** Throws everything away. */
  discard(): Promise<void>;
}

/**
 * Opens the record and the file of a new take.
 * @throws StudioError `storage-*`, `recorder-failed`
 */
export async function startTakeSession(options: TakeSessionOptions): Promise<TakeSession> {
  const size = toEvenSize(options.size);
  const takeId = crypto.randomUUID();
  const record: TakeRecord = {
    id: takeId,
    name: options.name,
    createdAt: Date.now(),
    origin: options.origin,
    state: 'recording',
    mimeType: '',
    duration: 0,
    size,
    fps: options.fps,
    hasSound: false,
    mirror: options.mirror,
    music: options.music,
    challengeId: options.challengeId,
    verdict: null,
    bytes: 0,
  };
  const writer = await options.storage.takes.create(record);
  let recorder: TakeRecorder;
  try {
    // The muxer comes with the first take.
    const { createTakeRecorder } = await import('../capture/take-recorder');
    recorder = await createTakeRecorder({ size, fps: options.fps, writer, microphone: options.microphone });
  } catch (error) {
    await writer.discard();
    throw error;
  }
  const builder = new PoseTrackBuilder({
    fps: options.fps,
    aspect: size.width / size.height,
    source: LIVE_POSE_SOURCE,
  });

  const savePoses = async (): Promise<void> => {
    const track = builder.build();
    if (track.length > 0) {
      await options.storage.takes.writeFile(takeId, TAKE_FILES.pose, encodePoseTrack(track));
    }
  };

  return {
    takeId,
    poses: () => builder.build(),
    addPicture(video, seconds) {
      if (seconds < 0) return;
      recorder.addFrame(new VideoFrame(video, { timestamp: Math.round(seconds * 1e6) }), seconds);
    },
    addPose(seconds, pose) {
      if (seconds >= 0) builder.append(seconds, pose);
    },
    async finish(duration, verdict) {
      try {
        const { hasSound } = await recorder.finish();
        await savePoses();
        return await writer.finish({
          state: 'ready',
          mimeType: recorder.mimeType,
          duration,
          hasSound,
          verdict,
        });
      } catch (error) {
        // What reached the disk before it failed is kept, flagged as saved from an accident.
        await writer.finish({ state: 'recovered', mimeType: recorder.mimeType, duration, verdict });
        throw error;
      }
    },
    async discard() {
      await recorder.abort();
      await writer.discard();
    },
  };
}
