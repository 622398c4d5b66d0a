import { afterEach, describe, expect, it } from 'vitest';
import standIn from 'virtual:sandbox/stand-in';
import type { Reply, Request } from '#engine';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox(standIn);
const request = (program: string): Request => ({ kind: 'run', program: { files: { 'main.ts': program }, entry: 'main.ts' } });
const frames = () => document.querySelectorAll('iframe[sandbox]').length;

describe('the page’s sandbox', () => {
  afterEach(() => sandbox.close());

  it('makes no frame before the first run, and keeps the one it made', async () => {
    expect(frames()).toBe(0);
    for (let run = 0; run < 3; run++) {
      expect(await sandbox.run(request('console.log(1)')).done).toMatchObject({ kind: 'ran', trace: { output: ['1'] } });
      expect(frames()).toBe(1);
    }
  });

  it('gives output as it comes, then the result', async () => {
    const kinds: string[] = [];
    await sandbox.run(request('console.log(1); console.log(2)'), (reply) => kinds.push(reply.kind)).done;
    expect(kinds).toEqual(['output', 'output', 'ran']);
  });

  it('starts every run in a fresh realm', async () => {
    await sandbox.run(request(`Function('Error.stackTraceLimit = 3; try { globalThis.left = 1 } catch {}')()`)).done;
    const reply = await sandbox.run(request(`console.log(Function('return typeof left')())`)).done;
    expect(reply).toMatchObject({ trace: { output: ['undefined'] } });
  });

  it('stops an endless loop at once, and runs again', async () => {
    const job = sandbox.run(request('for (;;) {}'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = performance.now();
    job.stop();
    expect(await job.done).toMatchObject({ kind: 'stopped', title: 'stopped' });
    expect(performance.now() - before).toBeLessThan(50);
    expect(frames()).toBe(0);
    expect(await sandbox.run(request('console.log(1)')).done).toMatchObject({ kind: 'ran' });
  });

  it('stops by itself what says nothing for too long', async () => {
    const reply = await sandbox.run(request('for (;;) {}'), () => {}, { watch: { silence: 500 } }).done;
    expect(reply).toMatchObject({ kind: 'stopped', title: 'stopped: no step came to its end for 0.5 s' });
  });

  it('runs one program at a time: the second ends the first', async () => {
    const first = sandbox.run(request('for (;;) {}'));
    const second = sandbox.run(request('console.log(2)'));
    expect(await first.done).toMatchObject({ kind: 'stopped', text: 'Another program was started.' });
    expect(await second.done).toMatchObject({ trace: { output: ['2'] } });
    expect(frames()).toBe(1);
  });

  it('can be stopped before it has begun', async () => {
    const replies: Reply[] = [];
    const job = sandbox.run(request('console.log(1)'), (reply) => replies.push(reply));
    job.stop();
    expect(await job.done).toMatchObject({ kind: 'stopped' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(replies).toEqual([]);
    expect(frames()).toBe(0);
  });

  it('does not believe a window that pretends to be the frame', async () => {
    postMessage('happens-before:sandbox-up', '*');
    const run = sandbox.run(request('console.log(1)'));
    postMessage('happens-before:sandbox-up', '*');
    expect(await run.done).toMatchObject({ kind: 'ran' });
  });
});

describe('the engines of the course', () => {
  const course = openSandbox();
  afterEach(() => course.close());
  const loaded = () => performance.getEntriesByType('resource').filter(({ name }) => /@sandbox\/.*engine-with-lambda/.test(name)).length;
  const plain = request("import { Mutex } from 'happens-before/go';\nawait new Mutex().lock();\nconsole.log('went');");
  const lambda = request("import { Account } from 'happens-before/lambda';\nconst f = new Account().function({ name: 'f', handler: async () => 'answered' });\nconst answer = await f.invoke();\nif (answer.status === 200) console.log(answer.payload);");

  it('have Lambda only for a program that names it; whoever has it keeps it', async () => {
    expect(await course.run(plain).done).toMatchObject({ kind: 'ran', trace: { output: ['went'] } });
    expect(loaded()).toBe(0);
    expect(await course.run(lambda).done).toMatchObject({ kind: 'ran', trace: { output: ['answered'] } });
    expect([loaded(), frames()]).toEqual([1, 1]);
    const [frame] = document.querySelectorAll('iframe[sandbox]');
    expect(await course.run(plain).done).toMatchObject({ kind: 'ran' });
    expect(document.querySelector('iframe[sandbox]')).toBe(frame);
  });

  it('are warmed for the text of the page, and not while a program runs', async () => {
    course.warm("import { Account } from 'happens-before/lambda';");
    expect(await course.run(lambda).done).toMatchObject({ kind: 'ran' });
    expect(frames()).toBe(1);
    course.close();
    const job = course.run(plain);
    course.warm("import { Account } from 'happens-before/lambda';");
    expect(await job.done).toMatchObject({ kind: 'ran' });
  });

  /** The places that are told of a program that is ended for its silence, until nothing more is heard of it. */
  async function placesOf(given: Request): Promise<readonly (number | undefined)[]> {
    const told: (number | undefined)[] = [];
    const { promise: first, resolve } = Promise.withResolvers<void>();
    const onPlace = (place: { readonly line: number } | undefined): void => {
      told.push(place?.line);
      resolve();
    };
    expect(await course.run(given, () => {}, { onPlace }).done).toMatchObject({ kind: 'stopped', title: 'stopped: no step came to its end for 3 s' });
    await first;
    return told;
  }
  const endless = `/^(a+)+$/.test('a'.repeat(60) + 'b');`;

  it('RN30 find the line of a built-in that does not come to its end', async () => {
    expect((await placesOf(request(`console.log('first');\nfunction check() {\n  return ${endless}\n}\nif (check()) console.log('second');`))).at(-1)).toBe(3);
    course.close();
  });

  it('RN31 find it after so many statements that not each is told', async () => {
    expect((await placesOf(request(`let n = 0;\nfor (let k = 0; k < 20_000; k++) {\n  n++;\n}\n${endless}`))).at(-1)).toBe(5);
    course.close();
  });

  it('RN32 look for no line while something else runs', async () => {
    const told: unknown[] = [];
    await course.run(request(endless), () => {}, { watch: { silence: 500 }, onPlace: (place) => told.push(place) }).done;
    for (let run = 0; run < 3; run++) expect(await course.run(plain).done).toMatchObject({ kind: 'ran' });
    expect(frames()).toBe(1);
    expect(told).toEqual([]);
  });
});
