/** Looks into a film file: everything the library wants to know, and every reason to refuse it. */
import type { InputVideoTrack } from 'mediabunny';
import { StudioError, throwIfCancelled } from '../core/errors';
import type { Size } from '../core/geometry';
import { asMediaError, openMediaInput, type MediaInput } from './media-input';
import { firstPicture } from './video-decoding';

/** Longest film in seconds: what the services accept, and what fits in memory as sound. */
export const LONGEST_FILM_SECONDS = 600;

/** Longest edge of a picture in pixels: what graphics cards take as a texture, and decoders in real time. */
export const LONGEST_EDGE_PX = 4096;

/** Packets that the frame rate is measured over. */
const RATE_PACKETS = 120;

/** What is in a film. */
export interface MediaInfo {
  /** Seconds from the start to the end of the picture. */
  readonly duration: number;
  /** As displayed: turned upright, square pixels. */
  readonly size: Size;
  /** Degrees clockwise by which the stored pictures are turned for display. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Pictures a second on average; a film of uneven rate has no truer number. */
  readonly fps: number;
  /** Whether there is sound that this browser can decode. */
  readonly hasSound: boolean;
  /** Codec strings as in RFC 6381; null where there is no such track or no name for it. */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  readonly mimeType: string;
}

/**
 * Opens the film and decodes its first picture, so that what is let in can be shown.
 * @throws StudioError `file-empty`, `file-unreadable`, `file-not-media`, `file-no-picture`, `file-corrupt`, `file-too-long`,
 * `file-too-large`, `codec-unsupported`, `cancelled`
 */
export async function describeMedia(blob: Blob, signal?: AbortSignal): Promise<MediaInfo> {
  const media = await openMediaInput(blob, signal);
  const stop = (): void => media.dispose();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const video = requirePicture(media);
    const info = await describeTracks(media, video);
    requireWithinLimits(info);
    await requireDecodable(video);
    (await firstPicture(video)).close();
    throwIfCancelled(signal);
    return info;
  } catch (error) {
    throw asMediaError(error, signal);
  } finally {
    signal?.removeEventListener('abort', stop);
    media.dispose();
  }
}

/**
 * The picture track.
 * @throws StudioError `file-no-picture`
 */
export function requirePicture(media: MediaInput): InputVideoTrack {
  if (media.video === null) throw new StudioError('file-no-picture', 'The file has sound only.');
  return media.video;
}

/**
 * @throws StudioError `codec-unsupported` where this browser has no decoder for the track
 */
export async function requireDecodable(video: InputVideoTrack): Promise<void> {
  if (await video.canDecode()) return;
  const codec = (await video.getCodecParameterString()) ?? String(await video.getInternalCodecId());
  throw new StudioError('codec-unsupported', `No decoder for ${codec}.`, { values: { codec } });
}

/** The facts of an opened film, without a look at its pictures. */
export async function describeTracks(media: MediaInput, video: InputVideoTrack): Promise<MediaInfo> {
  const stats = await video.computePacketStats(RATE_PACKETS);
  const end = await video.computeDuration();
  return {
    duration: Math.max(0, end - media.origin),
    size: {
      width: Math.round(await video.getDisplayWidth()),
      height: Math.round(await video.getDisplayHeight()),
    },
    rotation: await video.getRotation(),
    fps: tidyRate(stats.averagePacketRate),
    hasSound: (await media.audio?.canDecode()) ?? false,
    videoCodec: await video.getCodecParameterString(),
    audioCodec: (await media.audio?.getCodecParameterString()) ?? null,
    mimeType: await media.input.getMimeType(),
  };
}

function requireWithinLimits({ duration, size }: MediaInfo): void {
  if (!(duration > 0)) throw new StudioError('file-corrupt', `The film lasts ${duration} s.`);
  if (duration > LONGEST_FILM_SECONDS) {
    throw new StudioError(
      'file-too-long',
      `A film may last ${LONGEST_FILM_SECONDS} s, this one lasts ${duration.toFixed(1)} s.`,
      { values: { limit: LONGEST_FILM_SECONDS / 60, minutes: Math.ceil(duration / 60) } },
    );
  }
  if (Math.max(size.width, size.height) > LONGEST_EDGE_PX) {
    throw new StudioError(
      'file-too-large',
      `An edge may have ${LONGEST_EDGE_PX} px, this film has ${size.width}×${size.height}.`,
      { values: { limit: LONGEST_EDGE_PX, width: size.width, height: size.height } },
    );
  }
}

/** A hundredth of a frame a second is noise of the clock in the file. */
function tidyRate(rate: number): number {
  if (!Number.isFinite(rate) || rate <= 0) return 30;
  const whole = Math.round(rate);
  return Math.abs(rate - whole) < 0.02 ? whole : Math.round(rate * 1000) / 1000;
}
