import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from './testing/programs.ts';

const statuses = (answers: string) => `console.log((await Promise.all([${answers}])).map((answer) => answer.status).toSorted().join(' '));`;

describe('the account and reservations', () => {
  it('LA10: above the account limit a request is turned away at once, not queued', () => {
    expect(printed(`
      const fn = new Account({ concurrency: 2 }).function({ name: 'f', duration: 100 });
      const answers = await Promise.all([fn.invoke(), fn.invoke(), fn.invoke()]);
      console.log(answers.filter((answer) => answer.status === 429), now());
    `)).toEqual(["[{ status: 429, reason: 'ConcurrentInvocationLimitExceeded' }] 100"]);
  });

  it('LA11: a reservation is a ceiling, however idle the account', () => {
    expect(printed(`
      const fn = new Account({ concurrency: 1000 }).function({ name: 'f', duration: 100, reserved: 1 });
      const answers = await Promise.all([fn.invoke(), fn.invoke()]);
      console.log(answers.filter((answer) => answer.status === 429));
    `)).toEqual(["[{ status: 429, reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' }]"]);
  });

  it('LA12: a reservation is a floor: others cannot have it even when it is idle', () => {
    expect(printed(`
      const account = new Account({ concurrency: 200 });
      account.function({ name: 'idle', reserved: 100 });
      const greedy = account.function({ name: 'greedy', duration: 10_000 });
      const seen = await account.load(greedy, { rate: 150, seconds: 1 });
      console.log(account.unreserved, seen.ConcurrentExecutions, seen.Throttles);
    `)).toEqual(['100 100 50']);
  });

  it('LA13: 100 units stay unreserved, and AWS says so', () => {
    const program = (last: number) => `
      const account = new Account({ concurrency: 1000 });
      account.function({ name: 'a', reserved: 400 });
      account.function({ name: 'b', reserved: ${last} });
      console.log(account.unreserved);
    `;
    expect(printed(program(500))).toEqual(['100']);
    expect(ran(program(501)).end).toBe("error: InvalidParameterValueException: Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100]. Hint: of this account's 1000 units 900 can be claimed, and other functions have claimed 400.");
  });

  it('LA13: an account at or below 100 can reserve nothing but 0, and a refused function leaves no trace', () => {
    expect(printed(`
      const account = new Account({ concurrency: 100 });
      try { account.function({ name: 'f', reserved: 1 }); } catch (error) { console.log((error as Error).name); }
      account.function({ name: 'off', reserved: 0 });
      console.log(account.unreserved);
    `)).toEqual(['InvalidParameterValueException', '100']);
  });

  it('LA14: reserving 0 turns a function off, and taking that away turns it on', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', reserved: 0 });
      const off = await fn.invoke();
      fn.reserve(undefined);
      console.log(off.status, (await fn.invoke()).status);
    `)).toEqual(['429 200']);
  });

  it('LA15: a reservation warms nothing', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 700, reserved: 5 });
      const answer = await fn.invoke();
      if (answer.status === 200) console.log(answer.cold, now());
    `)).toEqual(['true 700']);
  });
});

describe('in every order', () => {
  it('LA60: of requests that come at once, any may get in', () => {
    const { outcomes, complete } = explored(`
      const fn = new Account().function({ name: 'f', duration: 10, reserved: 2 });
      const answers = await Promise.all([fn.invoke(), fn.invoke(), fn.invoke()]);
      console.log(answers.map((answer) => answer.status).join(' '));
    `);
    expect({ outcomes, complete }).toEqual({ outcomes: ['200 200 429', '200 429 200', '429 200 200'], complete: true });
  });

  it('LA61: functions that do not share a limit do not multiply orders; the last unit of a pool does', () => {
    const two = (concurrency: number, reserved: string) => explored(`
      const account = new Account({ concurrency: ${concurrency} });
      const [a, b] = [account.function({ name: 'a', duration: 10${reserved} }), account.function({ name: 'b', duration: 20${reserved} })];
      ${statuses('a.invoke(), b.invoke()')}
    `);
    expect(two(1000, ', reserved: 1').orders).toBe(1);
    expect(two(2, '').orders).toBe(1);
    expect(two(1, '')).toMatchObject({ orders: 2, outcomes: ['200 429'] });
  });

  it('LA61: whoever of several functions takes the last units, it is found', () => {
    const { outcomes } = explored(`
      const account = new Account({ concurrency: 2 });
      const [a, b, c] = [account.function({ name: 'a', duration: 10 }), account.function({ name: 'b', duration: 20 }), account.function({ name: 'c', duration: 30 })];
      console.log((await Promise.all([a.invoke(), b.invoke(), c.invoke()])).map((answer) => answer.status).join(' '));
    `);
    expect(outcomes).toEqual(['200 200 429', '200 429 200', '429 200 200']);
  });

  it('LA62: an end and an arrival at the same instant come in either order', () => {
    const { outcomes } = explored(`
      const fn = new Account().function({ name: 'f', duration: 100, reserved: 1 });
      const late = async () => { await sleep(100); return fn.invoke(); };
      const answers = await Promise.all([fn.invoke(), late()]);
      console.log(answers.map((answer) => answer.status).join(' '));
    `);
    expect(outcomes).toEqual(['200 200', '200 429']);
  });

  it.each([
    ['the last unit', 1, "const [f, g] = [fn({ name: 'f', duration: 10 }), fn({ name: 'g', duration: 10 })]; const all = [f.invoke(), g.invoke()];"],
    ['room for both', 2, "const [f, g] = [fn({ name: 'f' }), fn({ name: 'g' })]; const all = [f.invoke(), g.invoke()];"],
    ['an end and an arrival', 2, "const f = fn({ name: 'f', duration: 10 }); const all = [f.invoke(), (async () => { await sleep(10); return f.invoke(); })()];"],
    ['what an environment keeps', 2, "const f = fn({ name: 'f', handler: () => { let n = 0; return async () => ++n; } }); const all = [f.invoke(), f.invoke()];"],
    ['out of time', 2, "const f = fn({ name: 'f', timeout: 10, handler: async () => { await sleep(10); } }); const all = [f.invoke()];"],
    ['a new reservation', 2, "const f = fn({ name: 'f', duration: 10 }); const all = [f.invoke(), (async () => { f.reserve(0); })()];"],
    ['a load and a request', 1, "const f = fn({ name: 'f', duration: 4 }); const all = [account.load(f, { rate: 500, seconds: 0.004 }), (async () => { await sleep(2); return f.invoke(); })()];"],
  ])('LA63: no order is missed: %s', (_name, concurrency, text) => {
    const program = `
      const account = new Account({ concurrency: ${concurrency} });
      const fn = (options: any) => account.function(options);
      ${text}
      const answers: any[] = await Promise.all(all as any[]);
      const shown = answers.map((one) => (one === undefined ? '' : one.status === undefined ? one.Throttles : one.status === 429 ? one.reason : [one.cold, one.environment, one.functionError, one.payload].join(' ')));
      console.log(shown.join(', '));
    `;
    for (const timers of ['patient', 'any'] as const) {
      const naive = explored(program, 'naive', timers);
      expect(naive.complete).toBe(true);
      expect(explored(program, 'dpor', timers).outcomes).toEqual(naive.outcomes);
    }
  });
});
