import { invariant } from '#base';
import type { Kernel } from './kernel.ts';

// The one piece of module state in the runtime: learners write `new Mutex()`, not `new Mutex(kernel)`.
let inCharge: Kernel | undefined;
let fallback: (() => Kernel) | undefined;

/** The kernel in charge of the code that is running now. */
export function kernel(): Kernel {
  if (inCharge === undefined && fallback !== undefined) inCharge = fallback();
  invariant(inCharge !== undefined, 'no kernel is in charge');
  return inCharge;
}

/** Runs `body` with `next` in charge, and puts the former one back. */
export function withKernel<R>(next: Kernel, body: () => R): R {
  const before = inCharge;
  inCharge = next;
  try {
    return body();
  } finally {
    inCharge = before;
  }
}

/** Puts `next` in charge from now on, also of what is awaited; returns the one before. For one kernel at a time in a process. */
export function takeCharge(next: Kernel | undefined): Kernel | undefined {
  const before = inCharge;
  inCharge = next;
  return before;
}

/** Says which kernel is in charge outside any model run. */
export function useByDefault(make: () => Kernel): void {
  fallback = make;
}
