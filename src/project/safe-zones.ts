/** What platforms lay over a film, and which words come under it. */
import type { Rect } from '../core/geometry';

export const PLATFORMS = ['tiktok', 'reels', 'shorts'] as const;

export type Platform = (typeof PLATFORMS)[number];

/** Names, the same in every language. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  tiktok: 'TikTok',
  reels: 'Reels',
  shorts: 'Shorts',
};

/**
 * The part of a 9:16 film that a platform leaves free, 0..1 from the top left. Derived from the platforms' own advice and
 * from measured screens, which disagree by some percent: these are the careful ends.
 */
export const FREE_ZONES: Readonly<Record<Platform, Rect>> = {
  tiktok: zone({ top: 0.07, right: 0.14, bottom: 0.22, left: 0.06 }),
  reels: zone({ top: 0.14, right: 0.12, bottom: 0.35, left: 0.06 }),
  shorts: zone({ top: 0.12, right: 0.16, bottom: 0.25, left: 0.05 }),
};

/** The platforms that would cover a part of this box. */
export function coveredOn(box: Rect): readonly Platform[] {
  const slack = 0.002;
  return PLATFORMS.filter((platform) => {
    const free = FREE_ZONES[platform];
    return (
      box.x < free.x - slack ||
      box.y < free.y - slack ||
      box.x + box.width > free.x + free.width + slack ||
      box.y + box.height > free.y + free.height + slack
    );
  });
}

function zone(edges: { top: number; right: number; bottom: number; left: number }): Rect {
  return {
    x: edges.left,
    y: edges.top,
    width: 1 - edges.left - edges.right,
    height: 1 - edges.top - edges.bottom,
  };
}
