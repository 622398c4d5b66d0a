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
wg.go(async function ann() {
  await shelf.with((stock) => {
    stock.cups -= 1;
  });
});
wg.go(async function bob() {
  const stock = await shelf.with((stock) => stock);
  stock.cups -= 1;
});
await wg.wait();
console.log(await shelf.with((stock) => stock.cups), 'cups');
