/** Serves the optional folder of real footage (`../shared` beside the repository) to tests in the browser. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Folder of real footage and motion capture beside the repository; tests that need it skip, loudly, where it is missing. */
export const sharedFolder = resolve(import.meta.dirname, '../../../shared');

/** Answers `/shared/<path>` with files of that folder, and 404 where it is missing. */
export function sharedMedia(): Plugin {
  return {
    name: 'fifteen:shared-media',
    configureServer(server) {
      server.middlewares.use('/shared', (request, response) => {
        const path = resolve(
          sharedFolder,
          '.' + decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'),
        );
        if (!path.startsWith(sharedFolder + sep) || !existsSync(path) || !statSync(path).isFile()) {
          response.statusCode = 404;
          response.end();
          return;
        }
        response.setHeader('Content-Type', 'application/octet-stream');
        createReadStream(path).pipe(response);
      });
    },
  };
}
