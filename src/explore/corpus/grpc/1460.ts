/**
 * grpc_1460 · Chan+lock
 * While there is no stream, keepalive waits to be woken, and holds the client's mutex while it waits. The first stream, which would
 * wake it, locks the mutex first.
 * @expects leak chan receive, sync.Mutex.Lock
 * @oracle flaky
 * @rate 100
 */
import { chan, go, Mutex, otherwise, select } from 'happens-before/go';

class Http2Client {
  readonly #mu = new Mutex();
  readonly #wakeKeepalive = chan<void>();
  readonly #streams: string[] = [];

  async keepalive() {
    await this.#mu.lock();
    if (this.#streams.length === 0) await this.#wakeKeepalive.receive();
    this.#mu.unlock();
  }

  async newStream(method: string) {
    await this.#mu.lock();
    this.#streams.push(method);
    if (this.#streams.length === 1) await select(this.#wakeKeepalive.onSend(undefined), otherwise());
    this.#mu.unlock();
  }
}

const client = new Http2Client();
go('keepalive', async () => {
  await client.keepalive();
});
go('caller', async () => {
  await client.newStream('/search');
});
