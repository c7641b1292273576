/** Finds, or says how to get, a Chromium that has H.264 (the one that test runners download does not). */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Switches for every automated run: no background traffic, WebGL in software where there is no GPU, sound without a tap. */
export const chromiumArguments: string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--autoplay-policy=no-user-gesture-required',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/** Path of an installed Chromium or Chrome, `CHROMIUM_PATH` first; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is set to ${named}, but no file is there.`);
    return named;
  }
  return CANDIDATES.find((path) => existsSync(path));
}

/**
 * Path of a Chromium, installing Debian's packages when this is root on a system with apt.
 * @throws Error that names the one command to run where it cannot install by itself.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  installDebianPackages(['chromium']);
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'The tests need Chrome or Chromium with H.264. Install one (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

/** Installs ffmpeg where that is possible; tests that compare with native ffmpeg say so when it is missing. */
export function ensureNativeFfmpeg(): boolean {
  if (hasCommand('ffprobe')) return true;
  installDebianPackages(['ffmpeg']);
  return hasCommand('ffprobe');
}

function installDebianPackages(names: string[]): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !hasCommand('apt-get')) return;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${names.join(', ')} with apt…`);
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
}

function hasCommand(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined;
}
