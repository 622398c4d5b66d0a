import { explore, inPython, possible as possibleIn, prints, run, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const lines = (text: string) => prints(inPython(text));
const possible = (text: string, options = {}) => possibleIn(inPython(text), options);
const thread = (name: string, body: string) => `const ${name} = new Thread({ name: '${name}', target: async () => { ${body} } });\n${name}.start();\n`;

describe('Condition', () => {
  it('CN1 wait lets the lock go, however often it is held, and takes it again as often', () => {
    expect(lines(`const c = new Condition();\nawait c.acquire();\nawait c.acquire();\n${thread('t', "await c.acquire(); console.log('inside'); c.notify(); c.release();")}console.log(await c.wait());\nc.release();\nc.release();\ntry { c.release(); } catch (error) { console.log(String(error)); }`)).toEqual(['inside', 'true', 'RuntimeError: cannot release un-acquired lock']);
  });

  it('CN2 no notification is lost between letting go and waiting; without anybody waiting it is', () => {
    expect(possible(`let ready = false;\nconst c = new Condition();\n${thread('t', 'await c.with(async () => { ready = true; c.notify(); });')}await c.acquire();\nwhile (!ready) await c.wait();\nc.release();\nconsole.log('on');`)).toEqual(['ok: on']);
    expect(possible(`const c = new Condition();\n${thread('t', 'await c.acquire(); c.notify(); c.release();')}await c.acquire();\nawait c.wait();`)).toEqual(['deadlock', 'ok']);
    expect(run(inPython('const c = new Condition();\nawait c.acquire();\nc.notify();')).events.find((event) => event.verb === 'notify')).toMatchObject({ note: 'nobody waits' });
  });

  it('CN3 notify wakes as many as it says, the longest waiting first; notifyAll all', () => {
    const three = (wake: string) => `const c = new Condition();\nfor (const name of ['a', 'b', 'c']) { new Thread({ name, daemon: true, target: async () => { await c.acquire(); await c.wait(); console.log(name); c.release(); } }).start(); await sleep(0.001); }\nawait c.acquire();\n${wake}\nc.release();\nawait sleep(0.001);`;
    expect(possible(three('c.notify();'), { timers: 'patient' })).toEqual(['ok: a']);
    expect(possible(three('c.notify(2);'), { timers: 'patient' })).toEqual(['ok: a, b', 'ok: b, a']);
    expect(possible(three('c.notify(0); c.notify(-1);'), { timers: 'patient' })).toEqual(['ok']);
    expect(possible(three('c.notifyAll();'), { timers: 'patient' }).length).toBe(6);
  });

  it('CN3 who is woken may look before the next notify: cake gets in line again, and that one goes to bun', () => {
    const buy = (thing: string, price: number) => thread(thing, `await paid.acquire(); while (purse < ${price}) await paid.wait(); purse -= ${price}; paid.release();`);
    const pay = (coins: number) => `await paid.acquire();\npurse += ${coins};\npaid.notify();\npaid.release();\n`;
    expect(possible(`const paid = new Condition();\nlet purse = 0;\n${buy('cake', 3)}${buy('bun', 1)}${pay(1)}${pay(3)}`)).toEqual(['deadlock', 'ok']);
  });

  it('CN4 without the lock, wait and notify are errors; of a Lock, any holder will do', () => {
    expect(lines('await new Condition().wait();')).toEqual(['error: RuntimeError: cannot wait on un-acquired lock (line 2)']);
    expect(lines('new Condition().notifyAll();')).toEqual(['error: RuntimeError: cannot notify on un-acquired lock (line 2)']);
    expect(lines(`const lock = new Lock();\nconst c = new Condition(lock);\nawait lock.acquire();\n${thread('t', 'c.notify();')}await t.join();\nconsole.log('on');`)).toEqual(['on']);
    expect(lines(`const c = new Condition();\nawait c.acquire();\n${thread('t', 'c.notify();')}await t.join();`)).toEqual(['Exception in thread t:', 'RuntimeError: cannot notify on un-acquired lock']);
    expect(lines('new Condition(3 as any);')).toEqual(['error: TypeError: Condition takes the lock that its condition is under: new Condition(lock), with a Lock or an RLock. (line 2)']);
  });

  it('CN5 wait with a timeout gives false if nobody woke it in time, and has the lock again', () => {
    expect(lines('const c = new Condition();\nawait c.acquire();\nconsole.log(await c.wait(1.5), performance.now(), await c.wait(-1));\nc.release();')).toEqual(['false 1500 false']);
    expect(stuckIn(inPython(`const c = new Condition();\n${thread('t', 'await c.acquire(); await c.wait(1);')}await sleep(0.5);\nawait c.acquire();`))).toEqual(['main: end of the program', 't: RLock.acquire']);
  });

  it('CN6 a notification may go to one whose time is over, and be lost', () => {
    const text = `const c = new Condition();\n${thread('late', "await c.acquire(); console.log('late', await c.wait(1)); c.release();")}await sleep(0.5);\n${thread('other', "await c.acquire(); await c.wait(); console.log('other'); c.release();")}await sleep(0.1);\nawait c.acquire();\nawait sleep(2);\nc.notify();\nc.release();`;
    expect(possible(text, { timers: 'patient' })).toEqual(['deadlock: late false']);
  });

  it('CN7 waitFor asks first and after each waking, and gives the last answer', () => {
    expect(lines("const c = new Condition();\nconsole.log(await c.waitFor(() => 'there'));\nawait c.acquire();\nlet asked = 0;\nconsole.log(await c.waitFor(() => { asked++; return ''; }, 2) === '', asked, performance.now());")).toEqual(['there', 'true 2 2000']);
    expect(possible(`const items: number[] = [];\nconst c = new Condition();\n${['a', 'b'].map((name) => thread(name, 'await c.acquire(); await c.waitFor(() => items.length > 0); items.pop(); c.release();')).join('')}for (const n of [1, 2]) await c.with(async () => { items.push(n); c.notify(); });\nawait a.join(); await b.join();\nconsole.log(items.length);`)).toEqual(['ok: 0']);
    expect(lines('await new Condition().waitFor(() => false);')).toEqual(['error: RuntimeError: cannot wait on un-acquired lock (line 2)']);
    expect(lines('await new Condition().waitFor(true as any);')[0]).toContain('TypeError: waitFor takes a function to ask');
  });

  it('CN8 what was done before the notification comes before what the woken thread does', () => {
    expect(explore(inPython(`let x = 0;\nconst c = new Condition();\n${thread('t', 'await c.acquire(); await c.wait(); c.release(); console.log(x);')}await sleep(1);\nawait c.acquire();\nx = 1;\nc.notify();\nc.release();`), { timers: 'patient' })).toMatchObject({ races: [], outcomes: [{ output: ['1'] }] });
  });
});

describe('Event', () => {
  it('EV1 wait goes on when the flag is set, and says whether it was in time', () => {
    expect(lines(`const e = new Event();\n${thread('t', 'e.set();')}console.log(await e.wait(), await e.wait(), e.isSet());`)).toEqual(['true true true']);
    expect(lines('const e = new Event();\nconsole.log(await e.wait(0), await e.wait(1), performance.now());')).toEqual(['false false 1000']);
    expect(possible(`const e = new Event();\n${thread('t', 'console.log(await e.wait(1));')}e.set();`)).toEqual(['ok: false', 'ok: true']);
    expect(stuckIn(inPython('await new Event().wait();'))).toEqual(['main: Event.wait']);
  });

  it('EV2 who waits when it is set goes on though it is cleared at once; who comes later waits', () => {
    expect(lines(`const e = new Event();\n${thread('t', 'console.log(await e.wait(), e.isSet());')}await sleep(1);\ne.set();\ne.clear();`)).toEqual(['true false']);
    expect(possible(`const e = new Event();\n${thread('t', 'await e.wait();')}e.set();\ne.clear();`)).toEqual(['deadlock', 'ok']);
  });

  it('EV3 set happens before what those do who saw it', () => {
    expect(explore(inPython(`let x = 0;\nconst e = new Event();\n${thread('t', 'x = 1; e.set();')}${thread('u', 'if (e.isSet()) console.log(x);')}await e.wait();\nconsole.log(x);`)).races).toEqual([]);
  });

  it('EV4 isSet is tried before and after', () => {
    expect(possible(`const e = new Event();\n${thread('t', 'e.set();')}console.log(e.isSet());`)).toEqual(['ok: false', 'ok: true']);
    expect(possible(`const e = new Event();\ne.set();\n${thread('t', 'e.clear();')}console.log(e.isSet());`)).toEqual(['ok: false', 'ok: true']);
  });
});
