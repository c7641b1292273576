/** The export worker: a shell round one export. It lives for one job and is then ended. */
import { serializeError } from '../src/core/errors';
import type { ExportReply, ExportRequest } from '../src/export/export-protocol';
import { runExport } from '../src/export/run-export.worker';

declare const self: DedicatedWorkerGlobalScope;

function reply(message: ExportReply): void {
  self.postMessage(message);
}

self.onmessage = ({ data }: MessageEvent<ExportRequest>) => {
  runExport(data.job, (step, done, total) => reply({ kind: 'progress', step, done, total })).then(
    (film) => reply({ kind: 'done', film }),
    (error: unknown) => reply({ kind: 'failed', error: serializeError(error, 'export-failed') }),
  );
};
