import { takeCharge } from '#kernel';
import { Account, sleep } from '#runtime/lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lendChance } from './host-chance.ts';
import { bubble, NativeKernel } from './index.ts';

let before: ReturnType<typeof takeCharge>;
beforeEach(() => { before = takeCharge(new NativeKernel()); });
afterEach(() => { takeCharge(before); });

describe('chance that a host lends', () => {
  it('LA119: natively too, what an init phase takes from chance is the same in every environment, and what a handler takes is not', async () => {
    const ids = (qualifier: string) => bubble(async () => {
      const fn = new Account().function({
        name: 'f', runtime: 'python3.14', alias: 'live', snapStart: true,
        handler: () => {
          const drawn = [crypto.randomUUID(), Math.random(), ...crypto.getRandomValues(new Uint8Array(3))].join();
          return async () => {
            await sleep(10);
            return [drawn, crypto.randomUUID()];
          };
        },
      });
      const answers = await Promise.all([1, 2, 3].map(() => fn.invoke(undefined, { qualifier })));
      const payloads = answers.map((answer) => (answer as { payload: readonly string[] }).payload);
      return [0, 1].map((at) => new Set(payloads.map((payload) => payload[at])).size);
    });
    expect(await ids('live')).toEqual([1, 3]);
    expect(await ids('$LATEST')).toEqual([3, 3]);
  });

  it('LA119: afterwards the host has its own again, also if the init phase fails', () => {
    const { random } = Math;
    const own = Object.getOwnPropertyNames(crypto);
    expect(lendChance(() => () => 0.5, () => [Math.random(), crypto.randomUUID()])).toEqual([0.5, '88888888-8888-4888-8888-888888888888']);
    expect(() => lendChance(() => () => 0.5, () => { throw new Error('no disk'); })).toThrow('no disk');
    expect(Math.random).toBe(random);
    expect(Object.getOwnPropertyNames(crypto)).toEqual(own);
  });
});
