/** Stretches of a film and how each gets into the file. Types only. */
import type { Rect } from '../../core/geometry';

/**
 * `copy`: the packets of an untouched film go into the file as they are. `direct`: decoded, cropped, scaled and encoded, without WebGL.
 * `compose`: drawn by the compositor.
 */
export type StretchRoute = 'copy' | 'direct' | 'compose';

/** Why a stretch takes its route: a translation key below `export.reason.`. */
export type StretchReason =
  /** copy */
  | 'untouched'
  /** direct: what would have to be otherwise for the packets to be copied */
  | 'edge'
  | 'codec'
  | 'colors'
  | 'size'
  | 'mirrored'
  | 'rate'
  | 'bitrate'
  | 'reencode'
  | 'kind'
  /** compose: what has to be drawn */
  | 'black'
  | 'effects'
  | 'words'
  | 'stickers'
  | 'transition'
  | 'layers'
  | 'frame'
  | 'bars'
  | 'unscalable';

/** What of a film's picture is seen, upright and over the whole stage. */
export interface SourceCrop {
  /** 0..1 of the displayed picture. */
  readonly rect: Rect;
  /** Whether it is seen as in a mirror. */
  readonly isMirrored: boolean;
}

/** Frames of the file that take one route: [first, first + count). */
export interface FilmStretch {
  readonly first: number;
  readonly count: number;
  readonly route: StretchRoute;
  readonly reason: StretchReason;
  /** For `copy` and `direct`. */
  readonly takeId?: string;
  /** For `direct`. */
  readonly crop?: SourceCrop;
  /** For `copy`: which picture of the film, in the order of showing, the first frame is. */
  readonly picture?: number;
}
