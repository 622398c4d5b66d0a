/**
 * etcd_7492 · Chan+lock
 * A new token is handed to its keeper with the lock of all tokens held. When the keeper's time has come to sweep old tokens, it
 * deletes each under that lock, and takes no new ones meanwhile. Here it sweeps once.
 * @expects leak chan send, sync.Mutex.Lock, sync.WaitGroup.Wait
 * @oracle flaky
 * @rate 40
 */
import { after, chan, close, go, Mutex, select, WaitGroup } from 'happens-before/go';

const USERS = ['ann', 'bob', 'cleo'];

class TokenKeeper {
  readonly #tokens = new Set<string>();
  readonly #added = chan<string>(1);
  readonly #stopping = chan<void>();
  readonly #stopped = chan<void>();

  async run(deleteToken: (token: string) => Promise<void>) {
    const sweeping = after(1);
    for (let stopping = false; !stopping;) {
      stopping = await select(
        this.#added.onReceive((token) => {
          this.#tokens.add(token!);
          return false;
        }),
        sweeping.onReceive(async () => {
          for (const token of this.#tokens) await deleteToken(token);
          return false;
        }),
        this.#stopping.onReceive(() => true),
      );
    }
    close(this.#stopped);
  }

  async add(token: string) {
    await this.#added.send(token);
  }

  async stop() {
    await this.#stopping.send();
    await this.#stopped.receive();
  }
}

class AuthStore {
  readonly #mu = new Mutex();
  readonly #owners = new Map<string, string>();

  async authenticate(user: string, keeper: TokenKeeper) {
    await this.#mu.lock();
    this.#owners.set(`token of ${user}`, user);
    await keeper.add(`token of ${user}`);
    this.#mu.unlock();
  }

  async deleteToken(token: string) {
    await this.#mu.lock();
    this.#owners.delete(token);
    this.#mu.unlock();
  }
}

go('test', async () => {
  const store = new AuthStore();
  const keeper = new TokenKeeper();
  go('keeper', async () => {
    await keeper.run(async (token) => {
      await store.deleteToken(token);
    });
  });
  const logins = new WaitGroup();
  for (const user of USERS) {
    logins.go(async () => {
      await store.authenticate(user, keeper);
    });
  }
  await logins.wait();
  await keeper.stop();
});
