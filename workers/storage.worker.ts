/** The storage worker: a shell round the file server. */
import type { FileRequest } from '../src/storage/file-protocol';
import { FileServer } from '../src/storage/file-server.worker';

const server = new FileServer((answer) => self.postMessage(answer));
self.addEventListener('message', (event: MessageEvent<FileRequest>) => server.handle(event.data));
