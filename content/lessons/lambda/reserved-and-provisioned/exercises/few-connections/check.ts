import { check } from 'happens-before/check';
import { Mutex } from 'happens-before/go';
import { Account, sleep } from 'happens-before/lambda';
import type * as Answer from './solution';

/** A database, seen from its own side. */
class Books {
  readonly connections: number;
  readonly #door = new Mutex();
  #open = 0;
  #refused = 0;
  #full = false;
  readonly #saved: string[] = [];

  constructor(connections: number) {
    this.connections = connections;
  }

  async save(order: string) {
    await this.#door.lock();
    const isIn = this.#enter();
    this.#door.unlock();
    if (!isIn) throw new Error('too many connections');
    await sleep(420);
    await this.#door.lock();
    this.#leave(order);
    this.#door.unlock();
    return order;
  }

  #enter() {
    if (this.#open === this.connections) {
      this.#refused += 1;
      return false;
    }
    this.#open += 1;
    if (this.#open === this.connections) this.#full = true;
    return true;
  }

  #leave(order: string) {
    this.#open -= 1;
    this.#saved.push(order);
  }

  /** What went wrong, if `orders` were sent. */
  problems(orders: readonly string[]) {
    const saved = this.#saved;
    return [
      this.#refused > 0 && 'refused',
      orders.some((order) => !saved.includes(order)) && 'lost',
      saved.length > new Set(saved).size && 'saved twice',
      !this.#full && 'never full',
    ].filter((problem) => problem !== false);
  }
}

/** Sends all orders at once, and says what went wrong. */
async function rush(
  { deploy, submit }: typeof Answer,
  connections: number,
  orders: readonly string[],
) {
  const db = new Books(connections);
  const store = deploy(new Account(), db);
  const sent = orders.map((order) => submit(store, order));
  await Promise.all(sent);
  const isSlow = store.metrics().Duration.max > 420;
  return [...db.problems(orders), isSlow && 'waits inside'].filter(
    (problem) => problem !== false,
  );
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'three orders, two connections',
      play: (answer) => rush(answer, 2, ['tea', 'jam', 'salt']),
      expect: [],
      timers: 'patient',
      maxRuns: 200,
    },
    {
      name: 'two orders, one connection',
      play: (answer) => rush(answer, 1, ['tea', 'jam']),
      expect: [],
      timers: 'patient',
      maxRuns: 200,
    },
  ],
  mistakes: {
    'counts-outside': {
      verdict: 'wrong-result',
      code: /^(let|const) \w+( = |: number)(0|new |chan)/m,
      say: 'Nothing outside of the handlers is shared: on AWS every environment has its own copy of this file, and so its own count. Only the platform knows how many of them run. (And whoever waits inside of a handler pays for the wait.)',
    },
    'counts-per-environment': {
      verdict: 'wrong-result',
      got: ['refused', 'lost'],
      code: /handler: \(\) => \{\s*let /,
      say: 'Each environment counts to one: it has a count of its own, and serves one order at a time. Three orders at once are three environments and three counts. Who can count environments?',
    },
    'provisioned-as-a-ceiling': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*reserved)[\s\S]*provisioned/,
      say: 'So many are warm now, and the next order spills over into one more environment, cold and with a connection of its own. Provisioned concurrency is no ceiling. What is?',
    },
    'reserves-two': {
      verdict: 'wrong-result',
      scene: 'two orders, one connection',
      say: 'Right for a database with two connections. This one has fewer: step through the scene with one.',
    },
    'retries-the-refusals': {
      verdict: 'wrong-result',
      got: ['refused'],
      say: 'Every order is saved in the end, after the database was overrun and had to refuse some. The ceiling belongs in front of it.',
    },
    'retries-inside': {
      verdict: 'wrong-result',
      got: ['refused', 'waits inside'],
      say: 'Every order is saved in the end. On the way the database had to refuse some, and the handlers slept between their attempts: sleeping in a handler costs as much as working. Keep the third order out until there is room for it.',
    },
    'one-at-a-time': {
      verdict: 'wrong-result',
      got: ['never full'],
      say: 'Safe, and slower than it has to be: the database never has as many orders at once as it could take.',
    },
    'reserves-and-gives-up': {
      verdict: 'wrong-result',
      got: ['lost'],
      say: 'The database is safe. An order that comes while all are busy gets 429, at once, and nobody sends it again. Lambda does not keep it for later: who can?',
    },
    'passes-the-error-on': {
      verdict: 'error',
      message: /LimitExceeded/,
      say: 'A 429 says “not now”. Here it ends everything, and the order is lost. What would a patient caller do?',
    },
    'no-ceiling': {
      verdict: 'wrong-result',
      got: ['refused', 'lost'],
      say: 'The function takes as many orders at once as come, and opens a connection for each. (An order that the database refuses comes back with status 200 and a functionError, so it is not sent again either.)',
    },
  },
});
