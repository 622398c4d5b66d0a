/** What a host may have beside the language: asked for by name, so that the same file runs in Node, in browsers and in workers. */
interface Host {
  readonly setImmediate?: (act: () => void) => unknown;
  readonly MessageChannel?: new () => { readonly port1: Port; readonly port2: Port };
  readonly process?: { readonly getBuiltinModule?: (name: string) => unknown };
}

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
  ref?(): void;
  unref?(): void;
}

const host = globalThis as unknown as Host;

/** Where a value is kept for one task and all that it does, across `await`. */
export interface TaskStore<T> {
  getStore(): T | undefined;
  run<R>(store: T, body: () => R): R;
}

/** The host's store of that kind: Node, Deno, Bun and workers at the edge have one, browsers have none so far. */
export function makeTaskStore<T>(): TaskStore<T> | undefined {
  const hooks = host.process?.getBuiltinModule?.('node:async_hooks') as { AsyncLocalStorage?: new () => TaskStore<T> } | undefined;
  return hooks?.AsyncLocalStorage === undefined ? undefined : new hooks.AsyncLocalStorage();
}

/** Calls `act` after everything that the promises of this moment still lead to, and after what the host has to tell. */
export type Later = (act: () => void) => void;

/** The quickest way to that which the host has. Taken once: fake clocks of a test do not stop it. */
export function makeLater(): Later {
  const { setImmediate, MessageChannel } = host;
  if (setImmediate !== undefined) return (act) => { setImmediate(act); };
  if (MessageChannel === undefined) {
    const { setTimeout } = globalThis;
    return (act) => { setTimeout(act, 0); };
  }
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return (act) => {
    waiting.push(act);
    port2.postMessage(undefined);
  };
}

/** Lets a timer keep the process alive, or not. In browsers nothing does. */
export function hold(timer: unknown, keeps: boolean): void {
  const handle = timer as { ref?: () => void; unref?: () => void };
  if (keeps) handle.ref?.();
  else handle.unref?.();
}
