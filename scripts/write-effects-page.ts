/** Writes `docs/effects.md`: run it when an effect, transition or look was added or changed. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { createServer } from 'vite';
import type * as Registry from '../src/effects/registry';
import { effectsPage } from './effects-page';

const root = resolve(import.meta.dirname, '..');
const path = resolve(root, 'docs/effects.md');
// The registry finds its files through the bundler.
const server = await createServer({
  root,
  configFile: false,
  server: { middlewareMode: true },
  logLevel: 'error',
});
try {
  const { EFFECTS, TRANSITIONS, LOOKS } = (await server.ssrLoadModule(
    '/src/effects/registry.ts',
  )) as typeof Registry;
  const page = effectsPage({ effects: EFFECTS, transitions: TRANSITIONS, looks: LOOKS });
  writeFileSync(path, await format(page, { ...(await resolveConfig(path)), parser: 'markdown' }));
  console.log(path);
} finally {
  await server.close();
}
