/** Looks into the films of a job: what may be copied, what can be scaled. Each is opened once. */
import { EncodedPacketSink, type EncodedPacket, type InputVideoTrack } from 'mediabunny';
import { StudioError } from '../../core/errors';
import type { Disposable } from '../../core/ownership';
import { openMediaInput, type MediaInput } from '../../media/media-input';
import { requireDecodable, requirePicture } from '../../media/open-media';
import { firstPicture } from '../../media/video-decoding';
import { parseAvcConfig } from '../h264/avc-config';
import { NAL, nalType, splitLengthPrefixed } from '../h264/nal';
import { parseSps, type SpsFacts } from '../h264/parameter-sets';
import { meaningOf } from '../picture/decoded-picture';
import { closedGroups, type PacketFacts, type SourceFacts } from './source-facts';
import type { StretchReason } from './stretch';

/** The H.264 of a film. */
export interface AvcStream {
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
  /** A packet's NAL units. */
  split(packet: Uint8Array): Uint8Array[];
}

/** The film of a take. */
export interface TakeFilm {
  readonly takeId: string;
  readonly media: Blob;
}

export interface OpenSource extends Disposable {
  readonly input: MediaInput;
  readonly facts: SourceFacts;
  readonly packets: EncodedPacketSink;
  /** The film's own time of its start, in seconds. */
  readonly origin: number;
  /** null for other codecs, and for streams whose parameter sets are not in the container. */
  readonly stream: AvcStream | null;
}

/** Profiles whose pictures every player knows: Baseline, Main, High. */
const PLAIN_PROFILES: readonly number[] = [66, 77, 100];

/** ITU-T H.273: BT.709, and what says nothing. */
const BT709 = 1;
const UNSPECIFIED = 2;

export class OpenSources implements Disposable {
  readonly #media = new Map<string, Blob>();
  readonly #open = new Map<string, Promise<OpenSource>>();

  constructor(films: readonly TakeFilm[] = []) {
    this.add(films);
  }

  /** What is known already stays open; a film that has changed is opened anew. */
  add(films: readonly TakeFilm[]): void {
    for (const { takeId, media } of films) {
      if (this.#media.get(takeId)?.size !== media.size) this.#close(takeId);
      this.#media.set(takeId, media);
    }
  }

  /** @throws StudioError as `openMediaInput`; `storage-missing` */
  open(takeId: string): Promise<OpenSource> {
    const known = this.#open.get(takeId);
    if (known !== undefined) return known;
    const media = this.#media.get(takeId) ?? null;
    const opened =
      media === null
        ? Promise.reject(new StudioError('storage-missing', `Take ${takeId} was not handed over.`))
        : openSource(media);
    opened.catch(() => undefined);
    this.#open.set(takeId, opened);
    return opened;
  }

  dispose(): void {
    for (const takeId of [...this.#open.keys()]) this.#close(takeId);
  }

  #close(takeId: string): void {
    this.#open.get(takeId)?.then(
      (source) => source.dispose(),
      // Whoever asked for it has heard of the failure.
      () => undefined,
    );
    this.#open.delete(takeId);
  }
}

async function openSource(media: Blob): Promise<OpenSource> {
  const input = await openMediaInput(media);
  try {
    return await describeSource(input, requirePicture(input));
  } catch (error) {
    input.dispose();
    throw error;
  }
}

async function describeSource(input: MediaInput, video: InputVideoTrack): Promise<OpenSource> {
  await requireDecodable(video);
  const packets = new EncodedPacketSink(video);
  const stream = await avcStreamOf(video);
  const notCopied = await reasonNotToCopy(video, stream);
  const found: EncodedPacket[] = [];
  for await (const packet of packets.packets(undefined, undefined, { metadataOnly: true }))
    found.push(packet);
  // Side by side: each key picture that is looked into waits for the disk.
  const list: PacketFacts[] = await Promise.all(
    found.map(async ({ type, timestamp, byteLength }) => ({
      time: timestamp - input.origin,
      isEntry: type === 'key' && notCopied === null && (await isIdr(packets, timestamp, stream)),
      bytes: byteLength,
    })),
  );
  const facts: SourceFacts = {
    size: {
      width: Math.round(await video.getDisplayWidth()),
      height: Math.round(await video.getDisplayHeight()),
    },
    notCopied,
    // What may be copied is 4:2:0 in the film's own colours.
    isScalable: notCopied === null || (await isScalable(video)),
    ...closedGroups(list),
  };
  return { input, facts, packets, stream, origin: input.origin, dispose: () => input.dispose() };
}

/** Key pictures of an open group are no entries: pictures around them need what lies before. */
async function isIdr(
  packets: EncodedPacketSink,
  timestamp: number,
  stream: AvcStream | null,
): Promise<boolean> {
  const packet = await packets.getPacket(timestamp);
  if (packet === null || stream === null || packet.timestamp !== timestamp) return false;
  return stream.split(packet.data).some((nal) => nalType(nal) === NAL.idr);
}

async function avcStreamOf(video: InputVideoTrack): Promise<AvcStream | null> {
  if ((await video.getCodec()) !== 'avc') return null;
  const config = await video.getDecoderConfig();
  const description = config?.description;
  if (description === undefined) return null;
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
  const { lengthSize, spsList, ppsList } = parseAvcConfig(bytes);
  return { sps: spsList, pps: ppsList, split: (packet) => splitLengthPrefixed(packet, lengthSize) };
}

async function reasonNotToCopy(
  video: InputVideoTrack,
  stream: AvcStream | null,
): Promise<StretchReason | null> {
  if (stream === null || stream.sps.length === 0 || stream.pps.length === 0) return 'codec';
  const sets = stream.sps.map(parseSps);
  if (!sets.every(isPlain)) return 'codec';
  if (!sets.every(isFilmColored)) return 'colors';
  const isTurned = (await video.getRotation()) !== 0;
  return isTurned || !sets.every(({ pixelAspect }) => pixelAspect.width === pixelAspect.height)
    ? 'size'
    : null;
}

function isPlain({ profile, chromaFormat, bitDepth, isProgressive }: SpsFacts): boolean {
  return PLAIN_PROFILES.includes(profile) && chromaFormat === 1 && bitDepth === 8 && isProgressive;
}

/** Only what says so: what says nothing is taken for different things by different players. */
function isFilmColored({ color }: SpsFacts): boolean {
  if (color === null || color.fullRange || color.matrix !== BT709) return false;
  return [color.primaries, color.transfer].every((code) => code === BT709 || code === UNSPECIFIED);
}

/** A look at the first picture: containers do not say what decoders give. */
async function isScalable(video: InputVideoTrack): Promise<boolean> {
  if ((await video.getRotation()) !== 0) return false;
  const sample = await firstPicture(video);
  try {
    const picture = sample.toVideoFrame();
    try {
      const { visibleRect, displayWidth, displayHeight } = picture;
      const isSquare = displayWidth === visibleRect?.width && displayHeight === visibleRect.height;
      return meaningOf(picture) !== null && isSquare;
    } finally {
      picture.close();
    }
  } finally {
    sample.close();
  }
}
