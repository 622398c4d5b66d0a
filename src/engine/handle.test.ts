import { describe, expect, it } from 'vitest';
import { handle } from './handle.ts';
import type { Reply } from './types.ts';

const program = { files: { 'main.ts': "console.log('a');\nconsole.log('b');\nconsole.log('c');" }, entry: 'main.ts' };

function repliesTo(now?: () => number): readonly Reply[] {
  const replies: Reply[] = [];
  handle({ kind: 'run', program }, (reply) => replies.push(reply), now === undefined ? {} : { now });
  return replies;
}

const outputs = (replies: readonly Reply[]) => replies.flatMap((reply) => (reply.kind === 'output' ? [reply.lines] : []));

describe('a run', () => {
  it('RN22 passes lines on while the program runs', () => {
    let time = 0;
    const replies = repliesTo(() => (time += 40));
    expect(outputs(replies)).toEqual([['a'], ['b'], ['c']]);
    expect(replies.at(-1)?.kind).toBe('ran');
  });

  it('RN22 gathers lines that come close together', () => {
    expect(outputs(repliesTo(() => 5))).toEqual([['a'], ['b', 'c']]);
  });

  it('RN22 gives all lines at the end where there is no clock', () => {
    expect(outputs(repliesTo())).toEqual([['a', 'b', 'c']]);
  });
});
