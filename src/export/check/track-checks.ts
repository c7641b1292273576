/** The picture track as the container describes it: how long, how many, when, how large. */
import { EncodedPacketSink, type EncodedPacket } from 'mediabunny';
import type { Size } from '../../core/geometry';
import type { MediaInput } from '../../media/media-input';
import { requirePicture } from '../../media/open-media';
import type { CheckResult } from './check-result';
import type { ExpectedFilm } from './expected-film';

/** Facts of the picture track; nothing is decoded for them. */
export interface PictureTrack {
  /** Seconds from the start of the file to the end of the last picture. */
  readonly duration: number;
  /** When each picture is shown, in the file's own seconds, rising. */
  readonly times: readonly number[];
  /** As displayed. */
  readonly size: Size;
}

/** @throws StudioError `file-no-picture` */
export async function readPictureTrack(media: MediaInput): Promise<PictureTrack> {
  const video = requirePicture(media);
  const pictures: Pick<EncodedPacket, 'timestamp' | 'duration'>[] = [];
  const packets = new EncodedPacketSink(video).packets(undefined, undefined, { metadataOnly: true });
  for await (const { timestamp, duration } of packets) pictures.push({ timestamp, duration });
  // Packets lie in the order of decoding.
  const times = pictures.sort((a, b) => a.timestamp - b.timestamp).map(({ timestamp }) => timestamp);
  const [last = 0, before = last] = times.slice(-2).reverse();
  // WebM need not say how long the last picture lasts: as long as the one before.
  const lasting = pictures.at(-1)?.duration || last - before;
  return {
    duration: last + lasting - media.origin,
    times,
    size: { width: await video.getDisplayWidth(), height: await video.getDisplayHeight() },
  };
}

/** Neither a frame short nor a frame long. */
export function checkDuration(track: PictureTrack, { duration, fps }: ExpectedFilm): CheckResult {
  return {
    passed: Math.abs(track.duration - duration) < 0.5 / fps,
    value: `${track.duration.toFixed(3)} s`,
  };
}

export function checkFrames({ times }: PictureTrack, { frames }: ExpectedFilm): CheckResult {
  return { passed: times.length === frames, value: String(times.length) };
}

/** A picture may be early or late by half a tick of the coarsest clock, WebM's milliseconds; and by how numbers are stored. */
const CLOCK_SECONDS = 0.000_501;

/** Each picture on its beat, the first at 0. */
export function checkConstantRate({ times }: PictureTrack, { fps }: ExpectedFilm): CheckResult {
  const worst = times.reduce((most, time, index) => Math.max(most, Math.abs(time - index / fps)), 0);
  return {
    passed: times.length > 0 && worst <= CLOCK_SECONDS,
    value: `${fps} fps ± ${(worst * 1000).toFixed(1)} ms`,
  };
}

export function checkSize({ size }: PictureTrack, { size: { width, height } }: ExpectedFilm): CheckResult {
  return { passed: size.width === width && size.height === height, value: `${size.width}×${size.height}` };
}

/** The stage's shape, met within a pixel of the shorter side: sizes of files are whole and even numbers. */
export function checkAspect({ size }: PictureTrack, { aspect }: ExpectedFilm): CheckResult {
  const offWidth = Math.abs(size.width - (size.height * aspect.width) / aspect.height);
  const offHeight = Math.abs(size.height - (size.width * aspect.height) / aspect.width);
  const passed = Math.min(offWidth, offHeight) <= 1;
  return { passed, value: ratioOf(passed ? aspect : size) };
}

/** In lowest terms, like `9:16`. */
function ratioOf({ width, height }: Size): string {
  const divisor = greatestCommonDivisor(width, height);
  return `${width / divisor}:${height / divisor}`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
