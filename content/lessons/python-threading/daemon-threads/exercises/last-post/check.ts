import { check } from 'happens-before/check';
import {
  currentThread,
  Event,
  Queue,
  type Thread,
} from 'happens-before/threading';
import type * as Answer from './solution';

/** Delivers by a queue, and notes who did. */
function town() {
  const letters = new Queue<string>();
  const seen = new Queue<Thread>();
  return {
    async deliver(letter: string) {
      seen.putNowait(currentThread());
      letters.putNowait(letter);
    },
    /** What has arrived, and whether somebody still walks. */
    look() {
      const arrived: string[] = [];
      while (!letters.empty()) arrived.push(letters.getNowait());
      let walking = false;
      while (!seen.empty()) walking = seen.getNowait().isAlive() || walking;
      return { arrived: arrived.sort(), walking };
    },
  };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one postman, two letters',
      maxSteps: 200,
      timers: 'patient',
      async play({ open }) {
        const { deliver, look } = town();
        const office = open(1, deliver);
        await office.post('Rome');
        await office.post('Bern');
        await office.close();
        return look();
      },
      expect: { arrived: ['Bern', 'Rome'], walking: false },
    },
    {
      name: 'two postmen, one letter',
      maxSteps: 200,
      timers: 'patient',
      async play({ open }) {
        const { deliver, look } = town();
        const office = open(2, deliver);
        await office.post('Oslo');
        await office.close();
        return look();
      },
      expect: { arrived: ['Oslo'], walking: false },
    },
    {
      name: 'an empty letter, and one more',
      maxSteps: 200,
      timers: 'patient',
      async play({ open }) {
        const { deliver, look } = town();
        const office = open(1, deliver);
        await office.post('');
        await office.post('Oslo');
        await office.close();
        return look();
      },
      expect: { arrived: ['', 'Oslo'], walking: false },
    },
    {
      name: 'no letters',
      maxSteps: 200,
      timers: 'patient',
      async play({ open }) {
        const { deliver, look } = town();
        await open(1, deliver).close();
        return look();
      },
      expect: { arrived: [], walking: false },
    },
    {
      name: 'one letter has to wait for the other',
      maxSteps: 200,
      timers: 'patient',
      async play({ open }) {
        const key = new Event();
        const arrived = new Queue<string>();
        const office = open(2, async (letter) => {
          if (letter === 'key') key.set();
          else await key.wait();
          arrived.putNowait(letter);
        });
        await office.post('chest');
        await office.post('key');
        await office.close();
        return arrived.qsize();
      },
      expect: 2,
    },
  ],
  mistakes: {
    'one-goodbye': {
      verdict: 'deadlock',
      scene: 'two postmen, one letter',
      say: 'One postman has heard the news and gone home. The other waits for a letter that will not come. How many have to hear it?',
    },
    'not-daemons': {
      verdict: 'deadlock',
      say: 'No longer daemons, and so `close` waits for people who wait for letters. Who tells them that there will be no more?',
    },
    'takes-it-for-the-end': {
      verdict: 'wrong-result',
      scene: 'an empty letter, and one more',
      say: 'Somebody posted a letter with nothing in it, and the postman took it for the end of his day. The news must be something that no letter can be.',
    },
    'throws-it-away': {
      verdict: 'wrong-result',
      code: /shutdown\(true\)/,
      say: 'The queue is shut, and with it everything that was in it is thrown away. Letters that were posted before should still be delivered.',
    },
    'a-flag-and-a-timeout': {
      verdict: 'wrong-result',
      code: /get\(true, [\s\S]*isSet\(\)|isSet\(\)[\s\S]*get\(true, /,
      say: 'The postman sees the flag and goes home, with letters in the queue. The flag overtakes the letters; news that must not overtake goes the same way as they do.',
    },
    'a-flag': {
      verdict: 'wrong-result',
      code: /isSet\(\)/,
      say: 'A postman who looks at the flag before he takes a letter goes home with letters in the queue. And one who already stands in `get` cannot see it at all. A flag is the wrong way for this news.',
    },
    'a-sleep': {
      verdict: 'wrong-result',
      code: /close\(\) \{\s*await sleep/,
      say: 'Ten seconds may be enough today. There are orders in which they are not, and when they are, the threads are still there.',
    },
    'empty-is-enough': {
      verdict: 'wrong-result',
      code: /empty\(\)/,
      say: 'An empty queue means that the last letter was *taken*. It may still be in somebody’s hand.',
    },
    'waits-for-the-letters': {
      verdict: 'wrong-result',
      code: /taskDone/,
      say: 'Every letter is delivered: right. But the postmen stand there for the rest of the program’s life, and will be cut off at its end. `close` should leave nobody behind.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /undefined/,
      say: 'You have told them that it is over, and return while they are still on their way.',
    },
    daemons: {
      verdict: 'wrong-result',
      say: '`close` does nothing, and the daemons do not keep the program alive. What is not delivered by now will never be.',
    },
  },
});
