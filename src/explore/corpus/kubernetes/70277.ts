/**
 * kubernetes_70277 · Channel
 * Waiting for a condition hands a channel to the poller, by which it could be told that nobody waits any more, and closes it neither
 * when the condition holds nor when the time is over. Who waits for that channel waits for ever.
 * @expects leak chan receive
 * @oracle flaky
 * @rate unknown
 */
import { after, chan, close, go, otherwise, select, type Chan } from 'happens-before/go';

const INTERVAL = 1;
const TIME_LIMIT = 3;
const TICKS = 2;

type Wait = (done: Chan<void>) => Chan<string>;

/** Gives a tick now and then until the time is over or it is told to stop. A tick that nobody waits for is dropped. */
function poller(done: Chan<void>): Chan<string> {
  const ticks = chan<string>();
  go('poller', async () => {
    const tooLate = after(TIME_LIMIT);
    for (let tick = 1; tick <= TICKS; tick++) {
      const ended = await select(
        after(INTERVAL).onReceive(() => false),
        tooLate.onReceive(() => true),
        done.onReceive(() => true),
      );
      if (ended) break;
      await select(ticks.onSend(`tick ${tick}`), otherwise());
    }
    close(ticks);
  });
  return ticks;
}

async function waitFor(wait: Wait, condition: () => boolean) {
  const done = chan<void>(); // close(done) at the end would mend it
  for await (const _tick of wait(done)) {
    if (condition()) return true;
  }
  return condition();
}

go('test', async () => {
  let stopped = chan<void>();
  await waitFor(
    (done) => {
      stopped = done;
      return poller(done);
    },
    () => true,
  );
  await stopped.receive();
});
