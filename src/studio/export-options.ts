/** What the UI knows of exports beside their types. */
export { CUSTOM_FPS, CUSTOM_SIDES_PX, USUAL_SECONDS } from '../export/presets';
