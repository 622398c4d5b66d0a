/** One program, one schedule, one trace: each time, and whichever door it came in by. */
import { describe, expect, it } from 'vitest';
import { handle, type Reply, type Request } from '#engine';
import { keptReply } from '#sandbox/kept';
import { runInNode } from '#sandbox/node';
import { exploreOf, named, programs, runOf, schedulesOf, withoutMs } from './course.ts';

/** The engine without the sandbox and without a bundle, as the command line calls it. */
function direct(request: Request): Reply {
  let last: Reply | undefined;
  handle(request, (reply) => (last = reply));
  return last!;
}

const json = (reply: Reply): string => JSON.stringify(withoutMs(reply));

/** Each is asked in a process of its own, and the kept reply may be one of another day: what is compared are never two of a kind. */
describe.each(named(programs))('%s', (_, program) => {
  it('explores alike each time, and alike without the sandbox', async () => {
    expect(json(direct(exploreOf(program)))).toBe(json(await keptReply(exploreOf(program))));
  });

  it('replays each order that was found, step for step', async () => {
    for (const schedule of schedulesOf(await keptReply(exploreOf(program)))) {
      const reply = await keptReply(runOf(program.text, schedule));
      if (reply.kind !== 'ran') throw new Error(`${schedule}: ${JSON.stringify(reply)}`);
      expect(json(direct(runOf(program.text, schedule))), schedule).toBe(json(reply));
      // What the trace calls itself is the same order in other words.
      expect(json(direct(runOf(program.text, reply.trace.schedule))), schedule).toBe(json(reply));
    }
  });
});

/** The realm of the sandbox is closed: what a built-in says of itself must not depend on that. */
describe('a run that fails', () => {
  it.each([
    'const f: any = 1;\nf();',
    'function f(): number {\n  return f() + 1;\n}\nf();',
    'class Missing extends Error {}\nthrow new Missing("gone");',
    'throw Object.assign(new Error("no"), { name: "Refused" });',
    'console.log(new RangeError("far"), [new Error()], { e: new TypeError("t") });',
    'throw null;',
  ])('fails alike without the sandbox: %j', async (text) => {
    expect(json(direct(runOf(text)))).toBe(json(await runInNode(runOf(text))));
  });
});

/** The bundle of the sandbox is minified, and a trace calls things by the names of their classes. */
describe('a value of the library', () => {
  it.each([
    'import { chan, Mutex, WaitGroup } from "happens-before/go";\nconsole.log(chan(2), [new Mutex()], { all: new WaitGroup() });',
    'import { chan } from "happens-before/go";\nconst inboxes = chan(1);\nawait inboxes.send(chan(2));',
    'import { context, go, sleep } from "happens-before/go";\nconst [ctx, cancel] = context.withCancel(context.background());\ncancel();\nconst look = async () => console.log(ctx.err()!.message);\ngo(look);\ngo(look);\nawait sleep(1);',
  ])('has the same name without the sandbox: %j', async (text) => {
    expect(json(direct(runOf(text)))).toBe(json(await runInNode(runOf(text))));
  });
});
