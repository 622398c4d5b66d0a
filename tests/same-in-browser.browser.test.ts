/** The page and Node run the same text of the engine, so they say the same: every verdict, every trace, to the last byte. */
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import type { Reply, Request } from '#engine';
import { openSandbox } from '#sandbox';
import { checkOf, exercises, exploreOf, named, programs, runOf, schedulesOf, withoutMs } from './course.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** `keptReply` of `#sandbox/kept`, on the other side of the wire. See vitest.config.ts. */
    keptReply: (request: Request) => Promise<Reply>;
  }
}

/** A sandbox runs one job at a time; two of them keep two cores busy. The tests below run two at a time, and each takes the one that is free. */
const sandboxes = [openSandbox(), openSandbox()];
const free = [...sandboxes];
afterAll(() => sandboxes.forEach((sandbox) => sandbox.close()));

async function inPage(request: Request): Promise<Reply> {
  const sandbox = free.pop();
  if (sandbox === undefined) throw new Error('more tests at once than sandboxes: maxConcurrency of vitest.config.ts');
  try {
    // Against hanging only: a busy machine is slow, not wrong.
    return await sandbox.run(request, undefined, { watch: { limit: 50_000, silence: 50_000 }, limits: { exploreMs: 50_000 } }).done;
  } finally {
    free.push(sandbox);
  }
}

/** The reply of both, which are equal but for the time it took. */
async function inBoth(request: Request): Promise<Reply> {
  const [node, page] = await Promise.all([commands.keptReply(request), inPage(request)]);
  expect(JSON.stringify(withoutMs(page))).toBe(JSON.stringify(withoutMs(node)));
  return page;
}

describe.concurrent.each(named(exercises))('%s', (_, exercise) => {
  it.each(['solution.ts', 'starter.ts', ...exercise.wrong.map((name) => `wrong/${name}.ts`)])('judges %s alike', async (file) => {
    expect(await inBoth(checkOf(exercise, file))).toMatchObject({ kind: 'judged', verdict: { passed: file === 'solution.ts' } });
  });
});

describe.concurrent.each(named(programs))('%s', (_, program) => {
  it('explores alike, and runs alike in every order that was found', async () => {
    for (const schedule of schedulesOf(await inBoth(exploreOf(program)))) {
      expect(await inBoth(runOf(program.text, schedule)), schedule).toMatchObject({ kind: 'ran' });
    }
  });
});
