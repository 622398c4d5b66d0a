import { anyOf, chan, WaitGroup } from 'happens-before/go';

/** Somebody else’s server, on a good day and on two others. */
async function ask() {
  const day = await anyOf(['good', 'ill', 'silent']);
  if (day === 'ill') throw new Error('no joke today');
  if (day === 'silent') await chan<never>().receive();
  return 'a joke';
}

async function handle(visitor: string) {
  console.log(visitor, 'hears', await ask());
}

const visitors = new WaitGroup();
visitors.go(() => handle('ada'));
visitors.go(() => handle('ben'));
await visitors.wait();
