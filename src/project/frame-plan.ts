/**
 * What a given instant shows and sounds like: the single source of preview, thumbnails, export and sound.
 * The types; `planFrame` and `planSound` make them from a project.
 */
import type { Fit, Size } from '../core/geometry';
import type { Flicks } from '../core/time';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
import type { SongRef, TextItem } from './project';

/** One picture. */
export interface FramePlan {
  /** Start of the frame on the timeline. */
  readonly time: Flicks;
  /** Frame number. */
  readonly frame: number;
  readonly seed: number;
  /** The project's stage size; the aspect is what counts. */
  readonly size: Size;
  /** Bottom to top; empty = black. */
  readonly layers: readonly PictureLayer[];
  /** The way from one layer to another; null outside a transition. Both layers are in `layers`. */
  readonly transition: PlannedTransition | null;
  /** The stack, in the person's order, as its keyframes set it; only enabled ones that may leave a trace. */
  readonly effects: readonly EffectInstance[];
  /** Foreign shaders and tables that the effects may name. */
  readonly imports: ImportedAssets;
  /** Drawn last, over the effects; never mirrored. */
  readonly texts: readonly TextItem[];
  /** The song under this frame, for the beat; null without music. */
  readonly song: { readonly song: SongRef; readonly songTime: number } | null;
}

/** One clip giving way to the next. */
export interface PlannedTransition {
  readonly effect: EffectInstance;
  readonly fromClipId: string;
  readonly toClipId: string;
  /** 0..1, both exclusive: the middle of the frame within the transition. */
  readonly progress: number;
}

/** One source in the picture. */
export interface PictureLayer {
  readonly clipId: string;
  readonly sourceId: string;
  readonly takeId: string;
  /** Seconds of the source. */
  readonly sourceTime: number;
  /** Displayed size of the source. */
  readonly sourceSize: Size;
  readonly fit: Fit;
  readonly mirror: boolean;
}

/** All that is heard, as pieces that overlap and sum. */
export interface SoundPlan {
  /** Seconds. */
  readonly duration: number;
  readonly pieces: readonly SoundPiece[];
}

/** One piece of sound. Times in seconds of the film. */
export interface SoundPiece {
  readonly from:
    { readonly kind: 'take'; readonly takeId: string } | { readonly kind: 'song'; readonly song: SongRef };
  readonly start: number;
  readonly duration: number;
  /** Seconds of the source heard at `start`. */
  readonly sourceStart: number;
  readonly speed: number;
  readonly gain: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
}
