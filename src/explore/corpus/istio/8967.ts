/**
 * istio_8967 · Misuse channel
 * To stop a source, its channel is closed and its field then cleared. The source's task reads the field again for each wait: if it
 * comes late it finds no channel there, and waits for ever.
 * @expects race source.done
 * @expects leak select
 * @oracle none
 * @rate unknown
 */
import { chan, go, select, sleep } from 'happens-before/go';

class FileSource {
  done = chan<never>();

  start(): void {
    go('watcher', async () => {
      await select(this.done.onReceive());
    });
  }

  async stop(): Promise<void> {
    this.done.close();
    // Go's nil, on which a receive blocks for ever. So does a channel that nobody else has.
    this.done = chan<never>();
  }
}

const source = new FileSource();
source.start();
await source.stop();
await sleep(5);
