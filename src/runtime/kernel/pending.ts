import { PRINTED } from '#base';
import { kernel } from './ambient.ts';
import { LazyBody } from './lazy-body.ts';
import type { Operation } from './operation.ts';
import { promiseClassOf } from './promise-class.ts';
import type { Run } from './run.ts';

type Loose = Operation<unknown> | LazyBody;

/**
 * What the program holds of an operation that it called and has not awaited: to the program, a promise. Nothing of the kernel can be reached
 * from it, so what a run has printed, who holds what and who goes next are out of the program's hands.
 */
export class Pending {
  readonly #of: Loose;

  constructor(of: Loose) {
    this.#of = of;
  }

  /** What `value` stands for, if it is one. */
  static behind(value: unknown): Loose | undefined {
    return typeof value === 'object' && value !== null && #of in value ? value.#of : undefined;
  }

  then(done?: unknown, failed?: unknown): unknown {
    return promiseOf(this.#of).then(done, failed);
  }

  catch(failed?: unknown): unknown {
    return promiseOf(this.#of).catch(failed);
  }

  finally(last?: unknown): unknown {
    return promiseOf(this.#of).finally(last);
  }

  [PRINTED](): string {
    return 'Promise { <pending> }';
  }
}

Object.defineProperty(Pending.prototype, Symbol.toStringTag, { value: 'Promise', configurable: true });
Object.defineProperty(Pending.prototype, 'constructor', { get: () => promiseClassOf(kernel() as unknown as Run), configurable: true });

interface Thenable {
  then(done?: unknown, failed?: unknown): unknown;
  catch(failed?: unknown): unknown;
  finally(last?: unknown): unknown;
}

/** The promise of it: made once, when somebody asks. */
const promiseOf = (loose: Loose): Thenable => (loose instanceof LazyBody ? loose.start() : (kernel().promised(loose) as unknown as Thenable));
