import type { Access, Mark, Shared, Stamp } from '#kernel';

const HERE: Mark = { task: 0, tasks: 0 };

/** What primitives say for a trace and a search, where there is neither: nobody writes it down, and everything that is asked is as it happened. */
export abstract class Untraced {
  touch(_resource: Shared, _access: Access): void {}

  signalled(): void {}

  did(): void {}

  shown(): string {
    return '';
  }

  release(): Stamp | undefined {
    return undefined;
  }

  acquire(): void {}

  mark(): Mark {
    return HERE;
  }

  isAfter(): boolean {
    return true;
  }

  takeUnused(): boolean {
    return false;
  }

  /** There is no trace to put it into. */
  measured(): void {}
}
