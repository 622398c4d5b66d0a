import { check } from 'happens-before/check';
import { Thread } from 'happens-before/threading';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'before, during, after',
      async play({ asUser, currentUser }) {
        const before = currentUser();
        const during = await asUser('Ada', async () => currentUser());
        return [before, during, currentUser()];
      },
      expect: ['nobody', 'Ada', 'nobody'],
    },
    {
      name: 'one within the other',
      async play({ asUser, currentUser }) {
        const seen = await asUser('Ada', async () => {
          const bob = await asUser('Bob', async () => currentUser());
          return [bob, currentUser()];
        });
        return [...seen, currentUser()];
      },
      expect: ['Bob', 'Ada', 'nobody'],
    },
    {
      name: 'a request that fails',
      async play({ asUser, currentUser }) {
        let thrown: unknown;
        try {
          await asUser('Eve', async () => {
            throw 'no entry';
          });
        } catch (error) {
          thrown = error;
        }
        return [thrown, currentUser()];
      },
      expect: ['no entry', 'nobody'],
    },
    {
      name: 'one within the other, and it fails',
      async play({ asUser, currentUser }) {
        return await asUser('Ada', async () => {
          try {
            await asUser('Eve', async () => {
              throw 'no entry';
            });
          } catch {
            // Ada goes on without Eve.
          }
          return currentUser();
        });
      },
      expect: 'Ada',
    },
    {
      name: 'a thread that has never heard of it',
      async play({ asUser, currentUser }) {
        const seen = ['?', '?'];
        const thread = new Thread({
          name: 'new',
          target: async () => {
            seen[0] = currentUser();
            seen[1] = await asUser('Cleo', async () => currentUser());
          },
        });
        thread.start();
        await thread.join();
        return seen;
      },
      expect: ['nobody', 'Cleo'],
    },
    {
      name: 'two at the same time',
      async play({ asUser, currentUser }) {
        const ask = async () => currentUser();
        const seen = ['?', '?'];
        const threads = ['Ann', 'Ben'].map((name, i) => {
          const target = async () => {
            seen[i] = await asUser(name, ask);
          };
          return new Thread({ target, name });
        });
        for (const thread of threads) thread.start();
        for (const thread of threads) await thread.join();
        return seen;
      },
      expect: ['Ann', 'Ben'],
    },
  ],
  mistakes: {
    'nothing-in-the-beginning': {
      verdict: 'error',
      message: /has no attribute/,
      say: 'Nobody has put anything in there yet, and a thread-local without a value gives an error, not nobody. Give it a beginning, for every thread.',
    },
    'only-where-it-was-made': {
      verdict: 'wrong-result',
      scene: 'a thread that has never heard of it',
      say: 'What the main thread puts into a thread-local is there for the main thread. Every other one begins with nothing at all.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /return body\(\)/,
      say: 'Without `await`, the `finally` comes as soon as the body has begun, so most of the body runs for whoever was there before.',
    },
    'forgets-to-when-it-fails': {
      verdict: 'wrong-result',
      scene: 'a request that fails',
      say: 'The request failed, and the thread works for Eve from now on. The line that puts it back has to be reached on every way out.',
    },
    'only-if-nobody': {
      verdict: 'wrong-result',
      code: /!== 'nobody'/,
      say: 'Inside of Ada’s request, this one is Bob’s. Who is asked last counts while it lasts.',
    },
    'nobody-when-it-fails': {
      verdict: 'wrong-result',
      scene: 'one within the other, and it fails',
      code: /catch/,
      say: 'If all goes well, you put back what was there, and if not, nobody. Eve’s request failed inside of Ada’s, and it is still Ada’s.',
    },
    'a-map-by-name': {
      verdict: 'wrong-result',
      code: /new Map/,
      say: 'A map by thread can do it. But at the end of the inner request you delete the entry, and the outer one had something in there.',
    },
    'back-to-nobody': {
      verdict: 'wrong-result',
      scene: 'one within the other',
      say: 'After Bob’s request it was nobody’s turn, and it should have been Ada’s. Put back what was there, not what there is in the beginning.',
    },
    'one-for-all': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*(new local|extends local))/,
      say: 'One variable for all threads: while Ann’s request runs, Ben’s begins, and both work for Ben.',
    },
    'stays-behind': {
      verdict: 'wrong-result',
      say: 'The request is over, and its user is still there, waiting for the next request of this thread.',
    },
  },
});
