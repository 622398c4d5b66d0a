import { kernel, NOW, type Shared, type TaskRef } from '#kernel';
import { Agenda } from './agenda.ts';
import { Chances } from './chances.ts';
import { ENTER, ENTER_LAST, LEAVE, TURNED_AWAY } from './access.ts';
import type { ThrottleReason } from './constants.ts';
import type { FunctionState, Grant } from './function-state.ts';
import { Ledger } from './ledger.ts';
import type { Tally } from './tally.ts';
import { Work } from './work.ts';

/**
 * The account as its functions see it: who may run, and what is to happen by itself.
 *
 * Invocations that only take time are no tasks. They are entries of the agenda, and whoever asks the account for something first lets
 * it do all that is due by then. Nobody can tell this from their happening on time, and a load of a million costs a handful of steps.
 */
export class Region {
  readonly ledger: Ledger;
  readonly agenda = new Agenda();
  /** The pool that functions without a reservation share. */
  readonly pool: Shared;
  /** For operations to name: the explorer asks what they intend when no kernel is in charge. */
  readonly clock: Shared;
  /** What the account has taken over and not finished. */
  readonly work: Work;
  readonly chances: Chances;
  /** How many invocations led to what each task does, where it is known. */
  readonly #chains = new Map<number, number>();
  /** How much each task has sent. */
  readonly #sent = new Map<number, number>();

  constructor({ concurrency, duplicates }: { readonly concurrency: number; readonly duplicates: number }) {
    this.ledger = new Ledger(concurrency);
    this.clock = kernel().clock;
    this.pool = kernel().shared('other', { name: 'account' });
    this.work = new Work();
    this.chances = new Chances(duplicates);
  }

  /** Catches up, and returns what the clock shows. */
  now(): number {
    const k = kernel();
    k.touch(this.clock, NOW);
    this.agenda.advance(k.now());
    return k.now();
  }

  /** How many invocations, one leading to the next, led to what the current task does. */
  get chain(): number {
    return this.#chains.get(kernel().current().id) ?? 0;
  }

  /** `task` goes on with what `chain` invocations led to. */
  follow({ id }: TaskRef, chain: number): void {
    if (chain > 0) this.#chains.set(id, chain);
  }

  /** A new id for something that the current task sends. What other tasks send meanwhile does not change it. */
  requestId(): string {
    const { id, name } = kernel().current();
    const n = (this.#sent.get(id) ?? 0) + 1;
    this.#sent.set(id, n);
    return `${name}-${n}`;
  }

  /** A request arrives at `at`. */
  admit(state: FunctionState, qualifier: string, at: number, tallies: readonly Tally[], other = false): Grant | ThrottleReason {
    const answer = state.admit(qualifier, at, other);
    for (const tally of tallies) {
      if (typeof answer === 'string') tally.throttled(at, answer);
      else tally.began(at, answer);
    }
    return answer;
  }

  /** The same, now, in a step of its own: says what it did to the shared pool, if it used it. `other`: the other way of a weighted alias. */
  arrive(state: FunctionState, qualifier: string, tallies: readonly Tally[], other: boolean): Grant | ThrottleReason {
    const now = this.now();
    const isTight = this.ledger.isTight(now);
    const answer = this.admit(state, qualifier, now, tallies, other);
    if (state.reserved !== undefined) return answer;
    if (typeof answer === 'string') kernel().touch(this.pool, TURNED_AWAY);
    else if (!answer.environment.isProvisioned) kernel().touch(this.pool, isTight ? ENTER_LAST : ENTER);
    return answer;
  }

  /** Says that a request has left the shared pool, if it was there. */
  leave(state: FunctionState, { environment }: Grant): void {
    if (state.reserved === undefined && !environment.isProvisioned) kernel().touch(this.pool, LEAVE);
  }
}
