/**
 * moby_28462 · Chan+lock
 * Stopping a container's health monitor sends it a message with the container's lock held. The monitor may be on its way to lock
 * the container for the result of a probe. Here it probes twice at most, and then only waits for the message.
 * @expects leak chan send, sync.Mutex.Lock
 * @oracle flaky
 * @rate 69
 */
import { chan, go, Mutex, otherwise, select } from 'happens-before/go';

const PROBES = 2;

class Container {
  readonly mu = new Mutex();
  readonly stopMonitor = chan<void>();
  healthy = false;

  async handleProbeResult(healthy: boolean) {
    await this.mu.lock();
    this.healthy = healthy;
    this.mu.unlock();
  }
}

async function monitor(container: Container) {
  for (let probe = 0; probe < PROBES; probe++) {
    const stopped = await select(
      container.stopMonitor.onReceive(() => true),
      otherwise(() => false),
    );
    if (stopped) return;
    await container.handleProbeResult(true);
  }
  await container.stopMonitor.receive();
}

async function stateChanged(container: Container) {
  await container.mu.lock();
  await container.stopMonitor.send();
  container.mu.unlock();
}

const container = new Container();
go(monitor, container);
go('daemon', stateChanged, container);
