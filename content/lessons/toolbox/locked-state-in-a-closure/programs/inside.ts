import { Mutex, WaitGroup } from 'happens-before/go';

class Locked<T> {
  #mu = new Mutex();
  #value: T;
  constructor(value: T) {
    this.#value = value;
  }
  async with<R>(use: (value: T) => R) {
    await this.#mu.lock();
    try {
      return await use(this.#value);
    } finally {
      this.#mu.unlock();
    }
  }
}

const shelf = new Locked({ cups: 5 });
const wg = new WaitGroup();
const take = async () => {
  await shelf.with(async (stock) => {
    stock.cups -= 1;
  });
};
wg.go(take);
wg.go(take);
await wg.wait();
console.log(await shelf.with((stock) => stock.cups), 'cups');
