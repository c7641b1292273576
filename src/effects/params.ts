/** Short ways to write parameters down. */
import type { LocalizedText } from '../core/locale';
import type {
  ChoiceParam,
  ColorParam,
  FlagParam,
  LutParam,
  PictureParam,
  NumberParam,
  PointParam,
} from './effect';

/** A slider from 0 to 1. */
export function slider(name: LocalizedText, initial: number): NumberParam {
  return { type: 'number', name, default: initial, min: 0, max: 1, animatable: true };
}

/** A slider over whole numbers, both ends included. */
export function counter(name: LocalizedText, initial: number, min: number, max: number): NumberParam {
  return { type: 'number', name, default: initial, min, max, step: 1, animatable: false };
}

/** `initial` is `#rrggbb`. */
export function swatch(name: LocalizedText, initial: string): ColorParam {
  return { type: 'color', name, default: initial, animatable: true };
}

/** The first option is the default. */
export function choice(
  name: LocalizedText,
  options: readonly (readonly [value: string, name: LocalizedText])[],
): ChoiceParam {
  return {
    type: 'choice',
    name,
    default: options[0]?.[0] ?? '',
    options: options.map(([value, optionName]) => ({ value, name: optionName })),
    animatable: false,
  };
}

export function flag(name: LocalizedText, initial: boolean): FlagParam {
  return { type: 'flag', name, default: initial, animatable: false };
}

/** `initial` is 0..1 from the top left. */
export function place(name: LocalizedText, initial: readonly [number, number]): PointParam {
  return { type: 'point', name, default: initial, animatable: true };
}

/** A picture, none at first. */
export function picture(name: LocalizedText): PictureParam {
  return { type: 'picture', name, default: '', animatable: false };
}

/** A table of colours, none at first. */
export function lut(name: LocalizedText): LutParam {
  return { type: 'lut', name, default: '', animatable: false };
}
