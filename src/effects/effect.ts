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
import type { Judgement } from '../dance/judgement';
import type { Pose } from '../pose/pose';

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
export const EFFECT_CATEGORIES = ['color', 'lens', 'retro', 'warp', 'edge', 'time', 'body', 'music'] as const;

export type EffectCategory = (typeof EFFECT_CATEGORIES)[number];

/** What an effect cannot do without. The host fetches only what the stack needs. */
export type EffectNeed = 'pose' | 'mask' | 'audio' | 'beats' | 'score';

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

export type EffectParam = NumberParam | ColorParam | ChoiceParam | PointParam | FlagParam;

/** A value of any parameter type. */
export type ParamValue = number | string | boolean | readonly [number, number];

/** Values by parameter name; what is missing has its default. */
export type ParamValues = Readonly<Record<string, ParamValue>>;

/** One drawing of the whole target. The last pass writes the effect's output; earlier ones are read as `pass_<id>(uv)`. */
export interface EffectPass {
  readonly id: string;
  /** Size of the target relative to the stage, in (0, 1]; the last pass is always 1. */
  readonly scale?: number;
  /** Half-float target, for light beyond 1 (bloom). */
  readonly halfFloat?: boolean;
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

/** What the body, the music and the judge say at the frame that is drawn. What is not known is null. */
export interface FrameSignals {
  /** The body in stage coordinates: `image` 0..1 of the stage, after fit, crop and mirror. */
  readonly pose: Pose | null;
  /** Poses before this frame, most recent first, one a project frame (for trails of hands). Empty unless an effect needs the pose. */
  readonly pastPoses: readonly (Pose | null)[];
  readonly beat: BeatSignal | null;
  readonly audio: AudioSignal | null;
  readonly score: ScoreSignal | null;
}

/** Loudness at one instant, 0..1. */
export interface AudioSignal {
  readonly level: number;
  /** Eight bands from low to high. */
  readonly bands: readonly number[];
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
