/** `npm start`: builds what is missing, serves the app on this machine, opens it. */
import { spawn } from 'node:child_process';
import { preview } from 'vite';
import { buildApp, isBuildFresh } from './build-app';

const port = Number(process.env['PORT'] ?? 4173);
const wantsBrowser = !process.argv.includes('--no-open') && process.env['CI'] === undefined;

if (!isBuildFresh()) await buildApp();
const server = await preview({ preview: { port, strictPort: false, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
console.log(`\nFifteen is at ${address}  (Ctrl+C ends it)`);
if (wantsBrowser) openInBrowser(address);

/** Asks the system to open an address; a machine without a desktop simply shows the line above. */
function openInBrowser(url: string): void {
  const [command, ...rest] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const opener = spawn(command ?? 'xdg-open', rest, { stdio: 'ignore', detached: true });
  opener.on('error', () => console.log('Open that address in your browser.'));
  opener.unref();
}
