/**
 * etcd_9446 · Data race
 * A read transaction is reset while a query still looks into its buffer: a map is emptied by one task and read by another, and no
 * lock is between them.
 * @expects race buckets
 * @oracle none
 * @rate unknown
 */
import { WaitGroup } from 'happens-before/go';

class ReadBuffer {
  readonly buckets = new Map<string, string>([['key', 'value']]);

  async reset(): Promise<void> {
    for (const name of this.buckets.keys()) this.buckets.delete(name);
  }

  async range(name: string): Promise<string | undefined> {
    return this.buckets.get(name);
  }
}

class ReadTransaction {
  readonly buffer = new ReadBuffer();

  reset(): Promise<void> {
    return this.buffer.reset();
  }

  /** For callers that hold the transaction's lock. Here nobody does. */
  unsafeRange(name: string): Promise<string | undefined> {
    return this.buffer.range(name);
  }
}

const transaction = new ReadTransaction();
const users = new WaitGroup();
users.go(async () => {
  await transaction.reset();
});
users.go(async () => {
  console.log('found', await transaction.unsafeRange('key'));
});
await users.wait();
