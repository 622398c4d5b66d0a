import { check } from 'happens-before/check';
import { chan, go } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a move',
      async play({ Hotel }) {
        const hotel = new Hotel();
        await hotel.checkIn(7, 'Ann');
        const hasMoved = await hotel.move(7, 9);
        return [hasMoved, await hotel.where('Ann')];
      },
      expect: [true, [9]],
    },
    {
      name: 'two moves that are refused',
      async play({ Hotel }) {
        const hotel = new Hotel();
        await hotel.checkIn(1, 'Ann');
        await hotel.checkIn(2, 'Bo');
        const moves = [await hotel.move(3, 4), await hotel.move(1, 2)];
        const rooms = [await hotel.where('Ann'), await hotel.where('Bo')];
        return [moves, rooms];
      },
      expect: [
        [false, false],
        [[1], [2]],
      ],
    },
    {
      name: 'somebody asks during a move',
      async play({ Hotel }) {
        const hotel = new Hotel();
        await hotel.checkIn(1, 'Cy');
        const done = chan<boolean>();
        go('porter', async () => done.send(await hotel.move(1, 2)));
        const rooms = await hotel.where('Cy');
        await done.receive();
        return rooms.length;
      },
      expect: 1,
    },
    {
      name: 'two into the same room',
      async play({ Hotel }) {
        const hotel = new Hotel();
        await hotel.checkIn(1, 'Ann');
        await hotel.checkIn(2, 'Bo');
        const moved = chan<boolean>();
        for (const room of [1, 2]) {
          go('porter', async () => moved.send(await hotel.move(room, 5)));
        }
        const how = [await moved.receive(), await moved.receive()];
        const rooms = [await hotel.where('Ann'), await hotel.where('Bo')];
        return [how.sort(), rooms.map((found) => found.length)];
      },
      expect: [
        [false, true],
        [1, 1],
      ],
    },
    {
      name: 'two for the same guest',
      async play({ Hotel }) {
        const hotel = new Hotel();
        await hotel.checkIn(1, 'Ann');
        const moved = chan<boolean>();
        for (const room of [2, 3]) {
          go('porter', async () => moved.send(await hotel.move(1, room)));
        }
        const how = [await moved.receive(), await moved.receive()];
        return [how.sort(), (await hotel.where('Ann')).length];
      },
      expect: [[false, true], 1],
    },
    {
      name: 'somebody arrives during a move',
      async play({ Hotel }) {
        const hotel = new Hotel();
        await hotel.checkIn(1, 'Ann');
        const done = chan<boolean>();
        go('porter', async () => done.send(await hotel.move(1, 2)));
        await hotel.checkIn(2, 'Bo');
        await done.receive();
        return (await hotel.where('Bo')).length;
      },
      expect: 1,
    },
  ],
  mistakes: {
    'checks-in-beside-it': {
      verdict: 'wrong-result',
      scene: 'somebody arrives during a move',
      say: 'The porter saw that the room was free, Bo was given the key, and then Ann was moved in over his head. Checking in changes the rooms as well. It has to take the lock that keeps others out between the look and the change.',
    },
    'keeps-the-key': {
      verdict: 'deadlock',
      say: 'A move was refused, and the lock was not given back. Nobody gets at the book any more.',
    },
    'throws-out': {
      verdict: 'wrong-result',
      scene: 'two moves that are refused',
      say: 'Somebody was in that room, and is in none now. Whether it is free belongs to the look, under the same lock.',
    },
    'looks-unlocked': {
      verdict: 'wrong-result',
      scene: 'somebody asks during a move',
      code: /^(?![^]*SyncMap)/,
      say: 'The porters lock, and whoever asks does not. A plain map stands only one at a time, readers included; and what is read in the middle of a move is half a move.',
    },
    'porters-agree': {
      verdict: 'wrong-result',
      code: /lock\(/,
      scene: 'somebody asks during a move',
      say: 'The porters wait for each other. Whoever asks looks at the map whenever it likes, and so in the middle of a move, too. A lock protects only from those who take it.',
    },
    'for-a-moment-twice': {
      verdict: 'wrong-result',
      code: /store\(to[^]*delete\(from/,
      say: 'The guest is put into the new room before it is taken out of the old one, and in between it is in both. Two calls, two steps, and somebody looked in between.',
    },
    'locks-the-change': {
      verdict: 'wrong-result',
      code: /lock\(/,
      scene: 'two into the same room',
      say: 'The room was free when you looked, and the lock was given back before you moved in. Somebody else has moved in meanwhile.',
    },
    'for-a-moment-nowhere': {
      verdict: 'wrong-result',
      say: 'Out of the old room, not yet in the new one: for a moment the guest is nowhere, and somebody asked just then. No single call of a SyncMap changes two keys.',
    },
  },
});
