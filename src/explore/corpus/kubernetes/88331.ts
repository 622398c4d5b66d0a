/**
 * kubernetes_88331 · Data race
 * A scheduling queue pops from its heap under its lock, once a second, in a task of its own. Its metrics ask for the length of the
 * heap without the lock.
 * @expects race heap.pods
 * @oracle none
 * @rate unknown
 */
import { chan, go, Mutex, select } from 'happens-before/go';

class Heap {
  pods: readonly string[] = ['first', 'second'];

  async pop(): Promise<void> {
    this.pods = this.pods.slice(1);
  }

  async size(): Promise<number> {
    return this.pods.length;
  }
}

class PriorityQueue {
  readonly mutex = new Mutex();
  readonly stopped = chan<never>();
  readonly heap = new Heap();

  run(): void {
    go('flush', async () => {
      await this.mutex.lock();
      await this.heap.pop();
      this.mutex.unlock();
      // Once more every second, until the queue is stopped.
      await select(this.stopped.onReceive());
    });
  }

  async pendingPods(): Promise<number> {
    return this.heap.size();
  }
}

const queue = new PriorityQueue();
queue.run();
console.log('pending:', await queue.pendingPods());
queue.stopped.close();
