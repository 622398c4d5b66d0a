/** A small deterministic source of chance. */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const prelude = `
let a = 1, b = 'x', c = undefined; var v = 2; const arr = [1, 2, 3], maybe = { q: 5, m(x) { return [this.q, x].length; }, async am(x) { this.q += 1; return x; } };
let none; const show = (k, x) => { console.log(k, typeof x === 'object' ? JSON.stringify(x) : typeof x === 'function' ? 'fn' : String(x)); return x; };
const obj = { p: 1, deep: { n: 2 }, get g() { console.log('get g'); return a; }, set g(x) { console.log('set g'); a = x; }, m(x, y) { this.p = x; return [x, y, this === obj]; }, async am(x) { await null; this.p = x; return this; } };
function touch() { a = typeof a === 'number' ? a + 1 : 1; v++; return a; } function* gen(x) { const got = yield x; yield got; return a; } async function af(x, y = a) { a = y; await 0; return x; }
async function* ag(n) { try { for (let i = 0; i < n; i++) yield (a = i); } finally { console.log('ag closed'); } } const cap = () => { b = b; c = c; return [a, b, c, v, none]; };
class K { #x = a; static s = 1; y = this.#x; set w(x) { a = x; } get w() { return this.#x; } async m(x) { this.#x += x; return this.#x; } async #pm(x) { return [this.#x, x]; } run(x) { return this.#pm(x); } }
const k = new K();
`;

/** A program that does odd things in odd places and prints what it sees. Every value in it is well defined in plain JavaScript. */
export function randomProgram(seed: number): string {
  const below = makeRandom(seed);
  const pick = <T>(...choices: readonly (() => T)[]): T => (choices[below(choices.length)] as () => T)();
  let serial = 0;
  const name = (): string => `l${++serial}`;

  const target = (d: number): string => pick(() => 'a', () => 'b', () => 'c', () => 'v', () => 'local', () => 'obj.p', () => 'obj.g', () => `arr[${below(3)}]`, () => `obj[${expr(d - 1)}]`, () => `(${expr(d - 1)}, obj).p`, () => 'list[0]', () => 'k.w', () => `arr[${target0()}]`, () => 'none');
  const target0 = (): string => pick(() => 'a', () => 'v', () => 'local', () => '0');
  const args = (d: number): string => Array.from({ length: below(3) }, () => pick(() => expr(d - 1), () => expr(d - 1), () => `...[${expr(d - 1)}]`, () => '...arr')).join(', ');
  const pattern = (d: number): string => pick(
    () => `[${target(d)}, ${target(d)}] = [${expr(d - 1)}, ${expr(d - 1)}]`, () => `[${target(d)} = ${expr(d - 1)}, , ...${pick(() => 'c', () => 'obj.p')}] = [...arr, ${expr(d - 1)}]`,
    () => `({ p: ${target(d)}, deep: { n: ${target(d)} = ${expr(d - 1)} }, ...c } = obj)`, () => '[arr[0], arr[1]] = [arr[1], arr[0]]', () => '[a, v] = [v, a]', () => `({ [${expr(d - 1)}]: a, q: b = ${expr(d - 1)} } = maybe)`,
  );

  const leaf = (): string => pick(() => String(below(5)), () => 'a', () => 'b', () => 'c', () => 'v', () => 'local', () => "'s'", () => 'obj.p', () => 'arr[1]', () => 'none', () => 'list.length', () => 'obj.deep.n', () => 'arr.length', () => 'null');
  const expr = (d: number): string => {
    if (d <= 0) return leaf();
    const e = (): string => expr(d - 1);
    return pick(
      leaf, () => `show(${++serial}, ${e()})`, () => `show(${++serial}, ${e()})`, () => `(${e()} ${pick(() => '+', () => '-', () => '*', () => '<', () => '===', () => '%', () => '|')} ${e()})`,
      () => `(${target(d)} ${pick(() => '=', () => '=', () => '+=', () => '-=', () => '??=', () => '||=', () => '&&=', () => '**=', () => '|=')} ${e()})`,
      () => `${pick(() => '(', () => '(++', () => '(--')}${target(d)})`, () => `(${target(d)}${pick(() => '++', () => '--')})`,
      () => `(await ${e()})`, () => `(await af(${args(d)}))`, () => `(await obj.am(${args(d)})).p`, () => `touch(${args(d)})`, () => `obj.m(${args(d)})`, () => `[${args(d)}]`, () => `(await k.m(${e()}))`, () => `(await k.run(${e()}))`,
      () => `(${e()} ? ${e()} : ${e()})`, () => `(${e()} ${pick(() => '&&', () => '||', () => '??')} ${e()})`, () => `(${e()}, ${e()})`, () => `\`\${${e()}}-\${${e()}}\``, () => `{ x: ${e()}, y: ${e()}, ...obj.deep }.x`.replace(/^/, '(').replace(/\.x$/, ').x'),
      () => `maybe?.${pick(() => 'q', () => `m(${args(d)})`, () => `nope?.(${args(d)})`, () => `['q']`, () => `m?.(${args(d)})`)}`, () => `none?.${pick(() => `x.y[${e()}]`, () => `m(${e()})`, () => `[${e()}]`)}`, () => `(await maybe?.am(${e()}))`, () => `(await none?.am(${e()}))`,
      () => `(() => ${e().replaceAll('await', '+')})()`, () => `(await (async () => ${e()})())`, () => `(await (async (x = ${leaf()}) => { ${statement(d - 1)} return x; })(${e()}))`, () => `(function () { return [this === undefined, arguments.length]; })(${e()})[1]`,
      () => `[...(function* () { yield ${leaf()}; yield* gen(${leaf()}); })()].length`, () => `(delete obj.${pick(() => 'zz', () => 'p')})`, () => `('p' in obj)`, () => `typeof ${pick(() => 'a', () => 'obj.p', () => 'missing')}`, () => `(${pattern(d)}, local)`,
      () => `(await new (class extends K { z = ${leaf()}; async m(x) { return [this.z, await super.m(x)]; } })().m(${e()}))`, () => `list.push(${e()})`, () => `arr.${pick(() => `push(${args(d)})`, () => 'pop()', () => `map((x) => x + ${leaf()}).length`)}`, () => 'cap().length', () => `((s, ...x) => s.raw.join() + x)\`t\${${e()}}u\``,
    );
  };

  const block = (d: number): string => Array.from({ length: 1 + below(3) }, () => statement(d - 1)).join(' ');
  const statement = (d: number): string => {
    if (d <= 0) return `${expr(1)};`;
    return pick(
      () => `show(${++serial}, ${expr(d)});`, () => `show(${++serial}, ${expr(d)});`, () => `${expr(d)};`, () => `;(${pattern(d)});`, () => `if (${expr(d - 1)}) { ${block(d)} } else ${statement(d - 1)}`,
      () => { const i = name(); return `for (let ${i} = 0; ${i} < 2; ${i}++) { ${block(d)} fns.push(async () => ${i}${pick(() => '', () => '++')}); }`; },
      () => { const x = name(); return `for (${pick(() => 'const', () => 'let', () => 'var')} ${x} of ${pick(() => '[1, 2]', () => 'arr.slice(0, 2)', () => 'gen(a)', () => 'list')}) { ${pick(() => 'if (a === 1) continue;', () => 'if (v > 3) break;', () => '')} show(${++serial}, ${x}); ${statement(d - 1)} fns.push(async () => ${x}); if (list.length > 20) break; }`; },
      () => { const [l, x] = [name(), name()]; return `${l}: for await (${pick(() => `const ${x}`, () => `let ${x}`, () => 'a', () => 'obj.p')} of ag(3)) { for (const z of [1, 2]) { ${pick(() => `if (z === 2) continue ${l};`, () => `if (a) break ${l};`, () => 'if (a > 1) break;', () => '')} ${statement(d - 1)} } }`; },
      () => { const n = name(); return `{ let ${n} = 0; while (${n}++ < 2) ${statement(d - 1)} }`; }, () => { const n = name(); return `{ let ${n} = ${expr(d - 1)}; fns.push(async () => (${n} = ${leaf()})); show(${++serial}, await fns.at(-1)()); show(${++serial}, ${n}); }`; },
      () => `try { ${block(d)} ${pick(() => 'throw a;', () => '', () => 'none.x;')} } catch (e) { show(${++serial}, e instanceof Error ? e.name : e); ${statement(d - 1)} } finally { ${statement(d - 1)} }`,
      () => `switch (${expr(d - 1)}) { case 1: ${statement(d - 1)} case 's': { ${statement(d - 1)} break; } default: ${statement(d - 1)} }`,
      () => { const [x, y] = [name(), name()]; return `{ const { p: ${x}, nope: ${y} = ${expr(d - 1)} } = ${pick(() => 'obj', () => 'maybe', () => '(await obj.am(1))')}; show(${++serial}, [${x}, ${y}]); }`; },
      () => `show(${++serial}, await (async () => { try { ${statement(d - 1)} return ${expr(d - 1)}; } finally { ${statement(d - 1)} } })());`, () => `{ const ${name()} = ${expr(d)}; }`, () => `var ${name()} = ${expr(d)};`,
    );
  };

  const body = Array.from({ length: 4 }, () => `  try { ${statement(3)} } catch (e) { show('caught', e instanceof Error ? e.name : e); }`).join('\n');
  return `${prelude}async function main() { let local = 3; const list = [0], fns = [];\n${body}\n  for (const f of fns.slice(0, 20)) show('fn', await f()); show('end', [local, list, obj.p, arr, ...cap()]); }\nawait main();\n`;
}
