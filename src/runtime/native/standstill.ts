import type { Operation } from '#kernel';
import type { Standstill } from '#runtime/synctest/errors';
import type { Waiting } from './waiting.ts';

/** What is noted of each operation that begins to wait, for whoever wants to know. Two stacks, as the newest calls are the library's own. */
export class Watch {
  readonly #waiting = new Map<Waiting, string | undefined>();

  began(waiting: Waiting): void {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 30;
    this.#waiting.set(waiting, new Error().stack);
    Error.stackTraceLimit = stackTraceLimit;
  }

  ended(waiting: Waiting): void {
    this.#waiting.delete(waiting);
  }

  standstill(): readonly Standstill[] {
    return [...this.#waiting].map(([{ operation, task }, stack]) => ({ reason: operation.reason, task: task.name, place: placeIn(stack) }));
  }

  operations(): readonly Operation<unknown>[] {
    return [...this.#waiting.keys()].map(({ operation }) => operation);
  }
}

/** The first line of a stack that is not of this library, nor of what runs the tests. */
function placeIn(stack: string | undefined): string | undefined {
  const line = stack?.split('\n').slice(1).find((one) => !/[\\/](runtime[\\/](native|go|threading|kernel)[\\/](?!.*\.test\.)|happens-before[\\/])|node:|<anonymous>/.test(one));
  return line?.trim();
}
