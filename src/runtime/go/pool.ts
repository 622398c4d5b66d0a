import { ABOUT, Call, kernel, ReadyOperation, SHARED, type Access, type Body, type Shared, type Stamp } from '#kernel';

/** Puts and gets: none of them commute, as any item may come out. */
const USE: Access = { bit: 1, after: 1, races: 1 };

interface Item<T> {
  readonly value: T;
  /** Tells the items apart while others come and go. */
  readonly number: number;
  readonly putAt: Stamp | undefined;
}

/** Takes any item out, the last one first, or none: each is a way. */
class GetOperation<T> extends ReadyOperation<Item<T> | undefined> {
  readonly verb = 'get';
  readonly reason = 'ready';
  readonly resource: Shared;
  readonly #items: Item<T>[];

  constructor(resource: Shared, items: Item<T>[]) {
    super();
    this.resource = resource;
    this.#items = items;
  }

  override get isChoice(): boolean {
    return true;
  }

  override ways(): number {
    return this.#items.length + 1;
  }

  override wayKey(way: number): number {
    return this.#items.at(-1 - way)?.number ?? 0;
  }

  perform(way: number): Item<T> | undefined {
    const k = kernel();
    k.touch(this.resource, USE);
    const [item] = way < this.#items.length ? this.#items.splice(-1 - way, 1) : [];
    k.acquire(item?.putAt);
    k.did('get', this.resource, { note: item === undefined ? 'a new one' : 'one that was put' });
    return item;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, USE);
  }
}

/**
 * Things that were used and can be used again, to save making new ones. What is put may be got again by anybody, or may vanish: a pool
 * keeps no promises. Who gets a thing must not expect it to be as new.
 *
 * Order: a `put` happens before the `get` that returns the thing.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#Pool (Go 1.27). The explorer tries each thing that `get` could return, and a new one.
 *
 * @rules pool
 * @example
 * const buffers = new Pool(() => [] as string[]);
 * const buffer = await buffers.get();
 * buffer.push('tea');
 * buffers.put(buffer);
 * const next = await buffers.get();
 * console.log(next.length); // 0 or 1
 */
export class Pool<T> {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('other');
  readonly #make: (() => T | Promise<T>) | undefined;
  readonly #items: Item<T>[] = [];
  #puts = 0;

  /** `make` makes a new thing when there is none to reuse. Without it, `get` returns `undefined` then. */
  constructor(make?: () => T | Promise<T>) {
    if (make !== undefined && typeof make !== 'function') throw new TypeError(`Pool takes a function that makes a new thing, not ${typeof make}`);
    this.#make = make;
  }

  /** Any thing that was put, or a new one. Never waits for others. */
  get(): Promise<T> {
    return kernel().run(this.#get(), 'get');
  }

  /** Gives `value` to the pool. Do not use it afterwards: somebody else may have it. Nothing at all is not kept. */
  put(value: T): void {
    if (value === undefined || value === null) return;
    const k = kernel();
    k.touch(this[SHARED], USE);
    k.did('put', this[SHARED]);
    this.#items.push({ value, number: ++this.#puts, putAt: k.release() });
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'put' ? { verb: 'put', access: USE } : undefined;
  }

  *#get(): Body<T> {
    const item = (yield new GetOperation(this[SHARED], this.#items)) as Item<T> | undefined;
    if (item !== undefined) return item.value;
    return this.#make === undefined ? (undefined as T) : ((yield new Call(this.#make, undefined, [])) as T);
  }
}
