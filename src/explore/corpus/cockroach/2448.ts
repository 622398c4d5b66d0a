/**
 * cockroach_2448 · Channel
 * The event loop waits until the store takes an event. The store, at work on the event before, waits until the event loop takes its
 * callback. Each waits for the channel that the other one would read next.
 * @expects leak select, select
 * @oracle flaky
 * @rate unknown
 */
import { chan, close, go, otherwise, select } from 'happens-before/go';

const EVENTS = 2;

const stopper = chan<void>();
const events = chan<string>();
const callbacks = chan<string>();

async function commit(event: string) {
  await select(events.onSend(event), stopper.onReceive());
}

/** Takes a callback if there is one, and otherwise goes on with the log. Stops the store when every callback has come. */
async function eventLoop() {
  let applied = 0;
  let committed = 0;
  while (committed < EVENTS) {
    applied += await select(
      callbacks.onReceive(() => 1),
      otherwise(() => 0),
    );
    await commit(`entry ${++committed}`);
  }
  for (; applied < EVENTS; applied++) await callbacks.receive();
  close(stopper);
}

/** Answers each event with a callback. */
async function processRaft() {
  for (;;) {
    const event = await select(
      events.onReceive((event) => event),
      stopper.onReceive(() => undefined),
    );
    if (event === undefined) return;
    await select(callbacks.onSend(`applied ${event}`), stopper.onReceive());
  }
}

go('store', processRaft);
go(eventLoop);
