import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from './testing/programs.ts';

/** A function that answers with what its code says, and a way to show an answer. */
const hello = (settings: string, rest: string) => `
  const account = new Account({ concurrency: 1000, duplicates: 0 });
  const says = (what: string) => async (ms: unknown = 0) => { await sleep(typeof ms === 'number' ? ms : 0); return what; };
  const fn = account.function({ name: 'f', init: 100, ${settings} handler: says('one') });
  const show = async (qualifier?: string) => {
    const answer = await fn.invoke(0, qualifier === undefined ? {} : { qualifier });
    if (answer.status === 200) console.log(answer.payload, answer.executedVersion, answer.cold ? 'cold' : 'warm');
  };
  ${rest}
`;

describe('versions', () => {
  it('LA160: what is deployed runs in new environments from now on; what runs goes on with the old code, and its environment is used no more', () => {
    expect(printed(hello('', `
      await show();
      const running = fn.invoke(5000);
      await sleep(10);
      fn.deploy({ handler: says('two') });
      await show();
      const old = await running;
      if (old.status === 200) console.log(old.payload, old.environment);
      await show();
      await show();
    `))).toEqual(['one $LATEST cold', 'two $LATEST cold', 'one 1', 'two $LATEST warm', 'two $LATEST warm']);
  });

  it('LA160: a deployment changes what it names, and nothing else', () => {
    expect(printed(hello('memory: 1769, work: 100, timeout: 3000,', `
      fn.deploy({ memory: 3538 });
      fn.deploy({ work: 200 });
      const answer = await fn.invoke(0);
      if (answer.status === 200) console.log(answer.payload, answer.init, answer.duration);
    `))).toEqual(['one 100 200']);
  });

  it('LA161: a version keeps its code for ever; an unchanged $LATEST is not published twice', () => {
    expect(printed(hello('', `
      console.log(fn.publish(), fn.publish());
      fn.deploy({ handler: says('two') });
      console.log(fn.publish());
      fn.deploy({ handler: says('three') });
      for (const qualifier of ['1', '2', '$LATEST', '1']) await show(qualifier);
    `))).toEqual(['1 1', '2', 'one 1 cold', 'two 2 cold', 'three $LATEST cold', 'one 1 warm']);
  });

  it('LA162: an alias is moved at once; what runs ends where it began', () => {
    expect(printed(hello("alias: 'live',", `
      await show();
      fn.deploy({ handler: says('two') });
      await show();
      const running = fn.invoke(5000);
      await sleep(10);
      fn.setAlias('live', fn.publish());
      await show();
      const old = await running;
      if (old.status === 200) console.log(old.payload, old.executedVersion);
      fn.setAlias('live', '1');
      await show();
    `))).toEqual(['one 1 cold', 'one 1 warm', 'two 2 cold', 'one 1', 'one 1 warm']);
  });

  it('LA162: events, queues and URLs follow their alias', () => {
    expect(printed(hello("alias: 'live',", `
      const queue = account.queue({ name: 'q' });
      const report = account.function({ name: 'r', handler: async (record: any) => { console.log(record.responseContext.executedVersion, record.responsePayload); } });
      const told = account.function({ name: 'g', alias: 'live', onSuccess: report, handler: says('old') });
      told.deploy({ handler: says('new') });
      told.setAlias('live', told.publish());
      await told.invoke(0, { type: 'Event' });
      const url = fn.url({ authType: 'NONE' });
      fn.deploy({ handler: says('two') });
      fn.setAlias('live', fn.publish());
      console.log((await url.fetch()).body);
      await account.drain();
    `))).toEqual(['2 new', 'two']);
  });

  it('LA163: of a weighted alias, each request may go either way; with the same weights, a load is shared out the same each time', () => {
    const canary = (weight: number, rest: string) => hello("alias: 'live',", `
      fn.deploy({ handler: says('two') });
      fn.setAlias('live', '1', { [fn.publish()]: ${weight} });
      ${rest}
    `);
    const twice = "const [a, b] = [await fn.invoke(0), await fn.invoke(0)]; if (a.status === 200 && b.status === 200) console.log(a.payload, b.payload);";
    expect(explored(canary(0.1, twice)).outcomes).toEqual(['one one', 'one two', 'two one', 'two two']);
    expect(explored(canary(0, twice)).outcomes).toEqual(['one one']);
    expect(explored(canary(1, twice)).outcomes).toEqual(['two two']);
    const shared = canary(0.1, `
      let second = 0;
      for (let i = 0; i < 300; i++) { const answer = await fn.invoke(0); if (answer.status === 200 && answer.payload === 'two') second++; }
      console.log(second);
    `);
    const [seen] = printed(shared);
    expect(Number(seen)).toBeGreaterThan(15);
    expect(Number(seen)).toBeLessThan(50);
    expect(printed(shared)).toEqual([seen]);
  });

  it('LA164: provisioned environments belong to the alias or version that they were asked for, and follow their alias after as long as it takes to make them', () => {
    expect(printed(hello("alias: 'live', provisioned: 2,", `
      await show();
      await show('1');
      fn.deploy({ handler: says('two') });
      fn.setAlias('live', fn.publish());
      await show();
      await sleep(59_000);
      await show();
      await sleep(2000);
      console.log(fn.metrics().ProvisionedConcurrencyInvocations, fn.metrics().ProvisionedConcurrencySpilloverInvocations);
      await show();
      console.log(fn.metrics().ProvisionedConcurrencyInvocations);
    `))).toEqual(['one 1 warm', 'one 1 cold', 'two 2 cold', 'two 2 warm', '1 2', 'two 2 warm', '2']);
  });

  it('LA164: a version can be provisioned too, but not beside an alias that points to it', () => {
    const words = (rest: string) => printed(hello('', `
      fn.publish();
      fn.setAlias('live', '1');
      ${rest}
    `));
    expect(words("fn.provision('1', 2); await sleep(120_000); await show('1'); await show('live');")).toEqual(['one 1 warm', 'one 1 cold']);
    expect(words("fn.provision('1', 2); try { fn.provision('live', 1); } catch (error: any) { console.log(error.name, error.awsMessage); }")).toEqual(["ResourceConflictException Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version"]);
    expect(words("fn.provision('live', 2); try { fn.provision('1', 1); } catch (error: any) { console.log(error.name, error.awsMessage); }")).toEqual(['ResourceConflictException Version is pointed by a Provisioned Concurrency alias']);
    expect(words("fn.setAlias('dev', '$LATEST'); try { fn.provision('dev', 1); } catch (error: any) { console.log(error.awsMessage); }")).toEqual(['Provisioned Concurrency Configs cannot be applied to unpublished function versions.']);
  });

  it('LA165: while an alias is weighted, its provisioned environments are shared out by weight', () => {
    expect(printed(`
      const account = new Account({ concurrency: 1000 });
      const fn = account.function({ name: 'f', alias: 'live', provisioned: 10, duration: 1000, init: 500 });
      fn.deploy({ duration: 2000 });
      fn.setAlias('live', '1', { [fn.publish()]: 0.2 });
      await sleep(120_000);
      const seen = await account.load(fn, { rate: 10, seconds: 1 });
      console.log(seen.Invocations, seen.ProvisionedConcurrencyInvocations >= 8, seen.Invocations - seen.ProvisionedConcurrencyInvocations === seen.ProvisionedConcurrencySpilloverInvocations);
    `)).toEqual(['10 true true']);
  });

  it('LA166: each version is billed with its own memory', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', memory: 1024, duration: 1000 });
      await fn.invoke();
      fn.deploy({ memory: 4096 });
      await fn.invoke();
      console.log(fn.bill().gigabyteSeconds);
    `)).toEqual(['5']);
  });

  it('LA167: what AWS refuses of an alias is refused in its words, and changes nothing', () => {
    const words = (call: string) => printed(hello("alias: 'live',", `
      fn.deploy({ handler: says('two') });
      fn.publish();
      try { ${call} } catch (error: any) { console.log(error.name + ': ' + (error.awsMessage ?? error.message)); }
      await show();
    `));
    const unchanged = 'one 1 cold';
    expect(words("fn.setAlias('live', '7');")).toEqual(['ResourceNotFoundException: Function not found: f:7.', unchanged]);
    expect(words("fn.setAlias('live', '1', { 2: 0.1, 3: 0.1 });")).toEqual(['InvalidParameterValueException: Number of items in AdditionalVersionWeights cannot be greater than 1', unchanged]);
    expect(words("fn.setAlias('live', '1', { 2: 2 });")[0]).toMatch(/^ValidationException: 1 validation error detected: Value '\{2=2\}' at 'routingConfig\.additionalVersionWeights'/);
    expect(words("fn.setAlias('live', '1', { 1: 0.5 });")).toEqual(['InvalidParameterValueException: Invalid function version 1. Function version 1 is already included in routing configuration.', unchanged]);
    expect(words("fn.setAlias('live', '$LATEST', { 1: 0.5 });")).toEqual(['InvalidParameterValueException: $LATEST is not supported for an alias pointing to more than 1 version', unchanged]);
    expect(words("fn.setAlias('12', '1');")[0]).toMatch(/^ValidationException: 1 validation error detected: Value '12' at 'name' failed/);
    expect(words("fn.deploy({ reserved: 5 } as any);")).toEqual(['TypeError: deploy changes what a version is made of, and reserved belongs to the function. Write fn.reserve(…).', unchanged]);
    expect(words('fn.deploy({ memory: 64 });')[0]).toMatch(/^InvalidParameterValueException: 1 validation error detected: Value '64' at 'memorySize'/);
    expect(ran("const fn = new Account().function({ name: 'f', duration: 1 }); fn.deploy({ handler: async () => 1 });").end).toMatch(/TypeError: this function only takes time/);
    expect(ran("await new Account().function({ name: 'f', alias: 'live' }).invoke(undefined, { qualifier: '2' });").end).toBe('error: ResourceNotFoundException: Function not found: f:2. Hint: this one has the alias live, the version 1 and $LATEST.');
  });

  it('LA168: a request and a deployment at the same moment come in either order', () => {
    expect(explored(hello('', `
      const request = fn.invoke(0);
      fn.deploy({ handler: says('two') });
      const answer = await request;
      if (answer.status === 200) console.log(answer.payload);
    `)).outcomes).toEqual(['one', 'two']);
  });
});
