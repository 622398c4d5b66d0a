import { kernel, ReadyOperation, type Access, type Body, type Shared } from '#kernel';
import { QUEUE } from '../access.ts';
import { ASYNC_BACK_OFF, ASYNC_LONGEST_BACK_OFF, ASYNC_RETRIES, ASYNC_RETRY_WAITS, LONGEST_CHAIN, LONGEST_EVENT_AGE, type Condition, type ThrottleReason } from '../constants.ts';
import type { Deployed } from '../deployed.ts';
import type { Invocation } from '../invocation.ts';
import { AnswerOperation, ArriveOperation } from '../invoke.ts';
import type { Answered } from '../result.ts';
import { DELIVER, type Target } from '../target.ts';
import type { QueuedEvent } from './queue.ts';
import { recordOf } from './record.ts';

/** How the last attempt of an event went, and why there is no further one. */
interface Ending {
  readonly condition: Condition;
  readonly attempts: number;
  readonly answer: Answered<unknown> | undefined;
}

/** The event leaves the function's queue for good. */
class FinishOperation extends ReadyOperation<void> {
  readonly verb = 'finish';
  readonly reason = 'invoke';
  readonly resource: Shared;
  readonly #fn: Deployed;
  readonly #note: string;
  readonly #count: () => void;

  constructor(fn: Deployed, note: string, count: () => void) {
    super();
    this.#fn = fn;
    this.#note = note;
    this.#count = count;
    this.resource = fn.shared;
  }

  perform(): void {
    kernel().touch(this.resource, QUEUE);
    this.#count();
    kernel().did('finish', this.resource, { note: this.#note });
    this.#fn.region.work.finish();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, QUEUE);
    this.#fn.region.work.intend(touch);
  }
}

/** Takes one event out of the function's queue and sees it to its end: every attempt, and what is done when there are no more. */
export function* deliver(fn: Deployed, qualifier: string, event: QueuedEvent, again: boolean): Body<void> {
  const ending = yield* attempts(fn, qualifier, event);
  // It was still waiting when it was given up.
  if (ending.condition !== 'Success' && ending.condition !== 'RetriesExhausted') fn.events.backlog.leave(look(fn), event.at, false);
  const trouble = yield* tell(fn, qualifier, event, ending);
  if (again) {
    fn.events.backlog.wait(look(fn), event.at);
    return yield* deliver(fn, qualifier, event, false);
  }
  const { condition } = ending;
  yield new FinishOperation(fn, condition, () => {
    if (condition !== 'Success' && fn.settings.onFailure === undefined && fn.settings.deadLetterQueue === undefined) fn.events.dropped++;
    fn.events.destinationFailures += trouble.destination;
    fn.events.deadLetterErrors += trouble.deadLetter;
  });
}

function* attempts(fn: Deployed, qualifier: string, event: QueuedEvent): Body<Ending> {
  const { settings, state, events } = fn;
  const retries = settings.retryAttempts ?? ASYNC_RETRIES;
  const oldest = event.at + (settings.maxEventAge ?? LONGEST_EVENT_AGE);
  let answer: Answered<unknown> | undefined;
  if (fn.region.chain >= LONGEST_CHAIN) {
    fn.events.recursive++;
    return { condition: 'RecursiveInvocation', attempts: 0, answer };
  }
  for (let failures = 0, throttles = 0; ; ) {
    const arrived = (yield new ArriveOperation(fn, qualifier, event.payload, event.tallies, { id: event.id, taken: (now) => taken(fn, event, now) })) as Invocation | ThrottleReason;
    if (typeof arrived === 'string') {
      // Who has switched the function off does not want its events to wait.
      if (state.reserved === 0) return { condition: 'ZeroReservedConcurrency', attempts: failures, answer };
      if (!(yield* waitFor(Math.min(ASYNC_BACK_OFF * 2 ** throttles++, ASYNC_LONGEST_BACK_OFF), oldest))) return { condition: 'EventAgeExceeded', attempts: failures, answer };
      continue;
    }
    answer = (yield new AnswerOperation(arrived)) as Answered<unknown>;
    events.backlog.land(look(fn));
    if (answer.functionError === undefined) return { condition: 'Success', attempts: failures + 1, answer };
    if (failures++ >= retries) return { condition: 'RetriesExhausted', attempts: failures, answer };
    events.backlog.wait(look(fn), event.at);
    if (!(yield* waitFor(ASYNC_RETRY_WAITS[failures - 1] as number, oldest))) return { condition: 'EventAgeExceeded', attempts: failures, answer };
  }
}

/** The time, in a step that the figures of the function's queue depend on. */
function look(fn: Deployed): number {
  kernel().touch(fn.shared, QUEUE);
  return fn.region.now();
}

/** A function has taken the event out of its queue. */
function taken({ events }: Deployed, event: QueuedEvent, now: number): void {
  events.backlog.leave(now, event.at, true);
  events.ages.push(now - event.at);
}

/** Waits `ms`, or until `end`, and says whether `end` is still to come. */
function* waitFor(ms: number, end: number): Body<boolean> {
  const k = kernel();
  const left = end - k.now();
  yield* k.sleep(Math.min(ms, left));
  return ms < left;
}

/** Sends the record, and the event itself, to where they are wanted. Counts what could not be sent. */
function* tell(fn: Deployed, qualifier: string, event: QueuedEvent, { condition, attempts, answer }: Ending): Body<{ destination: number; deadLetter: number }> {
  const { onSuccess, onFailure, deadLetterQueue } = fn.settings;
  const send = function* (target: Target | undefined, payload: () => unknown): Body<number> {
    return target !== undefined && (yield* target[DELIVER](payload())) !== undefined ? 1 : 0;
  };
  const record = () => recordOf(fn.target, qualifier, event, condition, attempts, answer, look(fn));
  if (condition === 'Success') return { destination: yield* send(onSuccess, record), deadLetter: 0 };
  return { destination: yield* send(onFailure, record), deadLetter: yield* send(deadLetterQueue, () => event.payload) };
}
