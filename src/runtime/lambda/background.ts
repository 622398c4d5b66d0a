import { Call, kernel, type Body, type TaskRef } from '#kernel';

/** Starts what the account does by itself, in a task of its own. The program goes on until it has ended. */
export function inBackground(name: string, body: () => Body<void>): TaskRef {
  const k = kernel();
  return k.spawn({ name, kind: 'invocation', onFailure: 'crash', keepsAlive: true }, new Call(() => k.run(body(), name), undefined, []));
}
