/**
 * The contract of an effect: one definition object, one file, no class hierarchy.
 *
 * An effect is a function of the frame, time, seed, parameters and (optionally) pose, matte, beat, sound and score.
 * It never reads a clock or a random number. The host gives every effect, without a line in its file:
 * strength (0 = the input, bit for bit), blend mode, body/background side, order, enable.
 */
import type { BeatSignal } from '../core/beat-grid';
import type { Size } from '../core/geometry';
import type { LocalizedText } from '../core/locale';
import type { Flicks } from '../core/time';
import type { Judgement } from '../dance/judgement';
import type { Pose } from '../pose/pose';
import type { DriveSource } from './drive-source';

/**
 * How the shader reads its input, and so how passes may be joined:
 * - `coord` moves the sample point: `vec2 coord(vec2 uv)`
 * - `color` is pointwise: `vec4 color(vec4 rgba, vec2 uv)`
 * - `sample` reads neighbours: `vec4 effect(vec2 uv)` calling `source(uv)`
 * - `temporal` also reads history: `history(uv, framesAgo)`
 * - `overlay` draws on top: shapes from `draw`, and/or a `sample` pass
 * - `mask` needs the matte: `matte(uv)`, 1 on the body
 * - `transition` has two inputs: `vec4 transition(vec2 uv)` calling `from(uv)`, `to(uv)` with `progress`
 */
export type EffectKind = 'coord' | 'color' | 'sample' | 'temporal' | 'overlay' | 'mask' | 'transition';

/** Shelves of the catalogue. */
export const EFFECT_CATEGORIES = [
  'color',
  'lens',
  'retro',
  'warp',
  'edge',
  'time',
  'body',
  'music',
  'transition',
  'imported',
] as const;

export type EffectCategory = (typeof EFFECT_CATEGORIES)[number];

/** What an effect cannot do without. The host fetches only what the stack needs. */
export type EffectNeed = 'pose' | 'mask' | 'audio' | 'beats' | 'score' | 'coach';

/** A number, 0..1 unless a unit says otherwise: a slider in the panel. In GLSL `uniform float <name>`. */
export interface NumberParam {
  readonly type: 'number';
  readonly name: LocalizedText;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly animatable: boolean;
}

/** `#rrggbb`. In GLSL `uniform vec3 <name>`, display-referred sRGB 0..1. */
export interface ColorParam {
  readonly type: 'color';
  readonly name: LocalizedText;
  readonly default: string;
  readonly animatable: boolean;
}

/** One of a few. In GLSL a compile-time `#define <NAME>_<OPTION>` (upper case), never a run-time branch. */
export interface ChoiceParam {
  readonly type: 'choice';
  readonly name: LocalizedText;
  readonly default: string;
  readonly options: readonly { readonly value: string; readonly name: LocalizedText }[];
  readonly animatable: false;
}

/** A place on the stage, 0..1 from the top left. In GLSL `uniform vec2 <name>`, y up like `uv`. */
export interface PointParam {
  readonly type: 'point';
  readonly name: LocalizedText;
  readonly default: readonly [number, number];
  readonly animatable: boolean;
}

/** On or off. In GLSL a compile-time `#define <NAME>`. */
export interface FlagParam {
  readonly type: 'flag';
  readonly name: LocalizedText;
  readonly default: boolean;
  readonly animatable: false;
}

/**
 * A table of colours that the project holds: the id of an imported `.cube`, or '' for none. In GLSL a function
 * `vec3 <name>(vec3 rgb)`, tetrahedral; without a table it gives back what it gets.
 */
export interface LutParam {
  readonly type: 'lut';
  readonly name: LocalizedText;
  readonly default: '';
  readonly animatable: false;
}

/**
 * A picture that the project holds: the id of an imported one or of a source, which then plays in a loop; '' for none. In GLSL a function `vec4 <name>(vec2 uv)`
 * that fills the stage with it, with alpha 0 where there is none.
 */
export interface PictureParam {
  readonly type: 'picture';
  readonly name: LocalizedText;
  readonly default: '';
  readonly animatable: false;
}

export type EffectParam =
  NumberParam | ColorParam | ChoiceParam | PointParam | FlagParam | LutParam | PictureParam;

/** A value of any parameter type. */
export type ParamValue = number | string | boolean | readonly [number, number];

/** Values by parameter name; what is missing has its default. */
export type ParamValues = Readonly<Record<string, ParamValue>>;

/** One drawing of the whole target. The last pass writes the effect's output; earlier ones are read as `pass_<id>(uv)`. */
export interface EffectPass {
  readonly id: string;
  /** Size of the target relative to the stage, in (0, 1]; the last pass is always 1. */
  readonly scale?: number;
  /** Pixels of the target, instead of `scale`, where they depend on parameters (foreign shaders); at most four times the stage. */
  readonly size?: (stage: Size, params: ParamValues) => Size;
  /** Half-float target, for light beyond 1 (bloom). */
  readonly halfFloat?: boolean;
  /** Keeps its picture from frame to frame: every pass may read it, before it is drawn as it was in the frame before. */
  readonly persistent?: boolean;
  /** GLSL ES 3.00: the function that the effect's kind asks for. */
  readonly fragment: string;
}

/** A thing drawn on top of the picture. Places in 0..1 of the stage (y down); lengths in fractions of the stage's height. */
export type Shape =
  | {
      readonly kind: 'segment';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      /** Half width of the solid core. */
      readonly radius: number;
      /** Width of the glow round it. */
      readonly glow: number;
      /** `#rrggbb`. */
      readonly color: string;
      readonly opacity: number;
    }
  | {
      readonly kind: 'disc';
      readonly center: readonly [number, number];
      readonly radius: number;
      readonly glow: number;
      readonly color: string;
      readonly opacity: number;
    };

/** What the body, the music and the judge say at one instant. What is not known is null. */
export interface Moment {
  /** The body in stage coordinates: `image` 0..1 of the stage, after fit, crop and mirror. */
  readonly pose: Pose | null;
  readonly beat: BeatSignal | null;
  readonly audio: AudioSignal | null;
  readonly score: ScoreSignal | null;
}

/** What is known of the frame that is drawn. */
export interface FrameSignals extends Moment {
  /** Frames before this one, most recent first, one a project frame; empty unless an effect looks back or is driven. */
  readonly past: readonly Moment[];
  /** The coach of the judged dance, laid over the dancer, in stage coordinates. */
  readonly coach: Pose | null;
  /** How far each limb is from the coach's, 0 (alike) .. 1 (a right angle or more): left arm, right arm, left leg, right leg. */
  readonly limbErrors: readonly [number, number, number, number] | null;
  /** Where the bodies of the two pictures of a transition are; null outside one. */
  readonly crossing: { readonly from: Pose | null; readonly to: Pose | null } | null;
}

/** What is known without a body, music or judge. */
export const NO_SIGNALS: FrameSignals = {
  pose: null,
  beat: null,
  audio: null,
  score: null,
  past: [],
  coach: null,
  limbErrors: null,
  crossing: null,
};

/** The sound at one instant. */
export interface AudioSignal {
  /** Loudness, 0..1. */
  readonly level: number;
  /** Loudness of eight bands from low to high, 0..1. */
  readonly bands: readonly number[];
  /** 64 samples of the last fifteenth of a second, −1..1, oldest first. */
  readonly wave: readonly number[];
}

/** State of the dance at one instant. */
export interface ScoreSignal {
  /** The last judgement that was given, null before the first. */
  readonly judgement: Judgement | null;
  /** Seconds since it was given. */
  readonly since: number;
  readonly combo: number;
}

/** All that `draw` may look at. */
export interface DrawInputs {
  /** Seconds of the timeline. */
  readonly time: number;
  /** Frame number of the project. */
  readonly frame: number;
  readonly seed: number;
  readonly size: Size;
  readonly params: ParamValues;
  readonly signals: FrameSignals;
}

/** One effect. */
export interface EffectDefinition {
  /** Equals the file's name. */
  readonly id: string;
  readonly name: LocalizedText;
  /** One line: what a person sees. */
  readonly description: LocalizedText;
  readonly category: EffectCategory;
  readonly kind: EffectKind;
  readonly needs: readonly EffectNeed[];
  /** How many past frames `history` may reach back; 0 or missing = none. */
  readonly history?: number;
  /** Only frames whose number is a multiple of this are kept (1 when missing): a long reach in little memory. */
  readonly historyStride?: number;
  /** For persistent passes: how many frames back a picture still shows; so many are drawn before a sought one. */
  readonly memory?: number;
  /** Whether another seed makes another picture. */
  readonly seeded: boolean;
  readonly params: Readonly<Record<string, EffectParam>>;
  readonly presets: readonly {
    readonly id: string;
    readonly name: LocalizedText;
    readonly values: ParamValues;
  }[];
  readonly passes: readonly EffectPass[];
  /** Shapes to lay over the picture after the passes, drawn with additive light. */
  readonly draw?: (inputs: DrawInputs) => readonly Shape[];
}

/** How the effect's picture meets its input. */
export const BLEND_MODES = [
  'normal',
  'screen',
  'add',
  'multiply',
  'overlay',
  'lighten',
  'darken',
  'difference',
] as const;

export type BlendMode = (typeof BLEND_MODES)[number];

/** Where the effect is seen. */
export const EFFECT_SIDES = ['everything', 'body', 'background'] as const;

export type EffectSide = (typeof EFFECT_SIDES)[number];

/**
 * How a value goes to the next keyframe: straight, eased at both ends, not until it is reached, along a curve of one's
 * own, or swinging into place.
 */
export const KEY_EASES = ['linear', 'smooth', 'hold', 'bezier', 'spring'] as const;

export type KeyEase = (typeof KEY_EASES)[number];

/** Two handles (x₁, y₁, x₂, y₂) as in CSS `cubic-bezier`: x in 0..1, y may lie beyond. */
export type BezierHandles = readonly [number, number, number, number];

/** The value of a parameter at one time. */
export interface ParamKey {
  /** Since the start of the item; negative where the item's start was cut off. */
  readonly at: Flicks;
  readonly value: number | string | readonly [number, number];
  readonly ease: KeyEase;
  /** Only with `bezier`; slow, fast, slow without. */
  readonly bezier?: BezierHandles;
}

/** A number that follows the music, the body or the score. */
export interface Drive {
  readonly source: DriveSource;
  /** −1..1: the part of the parameter's range that is added at most. */
  readonly amount: number;
  /** Seconds over which the source is averaged, 0..1. */
  readonly smoothing: number;
  /** What the source must be for nothing (`low`) and for all (`high`) to be added, both 0..1. */
  readonly low: number;
  readonly high: number;
}

/** The name under which an instance's strength is keyed and driven, beside its parameters. */
export const STRENGTH = 'strength';

/** The look that an instance came with. Neighbours with the same `id` are one picture, mixed with their input by `strength`. */
export interface LookMembership {
  readonly id: string;
  readonly lookId: string;
  /** 0..1. */
  readonly strength: number;
}

/** An effect in a stack, with all that the host adds. */
export interface EffectInstance {
  readonly id: string;
  readonly effectId: string;
  readonly enabled: boolean;
  readonly params: ParamValues;
  /** 0..1; 0 is the input, bit for bit. */
  readonly strength: number;
  readonly blend: BlendMode;
  readonly side: EffectSide;
  readonly seed: number;
  /** Keyframes by parameter name (or `strength`), rising in time. */
  readonly keys?: Readonly<Record<string, readonly ParamKey[]>>;
  /** What drives numbers, by parameter name (or `strength`). */
  readonly drives?: Readonly<Record<string, Drive>>;
  readonly look?: LookMembership;
}

/** A named stack. */
export interface Look {
  readonly id: string;
  readonly name: LocalizedText;
  readonly stack: readonly Omit<EffectInstance, 'id'>[];
}

/** Checks a definition where it is written down and infers its literal types. */
export function defineEffect<T extends EffectDefinition>(definition: T): T {
  return definition;
}
