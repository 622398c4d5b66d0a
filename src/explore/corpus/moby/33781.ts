/**
 * moby_33781 · Chan+ctx
 * A health monitor starts a probe and waits for its result, its time limit or its own stop. If it is stopped, nobody takes the result
 * of the probe that is under way. Here it probes twice, and then only waits for the stop.
 * @expects leak chan send
 * @oracle flaky
 * @rate 25
 */
import { after, chan, close, context, go, select, sleep, type Chan } from 'happens-before/go';

const PROBES = 2;
const INTERVAL = 50;
const TIME_LIMIT = 50;

/** True if the monitor was stopped meanwhile. */
async function probe(stop: Chan<void>): Promise<boolean> {
  const results = chan<string>();
  const [ctx, cancel] = context.withTimeout(context.background(), TIME_LIMIT);
  go('probe', async () => {
    await results.send('healthy');
    close(results);
  });
  const stopped = await select(
    stop.onReceive(() => true), // without taking the result
    results.onReceive(() => false),
    ctx.done().onReceive(async () => {
      await results.receive();
      return false;
    }),
  );
  cancel();
  return stopped;
}

async function monitor(stop: Chan<void>) {
  for (let round = 1; round <= PROBES; round++) {
    const stopped = await select(
      stop.onReceive(() => true),
      after(INTERVAL).onReceive(() => probe(stop)),
    );
    if (stopped) return;
  }
  await stop.receive();
}

const stop = chan<void>();
go(monitor, stop);
go('stopper', async () => {
  await sleep(INTERVAL);
  await stop.send();
});
