import type { Lowered, Reference, Steps } from '#kernel';
import { AsyncGeneratorOfSteps } from './async-generator.ts';

/** What the driver understands among the things that steps yield. A bare `yield` is a point: the driver goes on at once. */
export interface Wait {
  readonly wait: unknown;
}
const isWait = (value: unknown): value is Wait => typeof value === 'object' && value !== null && 'wait' in value;

/** A variable seen from outside its scope. */
const variable = (get: () => unknown, set?: (value: unknown) => void): Reference => ({
  get v() { return get(); },
  set v(value) {
    if (!set) throw new Error('a variable that is assigned without a setter');
    set(value);
  },
});

/** A point or record that the program asked for, as `read counter` or `sawInvoke push`. */
export type Note = string;

/**
 * A stand-in for the kernel that gives lowered code the meaning of plain JavaScript: real promises, real ticks, no choice of order.
 * A lowered program run on it must print exactly what the original prints.
 */
export function makeDriver(print: (...values: unknown[]) => void, modules: Readonly<Record<string, unknown>> = {}): { $: Lowered; notes: Note[]; finished: () => Promise<Record<string, Record<string, unknown>>> } {
  const notes: Note[] = [];
  const marked = new WeakMap<Function, Function>();
  const bodies: { name: string; body: (out: Record<string, unknown>, use: (specifier: string) => unknown) => Steps }[] = [];
  const exported: Record<string, Record<string, unknown>> = {};

  const drive = (steps: Steps): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const go = (how: 'next' | 'throw', value: unknown): void => {
        try {
          let result = steps[how](value);
          while (!result.done && !isWait(result.value)) result = steps.next(undefined);
          if (result.done) return resolve(result.value);
          Promise.resolve((result.value as Wait).wait).then((v) => go('next', v), (e: unknown) => go('throw', e));
        } catch (error) {
          reject(error as Error);
        }
      };
      go('next', undefined);
    });

  const start = (make: () => Steps): Promise<unknown> => {
    let steps: Steps;
    try {
      steps = make();
    } catch (error) {
      return Promise.reject(error as Error);
    }
    return drive(steps);
  };

  function* wait(value: unknown): Steps {
    return yield { wait: value } satisfies Wait;
  }

  const named = <F extends Function>(fn: F, name: string, steps: Function): F =>
    Object.defineProperties(fn, { name: { value: name, configurable: true }, length: { value: steps.length, configurable: true } });
  const note = (verb: string) => (target: unknown, key?: unknown): boolean => {
    notes.push(`${verb} ${typeof target === 'object' && target !== null && 'cell' in target ? String(target.cell) : String(typeof key === 'number' ? '' : key)}`.trim());
    return true;
  };
  const noteFunction = (verb: string) => (callee: unknown): boolean => {
    notes.push(`${verb} ${typeof callee === 'function' ? callee.name : ''}`.trim());
    return true;
  };

  const $: Lowered = {
    define: (name, _dependencies, body) => void bodies.push({ name, body }),
    globals: { Promise, setTimeout, clearTimeout, queueMicrotask, Date, Math, performance, globalThis, structuredClone, console: { log: print } },
    async: (steps, name) => {
      const { plain } = { plain(this: unknown, ...args: unknown[]) { return start(() => steps.apply(this, args)); } };
      const fn = named(plain, name, steps);
      marked.set(fn, steps);
      return fn;
    },
    arrow: (steps, self, name) => {
      const fn = named((...args: unknown[]) => start(() => steps.apply(self, args)), name, steps);
      marked.set(fn, (...args: unknown[]) => steps.apply(self, args));
      return fn;
    },
    markOnce: (fn, steps) => $.mark(fn, steps),
    task: (steps) => $.mark((...args: unknown[]) => start(() => steps(...args)), steps),
    mark: (fn, steps) => {
      if (typeof fn !== 'function' || typeof steps !== 'function') throw new Error('mark: not functions');
      marked.set(fn, steps);
      return fn;
    },
    start: (steps) => drive(steps),
    begin: (make) => start(make),
    asyncGenerator: (steps, name) => named(function (this: unknown, ...args: unknown[]) { return new AsyncGeneratorOfSteps(steps.apply(this, args)); }, name, steps),
    startGenerator: (steps) => new AsyncGeneratorOfSteps(steps),
    *give(value) { return yield { give: yield* wait(value) }; },
    *delegate(iterable) {
      const iterator = $.iterator(iterable, 0) as Required<AsyncIterator<unknown>>;
      let result = (yield* wait(iterator.next())) as IteratorResult<unknown>;
      while (!result.done) {
        let isReturn = true;
        try {
          let sent: unknown;
          try {
            sent = yield { give: result.value };
          } catch (error) {
            isReturn = false;
            result = (yield* wait(iterator.throw(error))) as IteratorResult<unknown>;
            continue;
          }
          isReturn = false;
          result = (yield* wait(iterator.next(sent as undefined))) as IteratorResult<unknown>;
        } finally {
          if (isReturn) yield* wait(iterator.return());
        }
      }
      return result.value;
    },
    // The steps are driven as a task of their own, so that ticks come out as in plain JavaScript.
    enter: (callee, self, args, _pos, text?: string) => {
      if (typeof callee !== 'function') throw new TypeError(`${text ?? 'value'} is not a function`);
      const steps = marked.get(callee);
      return { wait: steps ? start(() => steps.apply(self, args as unknown[]) as Steps) : (Reflect.apply(callee, self, args) as unknown) } satisfies Wait;
    },
    tail: (callee, self, args, pos, text?: string) => $.enter(callee, self, args, pos, text),
    wait: (value) => ({ wait: value }) satisfies Wait,
    *call(callee, self, args, pos, text?: string) { return yield $.enter(callee, self, args, pos, text); },
    await: (value) => wait(value),
    iterator: (iterable) => {
      const source = iterable as { [Symbol.asyncIterator]?: () => unknown; [Symbol.iterator]?: () => Iterator<unknown> };
      const make = source[Symbol.asyncIterator];
      if (make) return make.call(source);
      const iterator = (source[Symbol.iterator] as () => Iterator<unknown>).call(source);
      const settle = async (result: IteratorResult<unknown>): Promise<unknown> => ({ done: result.done, value: await result.value });
      return { next: () => settle(iterator.next()), return: (value: unknown) => (iterator.return ? settle(iterator.return(value)) : Promise.resolve({ done: true, value })) };
    },
    *next(iterator) { return (yield* wait((iterator as AsyncIterator<unknown>).next())) as IteratorResult<unknown>; },
    *closeIterator(iterator) {
      const close = (iterator as AsyncIterator<unknown>).return;
      if (close) yield* wait(close.call(iterator));
    },
    scope: () => [] as unknown[],
    use: (scope, value, isAsync) => {
      (scope as unknown[]).push({ value, isAsync });
      return value;
    },
    *disposeAll(scope, failed, error) {
      let [bad, reason] = [failed, error];
      for (const { value, isAsync } of (scope as { value: Record<symbol, () => unknown> | undefined; isAsync: boolean }[]).reverse()) {
        try {
          const dispose = value && ((isAsync ? value[Symbol.asyncDispose] : undefined) ?? value[Symbol.dispose]);
          const result = dispose?.call(value);
          if (isAsync) yield* wait(result);
        } catch (thrown) {
          reason = bad ? new SuppressedError(thrown, reason) : thrown;
          bad = true;
        }
      }
      if (bad) throw reason;
    },
    disposeAllSync: (scope, failed, error) => {
      const steps = $.disposeAll((scope as { value: unknown }[]).map(({ value }) => ({ value, isAsync: false })), failed, error, 0);
      steps.next();
    },
    cell: (name, _pos, get, set) => Object.assign(variable(get, set), { cell: name }),
    ref: (get, set) => variable(get, set),
    name: (value) => value,
    thrown: (value) => value,
    read: note('read'), write: note('write'), readProperty: note('readProperty'), writeProperty: note('writeProperty'), invoke: note('invoke'), invokeFunction: noteFunction('invokeFunction'),
    sawRead: note('sawRead'), sawWrite: note('sawWrite'), sawReadProperty: note('sawReadProperty'), sawWriteProperty: note('sawWriteProperty'), sawInvoke: note('sawInvoke'), sawInvokeFunction: noteFunction('sawInvokeFunction'),
    readAll: () => false,
    sawAll: (value) => value,
    sawAssigned: (target) => target,
    each: (values) => values,
    more: Symbol('more'),
    sawEach: (values) => values,
    loop: () => undefined,
    at: () => [],
  };

  const finished = async (): Promise<Record<string, Record<string, unknown>>> => {
    for (const { name, body } of bodies) {
      const out: Record<string, unknown> = {};
      exported[name] = out;
      await drive(body(out, (specifier) => exported[specifier] ?? modules[specifier]));
    }
    return exported;
  };
  return { $, notes, finished };
}
