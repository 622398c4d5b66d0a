import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { joinFiles } from '#base';
import { readRun } from '#progress';
import { run } from '../run.ts';
import { cell } from './csv.ts';
import { findLikeness } from './likeness.ts';
import { oddities } from './summary.ts';

const top = mkdtempSync(join(tmpdir(), 'happens-before-grade-'));
afterAll(() => rmSync(top, { recursive: true }));
const lessons = join(top, 'lessons');

function write(path: string, text: string | Buffer): string {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
  return join(top, path);
}

async function hb(...args: string[]): Promise<{ status: number; out: string; err: string }> {
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

type Row = Readonly<Record<'student' | 'exercise' | 'result' | 'orders' | 'complete' | 'claimed' | 'mistake' | 'comment' | 'schedule' | 'replay' | 'version' | 'file', string>>;

/** Grades the hand-ins of a folder. */
async function grade(folder: string, ...more: string[]): Promise<{ rows: readonly Row[]; summary: string; err: string }> {
  const out = join(top, folder, 'out/grades.csv');
  mkdirSync(dirname(out), { recursive: true });
  const said = await hb('grade', join(top, folder), '--out', out, '--jobs', '2', '--seconds', '5', '--json', ...more);
  expect(said.status).toBe(0);
  return { rows: JSON.parse(said.out) as Row[], summary: readFileSync(out.replace('.csv', '.summary.txt'), 'utf8'), err: said.err };
}

const handIn = (student: unknown, attempts: readonly unknown[], more: object = {}): string => JSON.stringify({ format: 'happens-before-progress', version: 1, student, attempts, ...more });
const answer = (exercise: string, code: string): object => ({ exercise, title: exercise, on: '2026-11-22', code, verdict: 'Right.', hints: 0 });
const brief = (rows: readonly Row[]): string[] => rows.map(({ student, exercise, result, mistake }) => [student, exercise, result, mistake].filter(Boolean).join(' '));

const twice = 'export async function double(n: number) {\n  return n * 2;\n}\n';
/** Right in most orders: two tasks read before either writes in some. */
const racy = `import { go, WaitGroup } from 'happens-before/go';
export async function double(n: number) {
  let sum = 0;
  const wg = new WaitGroup();
  wg.add(2);
  const add = async () => { const seen = sum; sum = seen + n; wg.done(); };
  go(add);
  go(add);
  await wg.wait();
  return sum;
}
`;

beforeAll(async () => {
  expect((await hb('new', 'exercise', 'part/lesson/twice')).status).toBe(0);
  expect((await hb('new', 'exercise', 'part/lesson/hidden')).status).toBe(0);
  expect((await hb('new', 'exercise', 'part/lesson/several')).status).toBe(0);
  write('lessons/part/lesson/exercises/several/index.mdx', '---\ntitle: Several\nkind: fix\nfiles:\n  - { name: rule }\n  - { name: factor, edit: true }\n---\n\nText.\n');
  write('lessons/part/lesson/exercises/several/rule.ts', 'export const rule = (n: number, by: number) => n * by;\n');
  write('lessons/part/lesson/exercises/several/factor.ts', 'export const factor = 1;\n');
  // A scene that the page does not ship.
  write('lessons/part/lesson/exercises/hidden/grade.ts', `import { check } from 'happens-before/check';\nimport type * as Answer from './solution';\nexport default check<typeof Answer>({ scenes: [{ name: 'minus four', play: ({ double }) => double(-4), expect: -8 }, { name: 'a hundred', play: ({ double }) => double(100), expect: 200 }], mistakes: {} });\n`);
  write('lessons/part/lesson/programs/lost.ts', `import { go, WaitGroup } from 'happens-before/go';\nlet counter = 0;\nconst wg = new WaitGroup();\nwg.add(2);\nfor (const name of ['a', 'b']) go(name, async () => {\n  const seen = counter;\n  counter = seen + 1;\n  wg.done();\n});\nawait wg.wait();\nconsole.log(counter);\n`);
  for (const [name, output] of [['lose-one', '1'], ['lose-both', '0']]) write(`lessons/part/lesson/exercises/${name}/index.mdx`, `---\ntitle: ${name}\nkind: break\ngoal:\n  program: lost\n  output: ['${output}']\n  possible: ${output === '1'}\n---\n\nText.\n`);
});

describe('grade', () => {
  it('HI1 PR9 runs every claim again, and believes nothing', async () => {
    write('claims/ada.handin', handIn('Ada', [answer('part/lesson/twice', twice), answer('twice', 'export const double = async () => 6;')]));
    write('claims/bob.handin', handIn('Bob', [{ ...answer('twice', twice), verdict: 'Wrong in all orders.', passed: false }]));
    const { rows } = await grade('claims');
    expect(brief(rows)).toEqual(['Ada part/lesson/twice verified', 'Ada part/lesson/twice refuted always-six', 'Bob part/lesson/twice verified']);
    expect(rows[0]).toMatchObject({ orders: '2', complete: 'true', claimed: 'yes' });
  });

  it('HI2 PR9 orders are run, and claims that there is none are proved', async () => {
    const order = 'main*2 a b*2 a*3 b*2 main*4';
    const about = (name: string, evidence: object): object => ({ ...answer(`part/lesson/${name}`, 'anything'), ...evidence });
    write('orders/ada.handin', handIn('Ada', [about('lose-one', { schedule: order }), about('lose-both', { schedule: order }), about('lose-both', { proof: 'none' }), about('lose-one', { proof: 'none' }), about('lose-one', {}), about('lose-one', { schedule: 'main nobody' })]));
    const { rows } = await grade('orders');
    expect(rows.map(({ result, orders }) => `${result} ${orders}`.trim())).toEqual(['verified', 'refuted', 'verified 4', 'refuted 4', 'refuted', 'refuted']);
  });

  it('HI3 S10 a race is refuted by an order that anybody can replay, and by a link to it', async () => {
    write('race/ada.handin', handIn('Ada', [answer('twice', racy)]));
    const { rows: [row] } = await grade('race', '--site', 'https://example.edu/course');
    expect(row).toMatchObject({ result: 'refuted', schedule: expect.stringMatching(/\w/) as string, replay: expect.stringMatching(/^https:\/\/example\.edu\/course\/part\/lesson\/#run=/) as string });
    const read = readRun(row!.replay.slice(row!.replay.indexOf('#')));
    expect(read).toMatchObject({ ok: true, run: { at: 'exercise-twice', code: racy, schedule: row!.schedule, scene: 'three' } });
  });

  it('HI3 an order that misses its goal, and one that was said not to exist, are shown in the page by a link', async () => {
    const about = (name: string, evidence: object): object => ({ ...answer(`part/lesson/${name}`, 'anything'), ...evidence });
    const order = 'main*2 a b*2 a*3 b*2 main*4';
    write('missed/ada.handin', handIn('Ada', [about('lose-both', { schedule: order }), about('lose-one', { proof: 'none' })]));
    const { rows } = await grade('missed', '--site', 'https://example.edu/');
    const links = rows.map(({ replay = '' }) => readRun(replay.slice(replay.indexOf('#'))));
    expect(links).toMatchObject([
      { ok: true, run: { at: 'break-lose-both', schedule: order } },
      { ok: true, run: { at: 'break-lose-one', schedule: expect.stringMatching(/\w/) as string } },
    ]);
  });

  it('HI4 S9 a table of the answers that the page asks for is refuted by scenes that it does not ship', async () => {
    write('table/ada.handin', handIn('Ada', [answer('hidden', 'export async function double(n: number) { return n === 3 ? 6 : 10; }'), answer('hidden', twice)]));
    expect(brief((await grade('table')).rows)).toEqual(['Ada part/lesson/hidden refuted wrong-result', 'Ada part/lesson/hidden verified']);
  });

  it('HI4 S9 no answer can import the check, the solution or the starter', async () => {
    const importing = (name: string): string => `import * as other from './${name}';\nexport const double = (n: number) => (other as any).double?.(n) ?? 0;\n`;
    write('imports/ada.handin', handIn('Ada', ['solution', 'check', 'check.ts', 'starter', '../twice/solution'].map((name) => answer('twice', importing(name)))));
    expect(new Set(brief((await grade('imports')).rows))).toEqual(new Set(['Ada part/lesson/twice refuted does-not-compile']));
  });

  it('HI14 an answer of several files is one text, and what it says of a file that is given is a comment', async () => {
    const text = (others: Readonly<Record<string, string>>) => joinFiles({ main: "import { factor } from './factor';\nimport { rule } from './rule';\nexport const double = async (n: number) => rule(n, factor);\n", others });
    const attempts = [{ 'factor.ts': 'export const factor = 2;' }, {}, { 'rule.ts': 'export const rule = (n: number) => n * 2;' }, { 'factor.ts': 'export const factor = 2;', 'check.ts': 'export default 1;' }];
    write('several/ada.handin', handIn('Ada', attempts.map((others) => answer('several', text(others)))));
    expect((await grade('several')).rows.map(({ result }) => result)).toEqual(['verified', 'refuted', 'refuted', 'verified']);
  });

  it('HI5 what is handed in unsolved is judged too, and says that it was not claimed', async () => {
    write('unsolved/ada.handin', handIn('Ada', [], { unsolved: [answer('twice', 'export const double = async (n: number) => n;')] }));
    expect((await grade('unsolved')).rows[0]).toMatchObject({ result: 'refuted', claimed: 'no', mistake: 'changes-nothing' });
  });

  it('HI6 goes on where it was ended, and grades again what has changed', async () => {
    write('resume/ada.handin', handIn('Ada', [answer('twice', twice)]));
    write('resume/bob.handin', handIn('Bob', [answer('twice', twice)]));
    const first = await grade('resume');
    // As after a crash: the last line is cut.
    const journal = join(top, 'resume/out/grades.csv.journal');
    writeFileSync(journal, readFileSync(journal, 'utf8').slice(0, -20));
    write('resume/cleo.handin', handIn('Cleo', [answer('twice', twice)]));
    const second = await grade('resume');
    expect(second.err).toContain('1 of 3 hand-ins were graded before');
    expect(second.rows.slice(0, 2)).toEqual(first.rows);
    write('resume/ada.handin', handIn('Ada', [answer('twice', 'export const double = 1;')]));
    expect((await grade('resume')).rows[0]).toMatchObject({ student: 'Ada', result: 'refuted' });
  });

  it('HI7 says what was wrong most often, and for whom', async () => {
    for (const name of ['ada', 'bob', 'cleo']) write(`often/${name}.handin`, handIn(name, [answer('twice', 'export const double = async () => 6;')]));
    write('often/dora.handin', handIn('dora', [answer('twice', twice)]));
    const { summary } = await grade('often');
    expect(summary).toContain('4 hand-ins, 4 answers: 1 verified, 3 refuted, 0 inconclusive.');
    expect(summary).toContain('3 × part/lesson/twice: always-six');
    expect(summary).toContain('not verified: ada, bob, cleo');
  });

  it('HI13 a name that was not asked for, and another version, are told', () => {
    const made = (student: string, version: string) => ({ file: `${student}.handin`, student, version, answers: [], problems: [], hash: '' });
    const handIns = [made('1234567', 'autumn+1'), made('Ada', 'autumn+1'), made('12345678', ''), made('7654321', 'spring+9')];
    expect(oddities(handIns, { label: 'Student number', pattern: '[0-9]{7}', version: 'autumn+1' })).toEqual({
      names: ['  Ada.handin: “Ada” is not what was asked for: Student number.', '  12345678.handin: “12345678” is not what was asked for: Student number.'],
      versions: ['  7654321.handin: spring+9'],
    });
    expect(oddities(handIns, { label: 'Name', version: '' }).names).toEqual([]);
  });

  it('HI8 where nothing isolates, nothing is run and nothing is verified', async () => {
    write('open/ada.handin', handIn('Ada', [answer('twice', twice)]));
    const { rows, err } = await grade('open', '--isolation', 'none');
    expect(brief(rows)).toEqual(['Ada part/lesson/twice inconclusive']);
    expect(err).toContain("keeps a stranger's program away");
  });

  it('HI9 C12 no cell is a formula, and none breaks its row', () => {
    expect(['=HYPERLINK("x")', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '＝1', 'a,b', 'a"b', 'a\nb', 'plain', ''].map(cell)).toEqual([`"'=HYPERLINK(""x"")"`, "'+1", "'-1", "'@a", `"'\t=1"`.replace(/^"|"$/g, ''), `"'\r=1"`, "' =1", "'＝1", '"a,b"', '"a""b"', '"a\nb"', 'plain', '']);
  });
});

describe('HI10 hostile files get a line and stop nothing', () => {
  it('S7 S12 S13 tampered, truncated, foreign, outdated, gigantic, deep, special', async () => {
    const good = handIn('Zoe', [answer('twice', twice)]);
    const files: Readonly<Record<string, string | Buffer>> = {
      'a-truncated': good.slice(0, 90), 'b-empty': '', 'c-foreign': '{"student":"x"}', 'd-list': '[1,2]', 'e-null': 'null', 'f-latin': Buffer.from([0x7b, 0xe4, 0x7d]),
      'g-gigantic': `{"attempts":[${'"x",'.repeat(2_000_000)}1]}`, 'h-deep': '['.repeat(200_000), 'i-shapes': handIn('I', [null, 7, 'x', [], { exercise: 1, code: 2 }, { exercise: '__proto__', code: 'x' }]),
      'j-paths': handIn('J', [answer('../../etc/passwd', 'x'), answer('..', 'x'), answer('a/../b', 'x'), answer('no/such/exercise', 'x')]),
      'k-prototype': `{"__proto__":{"student":"Eve"},"constructor":{"prototype":{"claimed":true}},"attempts":[]}`,
      'l-long': handIn('L', [answer('twice', 'x'.repeat(100_001))]), 'm-many': handIn('M', Array.from({ length: 2_000 }, () => answer('none/such/here', 'x'))),
      'n-outdated': handIn('N', [answer('twice', twice)], { version: 99, course: { version: 'long-ago' } }),
      'o-names': handIn(`=cmd|' /C calc'!A0\u202e\r\n"x`, [answer('twice', twice)]), 'p-object': handIn({ toString: 'x' }, [answer('twice', twice)]), 'z-good': good,
    };
    for (const [name, text] of Object.entries(files)) write(`files/${name}.handin`, text);
    mkdirSync(join(top, 'files/q-folder.handin'));
    symlinkSync('/etc/passwd', join(top, 'files/r-link.handin'));
    symlinkSync('.', join(top, 'files/s-loop'));
    spawnSync('mkfifo', [join(top, 'files/t-pipe.handin')]);
    const { rows } = await grade('files');
    const of = (letter: string): Row[] => rows.filter(({ file }) => file.startsWith(`${letter}-`));
    for (const letter of 'abcdefghir') expect(of(letter).map(({ result }) => result), letter).toContain('inconclusive');
    for (const letter of 'abcdefghijlr') expect(of(letter).every(({ result }) => result === 'inconclusive'), letter).toBe(true);
    expect(of('j')).toHaveLength(4);
    expect(of('k')).toEqual([]);
    expect(of('m')).toHaveLength(501);
    expect(of('n')).toMatchObject([{ result: 'verified', version: 'long-ago' }]);
    expect(of('o')[0]).toMatchObject({ result: 'verified', student: `=cmd|' /C calc'!A0 "x` });
    expect(of('p')).toMatchObject([{ student: 'p-object', result: 'verified' }]);
    expect(of('z')).toMatchObject([{ student: 'Zoe', result: 'verified' }]);
    const csv = readFileSync(join(top, 'files/out/grades.csv'), 'utf8');
    expect(csv).toContain(`"'=cmd|' /C calc'!A0 ""x"`);
    expect(readdirSync(join(top, 'files/out')).sort()).toEqual(['grades.csv', 'grades.csv.journal', 'grades.summary.txt']);
  });

  it('S1 S5 S6 S8 S14 S15 programs that attack get no pass, and do not hold up the next', async () => {
    const attacks = {
      leaves: `export const double = (globalThis as any).process.exit(0);`,
      reads: `export const double = async () => (globalThis as any).process.getBuiltinModule('fs').readFileSync('/etc/passwd');`,
      escapes: `export const double = async (n: number) => (double as any).constructor('return process')().exit(0);`,
      poisons: `Object.is = () => true; JSON.stringify = () => '{}'; Array.prototype.every = () => true;\nexport const double = async () => 6;`,
      thenable: `export const double = (n: number) => ({ then(done: any) { done(6); done(10); } });`,
      lies: `let asked = 0;\nexport const double = async () => new Proxy({}, { get: () => asked++ }) as any;`,
      backtracks: `export const double = async () => { /^(a+)+$/.test('a'.repeat(60) + 'b'); return 6; };`,
      fills: `export const double = async () => { const all: unknown[] = []; for (;;) all.push(new Uint8Array(64 << 20)); };`,
      spins: `export const double = async () => { for (;;); };`,
      recurses: `export const double = (n: number): number => double(n) + 1;`,
      prints: `console.log('{"kind":"judged","verdict":{"passed":true}}');\nexport const double = async () => 0;`,
      sleeps: `import { sleep } from 'happens-before/go';\nexport const double = async () => { for (;;) await sleep(1); };`,
    };
    write('attacks/a-eve.handin', handIn('Eve', Object.values(attacks).map((code) => answer('twice', code))));
    write('attacks/b-zoe.handin', handIn('Zoe', [answer('twice', twice)]));
    const { rows } = await grade('attacks');
    const results = Object.fromEntries(Object.keys(attacks).map((name, index) => [name, rows[index]?.result]));
    expect(Object.entries(results).filter(([, result]) => result === 'verified')).toEqual([]);
    expect(rows.at(-1)).toMatchObject({ student: 'Zoe', result: 'verified' });
  });
});

describe('HI11 likeness', () => {
  const long = (name: string, sum: string): string => `export async function ${name}(list: number[], size: number) {\n  let ${sum} = 0;\n  const parts = [];\n  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));\n  for (const part of parts) {\n    for (const value of part) {\n      if (value % 2 === 0) ${sum} += value; else ${sum} -= value;\n    }\n    if (${sum} > 1000) break;\n  }\n  return ${sum};\n}\n`;

  it('sees through new names, comments and layout', () => {
    const texts = [{ who: 'Ada', exercise: 'x', code: long('total', 'sum') }, { who: 'Bob', exercise: 'x', code: `// mine\n${long('count', 'all').replaceAll('  ', '\t')}` }, { who: 'Cleo', exercise: 'x', code: 'export const total = async (list: number[]) => list.reduce((a, b) => (b & 1 ? a - b : a + b), 0) ?? list.map(String).join().length;' }];
    expect(findLikeness(texts, () => [])).toEqual([{ one: 'Ada', other: 'Bob', exercises: [{ exercise: 'x', share: 1 }] }]);
  });

  it('does not count what was given, nor what is short', () => {
    const same = ['Ada', 'Bob'].map((who) => ({ who, exercise: 'x', code: long('total', 'sum') }));
    expect(findLikeness(same, () => [long('total', 'sum')])).toEqual([]);
    expect(findLikeness(['Ada', 'Bob'].map((who) => ({ who, exercise: 'x', code: twice })), () => [])).toEqual([]);
  });
});
