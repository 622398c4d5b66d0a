import { check } from 'happens-before/check';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two squares',
      play: async ({ squares }) => await squares(2),
      expect: [0, 1],
    },
    {
      name: 'three squares',
      play: async ({ squares }) => await squares(3),
      expect: [0, 1, 4],
    },
    {
      name: 'no squares',
      play: async ({ squares }) => await squares(0),
      expect: [],
    },
  ],
  mistakes: {
    'looks-first': {
      verdict: 'wrong-result',
      code: /= \[\.\.\.out\][\s\S]*wait\(/,
      say: 'It waits for everybody, and returns a copy from before. When is the list complete?',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*(wait|sleep)\()/,
      say: 'main goes on to the last line at once, and in the order below nobody has put anything into the list yet. In another order the list happens to be full, but nothing makes it so, and that is a race.',
    },
    polls: {
      verdict: 'livelock',
      code: /while \(/,
      say: 'Looking again and again is a kind of waiting that nobody has to end: in the order below main looks for ever, and the tasks are never let go. Wait for something that somebody tells you.',
    },
    'counts-inside': {
      verdict: 'wrong-result',
      code: /async \(\) => \{\s*wg\.add\(/,
      say: 'Each task counts itself when it begins. main may ask before any of them has begun, and then there is nobody to wait for. Who should do the counting?',
    },
    'waits-in-vain': {
      verdict: 'wrong-result',
      code: /wait\(\)[\s\S]*wg\.(go|add)\(/,
      say: 'It waits, but before anybody has been counted. A WaitGroup at zero lets everybody through. When is the last task counted?',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /sleep\(/,
      say: 'Sleeping gives the others time to run, and no reason to. In the order below they use none of it. What tells main that they are done?',
    },
    'counts-one': {
      verdict: 'wrong-result',
      code: /wg\.add\(1\)[\s\S]*for \(/,
      say: 'More tasks say that they are done than were counted. How many are there when n is 2?',
    },
  },
});
