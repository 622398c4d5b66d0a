import { describe, expect, it } from 'vitest';
import { randomFrom } from '#base';
import { encodeRun, longestFragment, readRun, type SharedRun } from './shared-run.ts';

const of = (value: unknown): string => `#run=${Buffer.from(JSON.stringify(value)).toString('base64url')}`;
const run: SharedRun = { at: 'program-lost-update', mode: 'preemptive', schedule: 'main*2 a*2 b' };

describe('a link to an order', () => {
  it('says as much as is needed and no more', () => {
    expect(encodeRun(run)).toBe(of({ p: 'program-lost-update', s: 'main*2 a*2 b' }));
    expect(encodeRun({ ...run, mode: 'cpython' })).toBe(of({ p: 'program-lost-update', m: 'cpython', s: 'main*2 a*2 b' }));
  });

  it('can be put into an address as it is', () => {
    const fragment = encodeRun({ ...run, code: 'ÿþ~~??>>…✓ `${a}` <b>' })!;
    expect(new URL(`https://x.example/a/${fragment}`).hash).toBe(fragment);
  });

  it.each([
    ['letters of any script', 'naïve 手 🙂 \u202e \u0000 \u2028'],
    ['half a character', 'a\ud83db'],
    ['markup', '</script><script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['nothing', ''],
  ])('brings back %s', (_what, code) => {
    const whole: SharedRun = { ...run, code, scene: 'three boxes' };
    expect(readRun(encodeRun(whole)!)).toEqual({ ok: true, run: whole });
  });

  it('brings back whatever it was given', () => {
    const random = randomFrom(7);
    const below = (most: number): number => Math.floor(random() * most);
    const text = (most: number): string => Array.from({ length: below(most) }, () => String.fromCharCode(below(0x1_0000))).join('');
    for (let round = 0; round < 500; round++) {
      const whole: SharedRun = {
        at: `${below(2) === 0 ? 'program' : 'exercise'}-a${below(1_000)}`,
        mode: (['preemptive', 'cooperative', 'cpython'] as const)[below(3)]!,
        ...(below(2) === 0 ? { code: text(200) } : { of: 'abc' }),
        ...(below(2) === 0 && { schedule: `main*${1 + below(9)} a/${below(3)}` }),
        ...(below(2) === 0 && { scene: text(30) }),
      };
      expect(readRun(encodeRun(whole)!)).toEqual({ ok: true, run: whole });
    }
  });

  it('is not made of a program that is too long', () => {
    expect(encodeRun({ ...run, code: 'x'.repeat(longestFragment) })).toBeUndefined();
    expect(encodeRun({ ...run, code: 'x'.repeat(40_000) })!.length).toBeLessThanOrEqual(longestFragment);
  });
});

describe('a fragment that is no such link', () => {
  it('is left alone if it is somebody else’s', () => {
    expect(['', '#', '#predict', '#running=1', '#RUN=a'].map(readRun)).toEqual(Array.from({ length: 5 }, () => undefined));
  });

  it.each([
    ['nothing', '#run='],
    ['no base64', '#run=%3Cscript%3E'],
    ['a cut one', '#run=eyJwIjoicHJvZ3JhbS1sb3N0'],
    ['no text', '#run=_____w'],
    ['no JSON', '#run=aGVsbG8'],
  ])('is garbled: %s', (_what, fragment) => {
    expect(readRun(fragment)).toEqual({ ok: false, why: 'garbled' });
  });

  it.each([
    ['a number', 7],
    ['null', null],
    ['a list', ['program-a']],
    ['no program', { s: 'main' }],
    ['a program that is none', { p: 'sidebar' }],
    ['markup for a name', { p: 'program-<img src=x>' }],
    ['an object for code', { p: 'program-a', c: { toString: 1 } }],
    ['a number for a schedule', { p: 'program-a', s: 3 }],
    ['a schedule that is none', { p: 'program-a', s: 'main*0' }],
    ['an endless schedule', { p: 'program-a', s: 'main*99999999999' }],
    ['an unknown mode', { p: 'program-a', m: 'toString' }],
    ['a list for a scene', { p: 'exercise-a', n: ['x'] }],
  ])('is foreign: %s', (_what, value) => {
    expect(readRun(of(value))).toEqual({ ok: false, why: 'foreign' });
  });

  it('brings nothing along that it should not', () => {
    const fragment = `#run=${Buffer.from('{"p":"program-a","__proto__":{"c":"x"},"z":1}').toString('base64url')}`;
    expect(readRun(fragment)).toEqual({ ok: true, run: { at: 'program-a', mode: 'preemptive' } });
  });

  it('is too long', () => {
    expect(readRun(of({ p: 'program-a', c: 'x'.repeat(60_000) }))).toEqual({ ok: false, why: 'too-long' });
  });

  it('is never worth an error, whatever it holds', () => {
    const random = randomFrom(11);
    const letters = 'abcXYZ019-_=%./{}"\\é';
    for (let round = 0; round < 2_000; round++) {
      const noise = Array.from({ length: Math.floor(random() * 60) }, () => letters[Math.floor(random() * letters.length)]).join('');
      expect(readRun(`#run=${noise}`)).toHaveProperty('ok', false);
    }
  });
});
