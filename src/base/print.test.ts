import { describe, expect, it } from 'vitest';
import { format, print, PRINTED, printThrown, quote } from './print.ts';

describe('print', () => {
  it.each<readonly [unknown, string]>([
    ['text', 'text'],
    [-0, '-0'],
    [1n, '1n'],
    [Symbol('s'), 'Symbol(s)'],
    [undefined, 'undefined'],
    [null, 'null'],
    [["it's", 'a\nb'], "['it\\'s', 'a\\nb']"],
    [Object.assign(new Array(3), { 0: 1, 2: 3 }), '[1, <empty>, 3]'],
    [{ a: 1, 'b-c': [true] }, "{ a: 1, 'b-c': [true] }"],
    [{}, '{}'],
    [new Map([[1, { x: 2 }]]), 'Map(1) {1 => { x: 2 }}'],
    [new Set(['a']), "Set(1) {'a'}"],
    [new Uint8Array(2), 'Uint8Array(2) [0, 0]'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [/a+/g, '/a+/g'],
    [new TypeError('no'), 'TypeError: no'],
    [new Error(), 'Error'],
    [function f() {}, '[Function f]'],
    [() => 1, '[Function]'],
    [class A { tea = 1; }, '[class A]'],
    [new (class Cup { tea = 1; })(), 'Cup { tea: 1 }'],
    [{ a: { b: { c: { d: { e: 1 } } } } }, '{ a: { b: { c: { d: {…} } } } }'],
    [{ [PRINTED]: () => 'mine' }, 'mine'],
  ])('RN1 shows %o', (value, text) => expect(print(value)).toBe(text));

  it('RN2 cuts what is long', () => {
    expect(print(Array.from({ length: 250 }, () => 0))).toMatch(/, 0, … 150 more\]$/);
    expect(print({ text: 'x'.repeat(500) })).toHaveLength(212);
    expect(quote(Array.from({ length: 90 }, () => 0))).toHaveLength(58);
  });

  it('RN3 shows what contains itself', () => {
    const tea: Record<string, unknown> = {};
    tea['self'] = tea;
    expect(print(tea)).toBe('{ self: [Circular] }');
  });

  it('RN4 calls no getter and no toString, and never throws', () => {
    const angry = () => { throw new Error('called'); };
    expect(print({ get a() { return angry(); }, toString: angry, toJSON: angry })).toBe('{ a: [Getter], toString: [Function angry], toJSON: [Function angry] }');
    expect(print(new Proxy({}, { ownKeys: angry }))).toBe('[unprintable]');
    expect(print(new Proxy({}, { getPrototypeOf: angry, getOwnPropertyDescriptor: angry }))).toBe('[unprintable]');
    expect(print(new (class extends Error { override get message(): string { return angry(); } })())).toBe('Error');
    expect(print(new (class extends Map<number, number> { override get size(): number { return angry(); } override [Symbol.iterator](): never { return angry(); } })([[1, 2]]))).toBe('Map(1) {1 => 2}');
    expect(printThrown(new Proxy({}, { getPrototypeOf: angry }))).toBe('thrown: [unprintable]');
  });

  it('RN5 fills the places of a format', () => {
    expect(format(['%s is %d, %i, %f, %j %o 100%%', 'a', '1.5', '2.7', 3.5, { b: 1 }, [2], 'rest'])).toBe('a is 1.5, 2, 3.5, { b: 1 } [2] 100% rest');
    expect(format(['%s'])).toBe('%s');
    expect(format(['%s %s', 1])).toBe('1 %s');
    expect(format([1, '%s', 'a'])).toBe('1 %s a');
    expect(format([])).toBe('');
  });
});
