import { Queue, Thread } from 'happens-before/threading';

const tables = new Queue<{ red: number }>();

async function count() {
  const table = { red: 0 };
  table.red += 1;
  await tables.put({ ...table });
  table.red += 1;
}

new Thread({ target: count, name: 'worker' }).start();
const table = await tables.get();
console.log(table.red);
