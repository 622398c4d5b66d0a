import { check } from 'happens-before/check';
import { Mutex, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

const house = (rooms: number, ...letters: string[]): Answer.House => ({ flat: { rooms, letters }, lock: new Mutex() });

async function allOf(...works: (() => Promise<void>)[]) {
  const day = new WaitGroup();
  for (const work of works) day.go(work);
  await day.wait();
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a quiet move',
      async play({ deliver, move }) {
        const anns = house(2, 'from Bo');
        const old = anns.flat;
        await move(anns);
        await deliver(anns, 'from Cy');
        return [anns.flat.rooms, anns.flat.letters, anns.flat === old ? 'stayed' : 'moved'];
      },
      expect: [4, ['from Bo', 'from Cy'], 'moved'],
    },
    {
      name: 'a letter on moving day',
      async play({ deliver, move }) {
        const anns = house(3, 'from Dee');
        await allOf(
          () => deliver(anns, 'from Eve'),
          () => move(anns),
        );
        return [anns.flat.rooms, anns.flat.letters];
      },
      expect: [6, ['from Dee', 'from Eve']],
    },
    {
      name: 'two moves at the same time',
      async play({ move }) {
        const bos = house(1, 'from Fay');
        await allOf(
          () => move(bos),
          () => move(bos),
        );
        return [bos.flat.rooms, bos.flat.letters];
      },
      expect: [4, ['from Fay']],
    },
    {
      name: 'two letters and a move',
      async play({ deliver, move }) {
        const cys = house(5);
        await allOf(
          () => deliver(cys, 'a bill'),
          () => move(cys),
          () => deliver(cys, 'a card'),
        );
        return [cys.flat.rooms, [...cys.flat.letters].sort()];
      },
      expect: [10, ['a bill', 'a card']],
    },
  ],
  mistakes: {
    'builds-on': {
      verdict: 'wrong-result',
      scene: 'a quiet move',
      got: [4, ['from Bo', 'from Cy'], 'stayed'],
      say: 'You have added rooms to the old flat. That would be the best of all worlds, and there is no room for it: somebody else lives next door. It has to be another flat.',
    },
    'leaves-the-letters': {
      verdict: 'wrong-result',
      scene: 'a quiet move',
      got: [4, ['from Cy'], 'moved'],
      say: 'The new flat is large, and empty. What was in the old one has to be brought along.',
    },
    'to-both': {
      verdict: 'wrong-result',
      code: /old\.letters\.push/,
      say: 'In doubt, the letter goes to both addresses. But at the old one there may be somebody else by now, or the movers, who are copying at this moment.',
    },
    'looks-again': {
      verdict: 'wrong-result',
      code: /while|includes/,
      say: 'You look afterwards whether somebody has moved, and he may move right after you have looked. Looking again and again makes it rarer.',
    },
    'address-before-the-lock': {
      verdict: 'wrong-result',
      code: /function deliver[^{]*\{\s*const [^;]*house[^;]*;\s*await house\.lock/,
      say: 'The lock is held while the letter is delivered, and so nobody moves in between. But the address is older than that: it was looked up before you had the lock.',
    },
    'packs-early': {
      verdict: 'wrong-result',
      code: /function move[^{]*\{(\s*const|[\s\S]*unlock\(\))[\s\S]*lock\.lock\(\)/,
      say: 'The boxes are packed before the door is locked. Whatever comes in between, a letter or another move, is in none of them.',
    },
    'two-locks': {
      verdict: 'wrong-result',
      code: /new Mutex/,
      say: 'Two locks, and everybody holds one. They do not keep each other out: the postman and the movers have to hold the same.',
    },
    'locks-the-delivery': {
      verdict: 'wrong-result',
      code: /deliver[\s\S]*lock\.lock\(\)[\s\S]*function move(?![\s\S]*lock\()/,
      say: 'The postman locks the door, and the movers climb in through the window. Whoever changes the flat has to hold the lock as well.',
    },
    'gives-up': {
      verdict: 'wrong-result',
      code: /tryLock/,
      say: 'The door was locked for a moment, and the postman has gone on, with the letter or without it. In either case it is not at home.',
    },
    'unlocks-too-soon': {
      verdict: 'wrong-result',
      code: /= house\.flat;\s*house\.lock\.unlock/,
      say: 'The address was looked up under the lock, and used after it. Between the two, Ann has moved. The lock has to be held until the letter is there.',
    },
    'locks-the-move': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*lock\([\s\S]*function move)[\s\S]*function move[\s\S]*lock\(/,
      say: 'The movers lock the door, and the postman does not try it. He puts his letter into whatever flat he has the address of.',
    },
    'without-a-lock': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*lock\()/,
      say: 'The postman has the address, Ann’s letters are copied, and he puts his into the old flat. There is a lock on the house that nobody uses.',
    },
  },
});
