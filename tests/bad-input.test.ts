/**
 * What a learner, an author or a link can get wrong, and what they are told: the words are written out here, so that whoever
 * changes them reads them. The same through the page is in e2e/bad-input.spec.ts.
 */
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Reply, Request } from '#engine';
import { runInNode } from '#sandbox/node';
import { outcome, type Place } from '#trace';
import { runOf } from './course.ts';

const ask = (request: Request): Promise<Reply> => runInNode(request);

/** What somebody reads, as text. */
function words(reply: Reply): string {
  switch (reply.kind) {
    case 'ran': {
      const { end, output } = reply.trace;
      const place = 'place' in end ? at(end.place) : '';
      return [...output.slice(-2), `${outcome(reply.trace) ?? 'ok'}${place}`].join('\n');
    }
    case 'refused':
      return reply.diagnostics.map(problem).join('\n');
    case 'stopped':
      return [reply.title, reply.text].join('\n').trimEnd();
    case 'judged': {
      const { headline, failure } = reply.verdict;
      return [headline, ...(failure === undefined ? [] : [failure.say, failure.report])].join('\n');
    }
    default:
      return JSON.stringify(reply);
  }
}

const at = (place: Place | undefined): string => (place === undefined ? '' : ` @ ${place.file ?? 'main.ts'}:${place.line}`);
const problem = ({ file, line, column, message, hint }: Diagnostic): string =>
  `${file}:${line}:${column} ${message}${hint === undefined ? '' : `\nTry: ${hint}`}`;
const run = async (text: string, schedule?: string): Promise<string> => words(await ask(runOf(text, schedule)));

describe('a program that does not compile', () => {
  it('is told where', async () => {
    expect(await run('const a = 1;\nconst b = ;\n')).toMatchInlineSnapshot(`"main.ts:2:11 unexpected ";""`);
    expect(await run('function f() {\n  console.log(1);\n')).toMatchInlineSnapshot(`
      "main.ts:3:1 the program ends in the middle of something
      Try: close every {, ( and [ that is open."
    `);
    expect(await run("import { chan } from 'happens-before/og';\nchan();")).toMatchInlineSnapshot(`
      "main.ts:1:22 there is no module "happens-before/og" here
      Try: a program can import happens-before/go, happens-before/threading, happens-before/lambda, happens-before/testing, happens-before/check, and its own files as "./name"."
    `);
    expect(await run('function f() {\n  await 1;\n}')).toMatchInlineSnapshot(`
      "main.ts:2:3 "await" needs an async function, and "f" is not async
      Try: write "async" before "function"."
    `);
  });
});

describe('an endless loop', () => {
  it('that never waits is ended with its line', async () => {
    expect(await run('let n = 0;\nfor (;;) n++;')).toMatchInlineSnapshot(
      `"Stopped: main keeps running and gets nowhere: a loop that went round 1,000,001 times without letting anybody else go @ main.ts:2"`,
    );
    expect(await run('function spin() {\n  while (true) {}\n}\nspin();')).toMatchInlineSnapshot(
      `"Stopped: main keeps running and gets nowhere: a loop that went round 1,000,001 times without letting anybody else go @ main.ts:2"`,
    );
  });

  it('that waits is ended with its line', async () => {
    expect(await run("import { sleep } from 'happens-before/go';\nfor (;;) {\n  await sleep(1);\n}")).toMatchInlineSnapshot(
      `"Stopped: main keeps running and gets nowhere: stopped after 10,000 steps @ main.ts:3"`,
    );
    expect(await run('for (;;) {\n  await null;\n}')).toMatchInlineSnapshot(
      `"Stopped: main keeps running and gets nowhere: a loop that went round 1,000,001 times without letting anybody else go @ main.ts:1"`,
    );
  });

  it('that looks at a variable of another task is ended with its line', async () => {
    const text = "import { go } from 'happens-before/go';\nlet done = false;\ngo(async () => {\n  done = true;\n});\nwhile (!done) {}";
    expect(await run(text)).toMatchInlineSnapshot(`"Stopped: main keeps running and gets nowhere: stopped after 10,000 steps @ main.ts:6"`);
  });

  it('is a finding of the search, which says that it has not seen everything', async () => {
    const reply = await ask({ kind: 'explore', program: { files: { 'main.ts': 'for (;;) {}' }, entry: 'main.ts' } });
    expect(reply).toMatchObject({
      kind: 'explored',
      exploration: { complete: false, outcomes: [{ end: 'livelock' }] },
      trace: { end: { place: { line: 1 } } },
    });
  });

  it('inside one step, where the engine cannot count, is ended by the clock', async () => {
    const stuck = runOf(`/^(a+)+$/.test('a'.repeat(60) + 'b');`);
    expect(words(await runInNode(stuck, { timeoutMs: 4_000 }))).toMatchInlineSnapshot(`
      "stopped: no step came to its end for 4 s
      Why:    one step of the program goes on for ever, or nearly so: a regular expression that backtracks, a built-in at work on a huge value, or a loop that fills the memory.
      Try:    make that value smaller, see that the loop comes to an end, or write the expression so that it can match in one way only."
    `);
  });
});

describe('too much', () => {
  it('output is cut', async () => {
    expect(await run('for (let i = 0; i < 700; i++) console.log(i);')).toMatchInlineSnapshot(`
      "499
      … output cut after 500 lines
      ok"
    `);
    expect(await run('for (;;) {\n  console.log("again");\n}')).toMatchInlineSnapshot(`
      "again
      … output cut after 500 lines
      Stopped: main keeps running and gets nowhere: more than 1,000 lines of output @ main.ts:2"
    `);
  });

  it('text in one line is cut', async () => {
    const reply = await ask(runOf(`console.log('x'.repeat(5_000_000));`));
    expect(reply).toMatchObject({ kind: 'ran', trace: { end: { kind: 'ok' }, output: [expect.stringMatching(/^x+…$/)] } });
    expect(JSON.stringify(reply).length).toBeLessThan(20_000);
  });

  it('memory at once is an error with its line', async () => {
    expect(await run('const size = 2 ** 52;\nconst all = new ArrayBuffer(size);')).toMatchInlineSnapshot(
      `"Error in main: RangeError: Array buffer allocation failed @ main.ts:2"`,
    );
    expect(await run('let text = "x";\nfor (;;) {\n  text += text;\n}')).toMatchInlineSnapshot(
      `"Error in main: RangeError: Invalid string length @ main.ts:3"`,
    );
  });

  it('memory bit by bit ends the program, not the course', async () => {
    expect(await run('const all: unknown[] = [];\nfor (;;) all.push(new Array(10_000).fill(1));')).toMatchInlineSnapshot(`
      "stopped: the program used up the memory
      Why:    it makes values faster than they can be dropped, or one that is too large.
      Try:    look for a list or a text that grows in a loop."
    `);
    expect(await run('console.log(1);')).toBe('1\nok');
  });

  it('recursion is an error with its line', async () => {
    expect(await run('function f(): number {\n  return f() + 1;\n}\nf();')).toMatchInlineSnapshot(
      `"Error in main: RangeError: Maximum call stack size exceeded @ main.ts:2"`,
    );
  });
});

describe('what would go past the scheduler', () => {
  it('is refused where it has a name', async () => {
    expect(await run('const all = await Array.fromAsync([1]);')).toMatchInlineSnapshot(`
      "main.ts:1:19 Array.fromAsync is not available: what it waits for is out of the scheduler's sight
      Try: write: for await (const value of values) all.push(value);"
    `);
    expect(await run("const make = Function;\nmake('return 1')();")).toMatchInlineSnapshot(`
      "main.ts:1:14 "Function" cannot make functions here: the course must see the whole program
      Try: write the function itself."
    `);
    expect(await run("const fs = await import('node:fs');")).toMatchInlineSnapshot(`
      "main.ts:1:18 "import()" is not available in a lesson's program
      Try: import at the top of the file."
    `);
  });

  it('is an error with its line where it has none', async () => {
    expect(await run('const { constructor } = () => {};\nconstructor("return this")();')).toMatchInlineSnapshot(
      `"Error in main: TypeError: this Function is not available: it would make a function of a text that the course has not seen @ main.ts:2"`,
    );
    // The words are those of what async functions inherit.
    expect(await run('const { constructor } = async () => {};\n(constructor as any)("await null")();')).toMatch(
      /^Error in main: .*Function.* @ main.ts:2$/,
    );
    expect(await run('const { constructor } = function* () {};\nconstructor("yield 1")();')).toMatchInlineSnapshot(
      `"Error in main: TypeError: this GeneratorFunction is not available: it would make a function of a text that the course has not seen @ main.ts:2"`,
    );
    expect(await run('const all = ([].constructor as any).fromAsync([1]);')).toMatchInlineSnapshot(
      `"Error in main: TypeError: $1.fromAsync is not a function @ main.ts:1"`,
    );
    expect(await run('const memory = new SharedArrayBuffer(4);')).toMatchInlineSnapshot(
      `"Error in main: TypeError: SharedArrayBuffer is not a constructor @ main.ts:1"`,
    );
    expect(await run('await WebAssembly.compile(new Uint8Array());')).toMatchInlineSnapshot(
      `"Error in main: TypeError: Cannot read properties of undefined (reading 'compile') @ main.ts:1"`,
    );
    expect(await run('new FinalizationRegistry(() => {});')).toMatchInlineSnapshot(
      `"Error in main: TypeError: FinalizationRegistry is not a constructor @ main.ts:1"`,
    );
  });

  it('is an error where it is the clock of the machine', async () => {
    expect(await run('const made = new Date(0).constructor as DateConstructor;\nnew made();')).toMatchInlineSnapshot(
      `"Error in main: TypeError: this Date is not available: its clock is not that of the program. Write new Date() @ main.ts:2"`,
    );
    expect(await run("const time = new Intl.DateTimeFormat('en', { timeStyle: 'full' });\ntime.format();")).toMatchInlineSnapshot(
      `"Error in main: TypeError: say which date: format(new Date()) @ main.ts:2"`,
    );
    expect(await run("console.log(new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(new Date()));")).toMatchInlineSnapshot(`
      "1/1/2026
      ok"
    `);
  });
});

describe('what has no end', () => {
  const explored = async (text: string): Promise<unknown> => {
    const reply = await ask({ kind: 'explore', program: { files: { 'main.ts': text }, entry: 'main.ts' } });
    if (reply.kind !== 'explored') return words(reply);
    const { complete, outcomes } = reply.exploration;
    return [complete ? 'all orders' : 'not all orders', ...outcomes.map(({ end, message, output }) => [end, ...(message === undefined ? [] : [message]), ...output].join(' '))].join('\n');
  };

  it('a million messages, reactions that add reactions, a disposal that does not end', async () => {
    const messages = "import { chan } from 'happens-before/go';\nconst ch = chan<number>(1_000_000);\nfor (let i = 0; i < 1_000_000; i++) await ch.send(i);";
    expect(await run(messages)).toMatchInlineSnapshot(`"Stopped: main keeps running and gets nowhere: stopped after 10,000 steps @ main.ts:3"`);
    expect(await explored(messages)).toBe('not all orders\nlivelock stopped after 10,000 steps');
    const reactions = 'const again = (): void => queueMicrotask(again);\nagain();';
    expect(await run(reactions)).toMatchInlineSnapshot(`"Stopped: main keeps running and gets nowhere: promise reactions that never come to an end"`);
    expect(await explored(reactions)).toBe('not all orders\nlivelock promise reactions that never come to an end');
    const disposal = 'await using x = { async [Symbol.asyncDispose]() { for (;;) await null; } };';
    expect(await explored(disposal)).toBe('not all orders\nlivelock a loop that went round 1,000,001 times without letting anybody else go');
  });

  it('a million tasks', async () => {
    expect(await run("import { go } from 'happens-before/go';\nfor (let i = 0; i < 1_000_000; i++) go(async () => {});")).toMatch(/^(Stopped: main keeps running|the result is too long to show)/);
  });

  it('what throws in a getter, or settles twice, is what the language says', async () => {
    expect(await explored("const o = { get x(): number { throw new Error('no'); } };\no.x;")).toBe('all orders\nerror Error: no');
    expect(await explored("console.log(await ({ then(done: any) { done(1); done(2); throw new Error('late'); } } as any));")).toBe('all orders\nok 1');
  });

  it('what the machine could tell is missing', async () => {
    expect(await run('new WeakRef({});')).toMatchInlineSnapshot(`"Error in main: TypeError: WeakRef is not a constructor @ main.ts:1"`);
    expect(await run('new AbortController();')).toMatchInlineSnapshot(`"Error in main: TypeError: AbortController is not a constructor @ main.ts:1"`);
    expect(await run('console.log(typeof Atomics);')).toBe('undefined\nok');
  });
});

describe('what was called and not awaited', () => {
  it('RN28 is a pending promise, and nothing of the engine can be reached from it', async () => {
    const text = "import { Mutex } from 'happens-before/go';\nconst p: any = new Mutex().lock();\nconsole.log(p, typeof p.then, p.constructor === Promise, String(p));\nconsole.log(Reflect.ownKeys(p), { ...p }, p.owner, p.perform, p.start, p.outcome);";
    expect(await run(text)).toMatchInlineSnapshot(`
      "Promise { <pending> } function true [object Promise]
      [] {} undefined undefined undefined undefined
      ok"
    `);
  });

  it('RN28 nor from a lock, of which it is known who holds it', async () => {
    const text = "import { Mutex } from 'happens-before/go';\nconst mu: any = new Mutex();\nawait mu.lock();\nconsole.log(Object.keys(mu.holder?.() ?? {}));";
    expect(await run(text)).toBe("['id', 'name']\nok");
  });

  it('a proxy around a lock is refused where it is used, as the language refuses one around a map', async () => {
    expect(await run("import { Mutex } from 'happens-before/go';\nconst mu = new Proxy(new Mutex(), {});\nawait mu.lock();")).toMatch(/^Error in main: TypeError: .* @ main\.ts:3$/);
  });
});

describe('a built-in', () => {
  it('of the language cannot be replaced', async () => {
    expect(await run('Array.prototype.push = () => 0;')).toMatchInlineSnapshot(
      `"Error in main: TypeError: Cannot assign to read only property 'push' of object '[object Array]' @ main.ts:1"`,
    );
    expect(await run("Object.defineProperty(Object.prototype, 'kind', { get: () => 'ok' });")).toMatchInlineSnapshot(
      `"Error in main: TypeError: Cannot define property kind, object is not extensible @ main.ts:1"`,
    );
    // Nor can it count how often it was run.
    expect(await run('const text: any = {}.toString;\ntext.count = 1;')).toMatchInlineSnapshot(
      `"Error in main: TypeError: Cannot add property count, object is not extensible @ main.ts:2"`,
    );
    expect(await run('JSON.stringify = () => "{}";')).toMatchInlineSnapshot(
      `"Error in main: TypeError: Cannot assign to read only property 'stringify' of object '[object JSON]' @ main.ts:1"`,
    );
  });

  it('of the course cannot be replaced, nor keep anything from one run to the next', async () => {
    const text = "import { Mutex } from 'happens-before/go';\n";
    expect(await run(`${text}Mutex.prototype.lock = async () => {};`)).toMatchInlineSnapshot(
      `"Error in main: TypeError: Cannot assign to read only property 'lock' of object '[object Object]' @ main.ts:2"`,
    );
    expect(await run(`${text}(Mutex as any).count = 1;`)).toMatchInlineSnapshot(
      `"Error in main: TypeError: Cannot add property count, object is not extensible @ main.ts:2"`,
    );
  });
});

describe('a thrown value that is no error', () => {
  it('is shown, with the line of the throw', async () => {
    expect(await run("const ready = false;\nif (!ready) throw 'oops';")).toMatchInlineSnapshot(`"Error in main: thrown: oops @ main.ts:2"`);
    expect(await run('function f() {\n  throw undefined;\n}\nf();')).toMatchInlineSnapshot(
      `"Error in main: thrown: undefined @ main.ts:2"`,
    );
    expect(await run('throw { code: 7 };')).toMatchInlineSnapshot(`"Error in main: thrown: { code: 7 } @ main.ts:1"`);
  });

  it('keeps its line on the way through tasks', async () => {
    const text =
      "import { sleep } from 'happens-before/go';\nasync function f() {\n  await sleep(1);\n  throw 42;\n}\nasync function g() {\n  await f();\n}\nawait g();";
    expect(await run(text)).toMatchInlineSnapshot(`"Error in main: thrown: 42 @ main.ts:4"`);
  });

  it('that comes as a rejection names the line that waits for it', async () => {
    expect(await run("const p = Promise.reject('no');\nawait p;")).toMatchInlineSnapshot(`"Error in main: thrown: no @ main.ts:2"`);
  });
});

describe('a schedule', () => {
  const two =
    "import { WaitGroup } from 'happens-before/go';\nconst wg = new WaitGroup();\nlet n = 0;\nwg.go(async function a() { n++; });\nwg.go(async function b() { n++; });\nawait wg.wait();";

  it('that fits is followed', async () => {
    expect(await run(two, 'main*3 b a')).toBe('ok');
  });

  it('that no longer fits the program says at which step', async () => {
    expect(await run(two, 'main*2 b c')).toMatchInlineSnapshot(`
      "replay went differently at step 3
        the schedule says b, but only main and a can go on
      Why:    the schedule was made for another version of this program, or for another mode.
      Try:    explore the program again, and replay one of the schedules that it gives."
    `);
    expect(await run(two, 'a')).toMatchInlineSnapshot(`
      "replay went differently at step 1
        the schedule says a, but only main can go on
      Why:    the schedule was made for another version of this program, or for another mode.
      Try:    explore the program again, and replay one of the schedules that it gives."
    `);
  });

  it('that cannot be read says which word', async () => {
    expect(await run(two, 'main*2 b*0')).toMatchInlineSnapshot(`
      "schedule word 2 ("b*0") must have a count from 1 to 1000000
      Try:    copy the whole schedule again, or explore the program for another one."
    `);
    expect(await run(two, 'main*x')).toMatchInlineSnapshot(`
      "schedule word 1 ("main*x") is not a task, task*count or task*count/alternative
      Try:    copy the whole schedule again, or explore the program for another one."
    `);
    expect(await run(two, 'main*999999999')).toMatchInlineSnapshot(`
      "schedule word 1 ("main*999999999") must have a count from 1 to 1000000
      Try:    copy the whole schedule again, or explore the program for another one."
    `);
  });
});

describe('an answer', () => {
  const check = `import { check } from 'happens-before/check';
export default check({
  scenes: [{ name: 'a number', play: ({ double }: any) => double(2), expect: 4 }],
  mistakes: {},
});`;
  const judge = async (answer: string, checkFile = check): Promise<string> =>
    words(
      await ask({
        kind: 'check',
        program: { files: { 'main.ts': answer, 'check.ts': checkFile }, entry: 'main.ts' },
        answer: 'main.ts',
        check: 'check.ts',
      }),
    );

  it('that does not compile is told where', async () => {
    expect(await judge('export const double = (n: number) => ;')).toMatchInlineSnapshot(`"main.ts:1:38 unexpected ";""`);
  });

  it('that lacks what the check uses is told', async () => {
    expect(await judge('export const twice = (n: number) => n * 2;')).toMatchInlineSnapshot(`
      "Wrong in the one order that was tried. It fails in “a number”.
      The check calls “double”, and this program exports no function of that name. Keep its name, with “export” before it.
      TypeError: double is not a function
        main  at line 3 of check.ts
      Why:    nobody caught this error.
      Try:    look at the line above; the values of this run are in the trace.
      Replay: (the plain order)"
    `);
  });

  it('that fails before any scene is told so', async () => {
    expect(await judge("export const double = (n: number) => n * 2;\nthrow 'oops';")).toMatchInlineSnapshot(`
      "main.ts:2:1 thrown: oops
      Try: This happens before any scene is played, when the file itself is run."
    `);
    expect(await judge('export const double = (n: number) => n * 2;\nfor (;;) {}')).toMatchInlineSnapshot(`
      "main.ts:2:1 a loop that went round 1,000,001 times without letting anybody else go
      Try: This happens before any scene is played, when the file itself is run."
    `);
  });

  it('that never ends is told where', async () => {
    expect(await judge('export async function double(n: number) {\n  for (;;) await null;\n}')).toMatchInlineSnapshot(`
      "Wrong in the one order that was tried. It fails in “a number”.
      In the order below a task goes on and on, and the program does not come to an end.
      stopped: a loop that went round 999,997 times without letting anybody else go
        main  at line 2
      Why:    a task goes round and round without waiting for anybody.
      Try:    wait with a channel, a lock or a WaitGroup instead of looking again and again.
      Replay: (the plain order)"
    `);
  });

  it('that floods the output is told where', async () => {
    expect(await judge('export function double(n: number) {\n  for (;;) console.log(n);\n}')).toMatchInlineSnapshot(`
      "Wrong in the one order that was tried. It fails in “a number”.
      In the order below a task goes on and on, and the program does not come to an end.
      stopped: more than 1,000 lines of output
        main  at line 2
      Why:    it prints more than anybody can read.
      Try:    look for a loop around this line that does not end, or print less.
      Replay: (the plain order)"
    `);
  });

  it('that throws what is no error is told where', async () => {
    expect(await judge("export async function double(n: number) {\n  throw 'oops';\n}")).toMatchInlineSnapshot(`
      "Wrong in the one order that was tried. It fails in “a number”.
      In the order below an error is thrown that nobody catches.
      thrown: oops
        main  at line 2
      Why:    nobody caught this error.
      Try:    look at the line above; the values of this run are in the trace.
      Replay: (the plain order)"
    `);
  });

  describe('whose check is malformed', () => {
    const malformed = async (text: string): Promise<string> =>
      judge('export const double = 1;', `import { check } from 'happens-before/check';\n${text}`);

    it('is refused in words for the author', async () => {
      expect(await malformed('export default check({')).toMatchInlineSnapshot(`
        "check.ts:2:23 the program ends in the middle of something
        Try: close every {, ( and [ that is open."
      `);
      expect(await malformed('export const scenes = 1;')).toMatchInlineSnapshot(`
        "check.ts:1:1 this file exports no check
        Try: write: export default check({ scenes: [{ name, play, expect }], mistakes: {} })"
      `);
      expect(await malformed('export default check({ scenes: [], mistakes: {} });')).toMatchInlineSnapshot(`
        "check.ts:1:1 this check has no scenes
        Try: write: export default check({ scenes: [{ name, play, expect }], mistakes: {} })"
      `);
      expect(await malformed('export default check({ scenes: [{ play: () => 1 }], mistakes: {} } as any);')).toMatchInlineSnapshot(`
        "check.ts:1:1 scene 1 has no name
        Try: give it the words that a learner reads: name: 'three boxes'"
      `);
      expect(await malformed("export default check({ scenes: [{ name: 'one' }], mistakes: {} } as any);")).toMatchInlineSnapshot(`
        "check.ts:1:1 the scene “one” has no function "play"
        Try: write: play: async (answer) => …, which uses the answer and returns what "expect" is compared with"
      `);
      expect(
        await malformed(
          "export default check({ scenes: [{ name: 'one', play: () => 1 }], mistakes: { slow: { verdict: 'slow', say: 'x' } } } as any);",
        ),
      ).toMatchInlineSnapshot(`
        "check.ts:1:1 the mistake “slow” has no verdict that there is
        Try: write one of: wrong-result, wrong-output, deadlock, leak, race, panic, error, livelock, limit, compile"
      `);
      expect(
        await malformed(
          "export default check({ scenes: [{ name: 'one', play: () => 1 }], mistakes: { slow: { verdict: 'race' } } } as any);",
        ),
      ).toMatchInlineSnapshot(`
        "check.ts:1:1 the mistake “slow” says nothing
        Try: write what the learner is to read: say: '…'"
      `);
    });
  });
});
