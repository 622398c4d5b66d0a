import { check } from 'happens-before/check';
import { WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** A stove on which no kettle boils before all are on. */
function stove(kettles: number) {
  const missing = new WaitGroup();
  missing.add(kettles);
  return async (tea: string) => {
    missing.done();
    await missing.wait();
    return `hot ${tea}`;
  };
}

const on = (...teas: string[]) => ({
  async play({ brewAll }: typeof Answer) {
    const cups = await brewAll(teas, stove(teas.length));
    return [...cups];
  },
  expect: teas.map((tea) => `hot ${tea}`),
});

export default check<typeof Answer>({
  scenes: [
    { name: 'one kettle', ...on('mint') },
    { name: 'two kettles', ...on('green', 'black') },
    { name: 'no kettle', ...on() },
    { name: 'three kettles', ...on('oolong', 'mate', 'chai') },
    { name: 'mint for two', ...on('mint', 'mint') },
  ],
  mistakes: {
    sleeps: {
      verdict: 'wrong-result',
      code: /sleep\(/,
      say: 'However long the sleep is, there is an order in which a kettle is still on when it ends. What could tell you that the last cup is full?',
    },
    'adds-inside': {
      verdict: 'wrong-result',
      code: /async\b[^{]*\{\s*\w+\.add\(/,
      say: 'The goroutine counts itself, and it may do so late. Until it does, the count is 0, and `wait` goes straight through. Who knows of the goroutine before it runs?',
    },
    appends: {
      verdict: 'wrong-result',
      code: /\.push\(/,
      say: 'The cups stand in the order in which the kettles boiled. Each goroutine could know its place on the tray from the start.',
    },
    'looks-up-place': {
      verdict: 'wrong-result',
      code: /\+\+/,
      say: 'The goroutine reads the counter when it runs, not when it is started, and by then it may say something else. What would fix its value at the moment of `go`?',
    },
    'forgets-to-wait': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*(\.wait\(|receive|Promise\.))/,
      say: 'The cups are handed over while the kettles are still on. `go` has come back at once, and nothing here waits for what it started.',
    },
    'grows-the-tray': {
      verdict: 'race',
      code: /: string\[\] = \[\]/,
      say: 'Every cup is where it should be. But the tray starts empty, and two goroutines make it longer at the same moment: its length is a variable that both of them write. A tray with all its places from the start needs no growing.',
    },
    'looks-for-the-tea': {
      verdict: 'wrong-result',
      scene: 'mint for two',
      say: 'Two guests may want the same tea, and then its name does not tell their places apart. The loop knows which place each tea has; nobody has to look for it.',
    },
    'waits-in-the-loop': {
      verdict: 'deadlock',
      scene: 'two kettles',
      code: /await \w+\.wait\(\);\s*\}\s*return/,
      say: 'The first kettle is on, in a goroutine of its own, and `brewAll` waits for it before it goes on with the loop. It will not boil before the second is on. When should the waiting begin?',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'two kettles',
      say: 'The first kettle waits for the second, and the second has not been put on: `brew` runs in the task that says `go`, not in the one that `go` starts. Look at whose lane it is in.',
    },
  },
});
