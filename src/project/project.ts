/**
 * The editable document, version 3. Plain data: what is stored, undone, migrated and exported.
 * Times on the timeline are integers in flicks (`core/time`); times inside a source are seconds of that source.
 * What may be missing has a default, which the docstring says.
 */
import type { Flicks } from '../core/time';
import type { Fit, Frame, Size } from '../core/geometry';
import type { Pace } from '../core/pace';
import type { EffectInstance, ParamKey } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';

export const PROJECT_VERSION = 3;

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
  readonly master: Master;
}

/** How the whole film sounds. */
export interface Master {
  /** The film is brought to −14 LUFS, as platforms play it; else it keeps its own loudness. */
  readonly evenLoudness: boolean;
  /** How far the music steps back while somebody speaks: 0 not at all, 1 by 24 dB. */
  readonly duck: number;
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

/** Keyframes by the name of the number that they move (`ITEM_NUMBERS`); their times count from the item's start. */
export type ItemKeys = Readonly<Record<string, readonly ParamKey[]>>;

/** How a picture meets what lies below. */
export type ItemBlend = 'normal' | 'screen' | 'add' | 'multiply';

/** A piece of a source. */
export interface Clip extends Item, Pace {
  readonly sourceId: string;
  readonly fit: Fit;
  /** Shown as in a mirror (the selfie view). */
  readonly mirror: boolean;
  /** Without: filled, upright, whole. */
  readonly frame?: Frame;
  /** Without: `normal`. */
  readonly blend?: ItemBlend;
  /** Gain of the clip's own sound, 0..2. */
  readonly volume: number;
  /** Seconds, at the clip's own ends; without: only as much as hides a click. */
  readonly fadeIn?: number;
  readonly fadeOut?: number;
  /** Its sound keeps its pitch at another speed; true unless it says otherwise. */
  readonly keepPitch?: boolean;
  /** Nothing is seen or heard: a place that waits for a take. */
  readonly empty?: boolean;
  readonly keys?: ItemKeys;
  /** How the clip before gives way to this one; a plain cut without. */
  readonly transition?: ClipTransition;
}

/** Lies half before and half after the cut; each clip runs on into what was cut off of it, or stands still where there is no more. */
export interface ClipTransition {
  readonly effect: EffectInstance;
  /** The whole of it; never more than half of either clip on its side of the cut. */
  readonly duration: Flicks;
}

/** A point of the body that a sticker holds on to. */
export const PIN_POINTS = [
  'head',
  'leftHand',
  'rightHand',
  'leftElbow',
  'rightElbow',
  'chest',
  'hips',
  'leftKnee',
  'rightKnee',
  'leftFoot',
  'rightFoot',
] as const;

export type PinPoint = (typeof PIN_POINTS)[number];

/** When words come, how they stay, and when they go. */
export interface TextMotion {
  readonly in: TextIn;
  readonly loop: TextLoop;
  readonly out: TextIn;
  /** What moves by itself. */
  readonly unit: 'letter' | 'word' | 'line';
  /** Seconds that coming takes, and going. */
  readonly seconds: number;
}

export const TEXT_INS = ['none', 'fade', 'rise', 'drop', 'pop', 'slide', 'spin', 'type'] as const;
export const TEXT_LOOPS = ['none', 'wave', 'pulse', 'sway', 'beat'] as const;

export type TextIn = (typeof TEXT_INS)[number];
export type TextLoop = (typeof TEXT_LOOPS)[number];

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
  /** Degrees, clockwise; 0 without. */
  readonly rotation?: number;
  /** 0..1; 1 without. */
  readonly opacity?: number;
  readonly font?: TextFont;
  /** Without: in the middle. */
  readonly align?: 'left' | 'center' | 'right';
  /** A soft shadow behind the letters. */
  readonly shadow?: boolean;
  /** Without: they are simply there. */
  readonly motion?: TextMotion;
  readonly keys?: ItemKeys;
}

export const TEXT_FONTS = ['sans', 'round', 'poster', 'hand', 'serif'] as const;

/** `sans` without. Scripts that a face does not have are written in the sans of the app. */
export type TextFont = (typeof TEXT_FONTS)[number];

/** What a sticker shows: one that ships with the app, a sign of a font, or an imported picture. */
export type StickerPicture =
  | { readonly kind: 'bundled'; readonly id: string }
  | { readonly kind: 'emoji'; readonly emoji: string }
  | { readonly kind: 'asset'; readonly id: string };

/** A picture over the film. */
export interface StickerItem extends Item {
  readonly picture: StickerPicture;
  /** Its centre, 0..1 of the stage from the top left; with a pin, away from the point by so much less 0.5. */
  readonly x: number;
  readonly y: number;
  /** Its longer side, as a part of the stage's width. */
  readonly size: number;
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** 0..1. */
  readonly opacity: number;
  readonly mirror: boolean;
  readonly blend: ItemBlend;
  /** Follows this point of the body, and grows with it. */
  readonly pin?: PinPoint;
  readonly keys?: ItemKeys;
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
  readonly keys?: ItemKeys;
}

/** A recorded voice, or the sound of a clip that was taken off its picture. */
export interface VoiceItem extends Item, Pace {
  readonly from: VoiceRef;
  /** Gain 0..2. */
  readonly volume: number;
  /** Seconds. */
  readonly fadeIn: number;
  readonly fadeOut: number;
  readonly keepPitch?: boolean;
  /** Moves with this clip. */
  readonly linkedTo?: string;
  readonly keys?: ItemKeys;
}

/** A recording of this library, or the sound of a source of the project. */
export type VoiceRef =
  | { readonly kind: 'recording'; readonly id: string }
  | { readonly kind: 'source'; readonly sourceId: string };

/** A song that ships with the app (made from its score when it is needed), or one of the person's own in the library. */
export type SongRef =
  { readonly kind: 'bundled'; readonly id: string } | { readonly kind: 'imported'; readonly id: string };

/** What a row of sound can do as a whole. */
interface Sounding {
  readonly muted: boolean;
  /** Gain of the whole row, 0..2; 1 without. */
  readonly volume?: number;
}

export type Track =
  | ({ readonly id: string; readonly kind: 'video'; readonly items: readonly Clip[] } & Sounding)
  | { readonly id: string; readonly kind: 'text'; readonly items: readonly TextItem[] }
  | { readonly id: string; readonly kind: 'stickers'; readonly items: readonly StickerItem[] }
  | { readonly id: string; readonly kind: 'effects'; readonly items: readonly EffectItem[] }
  | ({ readonly id: string; readonly kind: 'music'; readonly items: readonly MusicItem[] } & Sounding)
  | ({ readonly id: string; readonly kind: 'voice'; readonly items: readonly VoiceItem[] } & Sounding);

/** A named instant: a judgement, a combo, or the person's own. */
export interface Marker {
  readonly id: string;
  readonly time: Flicks;
  readonly kind: 'judgement' | 'note';
  readonly label: string;
}
