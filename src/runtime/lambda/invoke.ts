import { kernel, NOW, Operation, type Access, type Body, type Shared, type TaskRef } from '#kernel';
import { ARRIVE, ENTER_LAST } from './access.ts';
import type { ThrottleReason } from './constants.ts';
import type { Deployed } from './deployed.ts';
import { Invocation } from './invocation.ts';
import type { InvokeResult } from './result.ts';
import type { Tally } from './tally.ts';

/** Where a request comes from, if not from a caller who waits. */
export interface Origin {
  /** The same for each attempt. */
  readonly id: string;
  /** It was let in. */
  taken?(now: number): void;
}

/** A request arrives at its function: it is given an environment and starts there, or it is turned away. */
export class ArriveOperation extends Operation<Invocation | ThrottleReason> {
  readonly verb = 'invoke';
  readonly reason = 'invoke';
  readonly resource: Shared;
  readonly #fn: Deployed;
  readonly #qualifier: string;
  readonly #event: unknown;
  readonly #tallies: readonly Tally[];
  readonly #origin: Origin | undefined;

  constructor(fn: Deployed, qualifier: string, event: unknown, tallies: readonly Tally[], origin?: Origin) {
    super();
    this.#origin = origin;
    this.#fn = fn;
    this.#qualifier = qualifier;
    this.#event = event;
    this.#tallies = tallies;
    this.resource = fn.shared;
  }

  /** Where an alias is weighted, a request may go to either of its versions. */
  ways(): number {
    return this.#fn.state.versions.isSplit(this.#qualifier) ? 2 : 1;
  }

  perform(way: number): Invocation | ThrottleReason {
    const k = kernel();
    const { region, state, shared } = this.#fn;
    const answer = region.arrive(state, this.#qualifier, this.#tallies, way === 1);
    k.touch(shared, ARRIVE);
    k.did('invoke', shared, typeof answer === 'string' ? { note: `429, ${answer}` } : {});
    if (typeof answer === 'string') return answer;
    this.#origin?.taken?.(k.now());
    return new Invocation(this.#fn, answer, this.#event, this.#tallies, this.#origin?.id);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, ARRIVE);
    touch(this.#fn.region.clock, NOW);
    if (this.#fn.state.reserved === undefined) touch(this.#fn.region.pool, ENTER_LAST);
  }
}

/** Waits for the answer of an invocation. */
export class AnswerOperation extends Operation<InvokeResult<unknown>> {
  readonly verb = 'answer';
  readonly reason = 'invoke';
  readonly resource: Shared;
  readonly #invocation: Invocation;

  constructor(invocation: Invocation) {
    super();
    this.#invocation = invocation;
    this.resource = invocation.fn.shared;
  }

  ways(): number {
    return this.#invocation.result === undefined ? 0 : 1;
  }

  perform(): InvokeResult<unknown> {
    const { answeredAt, result } = this.#invocation;
    if (result === undefined) throw new Error('[internal] an answer that is not there');
    const k = kernel();
    k.acquire(answeredAt);
    k.did('answer', this.resource, { note: result.functionError === undefined ? '200' : '200, function error' });
    return result;
  }

  // The stamp alone orders it: nobody can change an answer.
  intend(): void {}

  override waitsFor(): TaskRef {
    return this.#invocation.task;
  }
}

/** One synchronous request, from the caller's side. */
export function* request(fn: Deployed, qualifier: string, event: unknown, origin?: Origin): Body<InvokeResult<unknown>> {
  const arrived = (yield new ArriveOperation(fn, qualifier, event, [fn.tally], origin)) as Invocation | ThrottleReason;
  if (typeof arrived === 'string') return { status: 429, reason: arrived };
  return (yield new AnswerOperation(arrived)) as InvokeResult<unknown>;
}
