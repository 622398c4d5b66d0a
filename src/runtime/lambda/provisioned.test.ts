import { describe, expect, it } from 'vitest';
import { printed, ran } from './testing/programs.ts';

const show = 'const show = (m: any) => console.log(m.Invocations, m.Throttles, m.coldStarts, m.ProvisionedConcurrencyInvocations, m.ProvisionedConcurrencySpilloverInvocations);';

describe('provisioned concurrency', () => {
  it('LA20: provisioned environments are warm from the first request on', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 700, provisioned: 1, handler: async (_: unknown, context) => context.initializationType });
      console.log(await fn.invoke());
    `)).toEqual(["{ status: 200, payload: 'provisioned-concurrency', cold: false, executedVersion: '1', environment: 1, init: 0, duration: 0 }"]);
  });

  it('LA21: without a reservation, what is above them runs on demand in the shared pool, cold', () => {
    expect(printed(`${show}
      const account = new Account({ concurrency: 150 });
      const fn = account.function({ name: 'f', init: 700, duration: 10_000, provisioned: 50 });
      show(await account.load(fn, { rate: 200, seconds: 1 }));
    `)).toEqual(['150 50 100 50 100']);
  });

  it('LA22: with a reservation, only up to that; then it is turned away', () => {
    expect(printed(`${show}
      const account = new Account({ concurrency: 1000 });
      const fn = account.function({ name: 'f', init: 700, duration: 10_000, provisioned: 50, reserved: 80 });
      show(await account.load(fn, { rate: 200, seconds: 1 }));
    `)).toEqual(['80 120 30 50 30']);
  });

  it('LA23: no more can be provisioned than is reserved', () => {
    expect(ran("new Account().function({ name: 'f', reserved: 5, provisioned: 6 });").end).toBe('error: InvalidParameterValueException: Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function Hint: 6 cannot be warm where only 5 may run: reserve 6 or more, or provision 5 or less.');
    expect(ran("new Account().function({ name: 'f', reserved: 5, provisioned: 5 }).reserve(4);").end).toMatch(/^error: InvalidParameterValueException/);
  });

  it('LA24: never on $LATEST: such requests get none of them', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 700, alias: 'live', provisioned: 2 });
      for (const qualifier of ['live', '$LATEST', undefined]) {
        const answer = await fn.invoke({}, qualifier === undefined ? {} : { qualifier });
        if (answer.status === 200) console.log(qualifier, answer.cold);
      }
      try { fn.provision('$LATEST', 1); } catch (error) { console.log((error as any).awsMessage); }
    `)).toEqual(['live false', '$LATEST true', 'undefined false', 'Provisioned Concurrency Configs cannot be applied to unpublished function versions.']);
  });

  it('LA25: where all of the reservation is provisioned, $LATEST cannot run', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', reserved: 2, provisioned: 2 });
      console.log((await fn.invoke({}, { qualifier: '$LATEST' })).status, (await fn.invoke()).status);
    `)).toEqual(['429 200']);
  });

  it('LA26: provisioned environments are taken out of the pool, which keeps its 100', () => {
    expect(printed(`
      const account = new Account({ concurrency: 1000 });
      account.function({ name: 'f', provisioned: 400 });
      account.function({ name: 'g', provisioned: 100, reserved: 300 });
      console.log(account.unreserved);
      try { account.function({ name: 'h', provisioned: 201 }); } catch (error) { console.log((error as any).awsMessage); }
    `)).toEqual(['300', "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100]."]);
  });

  it('LA27: an unknown alias is not found', () => {
    expect(ran("await new Account().function({ name: 'f' }).invoke({}, { qualifier: 'prod' });").end).toBe('error: ResourceNotFoundException: Function not found: f:prod. Hint: this one has no alias and $LATEST.');
  });

  it('LA28: 1,000 divided into 400, 400 with 200 warm, and the rest, under 450, 450 and 250 requests at once', () => {
    expect(printed(`${show}
      const account = new Account({ concurrency: 1000 });
      const a = account.function({ name: 'a', init: 500, duration: 60_000, reserved: 400 });
      const b = account.function({ name: 'b', init: 500, duration: 60_000, reserved: 400, provisioned: 200 });
      const rest = account.function({ name: 'rest', init: 500, duration: 60_000 });
      const seen = await Promise.all([
        account.load(a, { rate: 450, seconds: 1 }),
        account.load(b, { rate: 450, seconds: 1 }),
        account.load(rest, { rate: 250, seconds: 1 }),
      ]);
      for (const one of seen) show(one);
    `)).toEqual(['400 50 400 0 0', '400 50 200 200 200', '200 50 200 0 0']);
  });
});

describe('requests per second', () => {
  it('LA30: ten times the reservation', () => {
    expect(printed(`
      const account = new Account();
      const seen = await account.load(account.function({ name: 'f', duration: 1, reserved: 10 }), { rate: 150, seconds: 1 });
      console.log(seen.Invocations, seen.throttledBecause);
    `)).toEqual(['100 { ReservedFunctionInvocationRateLimitExceeded: 50 }']);
  });

  it('LA31: ten times the shared pool', () => {
    expect(printed(`
      const account = new Account({ concurrency: 5 });
      const seen = await account.load(account.function({ name: 'f', duration: 1 }), { rate: 60, seconds: 2 });
      console.log(seen.Invocations, seen.throttledBecause);
    `)).toEqual(['100 { FunctionInvocationRateLimitExceeded: 20 }']);
  });

  it('LA32: ten times what is provisioned; more spills over though environments are idle', () => {
    expect(printed(`${show}
      const account = new Account();
      const fn = account.function({ name: 'f', duration: 20, provisioned: 10 });
      show(await account.load(fn, { rate: 100, seconds: 2 }));
      await sleep(5000);
      show(await account.load(fn, { rate: 150, seconds: 1 }));
    `)).toEqual(['200 0 0 200 0', '150 0 3 100 50']);
  });

  it('LA33: 1,000 new environments in 10 seconds for a function', () => {
    expect(printed(`
      const account = new Account({ concurrency: 5000 });
      const seen = await account.load(account.function({ name: 'f', duration: 60_000 }), { rate: 3000, seconds: 1 });
      console.log(seen.Invocations, seen.throttledBecause);
    `)).toEqual(['1099 { FunctionInvocationRateLimitExceeded: 1901 }']);
  });
});
