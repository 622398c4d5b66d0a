import { describe, expect, it } from 'vitest';
import { printed, ran } from './testing/programs.ts';

const answer = (settings: string, rest = '') => `
  const fn = new Account().function({ name: 'f', ${settings} });
  const show = (answer: any) => console.log(answer.init, answer.duration, answer.cold);
  show(await fn.invoke());
  ${rest}
`;

describe('what a function is made of', () => {
  /** A share of a processor makes fractions that no computer has exactly. */
  const rounded = (lines: readonly string[]) => lines.map((line) => line.replace(/[\d.]+/g, (n) => String(Math.round(Number(n)))));

  it('LA110: work takes its time with 1,769 MB, longer with less, and no shorter with more', () => {
    expect(printed(answer('memory: 1769, initWork: 300, work: 100'))).toEqual(['300 100 true']);
    expect(rounded(printed(answer('memory: 580, initWork: 300, work: 100, init: 50, duration: 20')))).toEqual(['965 325 true']);
    expect(printed(answer('memory: 10_240, initWork: 300, work: 100'))).toEqual(['300 100 true']);
    expect(rounded(printed(answer('memory: 580, handler: async (_: unknown, context) => { await context.work(100); }')))).toEqual(['0 305 true']);
  });

  it('LA111: every megabyte of the package and its layers takes time to load, and layers add their own work', () => {
    expect(printed(answer("memory: 1769, init: 100, packageSize: 50, layers: [{ name: 'sdk', size: 30, initWork: 40 }], loadPerMegabyte: 2"))).toEqual(['300 0 true']);
  });

  it('LA112: five layers and 250 MB are the limit, and AWS says so', () => {
    const layers = (n: number) => `layers: [${Array.from({ length: n }, (_, i) => `{ name: 'l${i}', size: 40 }`).join()}]`;
    expect(ran(answer(layers(6))).end).toMatch(/Value '\[l0, l1, l2, l3, l4, l5\]' at 'layers' failed to satisfy constraint: Member must have length less than or equal to 5\./);
    expect(printed(answer(`${layers(5)}, packageSize: 50`))).toEqual(['0 0 true']);
    expect(ran(answer(`${layers(5)}, packageSize: 51`)).end).toMatch(/InvalidParameterValueException: Layers consume more than the available size of 262144000 bytes Hint: the function has 51 MB and its layers 200/);
    expect(ran(answer('packageSize: 251')).end).toMatch(/Unzipped size must be smaller than 262144000 bytes/);
    expect(ran(answer('memory: 64')).end).toMatch(/Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128/);
  });

  it('LA113: an init phase of more than 10 s is cut short and run again within the invocation, and its timeout', () => {
    expect(printed(answer('init: 12_000, duration: 100'))).toEqual(['10000 12100 true']);
    expect(printed(answer('init: 12_000, duration: 100, timeout: 3000'))).toEqual(['10000 3000 true']);
  });

  it('LA114: after a crash the init phase is part of the next invocation', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 500, timeout: 3000, handler: async (ms: number) => { await sleep(ms); } });
      for (const ms of [5000, 100, 100]) { const answer: any = await fn.invoke(ms); console.log(answer.cold, answer.init, answer.duration, answer.environment); }
      console.log(fn.metrics().coldStarts, fn.metrics().InitDuration.count);
    `)).toEqual(['true 500 3000 1', 'true 0 600 1', 'false 0 100 1', '2 1']);
  });

  it('LA115: /tmp lives as long as its environment, also through a crash, and is full when it is full', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', timeout: 1000, handler: async (event: any, { tmp }) => {
        tmp.write('log', String(tmp.read('log') ?? '') + event.name, 0);
        await sleep(event.ms);
        return tmp.read('log');
      } });
      const [, b]: any[] = await Promise.all([fn.invoke({ name: 'a', ms: 5000 }), fn.invoke({ name: 'b', ms: 10 })]);
      const [c, d]: any[] = [await fn.invoke({ name: 'c', ms: 10 }), await fn.invoke({ name: 'd', ms: 10 })];
      console.log(b.payload, c.payload, d.payload);
      const full: any = await new Account().function({ name: 'g', handler: async (_: unknown, { tmp }) => { tmp.write('/tmp/a', 1, 300); tmp.write('/tmp/b', 1, 300); } }).invoke();
      console.log(full.payload.errorMessage);
    `)).toEqual(['b ac acd', "ENOSPC: no space left on device, write '/tmp/b'. Hint: /tmp holds 512 MB in this function, and this would make 600; it is not emptied between invocations."]);
  });

  it('LA116: an environment that has been idle too long, or is too old, is not used again', () => {
    const times = (settings: string, gap: number) => printed(`
      const fn = new Account().function({ name: 'f', ${settings}, handler: () => { let n = 0; return async () => ++n; } });
      const seen: unknown[] = [];
      for (let i = 0; i < 4; i++) { const answer: any = await fn.invoke(); seen.push(answer.payload); await sleep(${gap}); }
      console.log(seen.join(' '));
    `);
    expect(times('idleTimeout: 600_000', 599_999)).toEqual(['1 2 3 4']);
    expect(times('idleTimeout: 600_000', 600_000)).toEqual(['1 1 1 1']);
    expect(times('environmentLife: 1_000_000', 500_000)).toEqual(['1 2 1 2']);
  });

  it('LA117: provisioned environments that are asked for later can be used after a minute and as long as it takes to make them, all at once', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', alias: 'live', init: 500 });
      fn.provision('live', 600);
      const seen: unknown[] = [];
      for (const at of [0, 65_999, 66_000]) { await sleep(at - now()); const answer: any = await fn.invoke(); seen.push([answer.cold, answer.environment > 600 || answer.init > 0]); }
      console.log(seen, fn.metrics().ProvisionedConcurrencyInvocations);
    `)).toEqual(['[[true, true], [false, true], [false, false]] 1']);
  });
});

describe('SnapStart', () => {
  const snap = (body: string, settings = '') => `
    const fn = new Account().function({ name: 'f', runtime: 'python3.13', alias: 'live', snapStart: true, init: 4000, restore: 200, ${settings} handler: () => { ${body} } });
  `;

  it('LA118: the alias restores environments instead of initialising them; $LATEST does not', () => {
    expect(printed(`${snap('return async (_: unknown, context: Context) => context.initializationType;')}
      for (const qualifier of ['live', '$LATEST']) { const answer: any = await fn.invoke(undefined, { qualifier }); console.log(answer.cold, answer.init, answer.payload); }
    `)).toEqual(['true 200 snap-start', 'true 4000 on-demand']);
  });

  it('LA119: what the init phase takes from chance is the same in every environment; what a handler takes is not', () => {
    const ids = (qualifier: string) => `${snap('const id = crypto.randomUUID(); return async () => { await sleep(10); return [id, Math.random()]; };')}
      const answers: any[] = await Promise.all([1, 2, 3].map(() => fn.invoke(undefined, { qualifier: '${qualifier}' })));
      console.log(new Set(answers.map((one) => one.payload[0])).size, new Set(answers.map((one) => one.payload[1])).size);
    `;
    expect(printed(ids('live'))).toEqual(['1 3']);
    expect(printed(ids('$LATEST'))).toEqual(['3 3']);
  });

  it('LA119: the init phase reads the time at which the function was made, a handler the time of its request', () => {
    const times = (qualifier: string) => `${snap('const made = [now(), Date.now() - new Date(2026, 0).getTime(), performance.now()]; return async () => [...made, now()];')}
      await sleep(60_000);
      const answers: any[] = [await fn.invoke(undefined, { qualifier: '${qualifier}' }), await fn.invoke(undefined, { qualifier: '${qualifier}' })];
      console.log(answers.map((one) => one.payload.join()).join(' '), now());
    `;
    expect(printed(times('live'))).toEqual(['0,0,0,60200 0,0,0,60200 60200']);
    expect(printed(times('$LATEST'))).toEqual(['64000,64000,64000,64000 64000,64000,64000,64000 64000']);
  });

  it('LA120: what SnapStart does not go with is refused', () => {
    const end = (settings: string) => ran(`new Account().function({ name: 'f', alias: 'live', snapStart: true, ${settings} });`).end;
    expect(end('')).toMatch(/InvalidParameterValueException: nodejs24\.x is not supported for SnapStart enabled functions\./);
    expect(end("runtime: 'python3.9'")).toMatch(/python3\.9 is not supported/);
    expect(end("runtime: 'java21'")).toBe('ok');
    expect(end("runtime: 'java21', provisioned: 1")).toMatch(/not supported together with provisioned concurrency/);
    expect(end("runtime: 'java21', ephemeralStorage: 1024")).toMatch(/up to 512 MB of ephemeral storage/);
    expect(end("runtime: 'java21', restore: 11_000")).toMatch(/SnapStartTimeoutException/);
    expect(printed(`${snap('').replace('() => {  }', 'async () => 1')} const answer: any = await fn.invoke(); console.log(answer.payload.errorType);`)).toEqual(['TypeError']);
  });
});

describe('hooks of SnapStart', () => {
  const hooked = (init: string, answer: string, settings = 'restore: 200,') => `
    const fn = new Account().function({ name: 'f', runtime: 'python3.13', alias: 'live', snapStart: true, init: 4000, ${settings} handler: () => { ${init} return async () => ${answer}; } });
  `;

  it('LA124: beforeCheckpoint runs before the snapshot, last registered first; afterRestore in each environment, in order; on $LATEST neither does', () => {
    const program = `${hooked("const seen: string[] = []; beforeCheckpoint(() => { seen.push('b1 ' + now()); }); beforeCheckpoint(() => { seen.push('b2'); }); afterRestore(() => { seen.push('a1'); }); afterRestore(async () => { await sleep(30); seen.push('a2 ' + now()); });", 'seen.join()')}
      await sleep(1000);
      for (const qualifier of ['live', 'live', '$LATEST']) { const answer: any = await fn.invoke(undefined, { qualifier }); console.log(answer.payload, answer.init, answer.duration); }
    `;
    expect(printed(program)).toEqual(['b2,b1 0,a1,a2 1230 230 0', 'b2,b1 0,a1,a2 1230 0 0', ' 4000 0']);
  });

  it('LA124: what afterRestore takes from chance is each environment’s own; what beforeCheckpoint takes is the same in all', () => {
    expect(printed(`${hooked('let [before, after] = [0, 0]; beforeCheckpoint(() => { before = Math.random(); }); afterRestore(() => { after = Math.random(); });', '(await sleep(10), [before, after])')}
      const answers: any[] = await Promise.all([1, 2, 3].map(() => fn.invoke()));
      console.log(new Set(answers.map((one) => one.payload[0])).size, new Set(answers.map((one) => one.payload[1])).size);
    `)).toEqual(['1 3']);
  });

  it('LA125: an afterRestore that throws, or that takes the restore phase over 10 s, keeps the handler from running', () => {
    const failed = (hook: string) => printed(`${hooked(`afterRestore(async () => { ${hook} });`, "console.log('ran')")}
      const answer: any = await fn.invoke(); console.log(answer.functionError, answer.payload.errorType, answer.payload.cause?.errorMessage, now());
      const again: any = await fn.invoke(); console.log(again.cold, again.environment);
    `);
    expect(failed("throw new RangeError('no port');")).toEqual(['Unhandled SnapStartException no port 200', 'true 1']);
    expect(failed('await sleep(20_000);')).toEqual(['Unhandled SnapStartTimeoutException undefined 10000', 'true 1']);
    expect(printed(`${hooked('afterRestore(async () => { await sleep(9000); });', '1')} const answer: any = await fn.invoke(); console.log(answer.init, answer.payload);`)).toEqual(['9200 1']);
  });

  it('LA125: what hooks are not is refused', () => {
    const end = (init: string) => printed(`${hooked(init, '1')} const answer: any = await fn.invoke(); console.log(answer.payload.errorMessage);`)[0];
    expect(end('beforeCheckpoint(3 as any);')).toMatch(/beforeCheckpoint takes a function, not 3\. Write beforeCheckpoint\(\(\) => \{ … \}\)\./);
    expect(end('beforeCheckpoint(async () => { await sleep(1); });')).toMatch(/what is given to beforeCheckpoint does not wait/);
    expect(printed("afterRestore(() => console.log('never')); console.log('nothing happens');")).toEqual(['nothing happens']);
  });

  it('LA126: a snapshot is paid for from its publication, three hours at least, each restore by memory, hooks and the init phase by time; Java pays for time alone', () => {
    const bill = (runtime: string, rest: string) => printed(`
      const fn = new Account().function({ name: 'f', runtime: '${runtime}', alias: 'live', snapStart: true, memory: 2048, init: 4000, restore: 200, handler: () => { afterRestore(() => sleep(100)); return () => sleep(1000); } });
      ${rest}
      const { snapshotCache, snapshotRestore, duration, requests, total } = fn.bill();
      console.log((snapshotCache / 2 / 0.0000015046).toFixed(3), (snapshotRestore / 2 / 0.0001397998).toFixed(3), (duration / 2 / 0.0000166667).toFixed(3), Math.abs(total - snapshotCache - snapshotRestore - duration - requests).toFixed(9));
    `);
    expect(bill('python3.13', '')).toEqual(['10800.000 0.000 4.000 0.000000000']);
    expect(bill('python3.13', 'await sleep(20_000_000);')).toEqual(['20000.000 0.000 4.000 0.000000000']);
    expect(bill('python3.13', 'await Promise.all([fn.invoke(), fn.invoke()]); await fn.invoke();')).toEqual(['10800.000 2.000 7.200 0.000000000']);
    expect(bill('python3.13', "fn.deploy({ memory: 2048, init: 1000 }); fn.publish();")).toEqual(['21600.000 0.000 5.000 0.000000000']);
    expect(bill('java21', 'await Promise.all([fn.invoke(), fn.invoke()]);')).toEqual(['0.000 0.000 6.200 0.000000000']);
  });
});

describe('bills', () => {
  it('LA121: requests, and memory times time, each invocation rounded up to a millisecond, init phase included', () => {
    expect(printed(`
      const account = new Account();
      const fn = account.function({ name: 'f', memory: 1024, init: 499.5, duration: 100 });
      await account.load(fn, { rate: 10, seconds: 100 });
      const { requests, duration, total, gigabyteSeconds } = fn.bill();
      console.log(requests.toFixed(6), gigabyteSeconds.toFixed(3), duration.toFixed(8), (total - requests - duration).toFixed(6));
    `)).toEqual(['0.000200 103.000 0.00171667 0.000000']);
    const arm = (architecture: string) => Number(printed(`const fn = new Account().function({ name: 'f', memory: 1024, duration: 1e6 / 2, architecture: '${architecture}', ephemeralStorage: 1536 }); await fn.invoke(); console.log(fn.bill().duration / fn.bill().gigabyteSeconds, fn.bill().storage / 500);`)[0]?.split(' ')[0]);
    expect(arm('arm64')).toBeCloseTo(0.0000133334, 12);
    expect(arm('x86_64')).toBeCloseTo(0.0000166667, 12);
  });

  it('LA122: provisioned environments are paid for while they are configured, in steps of five minutes, idle or not', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', memory: 1024, provisioned: 10, duration: 1000 });
      await sleep(301_000);
      fn.provision('live', 0);
      await sleep(1_000_000);
      console.log((fn.bill().provisioned / 0.0000041667).toFixed(3), fn.bill().provisionedDuration);
    `)).toEqual(['6000.000 0']);
    expect(printed(`
      const fn = new Account().function({ name: 'f', memory: 1024, provisioned: 10, duration: 1000 });
      await fn.invoke();
      console.log((fn.bill().provisionedDuration / 0.0000097222).toFixed(3), fn.bill().duration);
    `)).toEqual(['1.000 0']);
  });

  it('LA123: what is turned away is not paid for', () => {
    expect(printed("const fn = new Account().function({ name: 'f', reserved: 0 }); await fn.invoke(); console.log(fn.bill().total);")).toEqual(['0']);
  });
});
