import { Call, type Body } from './operation.ts';
import type { Run } from './run.ts';
import { Scope, type DisposeWaits } from './scope.ts';

type Fn = (...args: unknown[]) => unknown;

/** Waiting as a primitive's body does it. */
const waits: DisposeWaits = {
  *call(dispose, value) {
    return yield new Call(dispose, value, []);
  },
  *pause() {
    return yield undefined;
  },
};

/**
 * `AsyncDisposableStack` of one run: the host's would answer with promises of the host.
 *
 * Semantics mirrored: ECMA-262, section 27.4 (AsyncDisposableStack objects).
 */
export function makeAsyncDisposableStack(run: Run): unknown {
  return class AsyncDisposableStack {
    /** Undefined once it was disposed of or moved. */
    #scope: Scope | undefined = new Scope();

    constructor() {
      // A `new.target` whose `prototype` is no object.
      if (Object.getPrototypeOf(this) === Object.prototype && (new.target as { prototype: unknown }).prototype !== Object.prototype) Object.setPrototypeOf(this, AsyncDisposableStack.prototype);
    }

    get disposed(): boolean {
      return this.#scope === undefined;
    }

    use(value: unknown): unknown {
      return this.#open().use(value, true);
    }

    adopt(value: unknown, onDispose: unknown): unknown {
      const scope = this.#open();
      if (typeof onDispose !== 'function') throw new TypeError('adopt needs a function');
      scope.defer(() => Reflect.apply(onDispose as Fn, undefined, [value]));
      return value;
    }

    defer(onDispose: unknown): void {
      const scope = this.#open();
      if (typeof onDispose !== 'function') throw new TypeError('defer needs a function');
      scope.defer(onDispose as Fn);
    }

    move(): AsyncDisposableStack {
      const scope = this.#open();
      const moved = new AsyncDisposableStack();
      moved.#scope = scope;
      this.#scope = undefined;
      return moved;
    }

    disposeAsync(): unknown {
      const result = run.promise();
      if (typeof this !== 'object' || this === null || !(#scope in this)) result.reject(new TypeError('disposeAsync called on something that is no AsyncDisposableStack'));
      else {
        const scope = this.#scope;
        this.#scope = undefined;
        if (scope === undefined) result.resolve(undefined);
        else return run.startAsync(run.bodySteps(scope.disposeAll(false, undefined, waits) as Body<unknown>), 'disposeAsync').visible;
      }
      return result.visible;
    }

    #open(): Scope {
      if (this.#scope === undefined) throw new ReferenceError('this AsyncDisposableStack was disposed of already');
      return this.#scope;
    }

    static {
      Object.defineProperty(this.prototype, Symbol.asyncDispose, { value: this.prototype.disposeAsync, writable: true, configurable: true });
      Object.defineProperty(this.prototype, Symbol.toStringTag, { value: 'AsyncDisposableStack', configurable: true });
    }
  };
}
