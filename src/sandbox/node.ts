/** The sandbox without a page: the same bundle in a worker of Node, for the site's build, the command line and the tests. */
import type { Reply, Request } from '#engine';
import { bundleEngine, engineSources, type Script } from './bundle.ts';
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
  const { timeoutMs = 20_000, memoryMb = 512, limits, onReply } = options;
  const { text } = await (options.engine ?? engineScript());
  // Until the worker is up, nothing of this is the program's time.
  let timer = setTimeout(() => conversation.stop(stops.crashed(`it did not start within ${START_MS / 1000} s`)), START_MS);
  const conversation = new Conversation(readReply, onReply, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      conversation.stop(
        conversation.silence > Math.min(3_000, timeoutMs * 0.9) ? stops.wentSilent(timeoutMs) : stops.tookTooLong(timeoutMs),
      );
    }, timeoutMs);
  });
  try {
    return await conversation.hold(text, request, { ...defaultLimits, ...limits }, memoryMb);
  } finally {
    clearTimeout(timer);
  }
}

/** A busy machine may need seconds to start a process. */
const START_MS = 60_000;

/** What one's own program may take on one's own machine. */
const ownLimits: Limits = { lines: 1_000, characters: 10_000_000, reply: 400_000_000, replies: 1e9, exploreMs: 1e12 };

/**
 * The same for one's own program, as the command line does it: from the engine's sources, and for as long as it takes. It is stopped
 * only if it has not been heard of for `silenceMs`.
 */
export async function runOwn(
  request: Request,
  options: { readonly silenceMs?: number; readonly memoryMb?: number; readonly onReply?: (reply: Reply) => void } = {},
): Promise<Reply> {
  const { silenceMs = 120_000, memoryMb = 2_048, onReply } = options;
  const conversation = new Conversation((said) => JSON.parse(String(said)) as Reply, onReply);
  const timer = setInterval(
    () => {
      if (conversation.silence > silenceMs) conversation.stop(stops.wentSilent(silenceMs));
    },
    Math.min(1_000, silenceMs / 2),
  );
  try {
    return await conversation.hold(engineSources(), request, ownLimits, memoryMb);
  } finally {
    clearInterval(timer);
  }
}

/** One request and what is said until its final reply. */
class Conversation {
  readonly #end = Promise.withResolvers<Reply>();
  readonly #read: (said: unknown) => Reply | undefined;
  readonly #onReply: ((reply: Reply) => void) | undefined;
  readonly #onUp: () => void;
  #heard = performance.now();

  constructor(read: (said: unknown) => Reply | undefined, onReply: ((reply: Reply) => void) | undefined, onUp: () => void = () => {}) {
    this.#onUp = onUp;
    this.#read = read;
    this.#onReply = onReply;
  }

  /** Milliseconds since something was said. */
  get silence(): number {
    return performance.now() - this.#heard;
  }

  stop(reply: Reply): void {
    this.#end.resolve(reply);
  }

  async hold(engine: string, request: Request, limits: Limits, memoryMb: number): Promise<Reply> {
    const keeper = take(engine);
    keeper.start({ request: JSON.stringify(request), limits }, memoryMb, {
      message: (said) => this.#listen(said),
      failed: ({ code, text }) => this.stop(code === 'ERR_WORKER_OUT_OF_MEMORY' ? stops.ranOutOfMemory() : stops.crashed(text)),
      outOfMemory: () => this.stop(stops.ranOutOfMemory()),
    });
    try {
      return await this.#end.promise;
    } finally {
      if (await keeper.end()) idle.set(engine, [...(idle.get(engine) ?? []), keeper]);
    }
  }

  #listen(said: unknown): void {
    this.#heard = performance.now();
    if (said === up) return this.#onUp();
    const reply = said === over ? stops.saidNonsense() : (this.#read(said) ?? stops.saidNonsense());
    this.#onReply?.(reply);
    if (isFinal(reply)) this.stop(reply);
  }
}
