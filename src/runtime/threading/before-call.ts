import { ReadyOperation } from '#kernel';

/** It is settled that a call will be made. Others may go before its first step. */
export class BeforeCall extends ReadyOperation<void> {
  readonly verb = 'call';
  readonly reason = 'ready';
  readonly resource = undefined;
  perform(): void {}
  intend(): void {}
}
