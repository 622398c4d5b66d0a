import { begin } from '#explore';
import { describe, expect, it } from 'vitest';
import { load } from './load.ts';
import { inGo, prints } from './testing/index.ts';

/** What each of three runs of a program that is loaded once prints, and how it ends. */
function threeRuns(text: string): readonly string[] {
  const loading = load({ entry: 'main.ts', files: { 'main.ts': text } });
  if (!loading.ok) throw new Error(JSON.stringify(loading.diagnostics));
  return Array.from({ length: 3 }, () => {
    const { run, main } = begin(loading.loaded, {});
    run.go(main);
    return [...run.output, run.end?.kind].join('\n');
  });
}

describe('a program that is loaded once', () => {
  it.each([
    ['shared variables', 'let n = 0;\nconst wg = new WaitGroup();\nfor (let i = 0; i < 3; i++) wg.go(async () => { n += i; });\nawait wg.wait();\nconsole.log(n);'],
    ['channels', 'const jobs = chan<number>(1);\nconst done = chan<number>();\nasync function worker(): Promise<void> { let sum = 0; for await (const job of jobs) sum += job; await done.send(sum); }\ngo(worker);\nfor (let i = 0; i < 4; i++) await jobs.send(i);\nclose(jobs);\nconsole.log(await done.receive());'],
    ['classes', 'class Account { #n = 0; static made = 0; constructor() { Account.made++; } async add(by: number) { this.#n += by; return this.#n; } async all() { return Account.made; } }\nconst a = new Account(), b = new Account();\nconsole.log(await a.add(1), await b.add(2), await a.add(3), await a.all());'],
    ['functions with properties of their own', 'const f = async () => ((f as any).calls = ((f as any).calls ?? 0) + 1);\nawait f();\nconsole.log(await f());'],
    ['generators', 'async function* numbers(n: number) { for (let i = 0; i < n; i++) yield i; }\n(numbers.prototype as any).seen ??= [];\nfor await (const x of numbers(3)) (numbers.prototype as any).seen.push(x);\nconsole.log((numbers.prototype as any).seen);'],
    ['promises', 'let order = "";\nconst slow = async (name: string, ms: number) => { await sleep(ms); order += name; return name; };\nconsole.log(await Promise.all([slow("a", 2), slow("b", 1)]), order);'],
    ['errors', 'async function fail(n = undefinedName()) { return n; }\nfunction undefinedName(): number { throw new Error("no name"); }\ntry { await fail(); } catch (e) { console.log((e as Error).message); }\nawait fail();'],
  ])('CO83 prints the same in each run: %s', (_, text) => {
    const [first, ...others] = threeRuns(inGo(text));
    expect(first).toMatch(/./);
    expect(others).toEqual([first, first]);
  });

  it.each([
    '(Promise as any).seen = ((Promise as any).seen ?? 0) + 1;\nconsole.log((Promise as any).seen);',
    'const before = Promise.prototype.then;\nPromise.prototype.then = function (...args: any[]) { console.log("patched"); return Reflect.apply(before, this, args); } as any;\nPromise.resolve(1).then(() => {});',
    'console.log(Object.isFrozen(Promise.prototype));\nObject.freeze(Promise.prototype);',
    '(Promise.all as any).calls = ((Promise.all as any).calls ?? 0) + 1;\nconsole.log((Promise.all as any).calls);',
    'console.log(Object.getPrototypeOf(Promise) === Function.prototype);\nObject.setPrototypeOf(Promise, {});',
  ])('PR26 what a program does to Promise, it does to its own run alone: %j', (text) => {
    const [first, ...others] = threeRuns(text);
    expect(first).toMatch(/./);
    expect(others).toEqual([first, first]);
  });

  it('CO83 keeps nothing of one run for the next', () => {
    const [first, second, third] = threeRuns('const seen: number[] = [];\nlet n = 0;\nconst add = async (x: number) => { seen.push(x, ++n); return async () => seen.join(); };\nconsole.log(await (await add(1))(), await (await add(2))());');
    expect([first, second, third]).toEqual(Array.from({ length: 3 }, () => '1,1 1,1,2,2\nok'));
  });

  it('CO84 async functions are what they are in the language', () => {
    expect(prints(`async function declared(a: number, b = 1, ...c: number[]) { return [a, b, c]; }
const arrow = async (a: number, b: number) => a + b;
const o = { async method(a: number) { return a; }, ['com' + 'puted']: async () => 0 };
class A { async m(a: number, b: number) { return a + b; } static async s() {} async #p(a: number) { return a; } p() { return this.#p; } }
const all: any[] = [declared, arrow, o.method, A.prototype.m, A.s, new A().p(), async function named() {}];
console.log(all.map((f) => f.name + '/' + f.length).join());
console.log(all.every((f) => f.constructor.name === 'AsyncFunction' && Object.prototype.toString.call(f) === '[object AsyncFunction]' && !('prototype' in f)));
console.log(all.map((f) => Reflect.ownKeys(f).map(String).join(' ')).join() === all.map(() => 'length name').join());
for (const f of all) try { new f(); } catch (e) { if (!(e instanceof TypeError)) console.log('other'); }
console.log(Object.getOwnPropertyNames(A.prototype).join(), Object.keys(A.prototype).length);`)).toEqual([
      'declared/1,arrow/2,method/1,m/2,s/0,#p/1,named/0',
      'true',
      'true',
      'constructor,m,p 0',
    ]);
  });
});
