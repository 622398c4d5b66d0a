import { errorName, freezeClasses } from '#base';
import type { Place, ResourceKind } from '#trace';

/** Key under which a primitive carries its `Shared`. Not for learners. */
export const SHARED: unique symbol = Symbol('shared');

/** Key that is in an object of which each task sees properties of its own, which no other does. */
export const PER_TASK: unique symbol = Symbol('per task');

/**
 * What a primitive calls before a synchronous method that other tasks could notice (`unlock`, `done`, `close`), so that async code can
 * let others go first: returns what the method is about to do, or undefined if nobody can tell.
 */
export const ABOUT: unique symbol = Symbol('about');

/**
 * `fn` as a function that other tasks could notice, under the name `verb`. It is marked as pure where it is called: a statement that changed the
 * function afterwards would keep it, and all that it uses, in the bundle of everybody who imports something else.
 */
export function told<F extends (...args: never[]) => unknown>(verb: string, fn: F): F {
  return Object.defineProperty(fn, ABOUT, { value: verb });
}

/** What a resource is part of: a property of an object. Its name is made of the object's when somebody asks for it. */
export interface Part {
  readonly of: Shared;
  readonly key: PropertyKey;
}

/** A resource as the kernel sees it: an identity, a name, and where it was made. */
export class Shared {
  readonly id: number;
  readonly kind: ResourceKind;
  readonly capacity: number | undefined;
  readonly made: Place | undefined;
  readonly #part: Part | undefined;
  /** The object that it stands for, to be named after its class if it has no name. */
  readonly #object: object | undefined;
  /** The bubble of the task that made it. */
  bubble: object | undefined = undefined;
  #name: string | undefined;

  constructor(id: number, kind: ResourceKind, { name, capacity, part, object }: SharedOptions = {}, made?: Place) {
    this.id = id;
    this.kind = kind;
    this.capacity = capacity;
    this.made = made;
    this.#part = part;
    this.#object = object;
    this.#name = name;
  }

  get name(): string {
    return this.#named(String(this.id));
  }

  /** The name, the same in every run: what has no name of its own has no number either. */
  get steadyName(): string {
    return this.#named('');
  }

  /** Names the resource after the variable or field that first holds it. Later names are ignored. */
  label(name: string): void {
    this.#name ??= name;
  }

  #named(number: string): string {
    if (this.#name !== undefined) return this.#name;
    if (this.#part !== undefined) return partName(this.#part.of.#named(number && String(this.#part.of.id)), this.#part.key);
    return this.kind === 'promise' ? 'a promise' : `${(this.#object && className(this.#object)) ?? this.kind}${number}`;
  }
}

export interface SharedOptions {
  readonly name?: string | undefined;
  readonly capacity?: number | undefined;
  readonly part?: Part | undefined;
  readonly object?: object | undefined;
}

const partName = (owner: string, key: PropertyKey): string => (typeof key !== 'symbol' && /^\d+$/.test(String(key)) ? `${owner}[${key}]` : `${owner}.${String(key)}`);

/** The class of which `object` is. Asks nothing of the program. */
function className(object: object): string | undefined {
  if (Array.isArray(object)) return 'array';
  if (object instanceof Error) return errorName(object);
  const prototype: unknown = Object.getPrototypeOf(object);
  const made = prototype === null ? undefined : dataOf(prototype as object, 'constructor');
  const name = typeof made === 'function' ? dataOf(made, 'name') : undefined;
  if (typeof name !== 'string' || name === '' || name === 'Object') return undefined;
  return object instanceof Map || object instanceof Set ? name.toLowerCase() : name;
}

const dataOf = (object: object, key: string): unknown => Object.getOwnPropertyDescriptor(object, key)?.value;

// A program that looks for it finds objects of it.
freezeClasses(Shared);
