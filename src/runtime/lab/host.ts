/**
 * Where the lab meets what it runs on: workers, clock and number of cores, in a browser and in Node. The rest of the folder knows neither.
 */
import type { Peer, Said, Task } from './protocol.ts';

type Threads = typeof import('node:worker_threads');

/** Node's own workers, asked for in a way that no bundler for the browser stumbles over. */
const threads = (): Threads | undefined =>
  (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process?.getBuiltinModule?.('node:worker_threads') as Threads | undefined;

/** Milliseconds on a clock that is the same in all workers. */
export const now = (): number => performance.timeOrigin + performance.now();

/** How many workers can compute at the same time, as far as the host says. */
export const coreCount = (): number => navigator.hardwareConcurrency;

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

/** The other end of the wire, inside a worker. */
export function ownPeer(): Peer<Said, Task> {
  const port = threads()?.parentPort;
  if (port) return { post: (said) => port.postMessage(said), listen: (hear) => void port.on('message', hear), close: () => port.close() };
  return {
    post: (said) => self.postMessage(said),
    listen: (hear) => {
      self.onmessage = ({ data }) => hear(data as Task);
    },
    close: () => self.close(),
  };
}
