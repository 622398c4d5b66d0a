import type { SharedRun } from '#progress';

/** What a live element can do once its code is there. */
export interface Actions {
  /** A button with `data-do="name"` was pressed. */
  act(name: string, button: HTMLElement): void | Promise<void>;
  /** A press is likely: load what it will need. */
  warm?(): void;
  /** Makes the lanes interactive. */
  lanes?(): void | Promise<void>;
  /** Goes to a step of the lanes. */
  show?(step: number): void | Promise<void>;
  /** Puts on show what a link brought, and runs nothing. */
  receive?(run: SharedRun): void | Promise<void>;
}
