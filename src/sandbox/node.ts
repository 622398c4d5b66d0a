/** The sandbox without a page: the same bundle in a worker of Node, for the site's build, the command line and the tests. */
import type { Reply, Request } from '#engine';
import { bundleEngine, type Script } from './bundle.ts';
import { stops } from './messages.ts';
import { Keeper } from './node-keeper.ts';
import { defaultLimits, over, up, type Limits } from './protocol.ts';
import { isFinal, readReply } from './replies.ts';

export interface NodeOptions {
  /** All of the run. What the page calls silence has no counterpart: nobody waits at a button. */
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly limits?: Partial<Limits>;
  readonly onReply?: (reply: Reply) => void;
  /** The bundle to run; by default the engine, built once per process. */
  readonly engine?: Promise<Script>;
}

/** Built on first need and shared: every run of a process uses the same text. */
const shared: { engine?: Promise<Script> } = {};

/** Keepers without a worker, by the text that they run. */
const idle = new Map<string, Keeper[]>();

function take(engine: string): Keeper {
  for (let keeper = idle.get(engine)?.pop(); keeper !== undefined; keeper = idle.get(engine)?.pop()) if (!keeper.isGone) return keeper;
  return new Keeper(engine);
}

/** The text that `runInNode` runs. Its hash names the version of every answer. */
export const engineScript = (): Promise<Script> => (shared.engine ??= bundleEngine());

/**
 * Runs `request` and resolves with its final reply. Never rejects for what a program does: an endless loop, a full memory
 * and a crash come back as replies of kind `stopped`.
 */
export async function runInNode(request: Request, options: NodeOptions = {}): Promise<Reply> {
  const { timeoutMs = 20_000, memoryMb = 512, onReply } = options;
  const { text } = await (options.engine ?? engineScript());
  const keeper = take(text);
  const { promise, resolve } = Promise.withResolvers<Reply>();
  let heard = performance.now();
  const timer = setTimeout(() => {
    const silence = performance.now() - heard;
    resolve(silence > Math.min(3_000, timeoutMs * 0.9) ? stops.wentSilent(timeoutMs) : stops.tookTooLong(timeoutMs));
  }, timeoutMs);
  keeper.start({ request: JSON.stringify(request), limits: { ...defaultLimits, ...options.limits } }, memoryMb, {
    message(said) {
      heard = performance.now();
      if (said === up) return;
      const reply = said === over ? stops.saidNonsense() : (readReply(said) ?? stops.saidNonsense());
      onReply?.(reply);
      if (isFinal(reply)) resolve(reply);
    },
    failed: ({ code, text: detail }) => resolve(code === 'ERR_WORKER_OUT_OF_MEMORY' ? stops.ranOutOfMemory() : stops.crashed(detail)),
    outOfMemory: () => resolve(stops.ranOutOfMemory()),
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    if (await keeper.end()) idle.set(text, [...(idle.get(text) ?? []), keeper]);
  }
}
