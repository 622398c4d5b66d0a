import { quote } from '#base';
import { ABOUT, kernel, SHARED, type Access, type Shared, type Stamp } from '#kernel';

/** One key. Bits: 1 looks, 2 changes. */
const LOOK: Access = { bit: 1, after: 2, races: 2 };
const CHANGE: Access = { bit: 2, after: 1 | 2, races: 1 | 2 };
/** The map as a whole. Bits: 1 looks at a key, 2 changes a key, 4 goes through all keys, 8 clears it. */
const KEY_LOOK: Access = { bit: 1, after: 8, races: 8 };
const KEY_CHANGE: Access = { bit: 2, after: 4 | 8, races: 4 | 8 };
const ALL_LOOK: Access = { bit: 4, after: 2 | 8, races: 2 | 8 };
const ALL_CHANGE: Access = { bit: 8, after: 1 | 2 | 4 | 8, races: 1 | 2 | 4 | 8 };

const CHANGING = ['store', 'loadOrStore', 'loadAndDelete', 'delete', 'swap', 'compareAndSwap', 'compareAndDelete'] as const;
const METHODS: ReadonlyMap<PropertyKey, Access> = new Map<PropertyKey, Access>([['load', KEY_LOOK], ['range', ALL_LOOK], ['clear', ALL_CHANGE], ...CHANGING.map((method) => [method, KEY_CHANGE] as const)]);

interface Slot<V> {
  readonly cell: Shared;
  value: V | undefined;
  isThere: boolean;
  changedAt: Stamp | undefined;
}

/**
 * A map that several tasks may use at once. Each method is one step; two of them are two steps, so that what `load` returned may be out
 * of date when you `store`. None of them waits. Most programs are served better by a `Map` and a `Mutex`.
 *
 * Order: a method that changes a key happens before every method that sees the change.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#Map (Go 1.27). Where Go returns a value and whether it was there, this returns a pair;
 * `load` returns `undefined` for a key that is not there.
 *
 * @rules syncmap
 * @example
 * const seen = new SyncMap<string, number>();
 * const wg = new WaitGroup();
 * const first = new atomic.Int32();
 * for (const n of [1, 2])
 *   wg.go(async () => {
 *     const [, loaded] = seen.loadOrStore('/tea', n);
 *     if (!loaded) first.add(1);
 *   });
 * await wg.wait();
 * console.log(first.load(), seen.load('/tea')); // 1 1 or 1 2
 */
export class SyncMap<K, V> {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('other');
  readonly #slots = new Map<K, Slot<V>>();
  #clearedAt: Stamp | undefined;

  /** The value under `key`, or `undefined`. */
  load(key: K): V | undefined {
    return this.#look('load', key).value;
  }

  /** Sets the value under `key`. */
  store(key: K, value: V): void {
    this.#change('store', key, value, true);
  }

  /** The value under `key` and true; or, if there is none, stores `value`, and returns it and false. */
  loadOrStore(key: K, value: V): [actual: V, loaded: boolean] {
    const slot = this.#slot(key);
    if (slot.isThere) return [this.#look('loadOrStore', key).value as V, true];
    this.#change('loadOrStore', key, value, true);
    return [value, false];
  }

  /** Takes the value under `key` out, and returns it and whether it was there. */
  loadAndDelete(key: K): [value: V | undefined, loaded: boolean] {
    return this.#remove('loadAndDelete', key);
  }

  /** Takes the value under `key` out. */
  delete(key: K): void {
    this.#remove('delete', key);
  }

  /** Sets the value under `key`, and returns the one before and whether it was there. */
  swap(key: K, value: V): [previous: V | undefined, loaded: boolean] {
    const { value: before, isThere } = this.#slot(key);
    this.#change('swap', key, value, true);
    return [before, isThere];
  }

  /** Sets the value under `key` to `next` if it is `old`, and says whether it was. */
  compareAndSwap(key: K, old: V, next: V): boolean {
    if (!this.#holds(key, old)) return this.#failed('compareAndSwap', key);
    this.#change('compareAndSwap', key, next, true);
    return true;
  }

  /** Takes the value under `key` out if it is `old`, and says whether it was. */
  compareAndDelete(key: K, old: V): boolean {
    if (!this.#holds(key, old)) return this.#failed('compareAndDelete', key);
    this.#change('compareAndDelete', key, undefined, false);
    return true;
  }

  /**
   * Calls `visit` for each key and value until it returns false. Here they are those of one moment; in Go, what others change meanwhile
   * may be among them or not.
   */
  range(visit: (key: K, value: V) => boolean | void): void {
    const k = kernel();
    k.touch(this[SHARED], ALL_LOOK);
    const there = [...this.#slots].filter(([, slot]) => slot.isThere);
    k.acquire(this.#clearedAt);
    for (const [, slot] of there) k.acquire(slot.changedAt);
    k.did('range', this[SHARED], { note: `${there.length} ${there.length === 1 ? 'key' : 'keys'}` });
    for (const [key, slot] of there) if (visit(key, slot.value as V) === false) return;
  }

  /** Takes everything out. */
  clear(): void {
    const k = kernel();
    k.touch(this[SHARED], ALL_CHANGE);
    for (const slot of this.#slots.values()) k.acquire(slot.changedAt);
    k.acquire(this.#clearedAt);
    this.#slots.clear();
    k.did('clear', this[SHARED]);
    this.#clearedAt = k.release();
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    const access = METHODS.get(method);
    return access === undefined ? undefined : { verb: String(method), access };
  }

  #slot(key: K): Slot<V> {
    let slot = this.#slots.get(key);
    if (slot === undefined) this.#slots.set(key, (slot = { cell: kernel().shared('other', { name: `${this[SHARED].name}[${quote(key)}]` }), value: undefined, isThere: false, changedAt: this.#clearedAt }));
    return slot;
  }

  #holds(key: K, value: V): boolean {
    const slot = this.#slot(key);
    return slot.isThere && slot.value === value;
  }

  #look(verb: string, key: K, note?: string): Slot<V> {
    const k = kernel();
    const slot = this.#slot(key);
    k.touch(this[SHARED], KEY_LOOK);
    k.touch(slot.cell, LOOK);
    k.acquire(slot.changedAt);
    k.did(verb, slot.cell, note === undefined ? { value: k.shown(slot.value), flow: 'in' } : { note });
    return slot;
  }

  #failed(verb: string, key: K): false {
    this.#look(verb, key, 'failed');
    return false;
  }

  #remove(verb: string, key: K): [value: V | undefined, loaded: boolean] {
    const { value, isThere } = this.#slot(key);
    if (isThere) this.#change(verb, key, undefined, false);
    else this.#look(verb, key, 'not there');
    return [value, isThere];
  }

  #change(verb: string, key: K, value: V | undefined, isThere: boolean): void {
    const k = kernel();
    const slot = this.#slot(key);
    k.touch(this[SHARED], KEY_CHANGE);
    k.touch(slot.cell, CHANGE);
    k.acquire(slot.changedAt);
    k.did(verb, slot.cell, isThere ? { value: k.shown(value), flow: 'out' } : {});
    slot.value = value;
    slot.isThere = isThere;
    slot.changedAt = k.release();
  }
}
