import { Mutex, WaitGroup } from 'happens-before/go';

class Account {
  #mu = new Mutex();
  #balance = 100;
  async get() {
    await this.#mu.lock();
    const balance = this.#balance;
    this.#mu.unlock();
    return balance;
  }
  async set(balance: number) {
    await this.#mu.lock();
    this.#balance = balance;
    this.#mu.unlock();
  }
}

const account = new Account();
const wg = new WaitGroup();
for (const name of ['Ann', 'Bob'])
  wg.go(async () => {
    const balance = await account.get();
    if (balance < 80) return;
    await account.set(balance - 80);
    console.log(name, 'gets 80');
  });
await wg.wait();
console.log('left:', await account.get());
