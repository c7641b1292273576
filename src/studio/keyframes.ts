/** What the UI does with keyframes: the values that they set, keys put in and taken out. */
export { STRENGTH } from '../effects/effect';
export { applyKeys, withKey, withoutKey } from '../effects/key-values';
