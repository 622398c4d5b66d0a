/**
 * kubernetes_80284 · Data race
 * Each time a client is configured, the authenticator makes a dialer and remembers how to close its connections, in one field for
 * all. Two clients that are configured at once write the field, and one dialer is never closed.
 * @expects race authenticator.onRotate
 * @oracle none
 * @rate unknown
 */
import { WaitGroup } from 'happens-before/go';

class Dialer {
  readonly client: string;

  constructor(client: string) {
    this.client = client;
  }

  closeAll(): void {
    console.log('closed connections of', this.client);
  }
}

class Authenticator {
  onRotate = (): void => {};

  async updateTransport(client: string): Promise<void> {
    const dialer = new Dialer(client);
    this.onRotate = () => dialer.closeAll();
  }
}

const authenticator = new Authenticator();
const clients = new WaitGroup();
for (const client of ['a', 'b']) {
  clients.go(async () => {
    await authenticator.updateTransport(client);
  });
}
await clients.wait();
authenticator.onRotate();
