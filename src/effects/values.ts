/** Reading parameter values where `draw` knows their type. */
import type { ParamValues } from './effect';

/** @throws TypeError when `name` is not a number: the definition is wrong */
export function numberOf(params: ParamValues, name: string): number {
  const value = params[name];
  if (typeof value !== 'number')
    throw new TypeError(`Parameter ${name} must be a number, got ${String(value)}.`);
  return value;
}

/** A colour or a choice. @throws TypeError when `name` is not a text: the definition is wrong */
export function textOf(params: ParamValues, name: string): string {
  const value = params[name];
  if (typeof value !== 'string')
    throw new TypeError(`Parameter ${name} must be a text, got ${String(value)}.`);
  return value;
}
