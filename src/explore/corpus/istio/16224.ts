/**
 * istio_16224 · Chan+lock
 * A handler says that it is done with a mutex held. The test locks that mutex before it listens, so either waits for the other. If
 * the test was quick enough, it stops the monitor, which then waits for one more event that nobody sends.
 * @expects leak chan send, sync.Mutex.Lock
 * @expects leak chan receive
 * @oracle flaky
 * @rate unknown
 */
import { chan, close, go, Mutex, select, type Chan } from 'happens-before/go';

type Handler = (event: string) => Promise<void>;

class Monitor {
  readonly #handlers: Handler[] = [];
  readonly #events = chan<string>();

  onEvent(handler: Handler) {
    this.#handlers.push(handler);
  }

  async schedule(event: string) {
    await this.#events.send(event);
  }

  async run(stop: Chan<void>) {
    for (;;) {
      const event = await select(
        stop.onReceive(() => undefined),
        this.#events.onReceive((event) => event),
      );
      if (event === undefined) break;
      for (const handle of this.#handlers) await handle(event);
    }
    const [, open] = await this.#events.receiveOk(); // was it closed already?
    if (open) close(this.#events);
  }
}

go('test', async () => {
  const monitor = new Monitor();
  const mu = new Mutex();
  const handled = chan<void>();
  monitor.onEvent(async () => {
    await mu.lock();
    await handled.send();
    mu.unlock();
  });

  const stop = chan<void>();
  go('monitor', async () => {
    await monitor.run(stop);
  });
  await monitor.schedule('rule added');

  await mu.lock();
  mu.unlock();
  await handled.receive();
  close(stop);
});
