/** The report names the error and its causes, and nothing of the person's. */
import { expect, it } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import { writeCrashReport } from '../../../src/ui/crash-report';

const facts = { version: '1.2.3', screen: 'editor', userAgent: 'Browser/1', language: 'th' };

it('tells version, screen, code and causes', () => {
  const cause = new TypeError('no such track');
  const report = writeCrashReport({ ...facts, error: new StudioError('export-failed', 'mux', { cause }) });
  expect(report).toContain('Fifteen 1.2.3');
  expect(report).toContain('Screen: editor');
  expect(report).toContain('Error: export-failed: mux');
  expect(report).toContain('Caused by: TypeError: no such track');
});

it('ends on an error that causes itself', () => {
  const error = new Error('round');
  error.cause = error;
  expect(writeCrashReport({ ...facts, error }).match(/Caused by/g)).toHaveLength(4);
});

it('takes things that are no errors', () => {
  expect(writeCrashReport({ ...facts, error: 'broken' })).toContain('Error: broken');
});
