/** The export worker: a shell round one export. It lives for one job and is then ended. */
import { serializeError } from '../src/core/errors';
import type { ExportReply, ExportRequest } from '../src/export/export-protocol';
import { runExport } from '../src/export/run-export.worker';
import { ShelfClient } from '../src/export/shelf-client.worker';
import { Standby } from '../src/export/standby.worker';

declare const self: DedicatedWorkerGlobalScope;

function reply(message: ExportReply, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

const shelf = new ShelfClient((id, request, transfer) => reply({ kind: 'shelf', id, request }, transfer));

const standby = new Standby();

self.onmessage = ({ data }: MessageEvent<ExportRequest>) => {
  switch (data.kind) {
    case 'warm':
      standby.warm(data.preparation);
      return;
    case 'start':
      runExport({
        job: data.job,
        way: data.way,
        chunks: data.chunks,
        shelf,
        standby,
        onProgress: (step, done, total) => reply({ kind: 'progress', step, done, total }),
        onPlanned: (stretches) => reply({ kind: 'planned', stretches }),
      }).then(
        (film) => reply({ kind: 'done', film }),
        (error: unknown) => reply({ kind: 'failed', error: serializeError(error, 'export-failed') }),
      );
      return;
    case 'kept':
      shelf.kept(data.id, data.file);
      return;
    case 'lost':
      shelf.lost(data.id, data.error);
  }
};
