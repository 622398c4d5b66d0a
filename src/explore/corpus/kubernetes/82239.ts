/**
 * kubernetes_82239 · Data race
 * A controller takes volumes from a shared cache and copies them before it changes anything. A test changes the annotations of the
 * cached volume itself, while the controller is making its copy.
 * @expects race annotations
 * @oracle none
 * @rate unknown
 */
import { chan, go, otherwise, select, sleep } from 'happens-before/go';

class Volume {
  readonly annotations = new Map<string, string>();

  async deepCopy(): Promise<Volume> {
    const copy = new Volume();
    for (const [key, value] of this.annotations) copy.annotations.set(key, value);
    return copy;
  }
}

class VolumeController {
  readonly cached: Volume;

  constructor(cached: Volume) {
    this.cached = cached;
  }

  /** Looks after the volume once in each round, until `stop` is closed. */
  async run(stop: ReturnType<typeof chan<never>>): Promise<void> {
    for (let round = 1; round <= 2; round++) {
      const isStopped = await select(
        stop.onReceive(() => true),
        otherwise(() => false),
      );
      if (isStopped) return;
      const volume = await this.cached.deepCopy();
      console.log(`round ${round}: ${volume.annotations.size} annotations`);
    }
  }
}

const volume = new Volume();
const stop = chan<never>();
go('controller', async () => {
  await new VolumeController(volume).run(stop);
});
await sleep(1);
volume.annotations.set('bound-by', 'controller');
stop.close();
