/** What the UI knows of the document beside its types: ranges and values of numbers, shapes, curves, choices, safe zones. */
export { ITEM_NUMBERS } from '../project/item-numbers';
export { numberAt, rangeOf, timeInItem, type NumberedKind } from '../project/edits/change-numbers';
export { STAGE_SIZES, shapeOf, type StageShape } from '../project/edits/change-film';
export { SPEED_PRESETS, type SpeedPresetId } from '../project/speed-presets';
export { FREE_ZONES, PLATFORM_NAMES, PLATFORMS, coveredOn, type Platform } from '../project/safe-zones';
export { PIN_POINTS, TEXT_FONTS, TEXT_INS, TEXT_LOOPS } from '../project/project';
export { isEndless, sourceEnd } from '../project/clip-pace';
