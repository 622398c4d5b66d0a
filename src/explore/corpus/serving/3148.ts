/**
 * serving_3148 · Data race
 * A fake client goes through its chain of reactors for each call. A test puts a reactor in front of the chain after it has started
 * the controller whose calls go through it.
 * @expects race client.reactors
 * @oracle none
 * @rate unknown
 */
import { WaitGroup } from 'happens-before/go';

type Reactor = (action: string) => boolean;

class FakeClient {
  reactors: readonly Reactor[] = [];

  async create(kind: string): Promise<void> {
    for (const reactor of this.reactors) if (reactor(`create ${kind}`)) return;
    console.log('nobody reacted to', kind);
  }

  async prependReactor(reactor: Reactor): Promise<void> {
    this.reactors = [reactor, ...this.reactors];
  }
}

class Controller {
  readonly client: FakeClient;

  constructor(client: FakeClient) {
    this.client = client;
  }

  async run(workers: number): Promise<void> {
    const group = new WaitGroup();
    for (let i = 0; i < workers; i++) {
      group.go(async () => {
        await this.client.create('autoscaler');
      });
    }
    await group.wait();
  }
}

const client = new FakeClient();
const controllers = new WaitGroup();
controllers.go(async () => {
  await new Controller(client).run(1);
});
await client.prependReactor(() => true);
await controllers.wait();
