/**
 * etcd_7492 · Chan+lock
 * A new token is handed to its keeper with the lock of all tokens held. When the keeper's time has come to sweep old tokens, it
 * deletes each under that lock, and takes no new ones meanwhile. Here it sweeps once.
 * @expects leak chan send, sync.Mutex.Lock, sync.WaitGroup.Wait
 * @oracle flaky
 * @rate 40
 */
import { after, chan, go, Mutex, select, WaitGroup, type Chan } from 'happens-before/go';

const USERS = ['ann', 'bob', 'cleo'];

class TokenKeeper {
  readonly #tokens = new Set<string>();
  readonly #added = chan<string>(1);
  readonly #stopping = chan<Chan<void>>();

  async run(deleteToken: (token: string) => Promise<void>) {
    const sweeping = after(1);
    for (;;) {
      const stopped = await select(
        this.#added.onReceive((token) => {
          this.#tokens.add(token!);
          return undefined;
        }),
        sweeping.onReceive(async () => {
          for (const token of this.#tokens) await deleteToken(token);
          this.#tokens.clear();
          return undefined;
        }),
        this.#stopping.onReceive((stopped) => stopped),
      );
      if (stopped !== undefined) return stopped.send();
    }
  }

  async add(token: string) {
    await this.#added.send(token);
  }

  async stop() {
    const stopped = chan<void>();
    await this.#stopping.send(stopped);
    await stopped.receive();
  }
}

class AuthStore {
  readonly #mu = new Mutex();
  readonly #keeper = new TokenKeeper();
  readonly #owners = new Map<string, string>();

  enable() {
    go('keeper', async () => {
      await this.#keeper.run(async (token) => {
        await this.#mu.lock();
        this.#owners.delete(token);
        this.#mu.unlock();
      });
    });
  }

  async authenticate(user: string) {
    await this.#mu.lock();
    this.#owners.set(`token of ${user}`, user);
    await this.#keeper.add(`token of ${user}`);
    this.#mu.unlock();
  }

  async disable() {
    await this.#keeper.stop();
  }
}

go('test', async () => {
  const store = new AuthStore();
  store.enable();
  const logins = new WaitGroup();
  for (const user of USERS) {
    logins.go(async () => {
      await store.authenticate(user);
    });
  }
  await logins.wait();
  await store.disable();
});
