import { check } from 'happens-before/check';
import { atomic, chan, go, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** What leaving says if it fails. */
async function leaving(gate: { leave(): Promise<unknown> }) {
  try {
    await gate.leave();
    return 'left';
  } catch {
    return 'nobody was there';
  }
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one guest',
      async play({ Gate }) {
        const gate = new Gate(1);
        await gate.enter();
        return [await leaving(gate), await leaving(gate)];
      },
      expect: ['left', 'nobody was there'],
    },
    {
      name: 'two places, both taken at once',
      async play({ Gate }) {
        const gate = new Gate(2);
        const inside = chan<void>();
        const out = chan<void>();
        go('guest', async () => {
          await gate.enter();
          await inside.send();
          await gate.leave();
          await out.send();
        });
        await gate.enter();
        await inside.receive();
        await gate.leave();
        await out.receive();
        return await leaving(gate);
      },
      expect: 'nobody was there',
    },
    {
      name: 'two guests, one place',
      async play({ Gate }) {
        const gate = new Gate(1);
        const wg = new WaitGroup();
        let inside = 0;
        let most = 0;
        async function guest() {
          await gate.enter();
          inside++;
          most = Math.max(most, inside);
          inside--;
          await gate.leave();
          wg.done();
        }
        wg.add(2);
        go('a', guest);
        go('b', guest);
        await wg.wait();
        return most;
      },
      expect: 1,
    },
    {
      name: 'three guests, two places',
      async play({ Gate }) {
        const gate = new Gate(2);
        const entered = chan<void>(1);
        await gate.enter();
        await gate.enter();
        go('third', async () => {
          await gate.enter();
          await entered.send();
          await gate.leave();
        });
        const early = entered.length;
        await gate.leave();
        await entered.receive();
        await gate.leave();
        return early;
      },
      expect: 0,
    },
    {
      name: 'one waits, and one comes as the first leaves',
      async play({ Gate }) {
        const gate = new Gate(1);
        const out = chan<void>();
        const inside = new atomic.Int64();
        let most = 0;
        await gate.enter();
        for (const name of ['waits', 'comes']) {
          go(name, async () => {
            await gate.enter();
            most = Math.max(most, inside.add(1));
            inside.add(-1);
            await gate.leave();
            await out.send();
          });
        }
        await gate.leave();
        await out.receive();
        await out.receive();
        return most;
      },
      expect: 1,
      allowRaces: true,
    },
    {
      name: 'two leave, and one of them was never inside',
      async play({ Gate }) {
        const gate = new Gate(3);
        await gate.enter();
        const told = chan<string>();
        for (const name of ['a', 'b']) {
          go(name, async () => {
            await told.send(await leaving(gate));
          });
        }
        const both = [await told.receive(), await told.receive()];
        return both.sort();
      },
      expect: ['left', 'nobody was there'],
    },
    {
      name: 'two wait, and two leave',
      async play({ Gate }) {
        const gate = new Gate(2);
        const entered = chan<void>();
        await gate.enter();
        await gate.enter();
        for (const name of ['third', 'fourth']) {
          go(name, async () => {
            await gate.enter();
            await entered.send();
          });
        }
        await gate.leave();
        await gate.leave();
        await entered.receive();
        await entered.receive();
        return 'both are in';
      },
      expect: 'both are in',
    },
    {
      name: 'one leaves who was never inside, and then two come',
      async play({ Gate }) {
        const gate = new Gate(1);
        const entered = chan<void>(1);
        await leaving(gate);
        await gate.enter();
        go('second', async () => {
          await gate.enter();
          await entered.send();
        });
        const early = entered.length;
        const how = await leaving(gate);
        await entered.receive();
        return [early, how];
      },
      expect: [0, 'left'],
    },
  ],
  mistakes: {
    'wakes-one-of-two': {
      verdict: 'deadlock',
      scene: 'two wait, and two leave',
      code: /signal/,
      say: 'Two have left, and one of those who waited still waits, in front of a free place. It is not enough to ring when the gate was full: the second who leaves finds it full no more, since the one who was woken has not come in yet. Every place that becomes free is news to somebody.',
    },
    'tells-and-keeps-counting': {
      verdict: 'wrong-result',
      scene: 'one leaves who was never inside, and then two come',
      say: 'The leave that was refused has been counted all the same, and since then there is a place too many. Look first, and change nothing if you are going to throw.',
    },
    'no-room': {
      verdict: 'deadlock',
      code: /chan<\w+>\(\)/,
      scene: 'one guest',
      say: 'A channel without room is a meeting: the guest stands in the gate until somebody comes out of it, and nobody is inside. How much room must it have?',
    },
    'never-leaves': {
      verdict: 'wrong-result',
      scene: 'one guest',
      code: /^(?![^]*(receive|onReceive)\()/i,
      say: 'Whoever leaves has to give back the place, so that somebody else can have it. What went into the channel must come out.',
    },
    'leave-waits': {
      verdict: 'deadlock',
      code: /^(?![^]*\b(throw|otherwise)\b)/,
      say: 'With nobody inside, leave waits until somebody enters, and takes *her* place. A mistake of the caller should be told, and not hang. Which form of receive does not wait?',
    },
    'forgives': {
      verdict: 'wrong-result',
      scene: 'one guest',
      say: 'A leave too many goes by without a word. Sooner or later it happens while somebody else is inside, and then there is one guest more than there are places. Throw where it can be seen.',
    },
    'looks-first': {
      verdict: 'deadlock',
      scene: 'two leave, and one of them was never inside',
      say: 'The length was 1 when each of the two looked. One took what was there, and the other waits. To look and to take must be one step: select with otherwise is.',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'two places, both taken at once',
      say: 'A mutex is a gate with one place. Here there are two, and the one inside waits to be joined by the other.',
    },
    'counts-by-hand': {
      verdict: 'error',
      code: /#inside\+\+/,
      say: 'Counting is a read and a write, and another guest fits in between. Here two come in and the count says one, so the second cannot leave. Let the channel do the counting.',
    },
    'does-not-look-again': {
      verdict: 'wrong-result',
      scene: 'one waits, and one comes as the first leaves',
      code: /if \([^)]*\)\s*await this\.#\w+\.wait\(/,
      say: 'Somebody was woken because a place was free. Before that somebody had got through the door, another had come and taken it. Who has been woken has to look again.',
    },
    'one-too-many': {
      verdict: 'wrong-result',
      code: /\+ 1/,
      say: 'One too many gets in. What is in the channel is already inside: nobody stands in the gate.',
    },
  },
});
