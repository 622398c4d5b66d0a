import { Lock, Thread } from 'happens-before/threading';
const lock = new Lock();
await lock.acquire();
const t = new Thread({ target: async () => { console.log(await lock.acquire(true, 0.002)); } });
t.start();
lock.release();
await t.join();
