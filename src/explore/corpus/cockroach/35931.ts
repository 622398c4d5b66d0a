/**
 * cockroach_35931 · Channel
 * Cancelling a flow writes an error to each of its incoming streams in turn. The first one is full and nobody reads it, so the
 * flow's cancellation never comes to the second.
 * @expects leak chan send
 * @oracle deterministic
 * @rate unknown
 */
import { chan, go, Mutex } from 'happens-before/go';

class RowChannel {
  readonly rows = chan<string>(1);

  async push(row: string) {
    await this.rows.send(row);
  }
}

class FlowRegistry {
  readonly mu = new Mutex();
  readonly streams = new Map<string, RowChannel[]>();

  async cancelPendingStreams(flow: string) {
    await this.mu.lock();
    const pending = this.streams.get(flow) ?? [];
    this.streams.delete(flow);
    this.mu.unlock();
    return pending;
  }
}

async function cancel(flow: string, registry: FlowRegistry) {
  const pending = await registry.cancelPendingStreams(flow);
  for (const stream of pending) await stream.push('the query was cancelled');
}

go('gateway', async () => {
  const registry = new FlowRegistry();
  const [left, right] = [new RowChannel(), new RowChannel()];
  registry.streams.set('join', [left, right]);

  await left.push('a row that nobody has read yet');
  await cancel('join', registry);
});
