import { go, RWMutex } from 'happens-before/go';

const mu = new RWMutex();
const routes = new Map([['oslo', 'gate 3']]);

async function describe() {
  await mu.rLock();
  const text = `${routes.size} routes`;
  mu.rUnlock();
  return text;
}

async function lookUp(city: string) {
  await mu.rLock();
  console.log('look up', city, 'in', await describe());
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
