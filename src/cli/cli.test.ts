import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { joinFiles } from '#base';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'happens-before-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line in this process, with `folder` for its lessons. */
const hb = (...args: string[]) => hbWith(folder, ...args);

async function hbWith(lessons: string, ...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const spies = [vi.spyOn(console, 'log').mockImplementation((text) => void out.push(`${text}\n`)), vi.spyOn(console, 'error').mockImplementation((text) => void err.push(`${text}\n`))];
  vi.stubEnv('HAPPENS_BEFORE_LESSONS', lessons);
  try {
    return { status: await run(args), out: out.join(''), err: err.join('') };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const lost = file('lost.ts', `import { go, WaitGroup } from 'happens-before/go';
let counter = 0;
const wg = new WaitGroup();
wg.add(2);
for (const name of ['a', 'b']) go(name, async () => {
  const seen = counter;
  counter = seen + 1;
  wg.done();
});
await wg.wait();
console.log(counter);
`);
const stuck = file('stuck.ts', `import { chan, go, Mutex } from 'happens-before/go';
const [a, b] = [new Mutex(), new Mutex()];
go('leaky', async () => { await chan().receive(); });
go('other', async () => { await a.lock(); await b.lock(); b.unlock(); a.unlock(); });
await b.lock();
await a.lock();
a.unlock();
b.unlock();
`);
const broken = file('broken.ts', 'const a = 1;\nconst = 2;\n');
const endless = file('endless.ts', 'for (;;) {}\n');

/** The type of every part of a JSON value; lists show their first element. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shape(value[0])];
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]));
  return typeof value;
}

describe('exit status', () => {
  it.each([
    ['0 when all orders were explored, whatever was found', ['explore', lost], 0],
    ['0 for a sample', ['explore', lost, '--strategy', 'random', '--max-runs', '5'], 0],
    ['0 for a replay', ['replay', lost, '--schedule', ''], 0],
    ['0 for help', ['help'], 0],
    ['1 when the program does not compile', ['explore', broken], 1],
    ['1 when the program to replay does not compile', ['replay', broken, '--schedule', ''], 1],
    ['2 without a command', [], 2],
    ['2 for an unknown command', ['fly'], 2],
    ['2 without a file', ['explore'], 2],
    ['2 for a file that is not there', ['explore', join(folder, 'none.ts')], 2],
    ['2 for an unknown option', ['explore', lost, '--fast'], 2],
    ['2 for an unknown mode', ['explore', lost, '--mode', 'wild'], 2],
    ['2 for an unknown strategy', ['explore', lost, '--strategy', 'luck'], 2],
    ['2 for a number that is none', ['explore', lost, '--max-runs', 'many'], 2],
    ['2 for a replay without a schedule', ['replay', lost], 2],
    ['2 for an exercise that is not there', ['check', 'no-such', lost], 2],
    ['3 at the limit of runs', ['explore', lost, '--max-runs', '1'], 3],
    ['3 for a program that does not end', ['explore', endless], 3],
    ['3 for a schedule that does not fit', ['replay', lost, '--schedule', 'nobody'], 3],
  ])('CL1 is %s', async (_, args, status) => expect(await hb(...args)).toMatchObject({ status }));

  it('CL1 is that of the process', () => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url));
    expect(spawnSync(process.execPath, [main, 'explore', lost, '--max-runs', '1'], { encoding: 'utf8' })).toMatchObject({ status: 3, stdout: expect.stringMatching(/^the first order/) });
  });
});

describe('explore and replay', () => {
  it('CL2 explore --json prints one object of the published shape', async () => {
    const { out } = await hb('explore', lost, '--json');
    expect(shape(JSON.parse(out))).toEqual({
      complete: 'boolean',
      mode: 'string',
      executions: { full: 'number', sleepBlocked: 'number', boundCut: 'number' },
      outcomes: [{ output: ['string'], end: 'string', count: 'number', schedule: 'string' }],
      deadlocks: [],
      leaks: [],
      races: [{ location: 'string', first: { task: 'string', line: 'number', kind: 'string', born: 'number' }, second: { task: 'string', line: 'number', kind: 'string', born: 'number' }, schedule: 'string' }],
      lostWakeups: [],
      simplest: { preemptions: 'number', proved: 'boolean', schedule: 'string' },
      ms: 'number',
    });
    expect(JSON.parse(out)).toMatchObject({ complete: true, mode: 'preemptive', executions: { full: 4, boundCut: 0 } });
    expect(shape(JSON.parse((await hb('explore', stuck, '--json')).out))).toMatchObject({
      deadlocks: [{ cycle: ['string'], waiting: [{ task: 'string', reason: 'string', line: 'number' }], schedule: 'string' }],
      leaks: [{ task: 'string', reason: 'string', line: 'number', schedule: 'string' }],
    });
  });

  it('CL3 explore prints every outcome with a schedule, and replay follows it', async () => {
    const { out } = await hb('explore', lost);
    expect(out).toMatch(/^all 4 orders, \d+ ms\n/);
    const schedule = /ok {2}\["1"\] {4}(.*)/.exec(out)?.[1] ?? '';
    expect(schedule).not.toBe('');
    expect((await hb('replay', lost, '--schedule', schedule)).out).toMatch(/main +print +1\n/);
    expect(JSON.parse((await hb('replay', lost, '--schedule', schedule, '--json')).out)).toMatchObject({ version: 1, output: ['1'], schedule });
  });

  it('CL3 what does not fit a terminal is cut off, and explore says so', async () => {
    const long = file('long.ts', `import { go, WaitGroup } from 'happens-before/go';
const wg = new WaitGroup();
for (const name of 'abcd') wg.go(async () => console.log(name.repeat(80)));
await wg.wait();
`);
    const { out } = await hb('explore', long);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(460);
    expect(out.match(/ × /g)).toHaveLength(20);
    expect(out).toMatch(/and 4 outcomes more\n/);
    expect(out).toMatch(/--json has it all/);
  });

  it('CL4 a program that does not compile is refused as file:line:column', async () => {
    expect((await hb('explore', broken)).err).toMatch(/broken\.ts:2:7: /);
  });

  it('CL5 wrong usage says what is wrong, and shows the usage', async () => {
    const { err } = await hb('explore', lost, '--mode', 'wild');
    expect(err).toMatch(/^--mode is one of preemptive, cooperative, cpython, not "wild"\n\nhappens-before explore /);
  });
});

describe('new and check', () => {
  it('CL6 new makes an exercise that passes, and in which each wrong answer gets its own sentence', async () => {
    expect(await hb('new', 'exercise', 'my-part/my-lesson/twice')).toMatchObject({ status: 0 });
    const exercise = join(folder, 'my-part/my-lesson/exercises/twice');
    expect((await hb('check', 'twice', join(exercise, 'solution.ts'))).out).toBe('Right in all 2 orders.\n');
    const wrong = readdirSync(join(exercise, 'wrong'));
    expect(wrong.length).toBeGreaterThanOrEqual(3);
    for (const name of wrong) {
      const verdict = JSON.parse((await hb('check', 'my-part/my-lesson/twice', join(exercise, 'wrong', name), '--json')).out) as unknown;
      expect(verdict, name).toMatchObject({ passed: false, failure: { mistake: name.replace('.ts', '') } });
    }
  });

  it('CL13 check takes an answer of several files, side by side or as one text, and believes nothing of what is given', async () => {
    await hb('new', 'exercise', 'my-part/my-lesson/thrice');
    const exercise = join(folder, 'my-part/my-lesson/exercises/thrice');
    const index = join(exercise, 'index.mdx');
    writeFileSync(index, readFileSync(index, 'utf8').replace('minutes: 10', 'minutes: 10\nfiles:\n  - { name: rule }\n  - { name: factor, edit: true }'));
    writeFileSync(join(exercise, 'rule.ts'), 'export const rule = (n: number, by: number) => n * by;\n');
    writeFileSync(join(exercise, 'factor.ts'), 'export const factor = 1;\n');
    const main = "import { factor } from './factor';\nimport { rule } from './rule';\nexport const double = async (n: number) => rule(n, factor);\n";
    const answer = file('answer.ts', main);
    expect((await hb('check', 'thrice', answer)).out).toMatch(/^Wrong/);
    expect((await hb('check', 'thrice', answer, file('factor.ts', 'export const factor = 2;\n'))).out).toBe('Right in all 2 orders.\n');
    const others = { 'factor.ts': 'export const factor = 2;\n', 'rule.ts': 'export const rule = () => 0;\n' };
    expect((await hb('check', 'thrice', file('whole.ts', joinFiles({ main, others })))).out).toBe('Right in all 2 orders.\n');
    expect((await hb('check', 'thrice', answer, file('factor.ts', 'export const = 2;\n'))).err).toMatch(/^factor\.ts:1:/);
    expect((await hb('check', 'thrice', answer, file('rule.ts', ''))).err).toContain('Its other files are: factor.ts');
    expect((await hb('check', 'twice', answer, answer)).err).toContain('one file at a time');
  });

  it('CL14 explore and replay take the files beside a program that it imports', async () => {
    file('numbers.ts', "import { base } from './base-number';\nexport const two = base + 1;\n");
    file('base-number.ts', 'export const base = 1;\n');
    const uses = file('uses.ts', "import { two } from './numbers';\nconsole.log(two);\n");
    expect((await hb('replay', uses, '--schedule', 'main')).out).toMatch(/print +2/);
    expect(JSON.parse((await hb('explore', uses, '--json')).out)).toMatchObject({ outcomes: [{ output: ['2'] }] });
    expect((await hb('explore', file('lacks.ts', "import { two } from './nowhere';\nconsole.log(two);\n"))).err).toContain('there is no file "./nowhere"');
  });

  it('CL7 new makes a lesson whose program runs', async () => {
    expect(await hb('new', 'lesson', 'my-part/first-steps')).toMatchObject({ status: 0 });
    const program = join(folder, 'my-part/first-steps/programs/first.ts');
    expect(existsSync(join(folder, 'my-part/first-steps/index.mdx'))).toBe(true);
    expect(readFileSync(join(folder, 'my-part/first-steps/index.mdx'), 'utf8')).toContain('title: First steps');
    expect(await hb('explore', program)).toMatchObject({ status: 0 });
  });

  it('CL6 new shows the exercise in its lesson, or says how', async () => {
    const lesson = join(folder, 'my-part/that-shows/index.mdx');
    await hb('new', 'lesson', 'my-part/that-shows');
    expect((await hb('new', 'exercise', 'my-part/that-shows/twice')).out).toContain(`${lesson} shows it.`);
    expect(readFileSync(lesson, 'utf8')).toMatch(/^## Do it\n\n<Exercise id="twice" \/>\n\n## /m);
    writeFileSync(lesson, '---\n---\n\n## Elsewhere\n');
    expect((await hb('new', 'exercise', 'my-part/that-shows/thrice')).out).toContain(`To show it, write into ${lesson}:  <Exercise id="thrice" />`);
    expect(readFileSync(lesson, 'utf8')).toBe('---\n---\n\n## Elsewhere\n');
  });

  it.each([[['lesson', 'my-part/Tea']], [['lesson', 'tea']], [['exercise', 'a/b']], [['tea', 'a/b']], [['lesson', '../a']]])('CL8 new refuses %j', async (args) => {
    expect(await hb('new', ...args)).toMatchObject({ status: 2, out: '' });
  });

  it.each(['report', 'check'])('CL12 %s counts the lessons of the course, and finds nothing missing', async (command) => {
    const { status, out } = await hbWith('content/lessons', command, '--json');
    const { lessons, problems } = JSON.parse(out) as { lessons: { id: string; words: number }[]; problems: unknown[] };
    expect({ status, problems }).toEqual({ status: 0, problems: [] });
    expect(lessons.find(({ id }) => id === 'foundations/every-order')?.words).toBeGreaterThan(700);
  });

  it('CL9 a program that takes all memory is stopped and told so', async () => {
    const huge = file('huge.ts', `'x'.repeat(2 ** 28).split('').map((x) => x + 'y').join('');\n`);
    expect(await hb('explore', huge)).toMatchObject({ status: 3, err: expect.stringMatching(/^stopped: the program used up the memory\nWhy: /) });
    expect(await hb('explore', lost)).toMatchObject({ status: 0 });
  });

  it('CL10 the built-ins are closed', async () => {
    const replacing = file('replacing.ts', 'Array.prototype.push = () => 0;\n');
    expect((await hb('explore', replacing)).out).toContain("TypeError: Cannot assign to read only property 'push'");
    expect((await hb('replay', replacing, '--schedule', 'main')).out).toContain("TypeError: Cannot assign to read only property 'push'");
  });

  it('CL8 new overwrites nothing', async () => {
    expect((await hb('new', 'lesson', 'my-part/once')).status).toBe(0);
    expect(await hb('new', 'lesson', 'my-part/once')).toMatchObject({ status: 2, err: expect.stringContaining('my-part/once is there already') });
  });
});

describe('an exercise that is about orders', () => {
  const lesson = join(folder, 'my-part/orders');
  mkdirSync(join(lesson, 'programs'), { recursive: true });
  writeFileSync(join(lesson, 'programs/lost.ts'), readFileSync(lost));
  for (const [name, output] of [['lose-one', '1'], ['lose-both', '0']] as const) {
    mkdirSync(join(lesson, 'exercises', name), { recursive: true });
    writeFileSync(join(lesson, 'exercises', name, 'index.mdx'), `---\ntitle: ${name}\nkind: break\ngoal:\n  program: lost\n  output: ['${output}']\n  possible: ${output === '1'}\n---\n\nText.\n`);
  }
  /** Both read before either writes. Every step is named. */
  const order = 'main*2 a b*2 a*3 b*2 main*4';

  it('CL11 check runs the order, and says whether it reaches the goal', async () => {
    const reached = await hb('check', 'lose-one', '--schedule', order);
    expect(reached.err + reached.out).toBe('This order reaches the goal.\n');
    expect(await hb('check', 'lose-both', '--schedule', order)).toMatchObject({ status: 0, out: 'This order does not reach the goal.\n' });
  });

  it('CL11 check proves that no order reaches the goal, or finds one', async () => {
    expect((await hb('check', 'lose-both', '--schedule', 'none')).out).toBe('No order reaches the goal: all 4 were tried.\n');
    expect((await hb('check', 'lose-one', '--schedule', 'none')).out).toBe('2 of 4 orders reach the goal.\n');
  });

  it('CL11 check refuses an order that does not fit, and an order where a program is the answer', async () => {
    expect(await hb('check', 'lose-one', '--schedule', 'main nobody')).toMatchObject({ status: 3, out: expect.stringContaining('replay went differently') });
    expect((await hb('check', 'lose-one', '--schedule', 'main')).out).toContain('stops before the program is over');
    expect((await hb('check', 'lose-one')).err).toContain('a file is needed');
  });
});
