import { Mutex, WaitGroup } from 'happens-before/go';

function locked<T>(value: T) {
  const mu = new Mutex();
  return async <R>(use: (value: T) => R) => {
    await mu.lock();
    try {
      return await use(value);
    } finally {
      mu.unlock();
    }
  };
}

const withStock = locked({ cups: 5 });
const wg = new WaitGroup();
wg.go(async function ann() {
  await withStock((stock) => {
    stock.cups -= 1;
  });
});
wg.go(async function bob() {
  await withStock((stock) => {
    stock.cups -= 1;
  });
});
await wg.wait();
console.log(await withStock((stock) => stock.cups), 'cups');
