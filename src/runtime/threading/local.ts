import { print, PRINTED } from '#base';
import { kernel, PER_TASK, SHARED, type Shared } from '#kernel';
import { needCaller } from './caller.ts';
import { AttributeError } from './errors.ts';

/** Makes objects whose properties each thread has for itself. */
export type LocalConstructor = new <T extends object = Record<string, any>>(...args: readonly unknown[]) => T;

/** True while the object of one thread is made, for a thread that uses it for the first time. */
const MAKING: unique symbol = Symbol('making');

interface State {
  /** By the id of the task. */
  readonly ofThread: Map<number, object>;
  readonly shared: Shared;
  readonly make: () => object;
}

/**
 * Python's `threading.local`: an object of which each thread sees properties of its own. What one thread puts there, no other finds;
 * nothing is copied, each begins with nothing. The threads of a pool live on, and so does what they keep here.
 *
 * In a subclass, fields and the constructor are the beginning for every thread: they run anew, with the same arguments, in each thread
 * that uses the object. `name in data` asks whether there is such a property.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#thread-local-data (3.14). A property that is not there gives an
 * AttributeError, as in Python, and not undefined; only `then` gives undefined, which `await` asks of everything.
 *
 * @throws AttributeError "'_thread._local' object has no attribute 'user'"
 *
 * @rules threading#local
 * @example
 * const request = new local<{ user: string }>();
 * request.user = 'Ada';
 * const look = () => { console.log('user' in request); }; // false
 * const thread = new Thread({ target: look });
 * thread.start();
 * await thread.join();
 * console.log(request.user); // Ada
 */
// A subclass has to have something to extend.
// eslint-disable-next-line @typescript-eslint/no-extraneous-class
export const local: LocalConstructor = class {
  constructor(...args: readonly unknown[]) {
    const made = new.target as unknown as new (...args: readonly unknown[]) => object;
    const making = kernel().own(MAKING, () => ({ isNested: false }));
    if (making.isNested) {
      making.isNested = false;
      return;
    }
    const make = (): object => {
      making.isNested = true;
      try {
        return new made(...args);
      } finally {
        making.isNested = false;
      }
    };
    // The subclass's constructor goes on with what is returned here, in the thread that runs now.
    const state: State = { ofThread: new Map([[kernel().current().id, this]]), shared: kernel().shared('other', { name: 'local' }), make };
    return new Proxy(this, new Handler(state));
  }
} as unknown as LocalConstructor;

class Handler implements ProxyHandler<object> {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  get(_target: object, key: PropertyKey): unknown {
    if (key === SHARED) return this.#state.shared;
    if (key === PRINTED) return () => `local ${print({ ...this.#mine() })}`;
    const mine = this.#mine();
    if (typeof key === 'string' && key !== 'then' && !(key in mine)) throw missing(key);
    return Reflect.get(mine, key);
  }

  set(_target: object, key: PropertyKey, value: unknown): boolean {
    return Reflect.set(this.#mine(), key, value);
  }

  has(_target: object, key: PropertyKey): boolean {
    return key === SHARED || key === PER_TASK || key === PRINTED || Reflect.has(this.#mine(), key);
  }

  deleteProperty(_target: object, key: PropertyKey): boolean {
    const mine = this.#mine();
    if (!Object.hasOwn(mine, key)) throw missing(key);
    return Reflect.deleteProperty(mine, key);
  }

  defineProperty(_target: object, key: PropertyKey, descriptor: PropertyDescriptor): boolean {
    return Reflect.defineProperty(this.#mine(), key, { ...descriptor, configurable: true });
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.#mine());
  }

  getOwnPropertyDescriptor(_target: object, key: PropertyKey): PropertyDescriptor | undefined {
    const descriptor = Reflect.getOwnPropertyDescriptor(this.#mine(), key);
    return descriptor === undefined ? undefined : { ...descriptor, configurable: true };
  }

  #mine(): object {
    needCaller('local', 'keep what belongs to a thread in a variable of its function, and pass it on as an argument.');
    const { id } = kernel().current();
    let mine = this.#state.ofThread.get(id);
    if (mine === undefined) this.#state.ofThread.set(id, (mine = this.#state.make()));
    return mine;
  }
}

const missing = (key: PropertyKey): AttributeError => new AttributeError(`'_thread._local' object has no attribute '${String(key)}'`);
