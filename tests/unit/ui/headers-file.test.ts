/** A static host reads `public/_headers`; it must say what our own server says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { securityHeaders } from '../../../scripts/security-headers';

it('repeats the security headers of the server', () => {
  const file = readFileSync(new URL('../../../public/_headers', import.meta.url), 'utf8');
  const forAll = /^\/\*\n((?: {2}.+\n)+)/m.exec(file)?.[1] ?? '';
  const written = Object.fromEntries(
    forAll
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [name = '', ...rest] = line.trim().split(': ');
        return [name, rest.join(': ')];
      }),
  );
  expect(written).toEqual(securityHeaders);
});
