/**
 * `npm test`: everything that must hold, from formatting to a person's journey in real Chromium,
 * closed by one line `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureChromium, ensureNativeFfmpeg } from './chromium';
import { buildApp, exitCodeOf, isBuildFresh, runCommand } from './build-app';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const reports = resolve(import.meta.dirname, '../out/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

process.env['CHROMIUM_PATH'] = ensureChromium();
if (!ensureNativeFfmpeg()) console.warn('Native ffmpeg is missing: the comparisons with it will be skipped.');
await runCommand('npx', ['tsx', 'scripts/build-models.ts']);

const total: Count = { passed: 0, failed: 0, skipped: 0 };
await check('formatting', 'npm', ['run', '--silent', 'check:format']);
await check('types', 'npm', ['run', '--silent', 'check:types']);
await check('lint', 'npm', ['run', '--silent', 'check:lint']);
await check('architecture', 'npm', ['run', '--silent', 'check:architecture']);
await suite('unit', 'npx', ['vitest', 'run', '--project', 'unit', ...vitestReport('unit')], countVitest);
await suite(
  'browser',
  'npx',
  ['vitest', 'run', '--project', 'browser', ...vitestReport('browser')],
  countVitest,
);
if (!isBuildFresh()) await buildApp();
process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = join(reports, 'e2e.json');
await suite('e2e', 'npx', ['playwright', 'test', '--reporter=list,json'], countPlaywright);

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

/** A check that passes or fails as a whole. */
async function check(name: string, command: string, parameters: readonly string[]): Promise<void> {
  console.log(`\n— ${name}`);
  const code = await exitCodeOf(command, parameters);
  if (code === 0) total.passed += 1;
  else total.failed += 1;
}

/** A runner with its own counts. A run that broke before it could count is one failure. */
async function suite(
  name: string,
  command: string,
  parameters: readonly string[],
  count: (report: unknown) => Count,
): Promise<void> {
  console.log(`\n— ${name} tests`);
  const code = await exitCodeOf(command, parameters);
  let counted: Count;
  try {
    counted = count(JSON.parse(readFileSync(join(reports, `${name}.json`), 'utf8')));
  } catch (error) {
    console.error(`The ${name} tests left no report:`, error);
    counted = { passed: 0, failed: 1, skipped: 0 };
  }
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped;
}

function vitestReport(name: string): string[] {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, `${name}.json`)}`];
}

function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

function countPlaywright(report: unknown): Count {
  const { stats } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
