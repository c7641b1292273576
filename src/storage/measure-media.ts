/** Finds out what a file that was cut off still holds. */
import type { Size } from '../core/geometry';

export interface MediaMeasure {
  readonly mimeType: string;
  /** Seconds up to the end of the last whole picture. */
  readonly duration: number;
  /** Displayed size, after rotation. */
  readonly size: Size;
  readonly fps: number;
  readonly hasSound: boolean;
}

/** The file's facts, null when not one picture can be found in it. */
export async function measureMedia(file: Blob): Promise<MediaMeasure | null> {
  // The demuxer comes only when a killed tab left something behind.
  const { ALL_FORMATS, BlobSource, Input } = await import('mediabunny');
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) return null;
    const video = await input.getPrimaryVideoTrack();
    if (video === null) return null;
    const duration = await video.computeDuration();
    const stats = await video.computePacketStats();
    if (!(duration > 0) || stats.packetCount === 0) return null;
    const audio = await input.getPrimaryAudioTrack();
    const heard = audio === null ? 0 : (await audio.computePacketStats(1)).packetCount;
    return {
      mimeType: await input.getMimeType(),
      duration,
      size: { width: await video.getDisplayWidth(), height: await video.getDisplayHeight() },
      fps: Math.round(stats.averagePacketRate),
      hasSound: heard > 0,
    };
  } catch {
    // The demuxer throws many kinds of errors on what is no film; here they all mean the same.
    return null;
  } finally {
    input.dispose();
  }
}
