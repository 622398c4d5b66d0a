import { atomic, WaitGroup } from 'happens-before/go';

type Menu = { readonly tea: number; readonly cake: number };

const menu = new atomic.Pointer<Menu>();
menu.store({ tea: 3, cake: 4 });

const wg = new WaitGroup();
wg.go(async function owner() {
  menu.store({ tea: 4, cake: 6 });
});
wg.go(async function waiter() {
  const { tea, cake } = menu.load()!;
  console.log('that will be', tea + cake);
});
await wg.wait();
