/** The addresses of the screens: pure, so that every link is checked by the compiler. */

/** Where a person is. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'create' }
  | { readonly screen: 'dance'; readonly challengeId: string | null }
  | {
      readonly screen: 'practice';
      readonly challengeId: string;
      /** First and last move of the loop; null = the whole dance. */
      readonly moves: { readonly from: number; readonly to: number } | null;
    }
  | { readonly screen: 'calibrate' }
  | { readonly screen: 'make' }
  | { readonly screen: 'result'; readonly takeId: string }
  | { readonly screen: 'editor'; readonly projectId: string }
  | { readonly screen: 'export'; readonly projectId: string }
  | { readonly screen: 'library' }
  | { readonly screen: 'settings' };

/** Name of a screen. */
export type ScreenName = Route['screen'];

/** The path of a route, such as `/dance/neon-warmup`. */
export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '/';
    case 'dance':
      return route.challengeId === null ? '/dance' : `/dance/${encodeURIComponent(route.challengeId)}`;
    case 'result':
      return `/result/${encodeURIComponent(route.takeId)}`;
    case 'editor':
    case 'export':
      return `/${route.screen}/${encodeURIComponent(route.projectId)}`;
    case 'practice': {
      const path = `/practice/${encodeURIComponent(route.challengeId)}`;
      return route.moves === null ? path : `${path}/${route.moves.from}-${route.moves.to}`;
    }
    case 'create':
    case 'calibrate':
    case 'make':
    case 'library':
    case 'settings':
      return `/${route.screen}`;
  }
}

/** The route of a path; null when there is no such screen. */
export function parsePath(path: string): Route | null {
  const parts = path.split('/').filter((part) => part !== '');
  const [screen, rest, extra] = parts;
  if (parts.length > (screen === 'practice' ? 3 : 2)) return null;
  const id = rest === undefined ? null : decodePart(rest);
  if (rest !== undefined && id === null) return null;
  switch (screen) {
    case undefined:
      return { screen: 'home' };
    case 'create':
    case 'calibrate':
    case 'make':
    case 'library':
    case 'settings':
      return id === null ? { screen } : null;
    case 'practice': {
      const moves = extra === undefined ? null : parseStretch(extra);
      if (id === null || (extra !== undefined && moves === null)) return null;
      return { screen, challengeId: id, moves };
    }
    case 'dance':
      return { screen, challengeId: id };
    case 'result':
      return id === null ? null : { screen, takeId: id };
    case 'editor':
    case 'export':
      return id === null ? null : { screen, projectId: id };
    default:
      return null;
  }
}

/** Reads `2-5`. */
function parseStretch(part: string): { from: number; to: number } | null {
  const match = /^(\d{1,3})-(\d{1,3})$/.exec(part);
  if (match === null) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  return from <= to ? { from, to } : null;
}

function decodePart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
