import { check } from 'happens-before/check';
import { Event, SimpleQueue, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

/** A client, and what has happened to it. */
function guest(during: () => Promise<unknown> = async () => {}) {
  const told = new Event();
  const byes = new SimpleQueue<string>();
  const ends = new SimpleQueue<string>();
  const client: Answer.Client = {
    async serve() {
      await during();
      await told.wait();
      ends.putNowait('end');
    },
    bye() {
      byes.putNowait('bye');
      told.set();
    },
  };
  const look = () => `${byes.qsize()} bye, ${ends.qsize()} end`;
  return { client, look };
}

const started = (name: string, target: () => Promise<unknown>) => {
  const thread = new Thread({ name, target });
  thread.start();
  return thread;
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one is there, one comes too late',
      maxSteps: 300,
      async play({ makeServer }) {
        const server = makeServer();
        const [early, late] = [guest(), guest()];
        const isIn = await server.accept(early.client);
        await server.close();
        const ofEarly = early.look();
        const isLateIn = await server.accept(late.client);
        if (isLateIn) late.client.bye();
        return { isIn, ofEarly, isLateIn };
      },
      expect: { isIn: true, ofEarly: '1 bye, 1 end', isLateIn: false },
    },
    {
      name: 'nobody was there',
      async play({ makeServer }) {
        const server = makeServer();
        await server.close();
        return await server.accept(guest().client);
      },
      expect: false,
    },
    {
      name: 'one comes at closing time',
      maxSteps: 300,
      async play({ makeServer }) {
        const server = makeServer();
        const late = guest();
        let isIn = false;
        const arrival = started('arrival', async () => {
          isIn = await server.accept(late.client);
        });
        await server.close();
        await arrival.join();
        return { isIn, look: late.look() };
      },
      expect: ({ isIn, look }: { isIn: boolean; look: string }) =>
        look === (isIn ? '1 bye, 1 end' : '0 bye, 0 end'),
    },
    {
      name: 'one brings a friend',
      maxSteps: 300,
      async play({ makeServer }) {
        const server = makeServer();
        const friend = guest();
        const host = guest(() => server.accept(friend.client));
        await server.accept(host.client);
        await server.close();
        const [atHost, atFriend] = [host.look(), friend.look()];
        return { atHost, atFriend };
      },
      expect: (seen: { atHost: string; atFriend: string }) =>
        seen.atHost === '1 bye, 1 end' &&
        ['1 bye, 1 end', '0 bye, 0 end'].includes(seen.atFriend),
    },
    {
      name: 'ctrl-c, twice',
      maxSteps: 300,
      async play({ makeServer }) {
        const server = makeServer();
        const one = guest();
        await server.accept(one.client);
        const seen = ['?', '?'];
        const again = started('again', async () => {
          await server.close();
          seen[0] = one.look();
        });
        await server.close();
        seen[1] = one.look();
        await again.join();
        return seen;
      },
      expect: ['1 bye, 1 end', '1 bye, 1 end'],
    },
  ],
  mistakes: {
    'says-nothing': {
      verdict: 'deadlock',
      scene: 'one is there, one comes too late',
      say: 'You wait for clients that nobody has told. They would serve until the end of time.',
    },
    'waits-behind-the-door': {
      verdict: 'deadlock',
      scene: 'one brings a friend',
      say: 'You wait for the host while you hold the door, and the host stands in front of the door with a friend. Waiting for others while holding what they need is the oldest of deadlocks.',
    },
    'goodbye-first': {
      verdict: 'deadlock',
      scene: 'one comes at closing time',
      say: 'First everybody is told, then the door is shut. Whoever comes in between is let in, is never told, and `join` waits for them.',
    },
    daemons: {
      verdict: 'wrong-result',
      code: /daemon: true/,
      say: 'As daemons they do not hold up the program. They are cut off in the middle of an answer, and nobody has said goodbye.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      got: { isIn: true, ofEarly: '1 bye, 0 end', isLateIn: false },
      say: 'The client has been told, and is still at it when `close` returns.',
    },
    'door-stays-open': {
      verdict: 'wrong-result',
      got: { isIn: true, ofEarly: '1 bye, 1 end', isLateIn: true },
      say: 'All are told, all are done, and the next one is let in by an empty house.',
    },
    'starts-outside': {
      verdict: 'error',
      code: /Lock\(/,
      message: /before it is started/,
      say: 'The client is in the list, and the thread is not started yet: `close` comes in between, and joins what does not run. To let somebody in is one act, from the look at the door to the start.',
    },
    'shuts-first-without-a-lock': {
      verdict: 'error',
      scene: 'one comes at closing time',
      message: /before it is started/,
      say: 'Shut the door first: right. But somebody who has looked at `open` a moment ago is still on the way in, behind your back. The look and the entry have to be one act.',
    },
    'second-goes-home': {
      verdict: 'wrong-result',
      scene: 'ctrl-c, twice',
      got: ['1 bye, 0 end', '1 bye, 1 end'],
      say: 'The second `close` finds that there is nothing left to do, and returns while the first one is still waiting. Whoever called it believes that all is over.',
    },
    twice: {
      verdict: 'wrong-result',
      scene: 'ctrl-c, twice',
      say: 'Both calls go through the same list, so each client is told twice. Whoever shuts the door could take the list along.',
    },
  },
});
