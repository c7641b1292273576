/** The text a person can send us when something broke: no media, no names, no addresses of files. */
import { StudioError } from '../core/errors';

/** What the report is made of. */
export interface CrashFacts {
  readonly error: unknown;
  readonly version: string;
  /** Name of the screen, without the ids in its address. */
  readonly screen: string;
  readonly userAgent: string;
  readonly language: string;
}

/** Several lines, the causes of the error below it, at most five deep. */
export function writeCrashReport(facts: CrashFacts): string {
  const lines = [
    `Fifteen ${facts.version}`,
    `Screen: ${facts.screen}`,
    `Language: ${facts.language}`,
    `Browser: ${facts.userAgent}`,
  ];
  let error: unknown = facts.error;
  for (let depth = 0; depth < 5 && error !== undefined && error !== null; depth += 1) {
    lines.push('', `${depth === 0 ? 'Error' : 'Caused by'}: ${describe(error)}`);
    if (!(error instanceof Error)) break;
    if (error.stack !== undefined) lines.push(error.stack);
    error = error.cause;
  }
  return lines.join('\n');
}

function describe(error: unknown): string {
  if (error instanceof StudioError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
