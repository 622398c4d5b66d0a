import { handle, type Reply } from '#engine';
import { commonStart } from '#trace';
import { askToCheck, judged } from '#engine/testing';
import type { FailureKind } from './types.ts';
import { describe, expect, it } from 'vitest';
import { faultOf, rank } from './classify.ts';
import { headlineOf } from './headline.ts';
import { matchMistake, withoutComments, type Evidence } from './mistakes.ts';
import { isSame } from './same.ts';
import type { Mistake } from './spec.ts';

const checkOf = (scenes: string, mistakes = '{}') => `import { check } from 'happens-before/check';\nexport default check<any>({ scenes: [${scenes}], mistakes: ${mistakes} });`;
const two = checkOf("{ name: 'two', play: (answer) => answer.f(), expect: 2 }");
const answers = (body: string) => `import { chan, go, Mutex, panic, WaitGroup } from 'happens-before/go';\nexport async function f() {\n${body}\n}`;
const kindOf = (check: string, body: string) => judged(check, answers(body)).failure?.kind;

describe('same', () => {
  it.each<readonly [unknown, unknown, boolean]>([
    [1, 1, true], [1, 2, false], [NaN, NaN, true], [0, -0, true], ['1', 1, false], [null, undefined, false],
    [[1, [2]], [1, [2]], true], [[1, 2], [1], false], [[1], { 0: 1 }, false],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true], [{ a: undefined }, {}, false], [{ a: undefined }, { b: undefined }, false],
    [new Map([['a', [1]]]), new Map([['a', [1]]]), true], [new Map([['a', 1]]), new Map([['b', 1]]), false], [new Map(), new Set(), false],
    [new Set([1, 2]), new Set([2, 1]), true], [new Set([1]), new Set([2]), false],
    [new Error('a'), new Error('a'), true], [new Error('a'), new Error('b'), false], [new Error('a'), new TypeError('a'), false],
    [new Date(0), new Date(0), true], [new Date(0), new Date(1), false], [new Date(0), {}, false],
  ])('VE1 %o and %o: %s', (a, b, same) => {
    expect(isSame(a, b)).toBe(same);
    expect(isSame(b, a)).toBe(same);
  });

  it('VE1 does not go round in circles', () => {
    const ring = (): unknown => { const a: Record<string, unknown> = {}; a['self'] = a; return a; };
    expect(isSame(ring(), ring())).toBe(false);
  });
});

describe('verdict', () => {
  it('VE2 passes what is right in every order, and counts the orders', () => {
    expect(judged(two, answers('return 2;'))).toMatchObject({ passed: true, orders: 1, right: 1, complete: true, headline: 'Right in the one order that there is.', scenes: [{ name: 'two', passed: true }] });
  });

  it.each<readonly [FailureKind, string]>([
    ['wrong-result', 'return 3;'],
    ['deadlock', 'await chan().receive();'],
    ['panic', "panic('no');"],
    ['error', "throw new Error('no');"],
    ['livelock', 'for (;;) {}'],
    ['leak', 'go(async () => { await chan().receive(); });\nreturn 2;'],
    ['race', 'let n = 0;\nconst wg = new WaitGroup();\nfor (let i = 0; i < 2; i++) wg.go(() => { n = 1; });\nawait wg.wait();\nreturn 2;'],
  ])('VE3 tells %s', (kind, body) => expect(kindOf(two, body)).toBe(kind));

  it('VE2 what never comes to its end is not right, although in each order somebody is left out', () => {
    const verdict = judged(two, answers('const o: Record<number, number> = {};\ngo(async () => { o[1] = 1; });\nfor (let i = 0; ; i++) o[i] = i;'));
    expect(verdict).toMatchObject({ passed: false, orders: 0, complete: false, headline: 'No order that was tried came to its end. It fails in “two”.', failure: { kind: 'livelock' } });
  });

  it('VE3 finds what goes wrong in one order of several, and shows that order', () => {
    const verdict = judged(checkOf("{ name: 'two', play: (answer) => answer.f(), expect: 2, allowRaces: true }"), answers('let n = 0;\nconst wg = new WaitGroup();\nwg.add(2);\nfor (let i = 0; i < 2; i++) go(async () => { const seen = n; n = seen + 1; wg.done(); });\nawait wg.wait();\nreturn n;'));
    expect(verdict).toMatchObject({ passed: false, orders: 4, right: 2, complete: true, headline: 'Right in 2 of 4 orders. It fails in “two”.', failure: { kind: 'wrong-result', expected: '2', got: '1' } });
    expect(verdict.failure?.trace?.events.filter((event) => event.forced)).toHaveLength(1);
  });

  it('VE20 gives the message of a panic or an error, whether the author has a sentence or not', () => {
    const check = checkOf("{ name: 's', play: (a) => a.f(), expect: 2 }", "{ late: { verdict: 'panic', message: /late/, say: 'Too late.' } }");
    expect(judged(check, answers("throw new RangeError('too few\\nand more');")).failure).toMatchObject({ kind: 'error', message: 'RangeError: too few' });
    expect(judged(check, answers("panic('too late');")).failure).toMatchObject({ kind: 'panic', say: 'Too late.', message: 'too late' });
    expect(judged(check, answers('return 3;')).failure).not.toHaveProperty('message');
  });

  it('VE3 an error after the result was given is found too', () => {
    expect(judged(two, answers("go(() => { throw new Error('late'); });\nreturn 2;"))).toMatchObject({ orders: 2, right: 1, failure: { kind: 'error' } });
  });

  it('VE4 how it ended comes before what it gave, that before leaks, those before races', () => {
    expect(rank('race')).toBeGreaterThan(rank('leak'));
    expect(rank('leak')).toBeGreaterThan(rank('wrong-result'));
    const run = (end: unknown, leaks: unknown[], races: unknown[]) => ({ end, leaks: () => leaks, races, output: ['x'] }) as never;
    const scene = { name: 's', play: () => 2, expect: 2, output: ['x'] };
    const right = { value: 2, accepted: undefined };
    expect(faultOf(run({ kind: 'panic', message: 'm' }, [1], [1]), scene, right)).toEqual({ kind: 'panic', message: 'm' });
    expect(faultOf(run({ kind: 'ok' }, [1], [1]), scene, { value: 3, accepted: undefined })).toMatchObject({ kind: 'wrong-result', got: '3', expected: '2' });
    expect(faultOf(run({ kind: 'ok' }, [1], [1]), { ...scene, output: ['y'] }, right)).toMatchObject({ kind: 'wrong-output', got: 'x', expected: 'y' });
    expect(faultOf(run({ kind: 'ok' }, [1], [1]), scene, right)).toEqual({ kind: 'leak' });
    expect(faultOf(run({ kind: 'ok' }, [], [1]), scene, right)).toEqual({ kind: 'race' });
    expect(faultOf(run({ kind: 'ok' }, [1], [1]), { ...scene, allowLeaks: true, allowRaces: true }, right)).toBeUndefined();
  });

  it('VE5 expect may be a test of the result', () => {
    const check = checkOf("{ name: 's', play: (answer) => answer.f(), expect: (x) => x > 1 }");
    expect(judged(check, answers('return 2;')).passed).toBe(true);
    expect(judged(check, answers('return 1;')).failure).toMatchObject({ kind: 'wrong-result', got: '1' });
    expect(judged(check, answers('return 1;')).failure).not.toHaveProperty('expected');
    expect(judged(checkOf("{ name: 's', play: (answer) => answer.f() }"), answers('return 1;')).passed).toBe(true);
  });

  it('VE5 what is compared is the result as it was when it was given', () => {
    expect(judged(checkOf("{ name: 's', play: (answer) => answer.f(), expect: ['x'], allowRaces: true }"), answers("const out: string[] = [];\ngo(() => { out[0] = 'x'; });\nreturn out;"))).toMatchObject({ passed: false, failure: { kind: 'wrong-result', got: '[]' } });
  });

  it('VE6 output is compared line by line, and only then its order counts', () => {
    const body = "const wg = new WaitGroup();\nfor (const name of ['a', 'b']) wg.go(() => { console.log(name); });\nawait wg.wait();\nreturn 2;";
    expect(judged(checkOf("{ name: 's', play: (answer) => answer.f(), output: ['a', 'b'] }"), answers(body))).toMatchObject({ passed: false, failure: { kind: 'wrong-output', expected: 'a\nb', got: 'b\na' } });
    const without = judged(two, answers(body));
    expect(without.passed).toBe(true);
    expect(without.orders).toBeLessThan(judged(checkOf("{ name: 's', play: (answer) => answer.f(), output: ['a', 'b'] }"), answers(body)).orders);
  });

  it('VE7 scenes are played in order, up to the first that fails', () => {
    const verdict = judged(checkOf("{ name: 'one', play: (a) => a.f(), expect: 2 }, { name: 'two', play: (a) => a.f(), expect: 3 }, { name: 'three', play: (a) => a.f(), expect: 2 }"), answers('return 2;'));
    expect(verdict.scenes.map(({ name, passed }) => `${name} ${passed}`)).toEqual(['one true', 'two false']);
    expect(verdict.headline).toBe('Right in 1 of 2 orders. It fails in “two”.');
  });

  it('VE8 a scene has its own mode, seeds and limits', () => {
    const lost = 'let n = 0;\nconst add = async () => { const seen = n; n = seen + 1; };\nawait Promise.all([add(), add()]);\nreturn n;';
    const adding = 'const wg = new WaitGroup();\nlet n = 0;\nfor (let i = 0; i < 2; i++) wg.go(async () => { n += 1; });\nawait wg.wait();\nreturn n;';
    const scene = (more: string) => checkOf(`{ name: 's', play: (a) => a.f(), expect: 2, allowRaces: true, ${more} }`);
    expect(judged(scene("mode: 'cooperative'"), answers(lost)).passed).toBe(true);
    expect(judged(scene("mode: 'cpython'"), answers(adding)).passed).toBe(true);
    expect(judged(scene("mode: 'cpython', freeThreaded: true"), answers(adding)).failure?.got).toBe('1');
    expect(judged(checkOf("{ name: 's', play: (a) => a.f(), expect: (x) => x < 1, seeds: [1, 2, 3] }"), answers('return Math.random();')).orders).toBe(3);
    expect(judged(scene('maxRuns: 1'), answers('const wg = new WaitGroup();\nlet n = 0;\nfor (let i = 0; i < 2; i++) wg.go(() => { n += 1; });\nawait wg.wait();\nreturn n;'))).toMatchObject({ complete: false, passed: true, headline: expect.stringMatching(/^No failure in [1-9]\d* orders?\. There are more than that: not all were tried\.$/) });
  });

  it('VE8 a failing seed is the one that is shown', () => {
    const verdict = judged(checkOf("{ name: 's', play: (a) => a.f(), expect: (x) => x === 0.6270739405881613, seeds: [1, 7] }"), answers('return Math.random();'));
    expect(verdict).toMatchObject({ orders: 2, right: 1 });
    expect(verdict.failure?.got).not.toBe('0.6270739405881613');
    const printed = judged(checkOf("{ name: 's', play: (a) => a.f(), expect: (x) => x === 0.6270739405881613, seeds: [1, 7] }"), answers('const x = Math.random();\nconsole.log(x);\nreturn x;')).failure;
    expect(printed?.trace?.output).toEqual([printed?.got]);
  });
});

describe('headline', () => {
  const failed = { name: 'rush', passed: false, orders: 0, right: 0, complete: true };
  it.each([
    [true, 1, 1, true, 'Right in the one order that there is.'],
    [true, 1234, 1234, true, 'Right in all 1,234 orders.'],
    [true, 20_000, 20_000, false, 'No failure in 20,000 orders. There are more than that: not all were tried.'],
    [false, 42, 41, true, 'Right in 41 of 42 orders. It fails in “rush”.'],
    [false, 3000, 2999, false, 'Right in 2,999 of the first 3,000 orders. It fails in “rush”.'],
    [false, 4, 0, true, 'Not right in any of 4 orders. It fails in “rush”.'],
    [false, 0, 0, false, 'No order that was tried came to its end. It fails in “rush”.'],
    [false, 1, 0, true, 'Wrong in the one order that was tried. It fails in “rush”.'],
  ])('VE9 passed %s, %i orders, %i right, complete %s: %s', (passed, orders, right, complete, text) => {
    expect(headlineOf(passed, { orders, right, complete }, passed ? undefined : failed)).toBe(text);
  });
});

describe('mistakes', () => {
  const evidence: Evidence = { fault: { kind: 'deadlock', message: 'send on closed channel', value: [1] }, scene: 'rush', waiting: [{ task: 1, reason: 'chan send', since: 1 }], code: 'a(); // close(c)\nb();' };
  it.each<readonly [Omit<Mistake, 'say' | 'verdict'> & { verdict?: FailureKind }, boolean]>([
    [{}, true], [{ verdict: 'leak' }, false],
    [{ scene: 'rush' }, true], [{ scene: 'calm' }, false],
    [{ reason: 'chan send' }, true], [{ reason: 'select' }, false],
    [{ message: /closed/ }, true], [{ message: /nil/ }, false],
    [{ code: /b\(\)/ }, true], [{ code: /close/ }, false],
    [{ got: [1] }, true], [{ got: [2] }, false], [{ got: undefined }, false],
    [{ scene: 'rush', reason: 'chan send', code: /b/ }, true], [{ scene: 'rush', reason: 'select' }, false],
  ])('VE10 %o fits: %s', (mistake, fits) => {
    const found = matchMistake({ tea: { verdict: 'deadlock', say: 'Hm.', ...mistake } }, evidence);
    expect(found?.name).toBe(fits ? 'tea' : undefined);
  });

  it('VE10 the first that fits is taken', () => {
    expect(matchMistake({ a: { verdict: 'leak', say: '' }, b: { verdict: 'deadlock', say: '' }, c: { verdict: 'deadlock', say: '' } }, evidence)?.name).toBe('b');
  });

  it('VE10 its sentence is what the learner reads', () => {
    expect(judged(checkOf("{ name: 's', play: (a) => a.f(), expect: 2 }", "{ 'gives-three': { verdict: 'wrong-result', got: 3, say: 'One too many.' } }"), answers('return 3;')).failure).toMatchObject({ mistake: 'gives-three', say: 'One too many.' });
  });

  it.each([
    ['a(); // b\nc();', 'a();  \nc();'],
    ['a(/* b */ c);', 'a(  c);'],
    ["x = '// no'; // yes", "x = '// no';  "],
    ['x = `/* no */ ${y}`; /* yes */', 'x = `/* no */ ${y}`;  '],
    ["x = 'it\\'s // no'; // yes", "x = 'it\\'s // no';  "],
    ['x = /\\/\\/ no/; // yes', 'x = /\\/\\/ no/;  '],
    ["x = /['\"]/; // yes", "x = /['\"]/;  "],
    ['x = a / b; // yes', 'x = a / b;  '],
  ])('VE11 without comments, %o is %o', (code, text) => expect(withoutComments(code)).toBe(text));
});

describe('an order that passes, beside one that fails', () => {
  const sum = checkOf("{ name: 's', play: (a) => a.f(), expect: 2 }");
  const lost = answers('let n = 0;\nconst m = new Mutex();\nconst read = async () => { await m.lock(); const seen = n; m.unlock(); return seen; };\nconst write = async (to: number) => { await m.lock(); n = to; m.unlock(); };\nconst add = async () => { const seen = await read(); await write(seen + 1); };\nconst wg = new WaitGroup();\nwg.go(add);\nwg.go(add);\nawait wg.wait();\nreturn await read();');

  it('VE18 is there, and the same up to where they part', () => {
    const { failure, right } = judged(sum, lost);
    expect(right).toBeGreaterThan(0);
    const { trace, passing } = failure!;
    expect(passing!.schedule).not.toBe(trace!.schedule);
    expect(commonStart(trace!, passing!)).toBeGreaterThan(3);
    const writes = passing!.events.filter(({ verb }) => verb === 'write').map(({ value }) => value);
    expect(writes.at(-1)).toBe('2');
  });

  it('VE18 is not there if every order fails', () => {
    expect(judged(sum, answers('return 3;')).failure).not.toHaveProperty('passing');
  });

  it('VE19 progress names the scene, from its beginning', () => {
    const seen: (string | undefined)[] = [];
    const check = checkOf("{ name: 'one', play: (a) => a.f(), expect: 2 }, { name: 'two', play: (a) => a.f(), expect: 2 }");
    handle({ kind: 'check', program: { files: { 'check.ts': check, 'answer.ts': answers('return 2;') }, entry: 'answer.ts' }, answer: 'answer.ts', check: 'check.ts' }, (reply) => reply.kind === 'progress' && seen.push(reply.progress.scene));
    expect(seen).toEqual(['one', 'two']);
  });
});

describe('an answer of several files', () => {
  const inFiles = (files: Readonly<Record<string, string>>, also: readonly string[] = []): Reply => {
    const replies: Reply[] = [];
    const check = checkOf("{ name: 's', play: (a) => a.f(), expect: 2 }", "{ 'says-three': { verdict: 'wrong-result', code: /return 3/, say: 'One too many.' } }");
    handle({ kind: 'check', program: { files: { 'check.ts': check, ...files }, entry: 'answer.ts' }, answer: 'answer.ts', check: 'check.ts', also }, (reply) => replies.push(reply));
    return replies.at(-1)!;
  };
  const answer = "import { two } from './numbers';\nexport const f = async () => two();";

  it('VE17 is judged as one', () => {
    expect(inFiles({ 'answer.ts': answer, 'numbers.ts': 'export const two = () => 2;' })).toMatchObject({ kind: 'judged', verdict: { passed: true } });
  });

  it('VE17 is told what it did by all of its files, and by none that was given', () => {
    const files = { 'answer.ts': answer, 'numbers.ts': 'export function two() { return 3; }' };
    expect(inFiles(files, ['numbers.ts'])).toMatchObject({ verdict: { failure: { mistake: 'says-three' } } });
    expect(inFiles(files)).not.toMatchObject({ verdict: { failure: { mistake: 'says-three' } } });
  });

  it('VE17 is refused with the file that does not compile', () => {
    expect(inFiles({ 'answer.ts': answer, 'numbers.ts': 'export const = 2;' })).toMatchObject({ kind: 'refused', diagnostics: [{ file: 'numbers.ts', line: 1 }] });
  });
});

describe('what the author or the learner got wrong before any scene', () => {
  it('VE12 an answer that fails when it is loaded is refused, at its line', () => {
    expect(askToCheck(two, "const a: any = undefined;\na.b;\nexport const f = () => 2;")).toEqual({ kind: 'refused', diagnostics: [{ file: 'answer.ts', line: 2, column: 1, message: "TypeError: Cannot read properties of undefined (reading 'b')", hint: 'This happens before any scene is played, when the file itself is run.' }] });
    expect(askToCheck(two, 'await new Promise(() => {});\nexport const f = () => 2;')).toMatchObject({ kind: 'refused' });
    expect(askToCheck(two, 'const = 2')).toMatchObject({ kind: 'refused', diagnostics: [{ file: 'answer.ts', line: 1 }] });
  });

  it('VE13 a missing export is named', () => {
    expect(judged(two, 'export async function g() { return 2; }').failure).toMatchObject({ kind: 'error', say: expect.stringContaining('“f”') });
  });

  it.each([
    ['no default export', 'export const x = 1;', 'this file exports no check'],
    ['no scenes', 'export default { scenes: [] };', 'this check has no scenes'],
    ['a scene without play', checkOf("{ name: 'two', expect: 2 } as any"), 'the scene “two” has no function "play"'],
    ['a scene without a name', checkOf('{ play: () => 1 } as any'), 'scene 1 has no name'],
    ['a mistake with an unknown verdict', checkOf("{ name: 'two', play: () => 1, expect: 2 }", "{ tea: { verdict: 'cold' as any, say: 'x' } }"), 'the mistake “tea” has no verdict that there is'],
  ])('VE14 a check file with %s is refused with words for its author', (_, check, message) => {
    expect(askToCheck(check, 'export const f = () => 2;')).toMatchObject({ kind: 'refused', diagnostics: [{ file: 'check.ts', message, hint: expect.any(String) }] });
  });

  it('VE15 the report says what, where, why, what to try and how to replay', () => {
    expect(judged(two, answers('const mu = new Mutex();\nawait mu.lock();\nawait mu.lock();')).failure?.report).toMatchInlineSnapshot(`
      "deadlock: no task can go on
        main  waits: await f  since step 1, line 2 of check.ts
        f  waits to lock mu, held by f  since step 2, line 5
      Why:    everybody waits, and nobody is left who could wake anybody.
      Try:    find who should have sent, closed, unlocked or counted down, and see why that task did not.
      Replay: (the plain order)"
    `);
  });

  it('VE15 of a WaitGroup that is added to while somebody may wait, it says what helps', () => {
    const ring = "const wg = new WaitGroup();\ngo(() => { wg.add(1); wg.done(); });\nawait wg.wait();\nreturn 2;";
    expect(judged(two, answers(ring)).failure?.report).toMatchInlineSnapshot(`
      "race on "wg": two tasks use it at the same time, and one writes
        g1  adds to it  at step 2, line 4
        f  waits for it  at step 4, line 5
      Why:    add raises the counter from zero while somebody may be waiting already, and nothing makes one of these happen before the other.
      Try:    call add before the go that it counts.
      Replay: main g1"
    `);
  });
});

describe('limits', () => {
  const sized = (limits: string, seeds = '[1, 2, 3]') => checkOf(`{ name: 'a load', play: (answer) => answer.f(), limits: ${limits}, seeds: ${seeds} }`, "{ 'too small': { verdict: 'wrong-result', got: ['turned away'], say: 'Too small.' } }");
  const random = "const n = Math.floor(Math.random() * 1000);\nreturn { 'turned away': n, 'cold starts': 2 };";

  it('VE16 are kept if every run of every seed is within them', () => {
    expect(judged(sized("{ 'turned away': { atMost: 1000 }, 'cold starts': { atLeast: 1, atMost: 2 } }"), answers(random))).toMatchObject({ passed: true, orders: 3, headline: 'Within its limits in all 3 simulated runs.' });
  });

  it('VE16 are told of orders where a seed has more than one, and of no more than were tried', () => {
    const inOrders = (n: number, maxRuns = 1_000) => checkOf(`{ name: 'a load', play: (answer) => answer.f(), limits: { most: { atMost: ${n} } }, seeds: [1, 2], maxRuns: ${maxRuns} }`);
    const racing = answers('const c = chan<number>(3); for (const n of [1, 2, 3]) go(async () => { await c.send(n); }); return { most: await c.receive() };');
    const heads = [judged(inOrders(3), racing), judged(inOrders(3, 2), racing), judged(inOrders(1), racing)].map(({ headline }) => headline);
    expect(heads).toEqual([
      'Within its limits in all 12 orders.',
      'Within its limits in the first 4 orders. There are more than that: not all were tried.',
      'Within its limits in 4 of 12 orders. It is not in “a load”.',
    ]);
  });

  it('VE16 of one run are told as those of one run', () => {
    expect(judged(sized("{ 'turned away': { atMost: -1 } }", '[1]'), answers(random)).headline).toBe('Not within its limits in the one simulated run. It is not in “a load”.');
  });

  it('VE16 tell the least and the most over all seeds, also where one has failed', () => {
    const { passed, headline, scenes, failure } = judged(sized("{ 'turned away': { atMost: -1 } }"), answers(random));
    expect({ passed, headline }).toEqual({ passed: false, headline: 'Within its limits in none of 3 simulated runs. It is not in “a load”.' });
    const [measure] = scenes[0]?.measures ?? [];
    expect(measure).toMatchObject({ name: 'turned away', atMost: -1 });
    expect(failure?.report).toContain('Why:    a number of this run is not within its limit.');
    expect(measure?.least).toBeLessThan(measure?.most ?? 0);
    expect(failure).toMatchObject({ kind: 'wrong-result', mistake: 'too small', say: 'Too small.', expected: 'turned away: at most -1', got: expect.stringMatching(/^turned away: \d+$/) as string });
  });

  it('VE16 that are not kept are named with what was seen and what is allowed', () => {
    expect(judged(sized("{ 'turned away': { atMost: 1000 }, 'cold starts': { atLeast: 3, atMost: 5 } }"), answers(random)).failure?.say).toBe('The simulated run is not within its limits. cold starts: 2, where between 3 and 5 is allowed.');
  });

  it('VE16 are not kept by a number that is missing', () => {
    expect(judged(sized("{ errors: { atMost: 0 } }"), answers(random)).failure).toMatchObject({ got: 'errors: no number' });
  });

  it.each([
    ['{}', /limits that name nothing/],
    ["{ a: {} }", /the limit “a”/],
    ["{ a: { most: 3 } }", /not \{ atMost, atLeast \}/],
    ["{ a: { atMost: 1, atLeast: 2 } }", /allows nothing/],
  ])('VE14 %s is refused', (limits, words) => {
    expect(JSON.stringify(askToCheck(sized(limits), answers(random)))).toMatch(words);
  });
});
