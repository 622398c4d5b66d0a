/** Starts workers, of a browser or of Node. A bundler looks here for the script of a worker. */
import { threads } from './host.ts';
import type { Peer, Said, Task } from './protocol.ts';

/** Starts a worker that knows the jobs of the lab. */
export const startWorker = (): Peer<Task, Said> =>
  startWorkerAt(
    // A bundler for the browser follows the other address only.
    () => new URL(/* @vite-ignore */ './worker.ts', import.meta.url),
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'lab' }),
  );

/** Starts a worker of the host that this is. Bundlers know a worker's script only by `new Worker(new URL(…))`, written out. */
export function startWorkerAt(script: () => URL, inPage: () => Worker): Peer<Task, Said> {
  const node = threads();
  return node ? nodePeer(new node.Worker(script())) : pagePeer(inPage());
}

function pagePeer(worker: Worker): Peer<Task, Said> {
  return {
    post: (task) => worker.postMessage(task),
    listen: (hear, fail) => {
      worker.onmessage = ({ data }) => hear(data as Said);
      // A script that did not load has no message.
      worker.onerror = ({ message }) =>
        fail?.(new Error(message || 'A worker did not start. Try: see whether its script comes with Cross-Origin-Embedder-Policy, as the page does.'));
    },
    close: () => worker.terminate(),
  };
}

function nodePeer(worker: import('node:worker_threads').Worker): Peer<Task, Said> {
  return {
    post: (task) => worker.postMessage(task),
    listen: (hear, fail) => {
      worker.on('message', hear);
      worker.on('error', (error) => fail?.(error instanceof Error ? error : new Error(String(error))));
    },
    close: () => void worker.terminate(),
  };
}
