import { RATE_WINDOW, REQUESTS_PER_UNIT, UNRESERVED_MINIMUM } from './constants.ts';
import { invalidParameter } from './errors.ts';
import type { FunctionState } from './function-state.ts';
import { RateLimit } from './rate.ts';

/**
 * How the account's concurrency is divided.
 *
 * Invariant: what is claimed leaves at least 100 units, or nothing is claimed.
 */
export class Ledger {
  readonly limit: number;
  readonly functions: FunctionState[] = [];
  /** Requests that functions without a reservation ran on demand. */
  readonly requests = new RateLimit(RATE_WINDOW);

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Units that are left for whoever reserved nothing. */
  get unreserved(): number {
    return this.functions.reduce((left, one) => left - one.claimed, this.limit);
  }

  /** How many of these are in use. Provisioned environments are not among them. */
  unreservedBusy(): number {
    let busy = 0;
    for (const one of this.functions) if (one.reserved === undefined) busy += one.fleet.busyOnDemand;
    return busy;
  }

  /** Whether at most one more request can get into the pool now. */
  isTight(now: number): boolean {
    return this.unreserved - this.unreservedBusy() <= 1 || !this.requests.hasRoom(now, REQUESTS_PER_UNIT * this.unreserved - 1);
  }

  /** @throws LambdaError in AWS's words, if `claimed` by `who` would leave too little for the others. */
  checkRoom(who: FunctionState, claimed: number, awsMessage: string): void {
    if (claimed <= who.claimed || claimed === 0) return;
    const others = this.limit - this.unreserved - who.claimed;
    if (this.limit - others - claimed >= UNRESERVED_MINIMUM) return;
    const most = Math.max(0, this.limit - UNRESERVED_MINIMUM);
    throw invalidParameter(awsMessage, `of this account's ${this.limit} units ${most} can be claimed, and other functions have claimed ${others}.`);
  }
}
