import { check } from 'happens-before/check';
import { after, atomic, chan, go, select, sleep } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two who need each other',
      async play({ serveAll }) {
        const door = chan<string>();
        const word = chan<string>();
        const heard = chan<string>(1);
        go(async () => {
          await door.send('asks');
          await door.send('answers');
          door.close();
        });
        await serveAll(door, 2, async (visitor) => {
          if (visitor === 'answers') await word.send('ten');
          else await heard.send((await word.receive()) ?? 'nothing');
        });
        return await select(
          heard.onReceive((what) => what),
          after(1).onReceive(() => 'serveAll has returned, and somebody is still being served'),
        );
      },
      expect: 'ten',
      timers: 'patient',
    },
    {
      name: 'a long visit, and two others',
      async play({ serveAll }) {
        const door = chan<string>();
        const word = chan<string>();
        const heard = chan<string>(1);
        go(async () => {
          for (const visitor of ['long', 'short', 'third']) await door.send(visitor);
          door.close();
        });
        await serveAll(door, 2, async (visitor) => {
          if (visitor === 'long') await heard.send((await word.receive()) ?? 'nothing');
          if (visitor === 'third') await word.send('it is late');
        });
        return await heard.receive();
      },
      expect: 'it is late',
      timers: 'patient',
    },
    {
      name: 'it is full',
      async play({ serveAll }) {
        const door = chan<string>();
        const stamp = chan<never>();
        const served = new atomic.Int64();
        const done = chan<number>();
        go(async () => {
          await serveAll(door, 1, async () => {
            await stamp.receive();
            served.add(1);
          });
          await done.send(served.load());
        });
        await door.send('ada');
        const second = await select(
          door.onSend('ben', () => 'ben is inside'),
          after(1_000).onReceive(() => 'ben waits outside'),
        );
        stamp.close();
        door.close();
        return [second, await done.receive()];
      },
      expect: ['ben waits outside', 1],
      timers: 'patient',
    },
    {
      name: 'somebody is turned down',
      async play({ serveAll }) {
        const door = chan<string>();
        const served = new atomic.Int64();
        go(async () => {
          for (const visitor of ['no form', 'ada']) await door.send(visitor);
          door.close();
        });
        await serveAll(door, 1, async (visitor) => {
          if (visitor === 'no form') throw new Error('come back with a form');
          served.add(1);
        });
        return served.load();
      },
      expect: 1,
      timers: 'patient',
    },
    {
      name: 'there are places left at closing time',
      async play({ serveAll }) {
        const door = chan<string>(1);
        await door.send('ada');
        door.close();
        const served = new atomic.Int64();
        await serveAll(door, 3, async () => {
          await sleep(10);
          served.add(1);
        });
        return served.load();
      },
      expect: 1,
      timers: 'patient',
    },
    {
      name: 'nobody comes',
      async play({ serveAll }) {
        const door = chan<string>();
        door.close();
        await serveAll(door, 2, async () => {});
        return 'home';
      },
      expect: 'home',
      timers: 'patient',
    },
  ],
  mistakes: {
    'one-after-another': {
      verdict: 'deadlock',
      scene: 'two who need each other',
      code: /^(?![\s\S]*(go\())/,
      say: 'There are two places, and you serve one visitor after the other. Here the first waits for what only the second can say.',
    },
    'in-rounds': {
      verdict: 'deadlock',
      scene: 'a long visit, and two others',
      say: 'Two come in, and nobody else before both have gone. One of them has long been served, and the place is free. It is each place that is given back, and not all of them together.',
    },
    'lets-it-through': {
      verdict: 'error',
      scene: 'somebody is turned down',
      say: 'One visitor is turned down, and the error ends the whole program. In a goroutine, somebody has to catch it there.',
    },
    'keeps-the-place': {
      verdict: 'deadlock',
      scene: 'somebody is turned down',
      say: 'A visitor was turned down and is gone, and the place is still taken. Give it back whatever happens: that is what finally is for.',
    },
    'goes-home-first': {
      verdict: 'wrong-result',
      scene: 'there are places left at closing time',
      say: 'The door is closed, and serveAll returns while somebody stands at the counter. Wait for those who are being served.',
    },
    'gives-it-back-at-once': {
      verdict: 'wrong-result',
      scene: 'it is full',
      code: /\}\);?\s*await places\.receive/,
      say: 'The place is given back as soon as the goroutine has been started, and nobody has been served by then. It belongs into the goroutine, after the serving.',
    },
    'no-limit': {
      verdict: 'wrong-result',
      scene: 'it is full',
      code: /^(?![\s\S]*(chan<|new semaphore|limit;))/,
      say: 'Everybody is let in, and limit is looked at by nobody. A hundred visitors are a hundred goroutines.',
    },
    'waits-inside': {
      verdict: 'wrong-result',
      scene: 'it is full',
      code: /go\(async \(\) => \{\s*await places\.send/,
      say: 'Everybody is let in, and then waits inside for a place. No more than limit are served, and the room is full of people. Take the place before you go to the door.',
    },
    'one-too-many': {
      verdict: 'wrong-result',
      scene: 'it is full',
      say: 'One more is inside than there are places: you receive a visitor, and only then see whether there is room. First the place, then the door.',
    },
  },
});
