import { explore, inGo, possible, prints, run, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('errgroup', () => {
  it('EG1 wait waits for all, and throws the first error', () => {
    expect(possible(inGo(`
const group = new errgroup.Group();
for (const n of [1, 2]) group.go(async () => { throw new Error(\`no \${n}\`); });
group.go(async () => { await sleep(5); console.log('done'); });
try { await group.wait(); } catch (error) { console.log(error.message); }
    `))).toEqual(['ok: done, no 1', 'ok: done, no 2']);
    expect(prints(inGo("const group = new errgroup.Group();\ngroup.go(() => 1);\nconsole.log(await group.wait());"))).toEqual(['undefined']);
  });

  it('EG2 withContext ends its context at the first error, with that cause, and when wait returns', () => {
    expect(prints(inGo(`
const [group, ctx] = errgroup.withContext(context.background());
group.go(async () => { await ctx.done().receive(); console.log(ctx.err()?.message, context.cause(ctx).message); });
group.go(async () => { throw new Error('spilt'); });
try { await group.wait(); } catch (error) { console.log(error.message); }
    `))).toEqual(['context canceled spilt', 'spilt']);
    expect(prints(inGo("const [group, ctx] = errgroup.withContext(context.background());\ngroup.go(() => {});\nawait group.wait();\nconsole.log(ctx.err()?.message, context.cause(ctx) === context.Canceled);"))).toEqual(['context canceled true']);
  });

  it('EG3 without a context nobody is told of the error', () => {
    expect(stuckIn(inGo("const group = new errgroup.Group();\nconst [ctx] = context.withCancel(context.background());\ngroup.go(async function pay() { await ctx.done().receive(); });\ngroup.go(() => { throw new Error('x'); });\nawait group.wait();"))).toEqual(['main: sync.WaitGroup.Wait', 'pay: chan receive']);
  });

  it('EG4 setLimit lets so many run at once: go waits, tryGo does not', () => {
    expect(possible(inGo(`
const group = new errgroup.Group();
group.setLimit(1);
let inside = 0;
for (const n of [1, 2]) await group.go(async () => { inside++; if (inside > 1) panic('two'); await sleep(1); inside--; });
await group.wait();
    `))).toEqual(['ok']);
    expect(prints(inGo("const group = new errgroup.Group();\ngroup.setLimit(1);\nconsole.log(group.tryGo(async () => { await sleep(5); }), group.tryGo(() => {}));\nawait sleep(6);\nconsole.log(group.tryGo(() => {}));\ngroup.setLimit(-1);"))).toEqual(['true false', 'true', 'panic: errgroup: modify limit while 1 goroutines in the group are still active (line 7)']);
  });

  it('EG4 a member that starts another waits for its own place', () => {
    expect(run(inGo("const group = new errgroup.Group();\ngroup.setLimit(1);\nawait group.go(async function outer() { await group.go(() => {}); });\nawait group.wait();")).end).toMatchObject({ kind: 'deadlock', waiting: [{ reason: 'sync.WaitGroup.Wait' }, { reason: 'chan send' }] });
  });

  it('EG5 a panic is not caught', () => {
    expect(prints(inGo("const group = new errgroup.Group();\ngroup.go(() => {\n  panic('boom');\n});\nawait group.wait();"))).toEqual(['panic: boom (line 4)']);
  });

  it('EG6 the end of each function happens before wait returns', () => {
    expect(explore(inGo("const seen = [0, 0];\nconst group = new errgroup.Group();\nfor (const i of [0, 1]) group.go(async () => { seen[i] = 1; });\nawait group.wait();\nconsole.log(seen);")).races).toEqual([]);
  });

  it('EG7 takes functions, and a whole number as limit', () => {
    expect(prints(inGo('new errgroup.Group().go(1 as any);'))).toEqual([expect.stringContaining('errgroup: go takes a function, not 1')]);
    expect(prints(inGo('new errgroup.Group().tryGo(1 as any);'))).toEqual([expect.stringContaining('errgroup: tryGo takes a function, not 1')]);
    expect(prints(inGo('new errgroup.Group().setLimit(0.5);'))).toEqual(['error: TypeError: errgroup: setLimit takes a whole number, not 0.5 (line 2)']);
  });
});
