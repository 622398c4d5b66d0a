/**
 * The four steps of the capstone put together, over a simulated network: its visitors leave, its upstream fails or hangs, and the bell rings in
 * the middle of it. Every order, with every mixture of these.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { handle, type Reply } from '#engine';
import type { Exploration } from '#explore';
import { describe, expect, it } from 'vitest';

const LESSON = path.join(import.meta.dirname, '../content/lessons/patterns/joke-proxy');
const STEPS = ['one-visitor', 'one-call-per-joke', 'a-full-house', 'closing-time'];

/** A day with visitors: when each comes, and for how long each may stay. They want the same joke. The bell rings at `bell`. */
const day = (visitors: readonly (readonly number[])[], bell: number): string => `
  import { after, anyOf, chan, context, go, select, sleep, WaitGroup } from 'happens-before/go';
  import { limited } from './a-full-house';
  import { serve } from './closing-time';
  import { jokes } from './one-call-per-joke';
  import { handle } from './one-visitor';

  async function ask(ctx: context.Context) {
    const mood = await anyOf(['tells', 'fails', 'hangs']);
    await select(
      after(mood === 'hangs' ? 60_000 : 30).onReceive(),
      ctx.done().onReceive(() => { throw context.cause(ctx); }),
    );
    if (mood === 'fails') throw new Error('ill');
    return 'a joke';
  }
  const joke = jokes(ask);
  const visited = limited((request, key) => handle(request, (ctx) => joke(ctx, key)), 2, 1);

  interface Visit { readonly patience: number; readonly answer: { send(status: number): Promise<void> } }
  const door = chan<Visit>();
  const [stop, ring] = context.withCancel(context.background());
  async function answer(ctx: context.Context, { patience, answer }: Visit) {
    const [request, end] = context.withTimeout(ctx, patience);
    const { status } = await visited(request, '7');
    end();
    await answer.send(status);
  }

  const all = new WaitGroup();
  const seen = new Array<number>(${visitors.length});
  for (const [place, [at, ...stays]] of ${JSON.stringify(visitors)}.entries()) {
    all.go(async () => {
      await sleep(at);
      const inbox = chan<number>(1);
      const isInside = await select(
        door.onSend({ patience: await anyOf(stays), answer: inbox }, () => true),
        stop.done().onReceive(() => false),
      );
      seen[place] = isInside ? ((await inbox.receive()) as number) : 0;
    });
  }
  go('bell', async () => {
    await sleep(${bell});
    ring();
  });
  await serve(stop, door, answer, async () => {});
  await all.wait();
  console.log(seen.join(' '));
`;

function exploreDay(visitors: readonly (readonly number[])[], bell: number): Exploration {
  const files = Object.fromEntries(STEPS.map((step) => [`${step}.ts`, readFileSync(path.join(LESSON, 'exercises', step, 'solution.ts'), 'utf8')]));
  const replies: Reply[] = [];
  handle({ kind: 'explore', program: { files: { ...files, 'main.ts': day(visitors, bell) }, entry: 'main.ts' }, timers: 'patient', maxRuns: 20_000 }, (reply) => replies.push(reply));
  const reply = replies.at(-1) as Reply;
  if (reply.kind !== 'explored') throw new Error(JSON.stringify(reply));
  return reply.exploration;
}

/** What each visitor was told, in all orders; 0: turned away at the door. */
function told(exploration: Exploration): string[] {
  expect(exploration).toMatchObject({ complete: true, deadlocks: [], races: [], leaks: [] });
  for (const { end } of exploration.outcomes) expect(end).toBe('ok');
  return exploration.outcomes.map(({ output }) => output.join()).sort();
}

describe('the joke proxy, put together', () => {
  it('gives both who want the joke the same answer, or each its own end', () => {
    expect(told(exploreDay([[0, 200, 10], [1, 200, 15]], 500))).toEqual(['200 200', '200 499', '499 200', '499 499', '499 502', '499 504', '502 499', '502 502', '504 499', '504 504']);
  });

  it('turns away the fourth', () => {
    const answers = told(exploreDay([[0, 200], [1, 200], [2, 200], [3, 200]], 500));
    expect(answers).toContain('200 200 200 503');
    for (const each of answers) expect(each).toMatch(/^(\d+ ){3}503$/);
  });

  it('answers whoever is inside when the bell rings', () => {
    // At 110 the second one’s own time is over, and that of all who are still inside.
    expect(told(exploreDay([[0, 200], [10, 200]], 10))).toEqual(['200 0', '200 200', '502 0', '502 502', '504 0', '504 499', '504 504']);
  });
});
