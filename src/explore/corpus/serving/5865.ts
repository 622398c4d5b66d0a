/**
 * serving_5865 · Misuse channel
 * A watcher closes its channel of destinations when it ends. The manager, which made the watcher and its channel, sends to it without
 * knowing whether the watcher still runs.
 * @expects panic send on closed channel
 * @oracle none
 * @rate unknown
 */
import { chan, go, Mutex } from 'happens-before/go';

class RevisionWatcher {
  readonly destinations = chan<string>();

  async run(): Promise<void> {
    try {
      console.log('watching');
    } finally {
      this.destinations.close();
    }
  }
}

class BackendsManager {
  readonly mutex = new Mutex();
  readonly watchers = new Map<string, RevisionWatcher>();

  async endpointsUpdated(revision: string): Promise<void> {
    const watcher = await this.watcherOf(revision);
    await watcher.destinations.send('10.0.0.1');
  }

  async watcherOf(revision: string): Promise<RevisionWatcher> {
    await this.mutex.lock();
    const watcher = this.watchers.get(revision) ?? this.start(revision);
    this.mutex.unlock();
    return watcher;
  }

  start(revision: string): RevisionWatcher {
    const watcher = new RevisionWatcher();
    this.watchers.set(revision, watcher);
    go('watcher', async () => {
      await watcher.run();
    });
    return watcher;
  }
}

await new BackendsManager().endpointsUpdated('revision 1');
