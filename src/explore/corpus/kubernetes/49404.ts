/**
 * kubernetes_49404 · Data race
 * A test of a proxy lets its backend note, in a plain variable, that it was called, and looks at the variable at its end. Each request
 * is served in a task of its own, which nobody waits for.
 * @expects race called
 * @oracle none
 * @rate unknown
 */
import { go, sleep, WaitGroup } from 'happens-before/go';

type Handler = () => Promise<void>;

class BackendServer {
  readonly handler: Handler;
  readonly accepting = new WaitGroup();

  constructor(handler: Handler) {
    this.handler = handler;
  }

  start(): void {
    this.accepting.go(async () => {
      go('connection', async () => {
        await this.handler();
      });
    });
  }

  /** Waits for those who accept connections, not for the connections. */
  async close(): Promise<void> {
    await this.accepting.wait();
  }
}

let called = false;

const backend = new BackendServer(async () => {
  called = true;
});
backend.start();
await backend.close();
console.log(called ? 'backend was called' : 'backend was not called');
await sleep(10);
