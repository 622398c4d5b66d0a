/**
 * moby_21233 · Channel
 * Each watcher of a transfer may write a progress update before it looks for its release, and the test that releases them one after
 * the other waits until each has ended. The consumer of updates may give up early. Then the first watcher waits to send, the test
 * for the watcher, and the next watcher for the test. Updates may be dropped: whether one is written is a choice between two
 * ready cases.
 * @expects leak chan receive, chan send, select
 * @expects leak chan receive, chan send, chan send
 * @expects leak chan receive
 * @oracle flaky
 * @rate 100
 */
import { chan, close, go, select, type Chan } from 'happens-before/go';

const LAYERS = ['layer 1', 'layer 2'];

const always = chan<never>();
close(always);

/** True or false: both cases are ready, so `select` may take either. */
function byChance() {
  return select(
    always.onReceive(() => true),
    always.onReceive(() => false),
  );
}

class Watcher {
  readonly #signal = chan<void>();
  readonly #released = chan<void>();
  readonly #running = chan<void>();

  constructor(layer: string, progress: Chan<string>) {
    go('watcher', async () => {
      for (let released = false; ;) {
        if (await byChance()) await progress.send(layer);
        if (released) break;
        released = await select(
          this.#signal.onReceive(() => false),
          this.#released.onReceive(() => true),
        );
      }
      close(this.#running);
    });
  }

  async release() {
    close(this.#released);
    await this.#running.receive();
  }
}

go('test', async () => {
  const progress = chan<string>();
  const progressDone = chan<void>();
  go('consumer', async () => {
    for await (const _layer of progress) {
      if (await byChance()) return; // the test is given up, and nobody drains what comes later
    }
    close(progressDone);
  });

  const watchers = LAYERS.map((layer) => new Watcher(layer, progress));
  for (const watcher of watchers) await watcher.release();
  close(progress);
  await progressDone.receive();
});
