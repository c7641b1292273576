import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { effectsPage } from '../../../scripts/effects-page';
import { EFFECTS, LOOKS, TRANSITIONS } from '../../../src/effects/registry';

it('docs/effects.md says what the registry knows; scripts/write-effects-page.ts writes it', async () => {
  const path = resolve(import.meta.dirname, '../../../docs/effects.md');
  const page = effectsPage({ effects: EFFECTS, transitions: TRANSITIONS, looks: LOOKS });
  expect(readFileSync(path, 'utf8')).toBe(
    await format(page, { ...(await resolveConfig(path)), parser: 'markdown' }),
  );
});
