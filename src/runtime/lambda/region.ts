import { kernel, NOW, type Shared } from '#kernel';
import { Agenda } from './agenda.ts';
import { ENTER, LEAVE, TURNED_AWAY } from './access.ts';
import type { ThrottleReason } from './constants.ts';
import type { FunctionState, Grant } from './function-state.ts';
import { Ledger } from './ledger.ts';
import type { Tally } from './tally.ts';

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

  constructor(limit: number) {
    this.ledger = new Ledger(limit);
    this.clock = kernel().clock;
    this.pool = kernel().shared('other', { name: 'account' });
  }

  /** Catches up, and returns what the clock shows. */
  now(): number {
    const k = kernel();
    k.touch(this.clock, NOW);
    this.agenda.advance(k.now());
    return k.now();
  }

  /** A request arrives. */
  admit(state: FunctionState, qualifier: string, at: number, tallies: readonly Tally[]): Grant | ThrottleReason {
    const answer = state.admit(qualifier, at);
    for (const tally of tallies) {
      if (typeof answer === 'string') tally.throttled(answer);
      else tally.began(at, answer);
    }
    return answer;
  }

  /** Says to the explorer what a request did to the shared pool, if it used it. */
  touchPool(state: FunctionState, answer: Grant | ThrottleReason): void {
    if (state.reserved !== undefined) return;
    if (typeof answer === 'string') kernel().touch(this.pool, TURNED_AWAY);
    else if (!answer.environment.isProvisioned) kernel().touch(this.pool, ENTER);
  }

  leavePool(state: FunctionState, { environment }: Grant): void {
    if (state.reserved === undefined && !environment.isProvisioned) kernel().touch(this.pool, LEAVE);
  }
}
