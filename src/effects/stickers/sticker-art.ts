/** A sticker that ships with the app, as shapes: sharp at every size, a few hundred bytes each. */
import type { LocalizedText } from '../../core/locale';

/** One shape in a square of 100 × 100. */
export interface ArtShape {
  /** SVG path data. */
  readonly path: string;
  /** `#rrggbb`; without: not filled. */
  readonly fill?: string;
  readonly stroke?: string;
  /** Width of the stroke. */
  readonly width?: number;
}

export interface StickerArt {
  readonly id: string;
  readonly name: LocalizedText;
  /** Bottom to top. */
  readonly shapes: readonly ArtShape[];
}

/** The paper edge round every sticker: light, so that it stands out on any picture. */
export const PAPER = '#fffaf0';
export const PAPER_WIDTH = 7;
