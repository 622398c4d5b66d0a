/** The sandbox without a page: the same bundle in a worker of Node, for the site's build, the command line and the tests. */
import { Worker } from 'node:worker_threads';
import type { Reply, Request } from '#engine';
import { bundleEngine, type Script } from './bundle.ts';
import { stops } from './messages.ts';
import { nodeHost } from './node-host.ts';
import { defaultLimits, over, up, type Limits } from './protocol.ts';
import { isFinal, readReply } from './replies.ts';

export interface NodeOptions {
  /** All of the run. What the page calls silence has no counterpart: nobody waits at a button. */
  readonly timeoutMs?: number;
  /** Leave it large: with 64 or 128, V8 may end the whole process before the worker. */
  readonly memoryMb?: number;
  readonly limits?: Partial<Limits>;
  readonly onReply?: (reply: Reply) => void;
  /** The bundle to run; by default the engine, built once per process. */
  readonly engine?: Promise<Script>;
}

/** Built on first need and shared: every run of a process uses the same text. */
const shared: { engine?: Promise<Script> } = {};

/** The text that `runInNode` runs. Its hash names the version of every answer. */
export const engineScript = (): Promise<Script> => (shared.engine ??= bundleEngine());

/**
 * Runs `request` and resolves with its final reply. Never rejects for what a program does: an endless loop, a full memory
 * and a crash come back as replies of kind `stopped`.
 */
export async function runInNode(request: Request, options: NodeOptions = {}): Promise<Reply> {
  const { timeoutMs = 20_000, memoryMb = 512, onReply } = options;
  const { text } = await (options.engine ?? engineScript());
  const worker = new Worker(nodeHost, {
    eval: true,
    workerData: { engine: text },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
  const { promise, resolve } = Promise.withResolvers<Reply>();
  let heard = performance.now();
  const timer = setTimeout(() => {
    const silence = performance.now() - heard;
    resolve(silence > Math.min(3_000, timeoutMs * 0.9) ? stops.wentSilent(timeoutMs) : stops.tookTooLong(timeoutMs));
  }, timeoutMs);
  worker.on('message', (said: unknown) => {
    heard = performance.now();
    if (said === up) return;
    const reply = said === over ? stops.saidNonsense() : (readReply(said) ?? stops.saidNonsense());
    onReply?.(reply);
    if (isFinal(reply)) resolve(reply);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stops.ranOutOfMemory() : stops.crashed(String(error.stack ?? error)));
  });
  worker.on('exit', (code) => resolve(stops.crashed(`exit code ${code}`)));
  worker.postMessage({ request: JSON.stringify(request), limits: { ...defaultLimits, ...options.limits } });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
