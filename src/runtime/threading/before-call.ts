import { ReadyOperation, wordsOfCall } from '#kernel';

/** It is settled that a call will be made. Others may go before its first step. */
export class BeforeCall extends ReadyOperation<void> {
  readonly verb = 'call';
  readonly reason = 'ready';
  readonly resource = undefined;
  readonly #called: unknown;

  constructor(called: unknown) {
    super();
    this.#called = called;
  }

  perform(): void {}
  intend(): void {}

  override wayWords(): string | undefined {
    return wordsOfCall(this.#called);
  }
}
