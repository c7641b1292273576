/** Whether things should stand still: as the person chose here, else as the device says. */
import type { Settings } from './settings';

export function prefersReducedMotion(settings: Settings): boolean {
  const { motion } = settings.store.getState();
  if (motion !== 'system') return motion === 'reduced';
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
