import { quote } from '#base';

/** Something to do before a snapshot is taken, or after an environment was restored from it. */
export type Hook = () => unknown;

interface Collected {
  readonly beforeCheckpoint: Hook[];
  readonly afterRestore: Hook[];
}

/** Those of the init phase that runs now. */
let collected: Collected | undefined;

/** Runs an init phase, and returns what it made and what it asked for. */
export function collectHooks<T>(init: () => T): Collected & { readonly made: T } {
  const outer = collected;
  const mine: Collected = (collected = { beforeCheckpoint: [], afterRestore: [] });
  try {
    return { ...mine, made: init() };
  } finally {
    collected = outer;
  }
}

/**
 * In an init phase, that is, in a `handler` that returns the handler: asks for `hook` to run before SnapStart takes its snapshot of what the
 * phase has made. What it leaves behind is in every environment. It may not wait.
 *
 * Order: hooks run in the reverse order of their registration. Where no snapshot is taken (without SnapStart, on `$LATEST`, in the handler
 * itself) nothing happens.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-python.html, `register_before_snapshot`; the name is
 * that of Java's CRaC (2026-11).
 *
 * @throws TypeError for what is no function
 * @rules lambda#snapstart
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const tickets = account.function({
 *   name: 'tickets', runtime: 'python3.13', alias: 'live', snapStart: true,
 *   handler: () => {
 *     const seats = ['1A'];
 *     beforeCheckpoint(() => seats.push('1B'));
 *     return async () => seats.length;
 *   },
 * });
 * const answer = await tickets.invoke();
 * if (answer.status === 200) console.log(answer.payload); // 2
 */
export function beforeCheckpoint(hook: Hook): void {
  checkHook('beforeCheckpoint', hook);
  collected?.beforeCheckpoint.push(hook);
}

/**
 * In an init phase: asks for `hook` to run in every environment after it was restored from the snapshot, before its first request. It may
 * wait. It is part of the restore phase, which may take 10 s, and what it takes is billed. What it takes from chance, and its clock, are
 * the environment's own: here is the place for what has to be unique, or fresh.
 *
 * Order: hooks run in the order of their registration. What they do happens before the handler runs.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-python.html, `register_after_restore` (2026-11).
 *
 * @throws TypeError for what is no function
 * @rules lambda#snapstart
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const lottery = account.function({
 *   name: 'lottery', runtime: 'python3.13', alias: 'live', snapStart: true,
 *   handler: () => {
 *     let seed = 0;
 *     afterRestore(() => { seed = now(); });
 *     return async () => seed;
 *   },
 * });
 * await sleep(60);
 * const answer = await lottery.invoke();
 * if (answer.status === 200) console.log(answer.payload); // 60
 */
export function afterRestore(hook: Hook): void {
  checkHook('afterRestore', hook);
  collected?.afterRestore.push(hook);
}

function checkHook(name: string, hook: unknown): void {
  if (typeof hook !== 'function') throw new TypeError(`${name} takes a function, not ${quote(hook)}. Write ${name}(() => { … }).`);
}
