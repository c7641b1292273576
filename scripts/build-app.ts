/** Builds the app once and knows whether the last build is still true. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const INPUTS = ['src', 'workers', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Whether `dist` exists and is newer than all it is made from. */
export function isBuildFresh(): boolean {
  const page = join(root, 'dist/index.html');
  if (!existsSync(page) || !existsSync(join(root, 'public/models'))) return false;
  const built = statSync(page).mtimeMs;
  return INPUTS.every((input) => newestChange(join(root, input)) <= built);
}

/**
 * Runs the production build.
 * @throws Error when it fails; its own output says why
 */
export async function buildApp(): Promise<void> {
  await runCommand('npm', ['run', 'build', '--silent']);
}

/** Runs a command of this repository with its output shown. @throws Error when it exits with another code than 0 */
export async function runCommand(command: string, parameters: readonly string[]): Promise<void> {
  const code = await exitCodeOf(command, parameters);
  if (code !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with code ${code}.`);
}

/** Runs a command with its output shown and gives its exit code. */
export function exitCodeOf(command: string, parameters: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function newestChange(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    status.mtimeMs,
  );
}
