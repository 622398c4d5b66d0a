import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from './testing/programs.ts';

describe('environments', () => {
  it('LA1, LA2: requests at the same time need an environment each, those after one another share one', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 300, duration: 100 });
      await Promise.all([fn.invoke(), fn.invoke(), fn.invoke()]);
      const again = await fn.invoke();
      console.log(fn.metrics().coldStarts, fn.metrics().ConcurrentExecutions, again.status === 200 && again.cold);
    `)).toEqual(['3 3 false']);
  });

  it('LA1: a request in its init phase counts', () => {
    expect(printed(`
      const fn = new Account({ concurrency: 1 }).function({ name: 'f', init: 300, duration: 100 });
      const first = fn.invoke();
      await sleep(200);
      console.log((await fn.invoke()).status, (await first).status);
    `)).toEqual(['429 200']);
  });

  it('LA3: of several idle environments the lowest number is taken', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', duration: 100 });
      await Promise.all([fn.invoke(), fn.invoke()]);
      const answer = await fn.invoke();
      if (answer.status === 200) console.log(answer.environment);
    `)).toEqual(['1']);
  });

  it('LA4: a cold start is the init phase and then the handler; Duration leaves the init phase out', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 300, handler: async () => { await sleep(50); return now(); } });
      const answer = await fn.invoke();
      if (answer.status === 200) console.log(answer.init, answer.duration, answer.payload);
      const { Duration, InitDuration, latency } = fn.metrics();
      console.log(Duration.max, InitDuration.max, latency.max);
    `)).toEqual(['300 50 350', '50 300 350']);
  });

  it('LA5: a factory runs once in each environment, and its variables live as long as that', () => {
    expect(printed(`
      const fn = new Account().function({
        name: 'f',
        handler: () => { let calls = 0; return async (who: string, { environment }) => { await sleep(10); return \`\${who} \${environment} \${++calls}\`; }; },
      });
      const answers = [...await Promise.all([fn.invoke('a'), fn.invoke('b')]), await fn.invoke('c')];
      for (const answer of answers) if (answer.status === 200) console.log(answer.payload);
    `)).toEqual(['a 1 1', 'b 2 1', 'c 1 2']);
  });

  it('LA6: what an environment keeps is no race between its invocations', () => {
    const found = explored(`
      const fn = new Account().function({ name: 'f', handler: () => { let calls = 0; return async () => { await sleep(10); return ++calls; }; } });
      const client = async () => { await fn.invoke(); await sleep(5); await fn.invoke(); };
      await Promise.all([client(), client()]);
    `);
    expect(found).toMatchObject({ races: 0, complete: true });
  });

  it('LA7: invocations are tasks of kind invocation, and callers wait for them', () => {
    const { trace } = ran(`
      const resize = new Account().function({ name: 'resize', handler: async () => { await sleep(10); } });
      await resize.invoke('cat');
    `);
    expect(trace.tasks.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(['main: main', 'resize-1: invocation']);
    expect(trace.events.flatMap(({ changes }) => changes).find(({ to }) => to.kind === 'blocked')?.to).toMatchObject({ reason: 'invoke' });
  });

  it('LA8: the handler is told where it runs', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', timeout: 1000, memory: 512, handler: async (_event: unknown, context) => {
        await sleep(100);
        const { functionName, functionVersion, initializationType, memoryLimitInMB } = context;
        return [functionName, functionVersion, initializationType, memoryLimitInMB, context.getRemainingTimeInMillis()].join(' ');
      } });
      const answer = await fn.invoke();
      if (answer.status === 200) console.log(answer.payload);
    `)).toEqual(['f $LATEST on-demand 512 900']);
  });
});

describe('failures', () => {
  it('LA40: a handler that throws is answered with 200 and a function error; its environment stays warm', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 100, handler: async (n: number) => { if (n === 1) throw new RangeError('no'); return n; } });
      const [first, second] = [await fn.invoke(1), await fn.invoke(2)];
      console.log(first);
      console.log(second.status === 200 && second.cold, fn.metrics().Errors, fn.metrics().Invocations);
    `)).toEqual(["{ status: 200, payload: { errorType: 'RangeError', errorMessage: 'no' }, functionError: 'Unhandled', cold: true, executedVersion: '$LATEST', environment: 1, init: 100, duration: 0 }", 'false 1 2']);
  });

  it.each(['duration: 5000', 'handler: async () => { await sleep(5000); }'])('LA41: out of time is a function error, and the environment starts anew (%s)', (body) => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 100, timeout: 3000, ${body} });
      const answer = await fn.invoke();
      if (answer.status === 200) console.log(answer.functionError, answer.payload, now());
      const next = await fn.invoke();
      if (next.status === 200) console.log(next.cold, next.environment);
    `)).toEqual(["Unhandled { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 3.00 seconds' } 3100", 'true 1']);
  });

  it('LA41: a handler that never returns is out of time in the end; where the function has no timeout, the program stands still and says who waits', () => {
    const never = (settings: string) => ran(`
      const fn = new Account().function({ name: 'f', ${settings} handler: () => new Promise<void>(() => {}) });
      const answer: any = await fn.invoke();
      console.log(answer.payload.errorMessage);
    `);
    expect(never('timeout: 3000,').output).toEqual(['Task timed out after 3.00 seconds']);
    expect(never('').end).toMatch(/^deadlock/);
  });

  it('LA42: what is no number of milliseconds or environments is refused', () => {
    expect(ran("new Account({ concurrency: 0 });").end).toBe('error: RangeError: concurrency is 1 or more, not 0');
    expect(ran("new Account().function({ name: 'f', init: -1 });").end).toBe('error: RangeError: init cannot be negative: -1');
    expect(ran("new Account().function({ name: 'f', reserved: 1.5 });").end).toBe('error: TypeError: reserved takes a whole number, not 1.5');
    expect(ran("new Account().function({ name: 'f', memory: 1769.5 });").end).toBe('error: TypeError: memory takes a whole number, not 1769.5');
    expect(ran("new Account().function({ name: 'f', retryAttempts: 1.5 });").end).toBe('error: TypeError: retryAttempts takes a whole number, not 1.5');
  });
});
