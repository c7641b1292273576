/**
 * What a given instant shows and sounds like: the single source of preview, thumbnails, export and sound.
 * The types; `planFrame` and `planSound` make them from a project.
 */
import type { Fit, Frame, Size } from '../core/geometry';
import type { Pace } from '../core/pace';
import type { Flicks } from '../core/time';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
import type { ItemBlend, Master, PinPoint, SongRef, StickerPicture, TextItem } from './project';

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
  /** Drawn over the effects, bottom to top, as their keyframes set them. */
  readonly stickers: readonly PlannedSticker[];
  /** Drawn last; never mirrored. */
  readonly texts: readonly PlannedText[];
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
  /** As its keyframes set it; without: filled, upright, whole. */
  readonly frame?: Frame;
  /** Without: `normal`. */
  readonly blend?: ItemBlend;
}

/** Words as their keyframes set them, and where in their time they are. */
export interface PlannedText extends TextItem {
  /** Seconds since they came and until they go, at the middle of the frame. */
  readonly age: number;
  readonly left: number;
}

/** A sticker as its keyframes set it. */
export interface PlannedSticker {
  readonly id: string;
  readonly picture: StickerPicture;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly rotation: number;
  readonly opacity: number;
  readonly mirror: boolean;
  readonly blend: ItemBlend;
  readonly pin?: PinPoint;
  /** Seconds since it came: pictures that move begin with it. */
  readonly age: number;
}

/** All that is heard, as pieces that overlap and sum. */
export interface SoundPlan {
  /** Seconds. */
  readonly duration: number;
  readonly pieces: readonly SoundPiece[];
  readonly master: Master;
}

/** Sounds that are turned up and down together; the music steps back while there is voice. */
export type SoundBus = 'film' | 'music' | 'voice';

/** One piece of sound. Times in seconds of the film; its pace through the source counts from `start`. */
export interface SoundPiece extends Pace {
  readonly from:
    | { readonly kind: 'take'; readonly takeId: string }
    | { readonly kind: 'song'; readonly song: SongRef }
    | { readonly kind: 'recording'; readonly id: string };
  readonly bus: SoundBus;
  readonly start: number;
  readonly duration: number;
  /** Played at another speed it keeps its pitch; else it sounds higher and lower, as a tape does. */
  readonly keepPitch: boolean;
  readonly gain: number;
  /** Multiplies the gain: linear between points that rise in `at` (seconds since the piece's start), held outside. */
  readonly envelope?: readonly GainPoint[];
  readonly fadeIn: number;
  readonly fadeOut: number;
}

export interface GainPoint {
  readonly at: number;
  readonly gain: number;
}
