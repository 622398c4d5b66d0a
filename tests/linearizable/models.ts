import type { Model } from './check.ts';

type State = readonly (number | string)[];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** The state `after`, if what a call returned is what it `should` have returned, or it has not returned. */
const ifSo = <S>(after: S, should: unknown, result: unknown, isOpen: boolean): S | undefined => (isOpen || same(should, result) ? after : undefined);

/** A buffered channel of Go's: `send`, `receive` as [value, ok], `close`, `length`. */
export const channel = (capacity: number): Model<{ readonly items: State; readonly isClosed: boolean }> => ({
  begin: { items: [], isClosed: false },
  next(state, op, args, result, isOpen) {
    const { items, isClosed } = state;
    switch (op) {
      case 'send':
        if (isClosed) return ifSo(state, 'send on closed channel', result, isOpen);
        return items.length < capacity ? ifSo({ items: [...items, args[0] as number], isClosed }, null, result, isOpen) : undefined;
      case 'receive':
        if (items.length > 0) return ifSo({ items: items.slice(1), isClosed }, [items[0], true], result, isOpen);
        return isClosed ? ifSo(state, [null, false], result, isOpen) : undefined;
      case 'close': return ifSo({ items, isClosed: true }, isClosed ? 'close of closed channel' : null, result, isOpen);
      default: return ifSo(state, items.length, result, isOpen);
    }
  },
});

/** A queue of Python's. `take`: the place of the item that comes out next. */
export const queue = (most: number, take: (items: State) => number): Model<State> => ({
  begin: [],
  next(items, op, args, result, isOpen) {
    const at = take(items);
    const without = items.filter((_, i) => i !== at);
    switch (op) {
      case 'put': return most === 0 || items.length < most ? ifSo([...items, args[0] as number], null, result, isOpen) : undefined;
      case 'putNowait': return most === 0 || items.length < most ? ifSo([...items, args[0] as number], null, result, isOpen) : ifSo(items, 'the queue is full', result, isOpen);
      case 'get': return items.length > 0 ? ifSo(without, items[at], result, isOpen) : undefined;
      case 'getNowait': return items.length > 0 ? ifSo(without, items[at], result, isOpen) : ifSo(items, 'the queue is empty', result, isOpen);
      default: return ifSo(items, items.length, result, isOpen);
    }
  },
});

export const first = (): number => 0;
export const last = (items: State): number => items.length - 1;
export const smallest = (items: State): number => items.indexOf(Math.min(...(items as number[])));

/** Go's `sync.Map`. */
export const map: Model<Readonly<Record<string, number>>> = {
  begin: {},
  next(state, op, [key, a, b], result, isOpen) {
    const k = key as string;
    const there = Object.hasOwn(state, k ?? '');
    const value = there ? state[k] : null;
    const set = (n: unknown) => ({ ...state, [k]: n as number });
    const { [k]: _, ...without } = state;
    switch (op) {
      case 'load': return ifSo(state, value, result, isOpen);
      case 'store': return ifSo(set(a), null, result, isOpen);
      case 'loadOrStore': return ifSo(there ? state : set(a), [there ? value : a, there], result, isOpen);
      case 'loadAndDelete': return ifSo(without, [value, there], result, isOpen);
      case 'swap': return ifSo(set(a), [value, there], result, isOpen);
      case 'compareAndSwap': return ifSo(value === a ? set(b) : state, value === a, result, isOpen);
      case 'compareAndDelete': return ifSo(value === a ? without : state, value === a, result, isOpen);
      case 'clear': return ifSo({}, null, result, isOpen);
      default: return ifSo(state, Object.keys(state).length, result, isOpen);
    }
  },
};

/** Go's `atomic.Int32`. */
export const int32: Model<number> = {
  begin: 0,
  next(n, op, [a, b], result, isOpen) {
    switch (op) {
      case 'add': return ifSo((n + (a as number)) | 0, (n + (a as number)) | 0, result, isOpen);
      case 'swap': return ifSo(a as number, n, result, isOpen);
      case 'store': return ifSo(a as number, null, result, isOpen);
      case 'compareAndSwap': return ifSo(n === a ? (b as number) : n, n === a, result, isOpen);
      default: return ifSo(n, n, result, isOpen);
    }
  },
};

/** A semaphore of `size` units, of which each task gives back no more than it took. */
export const semaphore = (size: number): Model<number> => ({
  begin: size,
  next(free, op, [n], result, isOpen) {
    const units = (n as number | undefined) ?? 1;
    switch (op) {
      case 'acquire': return free >= units ? ifSo(free - units, null, result, isOpen) : undefined;
      // One that is in line keeps others out too, so that it may fail where there is enough.
      case 'tryAcquire': return result === true && !isOpen ? (free >= units ? free - units : undefined) : free;
      default: return ifSo(free + units, null, result, isOpen);
    }
  },
});
