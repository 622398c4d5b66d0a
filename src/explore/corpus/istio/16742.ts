/**
 * istio_16742 · Data race
 * An update clears the labels of every connected proxy. It holds the lock of the list of connections for reading, which is enough to
 * go through the list and not enough to write to what hangs on it: the proxy's own stream reads its labels just then.
 * @expects race proxy.labels
 * @oracle none
 * @rate unknown
 */
import { RWMutex, WaitGroup } from 'happens-before/go';

class Proxy {
  labels: readonly string[] = ['app=shop'];
}

class DiscoveryServer {
  readonly mutex = new RWMutex();
  readonly clients = new Map<string, Proxy>();

  /** Serves one proxy: adds it to the list, then sends it the routes for its labels. */
  async stream(name: string): Promise<void> {
    const proxy = new Proxy();
    await this.mutex.lock();
    this.clients.set(name, proxy);
    this.mutex.unlock();
    await this.pushRoutes(proxy);
  }

  async pushRoutes(proxy: Proxy): Promise<void> {
    console.log('routes for', proxy.labels.join(' '));
  }

  async workloadUpdate(): Promise<void> {
    await this.mutex.rLock();
    for (const proxy of this.clients.values()) proxy.labels = [];
    this.mutex.rUnlock();
  }
}

const server = new DiscoveryServer();
const tasks = new WaitGroup();
tasks.go(async () => {
  await server.stream('proxy 1');
});
tasks.go(async () => {
  await server.workloadUpdate();
});
await tasks.wait();
