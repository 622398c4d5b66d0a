import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from '../testing/programs.ts';

/** A stream, and a function that prints what it gets and when. */
const clicks = (stream: string, source: string, body: string, rest: string) => `
  const account = new Account({ duplicates: 0 });
  const stream = account.stream({ name: 'clicks', ${stream} });
  const count = account.function({ name: 'count', handler: async (event: any) => {
    const all = event.Records.map((one: any) => one.kinesis.data);
    console.log(all.join(''), now());
    ${body}
  } });
  count.addEventSource(stream, { ${source} });
  ${rest}
  await account.drain();
`;
const put = (text: string, key = 'k') => `for (const one of '${text}') await stream.put(one, '${key}');`;

describe('tables', () => {
  it('LA100: a write is done only if its condition holds, in one step', () => {
    expect(printed(`
      const table = new Account().table<{ by: string }>({ name: 'paid' });
      const isNew = { condition: (item: unknown) => item === undefined };
      await table.put('7', { by: 'Ada' }, isNew);
      try { await table.put('7', { by: 'Bob' }, isNew); } catch (error: any) { console.log(error.name, error.awsMessage); }
      console.log(await table.get('7'), await table.get('8'));
      console.log(await table.update('7', (item) => ({ by: item?.by + '!' })));
      await table.delete('7');
      console.log(await table.get('7'));
    `)).toEqual(['ConditionalCheckFailedException The conditional request failed', "{ by: 'Ada' } undefined", "{ by: 'Ada!' }", 'undefined']);
  });

  const pay = (body: string) => `
    const account = new Account();
    const table = account.table<number>({ name: 'paid' });
    const charges = account.table<number>({ name: 'charges' });
    const isNew = { condition: (item: unknown) => item === undefined };
    const fn = account.function({ name: 'pay', handler: async (order: string) => { ${body} await charges.update('n', (n = 0) => n + 1); } });
    await fn.invoke('7', { type: 'Event' });
    await account.drain();
    console.log(await charges.get('n'));
  `;

  it('LA101: in every order, a record written first under a condition keeps an event from being handled twice; looking first does not', () => {
    expect(explored(pay('')).outcomes).toEqual(['1', '2']);
    expect(explored(pay("if (await table.get(order) !== undefined) return; await table.put(order, 1);")).outcomes).toEqual(['1', '2']);
    expect(explored(pay("try { await table.put(order, 1, isNew); } catch { return; }"))).toMatchObject({ outcomes: ['1'], races: 0, complete: true });
  });

  it('LA102: a table tells its stream what was there before and after', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const table = account.table<number>({ name: 'stock' });
      account.function({ name: 'f', handler: async (event: any) => { for (const { eventName, dynamodb } of event.Records) console.log(eventName, dynamodb.Keys, dynamodb.OldImage, dynamodb.NewImage); } }).addEventSource(table);
      await table.put('tea', 1);
      await table.put('tea', 2);
      await table.delete('tea');
      await account.drain();
    `)).toEqual(['INSERT tea undefined 1', 'MODIFY tea 1 2', 'REMOVE tea 2 undefined']);
  });
});

describe('streams', () => {
  it('LA103: a shard is read in order, one batch at a time', () => {
    expect(printed(clicks('', 'batchSize: 2', 'await sleep(10);', put('abcde')))).toEqual(['ab 0', 'cd 10', 'e 20']);
    expect(printed(clicks('', 'batchSize: 3, maxBatchingWindow: 1000', '', `${put('ab')} await sleep(5000); ${put('cde')}`))).toEqual(['ab 1000', 'cde 5000']);
  });

  it('LA103: shards are read side by side, and with a parallelisation factor keys are', () => {
    const puts = "for (let i = 0; i < 8; i++) await stream.put(String(i), 'key' + i);";
    const times = (stream: string, source: string) => new Set(printed(clicks(stream, `batchSize: 1, ${source}`, 'await sleep(10);', puts)).map((line) => line.split(' ')[1])).size;
    expect(times('shards: 1', '')).toBe(8);
    expect(times('shards: 4', '')).toBeLessThan(8);
    expect(times('shards: 1', 'parallelizationFactor: 4')).toBeLessThan(8);
  });

  it('LA104: a batch that fails blocks its shard until its records expire', () => {
    const lines = printed(clicks('', 'batchSize: 1', "if (all[0] === 'b') throw new Error('no');", put('abc')));
    expect(lines.slice(0, 5)).toEqual(['a 0', 'b 0', 'b 1000', 'b 3000', 'b 7000']);
    expect(lines.at(-1)).toMatch(/^b 86\d{6}$/);
    expect(lines.some((line) => line.startsWith('c'))).toBe(false);
  });

  it('LA105: with retryAttempts or maxRecordAge, records are given up, and the destination is told where they stood', () => {
    expect(printed(clicks('', 'batchSize: 1, retryAttempts: 1', "if (all[0] === 'b') throw new Error('no');", put('abc')))).toEqual(['a 0', 'b 0', 'b 1000', 'c 1000']);
    expect(printed(clicks('', 'batchSize: 1, maxRecordAge: 60_000', "if (all[0] === 'b') throw new Error('no');", put('abc'))).slice(-3)).toEqual(['b 15000', 'b 31000', 'b 60000'].slice(0, 2).concat('c 60000'));
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const table = account.table<number>({ name: 'stock' });
      const failed = account.queue({ name: 'failed' });
      const fn = account.function({ name: 'f', handler: async () => { throw new Error('no'); } });
      fn.addEventSource(table, { retryAttempts: 0, onFailure: failed });
      await table.put('tea', 1);
      await account.drain();
      const [message] = await failed.receive();
      const { requestContext, DDBStreamBatchInfo } = JSON.parse(message?.body ?? '');
      console.log(requestContext.condition, requestContext.approximateInvokeCount, DDBStreamBatchInfo.startSequenceNumber, DDBStreamBatchInfo.batchSize, fn.metrics().droppedRecords);
    `)).toEqual(['RetryAttemptsExhausted 1 1 1 1']);
  });

  it('LA106: a batch may be cut in two when it fails, and a report says where to go on', () => {
    expect(printed(clicks('', 'bisectBatchOnError: true, retryAttempts: 0, maxBatchingWindow: 1000, batchSize: 4', "if (all.includes('c')) throw new Error('no');", put('abcd')))).toEqual(['abcd 0', 'ab 0', 'cd 0', 'c 0', 'd 0']);
    expect(printed(clicks('', 'reportBatchItemFailures: true, batchSize: 4, maxBatchingWindow: 1000', "if (now() === 0) return { batchItemFailures: [{ itemIdentifier: '3' }, { itemIdentifier: '4' }] };", put('abcd'))).slice(0, 2)).toEqual(['abcd 0', 'cd 0']);
  });

  it('LA107: being turned away is no attempt, and the iterator age shows it', () => {
    expect(printed(`
      const account = new Account({ concurrency: 1, duplicates: 0 });
      const busy = account.function({ name: 'busy', duration: 10_000 });
      const stream = account.stream({ name: 'clicks' });
      const count = account.function({ name: 'count', handler: async () => { console.log(now()); } });
      count.addEventSource(stream, { retryAttempts: 0 });
      const long = busy.invoke();
      await sleep(1);
      await stream.put(1, 'k');
      await account.drain();
      console.log(count.metrics().IteratorAge.max, count.metrics().Throttles, count.metrics().droppedRecords, count.metrics().iteratorAges);
      await long;
    `)).toEqual(['15001', '15000 4 0 [{ at: 15001, age: 15000 }]']);
  });

  it('LA108: TRIM_HORIZON reads what is there already, LATEST does not; several functions read the same records', () => {
    expect(printed(clicks('', "startingPosition: 'LATEST'", '', put('b')).replace('  count.addEventSource', `  ${put('a')} count.addEventSource`))).toEqual(['b 0']);
    expect(printed(clicks('', '', '', 'const other = account.function({ name: "other", handler: async (event: any) => { console.log("other", event.Records.length); } }); other.addEventSource(stream);').replace('  count.addEventSource', `  ${put('ab')} count.addEventSource`))).toEqual(['ab 0', 'other 2']);
    expect(ran(clicks('', "startingPosition: 'NOW' as any", '', '')).end).toMatch(/Value 'NOW' at 'startingPosition' failed/);
  });

  it.each([
    ['two writers and a reader', "const s = account.stream({ name: 's' }); account.function({ name: 'f', handler: async (e: any) => { log.push(e.Records.map((r: any) => r.kinesis.data).join('')); } }).addEventSource(s, { batchSize: 2 }); await s.put('a', 'k'); await account.drain();"],
    ['a condition and a write', "const t = account.table<number>({ name: 't' }); const isNew = { condition: (item: unknown) => item === undefined }; const one = async (n: number) => { try { await t.put('k', n, isNew); log.push('won'); } catch { log.push('lost'); } }; await Promise.all([one(1), one(2)]); log.push(String(await t.get('k')));"],
  ])('LA63: no order of records is missed: %s', (_name, text) => {
    const program = `
      const account = new Account({ duplicates: 0 });
      const log: string[] = [];
      ${text}
      console.log(log.join(' '), now());
    `;
    const naive = explored(program, 'naive');
    expect(naive.complete).toBe(true);
    expect(explored(program).outcomes).toEqual(naive.outcomes);
  });
});
