import { Mutex } from 'happens-before/go';

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

async function isEmpty() {
  return await withStock((stock) => stock.cups === 0);
}

await withStock(async (stock) => {
  if (!(await isEmpty())) stock.cups -= 1;
});
