import type { Place, ResourceKind } from '#trace';

/** Key under which a primitive carries its `Shared`. Not for learners. */
export const SHARED: unique symbol = Symbol('shared');

/**
 * What a primitive calls before a synchronous method that other tasks could notice (`unlock`, `done`, `close`), so that async code can
 * let others go first: returns what the method is about to do, or undefined if nobody can tell.
 */
export const ABOUT: unique symbol = Symbol('about');

/** A resource as the kernel sees it: an identity, a name, and where it was made. */
export class Shared {
  readonly id: number;
  readonly kind: ResourceKind;
  readonly capacity: number | undefined;
  readonly made: Place | undefined;
  #name: string | undefined;

  constructor(id: number, kind: ResourceKind, { name, capacity, made }: { name?: string | undefined; capacity?: number | undefined; made?: Place | undefined } = {}) {
    this.id = id;
    this.kind = kind;
    this.capacity = capacity;
    this.made = made;
    this.#name = name;
  }

  get name(): string {
    return this.#name ?? (this.kind === 'promise' ? 'a promise' : `${this.kind}${this.id}`);
  }

  get isNamed(): boolean {
    return this.#name !== undefined;
  }

  /** Names the resource after the variable or field that first holds it. Later names are ignored. */
  label(name: string): void {
    this.#name ??= name;
  }

  /** Gives it another name: its owner was named later than it. */
  rename(name: string): void {
    this.#name = name;
  }
}
