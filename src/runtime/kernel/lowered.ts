/**
 * What lowered code calls. `compile` emits calls to these; the model kernel implements them as `$`.
 *
 * The lowering in one paragraph: every async function becomes a generator function that the kernel drives. `await f(x)`
 * becomes `yield $.enter(f, undefined, [x], pos)` and runs `f` in the same task; a call whose promise is not awaited at once
 * starts a task of its own. Before each access that other tasks could see, async code asks `$.read(…)` and the like whether
 * the scheduler wants to switch, and `yield`s if so: `($.read(counter$, pos) && (yield), counter)`.
 *
 * `pos` is a place packed into one number by `packPlace`: (file × 65536 + line) × 1024 + column.
 */
export type Pos = number;
export type Steps<T = unknown> = Generator<unknown, T, any>;

/** A variable, from outside its scope. */
export interface Reference {
  v: unknown;
}

export interface Lowered {
  /** Declares a module. `body` runs once, after its dependencies, as part of `main`. `out` collects its exports. */
  define(name: string, dependencies: readonly string[], body: (out: Record<string, unknown>, use: (specifier: string) => any) => Steps): void;

  /** `Promise`, `setTimeout`, `console`, `Math`, `Date` …: what a free identifier of that name means in learner code. */
  readonly globals: Readonly<Record<string, unknown>>;

  /** Makes the async function whose body is `steps`. Called plainly it starts a task; by `$.call` it runs in the caller's. */
  async(steps: (...args: any[]) => Steps, name: string): (...args: any[]) => unknown;
  /** The same for an async arrow: `steps` is run with `self` as its `this`. */
  arrow(steps: (...args: any[]) => Steps, self: unknown, name: string): (...args: any[]) => unknown;
  /** Makes `fn`, which starts `steps` when it is called plainly, the async function whose body is `steps`; returns it. */
  mark<F extends Function>(fn: F, steps: Function): F;
  /** The same, where `fn` may be one already. */
  markOnce<F extends Function>(fn: F, steps: Function): F;
  /** The same for an arrow that is written where it is handed to `go`, which alone sees the function, and at once: a function is not made for it. */
  task(steps: (...args: any[]) => Steps): Function;
  /** Body of such a function when it is called plainly: starts a task that runs `steps`, returns its promise. */
  start(steps: Steps, name: string): unknown;
  /** The same if making the steps can fail, as parameters can: the failure is then the task's. */
  begin(make: () => Steps, name: string): unknown;
  /** The same three for async generators. `steps` yields values by `yield* $.give(value, pos)`. */
  asyncGenerator(steps: (...args: any[]) => Steps, name: string): (...args: any[]) => unknown;
  startGenerator(steps: Steps, name: string): unknown;
  give(value: unknown, pos: Pos): Steps;
  /** `yield* x` inside an async generator. */
  delegate(iterable: unknown, pos: Pos): Steps;

  /**
   * What to `yield` for `await callee.apply(self, args)`, and for `await value`: the steps of an async function, which the kernel runs in the
   * same task before it goes on here, or an operation, or a sign that the value is there already. `text` is the callee as it is
   * written: `${text} is not a function`.
   */
  enter(callee: unknown, self: unknown, args: readonly unknown[], pos: Pos, text?: string): unknown;
  wait(value: unknown, pos: Pos): unknown;
  /** The same for `return callee.apply(self, args)` in an async function, which waits for what it returns only if that changes nothing else. */
  tail(callee: unknown, self: unknown, args: readonly unknown[], pos: Pos, text?: string): unknown;

  // The same as steps of their own, for `yield*`.
  call(callee: unknown, self: unknown, args: readonly unknown[], pos: Pos, text?: string): Steps;
  await(value: unknown, pos: Pos): Steps;

  /** `for await`: the iterator of `iterable`, its next result (already awaited), and leaving early. */
  iterator(iterable: unknown, pos: Pos): unknown;
  next(iterator: unknown, pos: Pos): Steps<IteratorResult<unknown>>;
  closeIterator(iterator: unknown, pos: Pos): Steps;

  /** `using` / `await using`: remember `value` in `scope`; run by `disposeAll` in reverse order. */
  scope(): unknown;
  use(scope: unknown, value: unknown, isAsync: boolean): unknown;
  disposeAll(scope: unknown, failed: boolean, error: unknown, pos: Pos): Steps;
  disposeAllSync(scope: unknown, failed: boolean, error: unknown): void;

  /**
   * Stands for one variable of one scope: captured by a function and written after its declaration. `get` reads it, for the trace too.
   * Functions that are not written inside that scope read and assign the variable as `v`.
   */
  cell(name: string, pos: Pos, get: () => unknown, set?: (value: any) => void): Reference;
  /** The same for a variable that needs no cell. Reading and assigning do what they would do in the variable's scope, failures included. */
  ref(get: () => unknown, set?: (value: any) => void): Reference;
  /** Notes where `value` is thrown, if it cannot tell by itself; returns it. */
  thrown<T>(value: T, pos: Pos): T;
  /** Gives a mutex, channel … the name of the variable or field that it is first stored in; returns `value`. */
  name<T>(value: T, name: string): T;

  // In async code. True: the caller must `yield` before it makes the access.
  read(cell: unknown, pos: Pos): boolean;
  write(cell: unknown, pos: Pos): boolean;
  readProperty(object: unknown, key: PropertyKey, pos: Pos): boolean;
  writeProperty(object: unknown, key: PropertyKey, pos: Pos): boolean;
  /** Before `object.method(…)` that is not awaited: a container's method (`push`, `set`), or a primitive's (`unlock`, `done`). `isUnused`: nobody uses what it returns. */
  invoke(object: unknown, method: PropertyKey, isUnused: boolean | undefined, pos: Pos): boolean;
  /** Before `callee(…)` of a plain identifier that is not awaited, such as `close(ch)` or `go(f)`. */
  invokeFunction(callee: unknown, args: readonly unknown[] | undefined, pos: Pos): boolean;

  // In plain synchronous code, where no switch is possible: recorded for the race detector.
  sawRead(cell: unknown, pos: Pos): void;
  sawWrite(cell: unknown, pos: Pos): void;
  sawReadProperty(object: unknown, key: PropertyKey, pos: Pos): void;
  sawWriteProperty(object: unknown, key: PropertyKey, pos: Pos): void;
  sawInvoke(object: unknown, method: PropertyKey, pos: Pos): void;
  sawInvokeFunction(callee: unknown, pos: Pos): void;

  /** Before all properties of `value` are read at once; then, with the value, when they are. `isDeep`: and those of what they hold. */
  readAll(value: unknown, pos: Pos): boolean;
  sawAll<T>(value: T, pos: Pos, isDeep?: boolean): T;
  /** After `Object.assign(target, …)`, of whose arguments `args` is the list. */
  sawAssigned<T>(target: T, args: readonly unknown[], pos: Pos): T;

  /** What a loop in async code goes through: `more` comes before each value but the first. There the loop has a point, and nothing else. */
  each(values: unknown): unknown;
  readonly more: symbol;
  /** What a plain generator goes through: each look into a container is recorded. */
  sawEach(values: unknown, pos: Pos): unknown;

  /** First thing in the body of every loop: counts, and ends the run when one step goes round too often. Names the line. */
  loop(pos: Pos): void;
  /** In code with marks: the program has come to `pos`. Returns nothing to add to the arguments of a call. */
  at(pos: Pos): readonly never[];
}

export const packPlace = (file: number, line: number, column: number): Pos => (file * 65536 + line) * 1024 + Math.min(column, 1023);
export const unpackPlace = (pos: Pos): { file: number; line: number; column: number } => ({
  file: Math.floor(pos / 1024 / 65536),
  line: Math.floor(pos / 1024) % 65536,
  column: pos % 1024,
});
