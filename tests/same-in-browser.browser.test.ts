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

const sandbox = openSandbox();
afterAll(() => sandbox.close());

/** The reply of both, which are equal but for the time it took. */
async function inBoth(request: Request): Promise<Reply> {
  const [inNode, inPage] = await Promise.all([commands.keptReply(request), sandbox.run(request).done]);
  expect(JSON.stringify(withoutMs(inPage))).toBe(JSON.stringify(withoutMs(inNode)));
  return inPage;
}

describe.each(named(exercises))('%s', (_, exercise) => {
  it.each(['solution.ts', 'starter.ts', ...exercise.wrong.map((name) => `wrong/${name}.ts`)])('judges %s alike', async (file) => {
    expect(await inBoth(checkOf(exercise, file))).toMatchObject({ kind: 'judged', verdict: { passed: file === 'solution.ts' } });
  });
});

describe.each(named(programs))('%s', (_, program) => {
  it('explores alike, and runs alike in every order that was found', async () => {
    for (const schedule of schedulesOf(await inBoth(exploreOf(program)))) {
      expect(await inBoth(runOf(program.text, schedule)), schedule).toMatchObject({ kind: 'ran' });
    }
  });
});
