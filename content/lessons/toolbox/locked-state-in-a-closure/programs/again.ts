import { Mutex } from 'happens-before/go';

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
const isEmpty = async () => {
  return await shelf.with((stock) => stock.cups === 0);
};

await shelf.with(async (stock) => {
  if (!(await isEmpty())) stock.cups -= 1;
});
