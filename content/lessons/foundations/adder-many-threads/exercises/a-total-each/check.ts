import { check } from 'happens-before/check';
import { currentThread, Lock } from 'happens-before/threading';
import type * as Answer from './solution';

type Files = Record<string, number[]>;

/** Adds up `files`; says how many threads read them. */
async function adding({ addUp }: typeof Answer, files: Files) {
  const readers = new Set<string>();
  const sum = await addUp(Object.keys(files), async (file) => {
    readers.add(currentThread().name);
    return files[file] ?? [];
  });
  return { sum, threads: readers.size };
}

/** Hands out no file before all of them are asked for. */
async function slowly({ addUp }: typeof Answer, files: Files) {
  const names = Object.keys(files);
  const asking = new Lock();
  const allAsked = new Lock();
  let asked = 0;
  await allAsked.acquire();

  return await addUp(names, async (file) => {
    await asking.acquire();
    asked += 1;
    if (asked === names.length) allAsked.release();
    asking.release();
    await allAsked.acquire();
    allAsked.release();
    return files[file] ?? [];
  });
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two files, one number each',
      maxSteps: 200,
      async play(answer) {
        return await adding(answer, { jan: [3], feb: [4] });
      },
      expect: { sum: 7, threads: 2 },
    },
    {
      name: 'three files of different lengths',
      async play(answer) {
        const files = { jan: [100], feb: [20, 1], mar: [] };
        return await adding(answer, files);
      },
      expect: { sum: 121, threads: 3 },
    },
    {
      name: 'files that come once all are asked for',
      async play(answer) {
        return await slowly(answer, { a: [5], b: [6, 7] });
      },
      expect: 18,
    },
  ],
  mistakes: {
    sleeps: {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*while \()[\s\S]*\bsleep\(/,
      say: 'The pause changes which orders are likely, not which ones exist. Look at the two reads of the total: they still fit between each other’s writes.',
    },
    'reads-in-main': {
      verdict: 'wrong-result',
      got: { sum: 7, threads: 1 },
      say: 'The sum is right, because only one thread is left to be wrong. Keep a thread for each file, and find what they must not share.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      got: { sum: 0, threads: 0 },
      say: 'The threads keep their sums apart, but here the sums are added up before the first thread has read anything. What tells you that a thread is done?',
    },
    'lock-per-thread': {
      verdict: 'wrong-result',
      code: /function addFile[\s\S]*new Lock\([\s\S]*\.start\(/,
      say: 'Each thread makes a lock, and nobody else knows of it. Count how many threads ever wait for the same one.',
    },
    'lock-per-number': {
      verdict: 'race',
      code: /new Lock\(/,
      say: 'Every addition gets a new lock, so nobody ever finds one taken. A lock keeps others out only if they ask for the same one.',
    },
    'locks-the-write': {
      verdict: 'wrong-result',
      code: /new Lock\(/,
      say: 'Nobody can write while you hold the lock. But look when the number you write was read: was the lock held then?',
    },
    'works-on-a-copy': {
      verdict: 'wrong-result',
      code: /\.\.\.total|structuredClone|Object\.assign/,
      say: 'The copy is yours alone, and so far so good. Then it is written back over whatever the others did since you took it.',
    },
    'adds-once-at-the-end': {
      verdict: 'wrong-result',
      code: /let (\w+) = 0;[\s\S]*\+= \1\b/,
      say: 'Much better: one addition to the shared total per thread, not one per number. One is still a read and a write, with a gap between them.',
    },
    'still-shared': {
      verdict: 'wrong-result',
      scene: 'two files, one number each',
      code: /\.join\(/,
      say: 'Both threads read the shared total before either has written it, and the second write covers the first. What if there were nothing to share until both are done?',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'files that come once all are asked for',
      say: 'These files come only when all of them have been asked for, and your second thread is not started yet. When do you wait for the first?',
    },
  },
});
