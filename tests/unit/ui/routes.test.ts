/** Addresses: every route survives the way to its path and back; nonsense is no screen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePath, pathOf, type Route } from '../../../src/ui/routes';

const id = fc.string({ minLength: 1, unit: 'binary' });

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { screen: 'home' },
    { screen: 'create' },
    { screen: 'library' },
    { screen: 'settings' },
    { screen: 'dance', challengeId: null },
  ),
  id.map((challengeId): Route => ({ screen: 'dance', challengeId })),
  id.map((takeId): Route => ({ screen: 'result', takeId })),
  id.map((projectId): Route => ({ screen: 'editor', projectId })),
  id.map((projectId): Route => ({ screen: 'export', projectId })),
);

describe('routes', () => {
  it('come back from their paths, whatever the id', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(parsePath(pathOf(each))).toEqual(each);
      }),
    );
  });

  it.each(['/nowhere', '/editor', '/result/', '/create/more', '/dance/a/b', '/dance/%E0%A4%A'])(
    '%s is no screen',
    (path) => expect(parsePath(path)).toBeNull(),
  );

  it('forgives a slash at the end', () => {
    expect(parsePath('/library/')).toEqual({ screen: 'library' });
  });
});
