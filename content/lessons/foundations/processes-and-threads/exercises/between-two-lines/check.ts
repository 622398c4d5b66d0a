import { check } from 'happens-before/check';
import { Lock, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

type Log = Answer.Log;

const newLog = (): Log => ({ lock: new Lock(), begun: 0, ended: 0 });

/** All memory is copied at one moment. */
const copied = ({ lock, begun, ended }: Log) =>
  [lock.locked(), { lock: new Lock(), begun, ended }] as const;

/** A lock that is held is held in the copy, too, by nobody who is there. */
async function fork(log: Log): Promise<Log> {
  const [isHeld, child] = copied(log);
  if (isHeld) {
    const holder = new Thread({
      name: 'not copied',
      target: () => child.lock.acquire(),
    });
    holder.start();
    await holder.join();
  }
  return child;
}

/** Writes a line. In between, the log is not fit to be seen. */
async function write(log: Log) {
  await log.lock.acquire();
  log.begun++;
  log.ended++;
  log.lock.release();
}

/** Whether somebody could write a line now. */
const isFree = ({ lock }: Log) => lock.acquire(false);

async function childOf(
  launch: typeof Answer.launch,
  log: Log,
  writers: number,
) {
  const threads = Array.from({ length: writers }, (_, n) =>
    new Thread({ name: `writer ${n + 1}`, target: write, args: [log] }),
  );
  for (const thread of threads) thread.start();
  const child = await launch(log, fork);
  await child.lock.acquire();
  const isWhole = child.begun === child.ended;
  child.lock.release();
  for (const thread of threads) await thread.join();
  return [isWhole, await isFree(log), log.ended];
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'nobody writes',
      async play({ launch }) {
        const log = newLog();
        const child = await launch(log, fork);
        return [await isFree(child), await isFree(log)];
      },
      expect: [true, true],
    },
    {
      name: 'somebody writes',
      maxSteps: 100,
      play: ({ launch }) => childOf(launch, newLog(), 1),
      expect: [true, true, 1],
    },
    {
      name: 'two write',
      maxSteps: 150,
      play: ({ launch }) => childOf(launch, newLog(), 2),
      expect: [true, true, 2],
    },
    {
      name: 'a child of its own lines',
      async play({ launch }) {
        const log = newLog();
        await write(log);
        const child = await launch(log, fork);
        await write(log);
        return [child.begun, child.ended, log.ended];
      },
      expect: [1, 1, 2],
    },
  ],
  mistakes: {
    'forks-at-once': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*(acquire|with|locked)\()/,
      say: 'The fork came while the writer held the lock. The child’s copy is held as well, and the thread that would release it was not copied. At which moments may somebody fork?',
    },
    'forgets-the-child': {
      verdict: 'wrong-result',
      scene: 'nobody writes',
      got: [false, true],
      say: 'You held the lock during the fork, and so the child’s copy of it is held as well. The one who could have released it is in the parent. Somebody has to let go twice.',
    },
    'forgets-the-parent': {
      verdict: 'wrong-result',
      scene: 'nobody writes',
      got: [true, false],
      say: 'The child can write, and the parent never again. After the fork there are two locks, and each is held.',
    },
    'a-new-lock': {
      verdict: 'wrong-result',
      code: /new Lock/,
      say: 'The new lock is free, and what it guards is not fit to be seen: the writer had begun a line, and in the child nobody will end it. The lock was held for a reason.',
    },
    'breaks-it-open': {
      verdict: 'wrong-result',
      code: /if \(child\.lock\.locked\(\)\)\s*\{?\s*child\.lock\.release/,
      say: 'Now the lock is open, and half a line is in the log of the child. The writer who would have finished it was not copied. Can you choose a moment at which nobody is in the middle of one?',
    },
    'waits-in-the-child': {
      verdict: 'deadlock',
      code: /await child\.lock\.acquire/,
      say: 'The child waits for a thread that it does not have. A fork copies all of the memory, and one thread: the one that called it.',
    },
    'looks-first': {
      verdict: 'deadlock',
      code: /while \(/,
      say: 'It was free when you looked. Between that and the fork, a writer may begin. Whoever holds the lock need not look.',
    },
    'lets-go-too-early': {
      verdict: 'deadlock',
      code: /(log\.lock\.release\(\)|lock\.with\(async \(\) => \{\s*\}\));\s*return await fork/,
      say: 'You waited for the lock, and let it go before the fork. In between, a writer may begin a line. Hold it until the copy is made.',
    },
  },
});
