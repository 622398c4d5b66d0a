import { READ, WRITE, type Access } from './access.ts';
import type { Pos, Reference } from './lowered.ts';
import { CHANGE_KEYS, containerAccess, isContainer, KEYS, LIST_KEYS, PART_READ, PART_WRITE, WHOLE_READ, WHOLE_WRITE, type ObjectCells } from './memory.ts';
import { PromiseObject } from './promise-object.ts';
import type { Run } from './run.ts';
import { ABOUT, PER_TASK, SHARED, Shared } from './shared.ts';
import { PauseOperation, type MemoryAccess } from './task.ts';
import { MORE, Walk } from './walk.ts';

/** A variable of the learner's program, for a function that is not written inside its scope. */
class Variable implements Reference {
  readonly get: () => unknown;
  readonly set: ((value: unknown) => void) | undefined;

  constructor(get: () => unknown, set: ((value: unknown) => void) | undefined) {
    this.get = get;
    this.set = set;
  }

  get v(): unknown {
    return this.get();
  }

  set v(value: unknown) {
    this.set?.(value);
  }
}

/** One that several tasks may use. */
class Cell extends Variable {
  readonly shared: Shared;

  constructor(shared: Shared, get: () => unknown, set: ((value: unknown) => void) | undefined) {
    super(get, set);
    this.shared = shared;
  }
}

/**
 * The part of `$` that lowered code asks before each access that others could notice: whether the scheduler wants to switch there. What
 * cannot switch is only recorded, for the race detector.
 */
export abstract class Points {
  /** What the program imports from the course: called as it is, for it asks for its points itself. */
  protected readonly courseFunctions = new Set<unknown>();
  readonly more = MORE;
  /** The run that goes on. */
  protected run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  cell(name: string, pos: Pos, get: () => unknown, set?: (value: unknown) => void): Reference {
    this.run.pos = pos;
    return new Cell(this.run.shared('variable', { name }), get, set);
  }

  ref(get: () => unknown, set?: (value: unknown) => void): Reference {
    return new Variable(get, set);
  }

  thrown<T>(value: T, pos: Pos): T {
    if (!(value instanceof Error)) this.run.thrown = { value, pos };
    return value;
  }

  name<T>(value: T, name: string): T {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
    if (this.#isProxy(value)) return value;
    const shared = (value as { [SHARED]?: Shared })[SHARED];
    if (shared instanceof Shared) shared.label(name);
    // What a constructor has already used goes by the new name too: `this.price = 1` comes before `tea = new Product()`.
    else this.#cells(value).whole.label(name);
    return value;
  }

  read(cell: unknown, pos: Pos): boolean {
    return this.#variable(cell, READ, pos, true);
  }

  write(cell: unknown, pos: Pos): boolean {
    return this.#variable(cell, WRITE, pos, true);
  }

  readProperty(object: unknown, key: PropertyKey, pos: Pos): boolean {
    return this.#property(object, key, 'read', pos, true);
  }

  writeProperty(object: unknown, key: PropertyKey, pos: Pos): boolean {
    return this.#property(object, key, 'write', pos, true);
  }

  invoke(object: unknown, method: PropertyKey, isUnused: boolean | undefined, pos: Pos): boolean {
    return this.#invoke(object, method, pos, true, isUnused);
  }

  invokeFunction(callee: unknown, _args: readonly unknown[] | undefined, pos: Pos): boolean {
    const run = this.run;
    run.pos = pos;
    const verb = this.#isProxy(callee) ? undefined : (callee as { [ABOUT]?: string } | null | undefined)?.[ABOUT];
    if (run.mode === 'cooperative') return false;
    if (verb === undefined) return !this.courseFunctions.has(callee) && this.#handOver(callee);
    const { access } = run.current();
    access.resource = undefined;
    access.whole = undefined;
    access.verb = verb;
    access.isAnnouncement = true;
    run.proposed = access;
    return true;
  }

  readAll(value: unknown, pos: Pos): boolean {
    this.run.pos = pos;
    return !this.#isProxy(value) && isRecorded(value) && this.#handOver();
  }

  sawAll<T>(value: T, pos: Pos, isDeep = false): T {
    this.#listed(value, pos, isDeep ? new Set() : undefined);
    return value;
  }

  sawAssigned<T>(target: T, [, ...sources]: readonly unknown[], pos: Pos): T {
    for (const source of sources) if (!this.#isProxy(source) && isRecorded(source)) for (const key of Object.keys(source).slice(0, MOST_PROPERTIES)) this.#property(target, key, 'write', pos, false);
    return target;
  }

  /** Reads all properties of `value`, and with `seen`, of which each object is read once, those of the objects in them. */
  #listed(value: unknown, pos: Pos, seen: Set<object> | undefined): void {
    if (this.#isProxy(value) || !isRecorded(value)) return;
    if (isContainer(value)) this.#invoke(value, 'values', pos, false);
    if (ArrayBuffer.isView(value)) return;
    const cells = this.#cells(value);
    // Those that are not there any more were seen to be missing.
    const keys = new Set<PropertyKey>([...Object.keys(value), ...cells.parts.keys()]);
    for (const key of [...keys].slice(0, MOST_PROPERTIES)) if (key !== KEYS) this.#property(value, key, 'read', pos, false);
    if (!Array.isArray(value)) this.run.touch(this.#part(cells, KEYS), LIST_KEYS);
    if (seen === undefined || seen.size >= MOST_PROPERTIES) return;
    seen.add(value);
    const inside = value instanceof Map ? [...value.values()] : value instanceof Set ? [...value] : Object.keys(value).map((key) => dataProperty(value, key));
    for (const one of inside.slice(0, MOST_PROPERTIES)) if (!seen.has(one as object)) this.#listed(one, pos, seen);
  }

  /** `value`, if it is a container that can be gone through. */
  protected container(value: unknown): (object & Iterable<unknown>) | undefined {
    return this.#isIterable(value) && isContainer(value) ? value : undefined;
  }

  #isIterable(value: unknown): value is object & Iterable<unknown> {
    return typeof value === 'object' && value !== null && !this.#isProxy(value) && Symbol.iterator in value;
  }

  /** Before a loop takes the next value of `container`. True: the caller must yield first. */
  look(container: object, pos: Pos): boolean {
    return this.#invoke(container, 'values', pos, true);
  }

  each(values: unknown): unknown {
    return this.#isIterable(values) ? new Walk(values) : values;
  }

  sawEach(values: unknown, pos: Pos): unknown {
    const container = this.container(values);
    return container === undefined ? values : new Walk(container, () => { this.sawInvoke(container, 'values', pos); });
  }

  sawRead(cell: unknown, pos: Pos): void {
    this.#variable(cell, READ, pos, false);
  }

  sawWrite(cell: unknown, pos: Pos): void {
    this.#variable(cell, WRITE, pos, false);
  }

  sawReadProperty(object: unknown, key: PropertyKey, pos: Pos): void {
    this.#property(object, key, 'read', pos, false);
  }

  sawWriteProperty(object: unknown, key: PropertyKey, pos: Pos): void {
    this.#property(object, key, 'write', pos, false);
  }

  sawInvoke(object: unknown, method: PropertyKey, pos: Pos): void {
    this.#invoke(object, method, pos, false);
  }

  sawInvokeFunction(_callee: unknown, pos: Pos): void {
    this.run.pos = pos;
  }

  loop(pos: Pos): void {
    this.run.loop(pos);
    if (this.run.mode === 'cpython') this.run.current().access.mayHandOver = true;
  }

  #variable(cell: unknown, access: Access, pos: Pos, canSwitch: boolean): boolean {
    this.run.pos = pos;
    if (!(cell instanceof Cell)) return false;
    return this.#access(cell.shared, access, undefined, READ, cell.get, canSwitch);
  }

  /** Makes the access, or announces it and returns true if the scheduler is to be asked first. */
  #access(resource: Shared, kind: Access, whole: Shared | undefined, wholeKind: Access, get: (() => unknown) | undefined, canSwitch: boolean): boolean {
    const run = this.run;
    const { access } = run.current();
    if (canSwitch && (run.mode === 'preemptive' || access.mayHandOver)) {
      access.mayHandOver = false;
      access.resource = resource;
      access.kind = kind;
      access.whole = whole;
      access.wholeKind = wholeKind;
      access.get = get;
      access.verb = kind.memory ?? 'read';
      access.isAnnouncement = false;
      run.proposed = access;
      return true;
    }
    run.memoryAccess(resource, kind, get);
    if (whole === undefined) return false;
    if (wholeKind.memory === undefined) run.touch(whole, wholeKind);
    else run.memoryAccess(whole, wholeKind, undefined);
    return false;
  }

  #property(object: unknown, key: PropertyKey, kind: 'read' | 'write', pos: Pos, canSwitch: boolean): boolean {
    this.run.pos = pos;
    if (object === null || (typeof object !== 'object' && typeof object !== 'function')) return false;
    // To look at such a key would turn it into a string once more than the program does.
    if (typeof key === 'object' || typeof key === 'function') return false;
    if (this.#isProxy(object)) return this.#access(this.#part(this.#cells(this.#target(object)), key), kind === 'read' ? READ : WRITE, undefined, READ, undefined, canSwitch);
    const isOfCourse = SHARED in object;
    if (isOfCourse && PER_TASK in object) return false;
    if ((isOfCourse || PromiseObject.behind(object) !== undefined) && !isAddition(object, key, kind)) return isOfCourse && kind === 'read' && this.#announce(object, key, false, canSwitch) === true;
    const cells = this.#cells(object);
    const get = (): unknown => dataProperty(object, key);
    if (key === 'size' && isContainer(object)) return this.#access(cells.whole, WHOLE_READ, undefined, READ, get, canSwitch);
    // Nobody has listed the properties yet: who does so later finds this one, or sees that it is missing.
    const keys = kind === 'write' ? cells.parts.get(KEYS) : undefined;
    if (!Array.isArray(object) && !ArrayBuffer.isView(object)) return this.#access(this.#part(cells, key), kind === 'read' ? READ : WRITE, keys, CHANGE_KEYS, get, canSwitch);
    const isLength = key === 'length';
    const grows = kind === 'write' && typeof key !== 'symbol' && Array.isArray(object) && Number(key) >= object.length;
    if (isLength || grows) return this.#access(cells.whole, kind === 'read' ? WHOLE_READ : WHOLE_WRITE, undefined, READ, get, canSwitch);
    return this.#access(this.#part(cells, key), kind === 'read' ? READ : WRITE, cells.whole, kind === 'read' ? PART_READ : PART_WRITE, get, canSwitch);
  }

  #invoke(object: unknown, method: PropertyKey, pos: Pos, canSwitch: boolean, isUnused = false): boolean {
    const run = this.run;
    run.pos = pos;
    if (object === null || typeof object !== 'object') return false;
    if (this.#isProxy(object)) return canSwitch && this.#handOver(method);
    const announced = this.#announce(object, method, isUnused, canSwitch);
    if (announced !== undefined) return announced;
    const kind = containerAccess(object, method);
    if (kind === undefined) {
      if ((SHARED in object || ABOUT in object) && !isOwnMethod(object, method)) return false;
      // The method was looked up in the step that ends here.
      if (Object.hasOwn(object, method)) run.lookedUp(this.#part(this.#cells(object), method));
      return canSwitch && this.#handOver(method);
    }
    if (run.mode === 'cpython') run.current().access.mayHandOver = true;
    return this.#access(this.#cells(object).whole, kind, undefined, READ, undefined, canSwitch);
  }

  /** Announces what a primitive's method or property is about to do, if it is one that does not wait: whether to switch. Undefined if it is none. */
  #announce(object: object, member: PropertyKey, isUnused: boolean, canSwitch: boolean): boolean | undefined {
    const about = (object as { [ABOUT]?: (member: PropertyKey) => { verb: string; access: Access; resource?: Shared; canBeUnused?: boolean } | undefined })[ABOUT]?.(member);
    if (about === undefined) return undefined;
    const { run } = this;
    if (!canSwitch || run.mode === 'cooperative') return false;
    const { access } = run.current();
    access.resource = about.resource ?? (object as { [SHARED]?: Shared })[SHARED];
    access.kind = about.access;
    access.whole = undefined;
    access.verb = about.verb;
    access.isUnused = isUnused && about.canBeUnused === true;
    access.isAnnouncement = true;
    run.proposed = access;
    return true;
  }

  /** A proxy's traps would see that somebody looks. */
  #isProxy(value: unknown): boolean {
    const { proxies } = this.run;
    return proxies?.has(value as object) === true;
  }

  /** What `object` stands for in the end. */
  #target(object: object): object {
    let target = object;
    for (let next = this.run.proxies?.get(target); next !== undefined; next = this.run.proxies?.get(target)) target = next;
    return target;
  }

  /** Before a call of a function of the program: CPython may let another thread go there. Where any point will do, what the function does is a step. */
  #handOver(called?: unknown): boolean {
    const { run } = this;
    if (run.mode === 'cooperative') return false;
    if (run.mode === 'cpython') {
      run.proposed = new PauseOperation();
      return true;
    }
    run.proposed = this.announceCall(called);
    return true;
  }

  /** The step before a call of which nothing is known but that it comes, and what is called: a function, or the name of a method. */
  protected announceCall(called?: unknown): MemoryAccess {
    const { access } = this.run.current();
    access.resource = undefined;
    access.whole = undefined;
    access.verb = 'call';
    access.called = called;
    access.isAnnouncement = true;
    return access;
  }

  /** Whether what the course made is a step of its own, rather than something that waits. */
  protected announcesItself(callee: Function, self: unknown): boolean {
    if (this.#isProxy(callee)) return false;
    if ((callee as { readonly [ABOUT]?: unknown })[ABOUT] !== undefined) return true;
    if (self === null || typeof self !== 'object' || this.#isProxy(self)) return false;
    return (self as { readonly [ABOUT]?: (method: PropertyKey) => unknown })[ABOUT]?.(callee.name) !== undefined;
  }

  /** False for what the course or the engine made. */
  protected isOfProgram(callee: unknown, self: unknown): boolean {
    if (this.courseFunctions.has(callee) || (self !== undefined && self === this.run.promiseClass)) return false;
    return self === null || typeof self !== 'object' || this.#isProxy(self) || !(SHARED in self || ABOUT in self || PromiseObject.behind(self) !== undefined);
  }

  #cells(object: object): ObjectCells {
    const run = this.run;
    let cells = run.cellsOf?.get(object);
    if (cells === undefined) {
      const created: ObjectCells = { whole: run.shared('object', { object }), parts: new Map() };
      cells = created;
      (run.cellsOf ??= new Map()).set(object, cells);
    }
    return cells;
  }

  #part(cells: ObjectCells, key: PropertyKey): Shared {
    let part = cells.parts.get(key);
    if (part === undefined) {
      part = this.run.shared('variable', { part: { of: cells.whole, key } });
      cells.parts.set(key, part);
    }
    return part;
  }
}

/** Fields of the course's own objects: they do not change. */
const COURSE_FIELDS: ReadonlySet<PropertyKey> = new Set(['acting', 'c', 'capacity', 'channel', 'interval', 'kind', 'l', 'lock', 'maxsize', 'parent', 'parties', 'source', 'state', 'time']);

/** True for a property that the program gave to a lock, a channel and the like, or to a class of its own that extends one. */
const isAddition = (object: object, key: PropertyKey, kind: 'read' | 'write'): boolean =>
  !COURSE_FIELDS.has(key) && typeof key === 'string' && (key.startsWith('#') || Object.hasOwn(object, key) || (kind === 'write' && !(key in object)));

/** The same for a method. What the course offers is frozen. */
function isOwnMethod(object: object, method: PropertyKey): boolean {
  const holders = [object, Object.getPrototypeOf(object) as object | null];
  return holders.some((holder) => holder !== null && Object.hasOwn(holder, method) && !Object.isFrozen(holder));
}

/** Of an object with more properties, the first so many are noted when all are read. */
const MOST_PROPERTIES = 100;

/** True for what is made of properties: an object or array of the program, not a lock, a promise, a map. */
const isRecorded = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !(SHARED in value) && !(ABOUT in value) && PromiseObject.behind(value) === undefined;

function dataProperty(object: object, key: PropertyKey): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(object, key);
  return descriptor !== undefined && 'value' in descriptor ? descriptor.value : undefined;
}
