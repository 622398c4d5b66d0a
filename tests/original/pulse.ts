import { Event, Thread } from 'happens-before/threading';
const tick = new Event();
const t = new Thread({ target: async () => { console.log(await tick.wait(), tick.isSet()); } });
t.start();
tick.set();
tick.clear();
await t.join();
