/** Makes `/challenges/index.json` from the folder, so that adding a challenge is adding one file. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const folder = resolve(import.meta.dirname, '../public/challenges');

/** Paths of all challenges relative to `/challenges/`, by series and then by name. */
export function listChallengePaths(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((series) =>
      readdirSync(join(folder, series.name))
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${series.name}/${name}`),
    )
    .sort();
}

/** Serves the index in development and writes it into the build. */
export function challengeIndex(): Plugin {
  return {
    name: 'fifteen:challenge-index',
    configureServer(server) {
      server.middlewares.use('/challenges/index.json', (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(listChallengePaths()));
      });
    },
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'challenges/index.json',
        source: JSON.stringify(listChallengePaths()),
      });
    },
  };
}
