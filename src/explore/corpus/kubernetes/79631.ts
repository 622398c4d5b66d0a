/**
 * kubernetes_79631 · Data race
 * A scheduling queue flushes its heap of pods under its lock, in a task that it starts when it is made. A test looks into the heap
 * directly, past the queue and its lock.
 * @expects race pods
 * @oracle none
 * @rate unknown
 */
import { chan, go, Mutex, select } from 'happens-before/go';

class Heap {
  readonly pods = new Map<string, number>([['pod', 1]]);

  async pop(): Promise<void> {
    for (const name of this.pods.keys()) this.pods.delete(name);
  }

  async get(name: string): Promise<number | undefined> {
    return this.pods.get(name);
  }
}

class PriorityQueue {
  readonly mutex = new Mutex();
  readonly stopped = chan<never>();
  readonly backoff = new Heap();

  run(): void {
    go('flush', async () => {
      await this.flushCompleted();
      // Once more every second, until the queue is stopped.
      await select(this.stopped.onReceive());
    });
  }

  async flushCompleted(): Promise<void> {
    await this.mutex.lock();
    await this.backoff.pop();
    this.mutex.unlock();
  }
}

const queue = new PriorityQueue();
queue.run();
console.log('backoff of the pod:', await queue.backoff.get('pod'));
queue.stopped.close();
