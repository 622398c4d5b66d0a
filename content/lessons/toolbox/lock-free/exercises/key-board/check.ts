import { check } from 'happens-before/check';
import { WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** All keys that can still be taken, at most one too many. */
async function rest(board: Answer.Board, keys: number) {
  const taken: (number | undefined)[] = [];
  while (taken.length <= keys) {
    const key = await board.take();
    if (key === undefined) break;
    taken.push(key);
  }
  return taken;
}

const sorted = (keys: (number | undefined)[]) =>
  keys.map((key) => key ?? 'none').sort();

/** Ann takes a key, Bob takes two and puts the first one back; then all three are looked for. */
async function oneBack(board: Answer.Board) {
  const wg = new WaitGroup();
  let ann: number | undefined;
  let bob: number | undefined;
  wg.go(async () => {
    ann = await board.take();
  });
  wg.go(async () => {
    const first = await board.take();
    bob = await board.take();
    if (first !== undefined) await board.putBack(first);
  });
  await wg.wait();
  return sorted([ann, bob, ...(await rest(board, 3))]);
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one after another',
      async play({ Board }) {
        const board = new Board(2);
        const first = [await board.take(), await board.take()];
        const then = await board.take();
        await board.putBack(1);
        await board.putBack(2);
        const last = [await board.take(), await board.take()];
        return [...sorted(first), then, ...last];
      },
      expect: [1, 2, undefined, 2, 1],
    },
    {
      name: 'two come at the same time',
      async play({ Board }) {
        const board = new Board(4);
        const wg = new WaitGroup();
        const has: (number | undefined)[] = [0, 0];
        for (const guest of [0, 1])
          wg.go(async () => {
            has[guest] = await board.take();
          });
        await wg.wait();
        return sorted([...has, ...(await rest(board, 4))]);
      },
      expect: [1, 2, 3, 4],
    },
    {
      name: 'one takes two, and puts one back',
      play: ({ Board }) => oneBack(new Board(3)),
      expect: [1, 2, 3],
    },
    {
      name: 'the same, on a board that has been in use',
      async play({ Board }) {
        const board = new Board(3);
        await board.putBack((await board.take())!);
        return await oneBack(board);
      },
      expect: [1, 2, 3],
    },
    {
      name: 'a long board',
      async play({ Board }) {
        const board = new Board(120);
        const first = await rest(board, 120);
        for (const key of first) await board.putBack(key!);
        const second = await rest(board, 120);
        return [new Set(first).size, new Set(second).size, second.length];
      },
      expect: [120, 120, 120],
    },
  ],
  mistakes: {
    'nine-keys': {
      verdict: 'wrong-result',
      scene: 'a long board',
      say: 'The version stands in front of the last digit, so a key must have one digit. This board has more of them: from key 10 on, key and version run into one another.',
    },
    'gives-up': {
      verdict: 'wrong-result',
      scene: 'two come at the same time',
      code: /\?\s*key\s*:\s*undefined/,
      say: 'The swap failed because somebody else took a key. There are more of them on the board, and you go without.',
    },
    'reads-below-too-late': {
      verdict: 'wrong-result',
      code: /compareAndSwap\(key, 0\)/,
      say: 'While you hold the top in your hands, the board looks empty to others, and what they hang up in the meantime you cover.',
    },
    'stores-the-next': {
      verdict: 'wrong-result',
      scene: 'two come at the same time',
      code: /top\.store\(next\)/,
      say: 'Without comparing, both take the key that both have seen.',
    },
    'not-the-top': {
      verdict: 'wrong-result',
      scene: 'one after another',
      code: /for \(const \[/,
      say: 'A mark for each key is a good idea, and another board: whoever comes gets the first that is free, and not the one that was hung up last.',
    },
    'loses-the-version': {
      verdict: 'wrong-result',
      scene: 'the same, on a board that has been in use',
      say: 'The version counts those who hang a key up, and whoever takes one puts a number without it in its place. So the count begins at nothing each time, and the same pair of key and version comes back.',
    },
    'begins-anew': {
      verdict: 'wrong-result',
      code: /% [2-9]\b/,
      say: 'The version is compared with the key, as it must be. But it begins anew after three changes, and three changes are just what Bob makes.',
    },
    'a-version-of-its-own': {
      verdict: 'wrong-result',
      code: /version\.load/,
      say: 'Key and version are looked at one after the other, and only the key is part of the swap. Between the look at the version and the swap, all of it can happen.',
    },
    'hangs-up-the-same-one': {
      verdict: 'wrong-result',
      code: /Pointer<\w+>[\s\S]*this\.all|this\.all[\s\S]*Pointer</,
      say: 'References are compared by identity, and each key hangs on the same object for ever. When it comes back, it is equal to itself.',
    },
    'locks-putting-back': {
      verdict: 'wrong-result',
      code: /\.lock\(/,
      say: 'The lock keeps apart those who put keys back. Whoever is in the middle of taking one does not ask for it.',
    },
    'looks-again': {
      verdict: 'wrong-result',
      code: /load\(\) [!=]== key/,
      say: 'The swap asks whether the same key is on top, and now you ask it once more. The answer is yes both times, and it is the wrong question.',
    },
    'same-key-same-board': {
      verdict: 'wrong-result',
      say: 'The same key is on top as before, so the swap succeeds. Below it is not what was there before.',
    },
  },
});
