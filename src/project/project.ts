/**
 * The editable document, version 2. Plain data: what is stored, undone, migrated and exported.
 * Times on the timeline are integers in flicks (`core/time`); times inside a source are seconds of that source.
 */
import type { Flicks } from '../core/time';
import type { Fit, Size } from '../core/geometry';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';

export const PROJECT_VERSION = 2;

/** One project. */
export interface Project {
  readonly format: 'fifteen.project';
  readonly version: typeof PROJECT_VERSION;
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Size of the stage in its own units (1080×1920 for 9:16); pictures are rendered at any size of the same aspect. */
  readonly size: Size;
  readonly fps: number;
  /** Seed of everything that is random in the film. */
  readonly seed: number;
  readonly sources: Readonly<Record<string, Source>>;
  /** Foreign shaders and tables of colours that its effects use, so that the film looks alike everywhere. */
  readonly imports: ImportedAssets;
  /** Bottom to top. */
  readonly tracks: readonly Track[];
  readonly markers: readonly Marker[];
}

/** A take that the project uses, with what the document must know without opening it. */
export interface Source {
  readonly takeId: string;
  /** Seconds. */
  readonly duration: number;
  /** Displayed size, after rotation. */
  readonly size: Size;
  readonly hasSound: boolean;
}

/** What every item on the timeline has. Covers [start, start + duration). */
interface Item {
  readonly id: string;
  readonly start: Flicks;
  readonly duration: Flicks;
}

/** A piece of a source. */
export interface Clip extends Item {
  readonly sourceId: string;
  /** Seconds of the source shown at `start`. */
  readonly sourceStart: number;
  /** Seconds of source a second of timeline, > 0. */
  readonly speed: number;
  readonly fit: Fit;
  /** Shown as in a mirror (the selfie view). */
  readonly mirror: boolean;
  /** Gain of the clip's own sound, 0..2. */
  readonly volume: number;
  /** How the clip before gives way to this one; a plain cut without. */
  readonly transition?: ClipTransition;
}

/** Lies half before and half after the cut; each clip runs on into what was cut off of it, or stands still where there is no more. */
export interface ClipTransition {
  readonly effect: EffectInstance;
  /** The whole of it; never more than half of either clip on its side of the cut. */
  readonly duration: Flicks;
}

/** Words on the stage. */
export interface TextItem extends Item {
  readonly text: string;
  /** Centre, 0..1 of the stage from the top left. */
  readonly x: number;
  readonly y: number;
  /** Height of a line, as a fraction of the stage's height. */
  readonly lineHeight: number;
  /** `#rrggbb`. */
  readonly color: string;
  /** Outline round the letters, or a box behind them. */
  readonly style: 'outline' | 'box' | 'plain';
  readonly weight: 400 | 700 | 900;
}

/** An effect over a stretch of time. Order in the track is order in the stack. */
export interface EffectItem extends Item {
  readonly effect: EffectInstance;
}

/** A piece of a song. */
export interface MusicItem extends Item {
  readonly song: SongRef;
  /** Song time in seconds heard at `start`. */
  readonly songStart: number;
  /** Gain 0..2. */
  readonly volume: number;
  /** Seconds. */
  readonly fadeIn: number;
  readonly fadeOut: number;
}

/** A song that ships with the app (made from its score when it is needed), or one of the person's own in the library. */
export type SongRef =
  { readonly kind: 'bundled'; readonly id: string } | { readonly kind: 'imported'; readonly id: string };

export type Track =
  | { readonly id: string; readonly kind: 'video'; readonly muted: boolean; readonly items: readonly Clip[] }
  | { readonly id: string; readonly kind: 'text'; readonly items: readonly TextItem[] }
  | { readonly id: string; readonly kind: 'effects'; readonly items: readonly EffectItem[] }
  | {
      readonly id: string;
      readonly kind: 'music';
      readonly muted: boolean;
      readonly items: readonly MusicItem[];
    };

/** A named instant: a judgement, a combo, or the person's own. */
export interface Marker {
  readonly id: string;
  readonly time: Flicks;
  readonly kind: 'judgement' | 'note';
  readonly label: string;
}
