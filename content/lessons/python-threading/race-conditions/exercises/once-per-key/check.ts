import { check } from 'happens-before/check';
import { Queue, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

type Pages = Readonly<Record<string, string>>;

/** A cache of `pages`, and a way to ask what it has loaded. */
function cacheOf({ makeCache }: typeof Answer, pages: Pages) {
  const loads = new Queue<string>();
  const get = makeCache(async (key) => {
    loads.putNowait(key);
    return pages[key] ?? '';
  });
  function loaded() {
    const keys: string[] = [];
    while (!loads.empty()) keys.push(loads.getNowait());
    return keys.sort();
  }
  return { get, loaded };
}

/** Asks for all `keys` at the same time, a thread for each. */
async function atOnce(
  answer: typeof Answer,
  pages: Pages,
  keys: readonly string[],
) {
  const { get, loaded } = cacheOf(answer, pages);
  const got: string[] = keys.map(() => 'nothing');
  const threads = keys.map((key, i) => {
    const target = async () => {
      got[i] = await get(key);
    };
    return new Thread({ target, name: `reader ${i + 1}` });
  });
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return { loaded: loaded(), got };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one reader, twice',
      async play(answer) {
        const { get, loaded } = cacheOf(answer, { home: 'hi' });
        const got = [await get('home'), await get('home')];
        return { loaded: loaded(), got };
      },
      expect: { loaded: ['home'], got: ['hi', 'hi'] },
    },
    {
      name: 'one reader, an empty page',
      async play(answer) {
        const { get, loaded } = cacheOf(answer, { blank: '' });
        const got = [await get('blank'), await get('blank')];
        return { loaded: loaded(), got };
      },
      expect: { loaded: ['blank'], got: ['', ''] },
    },
    {
      name: 'two readers, one page',
      maxSteps: 200,
      async play(answer) {
        const pages = { home: 'hi' };
        return await atOnce(answer, pages, ['home', 'home']);
      },
      expect: { loaded: ['home'], got: ['hi', 'hi'] },
    },
    {
      name: 'two readers, two pages',
      maxSteps: 200,
      async play(answer) {
        const pages = { a: 'hi', b: 'why' };
        return await atOnce(answer, pages, ['b', 'a']);
      },
      expect: { loaded: ['a', 'b'], got: ['why', 'hi'] },
    },
    {
      name: 'a page that fails to load',
      async play({ makeCache }) {
        const get = makeCache(async (key) => {
          if (key === 'lost') throw new Error('not found');
          return 'hi';
        });
        const told = await get('lost').catch((error: Error) => error.message);
        return { told, next: await get('home') };
      },
      expect: { told: 'not found', next: 'hi' },
    },
  ],
  mistakes: {
    'keeps-the-lock': {
      verdict: 'deadlock',
      scene: 'a page that fails to load',
      say: 'Loading threw, and the line that releases the lock was never reached. Whoever asks next, for any page, waits for ever. What releases a lock however its body ends?',
    },
    'asks-for-the-value': {
      verdict: 'wrong-result',
      scene: 'one reader, an empty page',
      say: 'An empty page is a page as well. Ask whether the key is there, not whether its value looks like something.',
    },
    'marks-it-first': {
      verdict: 'wrong-result',
      scene: 'two readers, one page',
      got: { loaded: ['home'], got: ['hi', ''] },
      say: 'The page is loaded once, but the second reader does not wait for it: it finds your mark and takes that for the page.',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*while \()[\s\S]*\bsleep\(/,
      say: 'The pause makes room for the other thread, and both can still look before either has stored anything. No pause is long enough for an order that is allowed.',
    },
    'lock-per-key': {
      verdict: 'wrong-result',
      scene: 'two readers, one page',
      code: /Map<string, Lock>/,
      say: 'A lock for each key is a fine idea. But the first two readers of a key each look for its lock, find none, and make one. Making the lock is a check and an act, too.',
    },
    'lock-per-call': {
      verdict: 'wrong-result',
      scene: 'two readers, one page',
      code: /function get[\s\S]*new Lock\(\)/,
      say: 'Each call brings its own lock, so nobody ever has to wait. Where must a lock be made so that two readers meet at it?',
    },
    'locks-the-write': {
      verdict: 'wrong-result',
      scene: 'two readers, one page',
      code: /await load[\s\S]*\.(with|acquire)\(/,
      say: 'The lock guards the moment of storing, which was in no danger. Both readers had looked, and both had loaded, before either came to it.',
    },
    'looks-outside': {
      verdict: 'wrong-result',
      scene: 'two readers, one page',
      code: /new Lock\(\)/,
      say: 'The second reader waits for the lock as it should. When it gets in, it acts on what it saw before it waited.',
    },
    'stores-the-promise': {
      verdict: 'wrong-result',
      scene: 'two readers, one page',
      code: /Promise<string>>\(|set\(key, load\(/,
      say: 'In plain JavaScript this is right, since nothing comes between two lines without an await. Threads can both look before either of them stores the promise.',
    },
    'keeps-the-first': {
      verdict: 'wrong-result',
      scene: 'two readers, one page',
      code: /load\([\s\S]*(has|get)\(key\)[\s\S]*set\(/,
      say: 'Whoever comes second throws its page away and takes the first one: everybody gets the same value. But the page has been loaded twice by then.',
    },
    'checks-then-acts': {
      verdict: 'wrong-result',
      scene: 'two readers, one page',
      say: 'Both readers look, find nothing, and load. What the first one is about to store is not there yet when the second one looks.',
    },
  },
});
