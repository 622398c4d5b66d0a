import { go, RWMutex } from 'happens-before/go';

const mu = new RWMutex();
const routes = new Map([['oslo', 'gate 3']]);

/** For those who hold mu, in either way. */
const describeLocked = () => `${routes.size} routes`;

async function lookUp(city: string) {
  await mu.rLock();
  console.log('look up', city, 'in', describeLocked());
  const gate = routes.get(city);
  mu.rUnlock();
  return gate;
}

async function add(city: string, gate: string) {
  await mu.lock();
  routes.set(city, gate);
  mu.unlock();
}

go('board', add, 'rome', 'gate 7');
await lookUp('oslo');
