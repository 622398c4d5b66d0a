import { afterAll, describe, expect, it } from 'vitest';
import standIn from 'virtual:sandbox/stand-in';
import type { Reply, Request } from '#engine';
import { openSandbox } from './sandbox.ts';
import { hostilePrograms } from './hostile.ts';

const sandbox = openSandbox(standIn);
const request = (program: string): Request => ({ kind: 'run', program: { files: { 'main.ts': program }, entry: 'main.ts' } });

/** The longest time for which the page could not react while `work` was under way. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 10);
    last = now;
  }, 10);
  await work();
  clearInterval(timer);
  return longest;
}

describe('a hostile program', () => {
  afterAll(() => sandbox.close());

  it.each(hostilePrograms)('gets nowhere, $attack: $name', async ({ program, endless }) => {
    const replies: Reply[] = [];
    let last: Reply | undefined;
    const stall = await longestStall(async () => {
      last = await sandbox.run(request(program), (reply) => replies.push(reply), { watch: { silence: 600, limit: 2_000 } }).done;
    });
    expect(JSON.stringify(replies)).not.toContain('ESCAPED');
    expect(replies.some((reply) => reply.kind === 'judged')).toBe(false);
    if (endless) expect(last).toMatchObject({ kind: 'stopped' });
    else expect(last?.kind).toMatch(/^(ran|refused|stopped)$/);
    expect(stall).toBeLessThan(500);
    const after = await sandbox.run(request(`console.log('still here');`)).done;
    expect(after).toMatchObject({ kind: 'ran', trace: { output: ['still here'] } });
  });

  it('leaves one frame in the page', () => {
    expect(document.querySelectorAll('iframe[sandbox]')).toHaveLength(1);
  });
});
