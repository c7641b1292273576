/** Writes down every request of a page, its workers and its service worker that leaves the app's own origin. */
import type { BrowserContext } from '@playwright/test';

export interface OriginWatch {
  /** Addresses outside the origin, in the order they were asked for. */
  readonly foreign: readonly string[];
  /** How many requests were seen at all: a watch that saw none proves nothing. */
  readonly seen: () => number;
}

/** Watches from now on; `data:` and `blob:` never leave the page. */
export function watchOrigin(context: BrowserContext, origin: string): OriginWatch {
  const foreign: string[] = [];
  let count = 0;
  context.on('request', (request) => {
    const url = request.url();
    count += 1;
    if (url.startsWith('data:') || url.startsWith('blob:')) return;
    if (new URL(url).origin !== origin) foreign.push(url);
  });
  return { foreign, seen: () => count };
}
