/**
 * kubernetes_81148 · Data race
 * A test adds a pod to the queue under the queue's lock, and then sets back the pod's time without it, to make the pod look old. The
 * queue's own flush goes through the pods and reads that time.
 * @expects race pod.addedAt
 * @oracle none
 * @rate unknown
 */
import { go, Mutex } from 'happens-before/go';

interface Pod {
  readonly name: string;
  addedAt: number;
}

const MAX_WAIT = 60;

class PriorityQueue {
  readonly mutex = new Mutex();
  readonly unschedulable = new Map<string, Pod>();

  run(): void {
    go('flush', async () => {
      await this.flushLeftover(100);
    });
  }

  async add(pod: Pod): Promise<void> {
    await this.mutex.lock();
    this.unschedulable.set(pod.name, pod);
    this.mutex.unlock();
  }

  async flushLeftover(now: number): Promise<void> {
    await this.mutex.lock();
    for (const waiting of this.unschedulable.values()) {
      if (now - waiting.addedAt > MAX_WAIT) console.log('try again:', waiting.name);
    }
    this.mutex.unlock();
  }
}

const queue = new PriorityQueue();
queue.run();
const pod: Pod = { name: 'pod', addedAt: 100 };
await queue.add(pod);
pod.addedAt -= 2 * MAX_WAIT;
