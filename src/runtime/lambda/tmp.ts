/** Node's own error for a disk that is full. */
class NoSpaceError extends Error {
  readonly code = 'ENOSPC';

  constructor(path: string, wanted: number, size: number) {
    super(`ENOSPC: no space left on device, write '${path}'. Hint: /tmp holds ${size} MB in this function, and this would make ${Math.ceil(wanted)}; it is not emptied between invocations.`);
    this.name = 'Error';
  }
}

/**
 * An environment's /tmp. It lives as long as the environment, so a warm invocation finds what the last one left; no other environment
 * does. A crash does not empty it.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html (2026-11).
 *
 * @rules lambda#environments
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const cache = account.function({
 *   name: 'cache',
 *   handler: async (_: unknown, { tmp }: Context) => {
 *     const found = tmp.has('/tmp/model');
 *     tmp.write('/tmp/model', 'weights', 100);
 *     return found;
 *   },
 * });
 * await cache.invoke();
 * const answer = await cache.invoke();
 * if (answer.status === 200) console.log(answer.payload); // true
 */
export class Tmp {
  readonly #files = new Map<string, { readonly data: unknown; readonly megabytes: number }>();
  readonly #size: number;

  /** @internal */
  constructor(size: number) {
    this.#size = size;
  }

  /** Megabytes that are used. */
  get used(): number {
    return this.#files.values().reduce((sum, { megabytes }) => sum + megabytes, 0);
  }

  /** Writes a file of `megabytes` (default 0: too small to matter). @throws Error ENOSPC if there is no room for it. */
  write(path: string, data: unknown, megabytes = 0): void {
    const wanted = this.used - (this.#files.get(path)?.megabytes ?? 0) + megabytes;
    if (wanted > this.#size) throw new NoSpaceError(path, wanted, this.#size);
    this.#files.set(path, { data, megabytes });
  }

  /** What was written there; undefined if nothing was. */
  read(path: string): unknown {
    return this.#files.get(path)?.data;
  }

  /** Whether something was written there. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Makes room again. Of what is not there, nothing happens. */
  remove(path: string): void {
    this.#files.delete(path);
  }
}
