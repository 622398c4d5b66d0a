import { inGo, outcomes, prints } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('anyOf', () => {
  it('AN1 every value is tried, in every order of the rest', () => {
    expect(outcomes(inGo("console.log(await anyOf(['a', 'b', 'c']));"))).toEqual(['1 × ok: a', '1 × ok: b', '1 × ok: c']);
    expect(outcomes(inGo('console.log(await anyOf([1, 2]) + await anyOf([10, 20]));'))).toEqual(['1 × ok: 11', '1 × ok: 12', '1 × ok: 21', '1 × ok: 22']);
  });

  it('AN2 a run takes the first', () => {
    expect(prints(inGo("console.log(await anyOf(['a', 'b']));"))).toEqual(['a']);
  });

  it('AN3 choices of two tasks make no orders among themselves', () => {
    expect(outcomes(inGo('for (const name of [1, 2]) go(async () => { await anyOf([1, 2]); });'))).toEqual(['4 × ok']);
  });

  it.each(['[]', '3 as any', 'undefined as any'])('AN4 refuses %s', (values) => {
    expect(prints(inGo(`await anyOf(${values});`))).toEqual([expect.stringMatching(/^error: TypeError: anyOf takes an array with at least one value/)]);
  });
});
