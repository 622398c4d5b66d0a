import { ABOUT, kernel, SHARED, type Access, type Shared } from '#kernel';
import { CONFIGURE, RESIZE } from './access.ts';
import { LATEST } from './constants.ts';
import type { Deployed } from './deployed.ts';
import { FunctionState } from './function-state.ts';
import { request } from './invoke.ts';
import type { Metrics } from './metrics.ts';
import { checkSettings, type FactoryOptions, type FunctionOptions } from './options.ts';
import type { Region } from './region.ts';
import type { InvokeResult } from './result.ts';
import { Tally } from './tally.ts';

export interface InvokeOptions {
  /** The version or alias. By default the function's alias, as for an event source that points to it, or else `$LATEST`. */
  readonly qualifier?: string;
}

/** A Lambda function. `account.function(…)` makes one. */
export class LambdaFunction<E = unknown, R = unknown> {
  /** @internal */
  readonly [SHARED]: Shared;
  /** @internal */
  readonly deployed: Deployed;

  /** @internal */
  constructor(region: Region, options: FunctionOptions<E, R> | FactoryOptions<E, R>) {
    checkSettings(options);
    const state = new FunctionState(region.ledger, options);
    this[SHARED] = kernel().shared('other', { name: options.name });
    this.deployed = { region, state, settings: options, handler: options.handler as Deployed['handler'], shared: this[SHARED], tally: new Tally() };
  }

  get name(): string {
    return this.deployed.state.name;
  }

  /**
   * Sends `event` and waits for the answer. A request that finds no room is turned away at once: nobody waits in a queue, and the
   * model, unlike an SDK, does not try again.
   *
   * Order: what an invocation did happens before the caller goes on, and before the next invocation in the same environment.
   *
   * @throws LambdaError ResourceNotFoundException if there is no such alias.
   *
   * @example
   * const answer = await checkout.invoke({ order: 7 });
   * if (answer.status === 429) console.log(answer.reason);
   */
  invoke(event?: E, options: InvokeOptions = {}): Promise<InvokeResult<R>> {
    return kernel().run(request(this.deployed, qualifierOf(this.deployed, options), event), 'request-1') as Promise<InvokeResult<R>>;
  }

  /**
   * Sets reserved concurrency, from now on; `undefined` takes it away. What runs goes on. Does not wait.
   *
   * @throws LambdaError InvalidParameterValueException if fewer than 100 units would be left for other functions.
   */
  reserve(count: number | undefined): void {
    this.#configure(() => this.deployed.state.reserve(count));
  }

  /**
   * Sets provisioned concurrency of `qualifier`. The environments are ready at once, where AWS takes a minute or more. Does not wait.
   *
   * @throws LambdaError InvalidParameterValueException for `$LATEST`, for more than is reserved, or for more than the account has left.
   */
  provision(qualifier: string, count: number): void {
    this.#configure(() => this.deployed.state.provision(qualifier, count));
  }

  /** What was measured since the function was made. */
  metrics(): Metrics {
    this.deployed.region.now();
    kernel().touch(this[SHARED], CONFIGURE);
    return this.deployed.tally.metrics();
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'reserve' || method === 'provision' || method === 'metrics' ? { verb: method, access: CONFIGURE } : undefined;
  }

  #configure(change: () => void): void {
    const { region } = this.deployed;
    region.now();
    kernel().touch(this[SHARED], CONFIGURE);
    kernel().touch(region.pool, RESIZE);
    change();
    kernel().did('configure', this[SHARED]);
  }
}

/** Where a request goes. @throws LambdaError ResourceNotFoundException */
export function qualifierOf({ state }: Deployed, { qualifier = state.alias ?? LATEST }: InvokeOptions): string {
  state.checkQualifier(qualifier);
  return qualifier;
}
