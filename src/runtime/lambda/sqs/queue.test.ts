import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from '../testing/programs.ts';

/** A queue without duplicates, and a function that prints what it gets. */
const shop = (queue: string, source: string, body: string, rest: string, fn = '') => `
  const account = new Account({ duplicates: 0 });
  const queue = account.queue({ name: 'orders', ${queue} });
  const pack = account.function({ name: 'pack', ${fn} handler: async (event: any) => { const bodies = event.Records.map((one: any) => one.body); ${body} } });
  pack.addEventSource(queue, { ${source} });
  ${rest}
  await account.drain();
`;
const show = 'console.log(bodies.join(","), now());';

describe('queues', () => {
  it('LA80: a message that was received is hidden for the visibility timeout, and comes back unless it is deleted', () => {
    expect(printed(`
      const queue = new Account({ duplicates: 0 }).queue({ name: 'q', visibilityTimeout: 5000 });
      await queue.send('tea');
      const [first] = await queue.receive();
      console.log(first?.body, first?.receiveCount, (await queue.receive()).length);
      await sleep(5001);
      const [second] = await queue.receive();
      console.log(second?.receiveCount);
      if (first !== undefined) await queue.delete(first.receiptHandle);
      console.log(queue.metrics().ApproximateNumberOfMessagesNotVisible);
      if (second !== undefined) await queue.delete(second.receiptHandle);
      console.log(queue.metrics().ApproximateNumberOfMessagesNotVisible, queue.metrics().NumberOfMessagesDeleted);
    `)).toEqual(['tea 1 0', '2', '1', '0 1']);
  });

  it('LA81: a receiver may wait for a message, and changes how long it is hidden', () => {
    expect(printed(`
      const queue = new Account({ duplicates: 0 }).queue({ name: 'q' });
      const late = (async () => { await sleep(300); await queue.send({ item: 'tea' }, { delay: 200 }); })();
      const [message] = await queue.receive({ wait: 20_000 });
      console.log(message?.body, now());
      if (message !== undefined) await queue.changeVisibility(message.receiptHandle, 1000);
      await late;
      console.log((await queue.receive({ wait: 20_000 })).length, now(), (await queue.receive({ wait: 1000 })).length, now());
    `)).toEqual(["{\"item\":\"tea\"} 500", '1 1500 0 2500']);
  });

  it('LA82: a message that is older than the retention period is gone', () => {
    expect(printed(`
      const queue = new Account().queue({ name: 'q', retentionPeriod: 60_000 });
      await queue.send('tea');
      await sleep(60_000);
      console.log((await queue.receive()).length, queue.metrics().ApproximateNumberOfMessagesVisible);
    `)).toEqual(['0 0']);
  });

  it('LA83: a FIFO queue gives out one batch of a group at a time, in order, and drops what it has seen within five minutes', () => {
    expect(printed(`
      const queue = new Account().queue({ name: 'q.fifo', fifo: true, contentBasedDeduplication: true });
      await queue.sendBatch(['a1', 'a2', 'a3'], { groupId: 'a' });
      await queue.send('a1', { groupId: 'a' });
      await queue.send('b1', { groupId: 'b' });
      const first = await queue.receive({ max: 2 });
      const second = await queue.receive({ max: 10 });
      console.log(first.map((one) => one.body), second.map((one) => one.body));
      for (const { receiptHandle } of first) await queue.delete(receiptHandle);
      console.log((await queue.receive()).map((one) => one.body));
      await sleep(300_000);
      await queue.send('b1', { groupId: 'b' });
      console.log(queue.metrics().ApproximateNumberOfMessagesVisible);
    `)).toEqual(["['a1', 'a2'] ['b1']", "['a3']", '3']);
    expect(ran("await new Account().queue({ name: 'q.fifo', fifo: true }).send('a');").end).toMatch(/MissingParameter: The request must contain the parameter MessageGroupId\. Hint:/);
    expect(ran("await new Account().queue({ name: 'q.fifo', fifo: true }).send('a', { groupId: 'g' });").end).toMatch(/InvalidParameterValue: The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly/);
  });

  it('LA84: figures as CloudWatch names them, and the queue over time', () => {
    expect(printed(`
      const queue = new Account({ duplicates: 0 }).queue({ name: 'q' });
      await queue.send('a');
      await sleep(1000);
      await queue.send('b', { delay: 5000 });
      const [message] = await queue.receive();
      await sleep(500);
      const { series, ...rest } = queue.metrics();
      console.log(rest);
      for (const point of series) console.log(point);
    `)).toEqual([
      '{ NumberOfMessagesSent: 2, NumberOfMessagesReceived: 1, NumberOfMessagesDeleted: 0, ApproximateNumberOfMessagesVisible: 0, ApproximateNumberOfMessagesNotVisible: 1, ApproximateNumberOfMessagesDelayed: 1, ApproximateAgeOfOldestMessage: 1500 }',
      '{ at: 0, waiting: 1, inFlight: 0, oldest: 0 }',
      '{ at: 1000, waiting: 0, inFlight: 1, oldest: undefined }',
    ]);
  });
});

describe('functions that are given the messages of a queue', () => {
  it('LA85: Lambda polls, and deletes a batch whose handler returns', () => {
    expect(printed(shop('', '', show, "await queue.sendBatch(['tea', 'jam']);"))).toEqual(['tea,jam 0']);
    expect(printed(shop('', 'batchSize: 2', show, "await queue.sendBatch(['a', 'b', 'c', 'd', 'e']);", 'duration: 10,'))).toEqual(['a,b 10', 'c,d 10', 'e 10']);
  });

  it('LA85: an event is what AWS sends', () => {
    expect(printed(shop('', '', 'console.log(event.Records[0]);', "await queue.send({ item: 'tea' });"))).toEqual([
      "{ messageId: 'orders-main-1', receiptHandle: 'orders-main-1#1', body: '{\"item\":\"tea\"}', attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1767225600000' }, eventSource: 'aws:sqs', eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:orders' }",
    ]);
  });

  it('LA86: a batch that is not full waits for its window; a full one does not', () => {
    const program = (batch: number) => shop('', `batchSize: ${batch}, maxBatchingWindow: 5000`, show, "await queue.send('a'); await sleep(1000); await queue.send('b'); await sleep(1000); await queue.send('c');");
    expect(printed(program(10))).toEqual(['a,b,c 5000']);
    expect(printed(program(2))).toEqual(['a,b 1000', 'c 7000']);
  });

  it('LA87: if the handler throws, the whole batch comes again when its visibility timeout is over', () => {
    expect(printed(shop('', '', `${show} if (now() === 0) throw new Error("no");`, "await queue.sendBatch(['a', 'b']);"))).toEqual(['a,b 0', 'a,b 30000']);
  });

  it('LA87: what an attempt did that failed happens before the end of a drain, also if the message is given up', () => {
    const given = (body: string) => explored(`
      const account = new Account({ duplicates: 0 });
      const queue = account.queue({ name: 'orders', deadLetterQueue: { queue: account.queue({ name: 'dead' }), maxReceiveCount: 2 } });
      const tries: number[] = [];
      account.function({ name: 'pack', handler: async () => { tries.push(now()); throw new Error('no jars'); } }).addEventSource(queue);
      await queue.send('jam');
      ${body}
      console.log(tries.join());
    `);
    expect(given('await account.drain();')).toMatchObject({ outcomes: ['0,30000'], races: 0 });
    expect(given('await sleep(60_001);').races).toBeGreaterThan(0);
  });

  it('LA88: with reportBatchItemFailures only what is reported comes again; a report that makes no sense fails all', () => {
    const report = (failed: string) => shop('', 'reportBatchItemFailures: true', `${show} if (now() === 0) return { batchItemFailures: ${failed} };`, "await queue.sendBatch(['a', 'b', 'c']);");
    expect(printed(report('[{ itemIdentifier: event.Records[1].messageId }]'))).toEqual(['a,b,c 0', 'b 30000']);
    expect(printed(report("[{ itemIdentifier: 'who' }]"))).toEqual(['a,b,c 0', 'a,b,c 30000']);
    expect(printed(report('[]'))).toEqual(['a,b,c 0']);
    expect(printed(report('[{ itemIdentifier: event.Records[1].messageId }]').replace('reportBatchItemFailures: true', ''))).toEqual(['a,b,c 0']);
  });

  it('LA89: a message that was received maxReceiveCount times goes to the dead-letter queue', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const dead = account.queue({ name: 'dead' });
      const queue = account.queue({ name: 'orders', deadLetterQueue: { queue: dead, maxReceiveCount: 2 } });
      const pack = account.function({ name: 'pack', handler: async (event: any) => { console.log(event.Records.map((one: any) => one.body + one.attributes.ApproximateReceiveCount).join(), now()); throw new Error('no'); } });
      pack.addEventSource(queue);
      await queue.sendBatch(['a', 'b']);
      await account.drain();
      console.log((await dead.receive({ max: 10 })).map((one) => one.body), now());
    `)).toEqual(['a1,b1 0', 'a2,b2 30000', "['a', 'b'] 60000"]);
  });

  it('LA90: maximum concurrency is a ceiling of the mapping; a FIFO queue has one batch for each group', () => {
    const busy = 'await sleep(1000); console.log(bodies.join(), now());';
    expect(printed(shop('', 'batchSize: 1, maxConcurrency: 2', busy, "await queue.sendBatch(['a', 'b', 'c', 'd', 'e']);"))).toEqual(['a 1000', 'b 1000', 'c 2000', 'd 2000', 'e 3000']);
    expect(printed(shop('fifo: true, contentBasedDeduplication: true', 'batchSize: 1', busy, "await queue.sendBatch(['a1', 'a2'], { groupId: 'a' }); await queue.sendBatch(['b1', 'b2'], { groupId: 'b' });"))).toEqual(['a1 1000', 'b1 1000', 'a2 2000', 'b2 2000']);
  });

  it('LA91: five batches at first, and 300 more each minute while there is something to do', () => {
    const program = "for (let i = 0; i < 10; i++) await queue.send(String(i));";
    expect(printed(shop('', 'batchSize: 1', 'console.log(bodies[0], now()); await sleep(500);', program))).toEqual(['0 0', '1 0', '2 0', '3 0', '4 0', '5 200', '6 400', '7 500', '8 500', '9 500']);
  });

  it('LA91: however odd the moment, the next poller comes when its time has come', () => {
    const [end] = printed(`
      const account = new Account({ duplicates: 0 });
      const queue = account.queue({ name: 'q' });
      const fn = account.function({ name: 'f', duration: 2000 });
      fn.addEventSource(queue, { batchSize: 1 });
      await account.load(queue, { rate: 10, seconds: 3, jitter: 3 });
      await account.drain();
      console.log(fn.metrics().Invocations === queue.metrics().NumberOfMessagesSent);
    `, 20_000);
    expect(end).toBe('true');
  });

  it('LA92: a poller that is turned away keeps its batch and tries again, until the messages come back by themselves', () => {
    expect(printed(`
      const account = new Account({ concurrency: 1, duplicates: 0 });
      const busy = account.function({ name: 'busy', duration: 40_000 });
      const queue = account.queue({ name: 'q' });
      const pack = account.function({ name: 'pack', handler: async (event: any) => { console.log(event.Records[0].attributes.ApproximateReceiveCount, now()); } });
      pack.addEventSource(queue);
      const long = busy.invoke();
      await sleep(1);
      await queue.send('a');
      await account.drain();
      console.log(pack.metrics().Throttles, pack.metrics().Errors);
    `)).toEqual(['2 45001', '9 0']);
  });

  it('LA93: a mapping that makes no sense is refused', () => {
    expect(ran(shop('visibilityTimeout: 30_000', '', '', '', 'timeout: 60_000,')).end).toBe('error: InvalidParameterValueException: Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds Hint: AWS recommends six times the function timeout, so that there is time to try a throttled batch again.');
    expect(ran(shop('', 'batchSize: 100', '', '')).end).toMatch(/Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10/);
    expect(ran(shop('fifo: true', 'batchSize: 11', '', '')).end).toMatch(/Value '11' at 'batchSize' failed to satisfy constraint: Member must have value less than or equal to 10/);
    expect(ran(shop('', 'maxConcurrency: 1', '', '')).end).toMatch(/Value '1' at 'maximumConcurrency' failed to satisfy constraint: Member must have value greater than or equal to 2/);
    expect(ran(shop('fifo: true', 'maxBatchingWindow: 1000', '', '')).end).toMatch(/Batching window is not supported for FIFO queues/);
  });

  it('LA93: of the versions that an alias points to, the one with the longest timeout counts', () => {
    const end = (timeout: number) => ran(`
      const account = new Account();
      const fn = account.function({ name: 'f', alias: 'live', timeout: 10_000, handler: async () => 1 });
      fn.deploy({ timeout: ${timeout} });
      fn.setAlias('live', '1', { [fn.publish()]: 0.1 });
      fn.addEventSource(account.queue({ name: 'q' }));
    `).end;
    expect(end(60_000)).toMatch(/Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds/);
    expect(end(20_000)).toBe('ok');
  });

  it('LA97: a maximum concurrency above the reservation is not refused; what is above it is turned away', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const queue = account.queue({ name: 'q', visibilityTimeout: 60_000 });
      const fn = account.function({ name: 'f', reserved: 2, handler: async () => { await sleep(500); } });
      fn.addEventSource(queue, { batchSize: 1, maxConcurrency: 4 });
      for (let n = 0; n < 4; n++) await queue.send(n);
      await account.drain();
      console.log(fn.metrics().ConcurrentExecutions, fn.metrics().Invocations, fn.metrics().Throttles > 0);
    `)).toEqual(['2 4 true']);
  });

  it('LA94: a queue may hold messages before it has a mapping, and be the destination of events', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const queue = account.queue({ name: 'failed' });
      const pay = account.function({ name: 'pay', retryAttempts: 0, onFailure: queue, handler: async () => { throw new Error('no'); } });
      await pay.invoke(7, { type: 'Event' });
      await account.drain();
      account.function({ name: 'look', handler: async (event: any) => { console.log(JSON.parse(event.Records[0].body).requestPayload); } }).addEventSource(queue);
      await account.drain();
    `)).toEqual(['7']);
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const pay = account.function({ name: 'pay', retryAttempts: 0, onFailure: account.queue({ name: 'q.fifo', fifo: true }), handler: async () => { throw new Error('no'); } });
      await pay.invoke(7, { type: 'Event' });
      await account.drain();
      console.log(pay.metrics().DestinationDeliveryFailures);
    `)).toEqual(['1']);
  });
});

describe('queues in every order', () => {
  it('LA95: a standard queue may deliver a message twice; a FIFO queue does not', () => {
    const program = (queue: string, send: string) => `
      const account = new Account();
      const queue = account.queue({ name: 'orders', ${queue} });
      const log: string[] = [];
      const pack = account.function({ name: 'pack', reserved: 1, handler: async (event: any) => { for (const { body } of event.Records) log.push(body); } });
      pack.addEventSource(queue, { batchSize: 1 });
      await queue.sendBatch(['a', 'b']${send});
      await account.drain();
      console.log(log.toSorted().join(' '));
    `;
    expect(explored(program('', '')).outcomes).toEqual(['a a b', 'a b', 'a b b']);
    expect(explored(program('fifo: true, contentBasedDeduplication: true', ", { groupId: 'g' }"))).toMatchObject({ outcomes: ['a b'], orders: 1 });
  });

  it('LA96: which messages make a batch depends on when the poller comes', () => {
    expect(explored(`
      const account = new Account({ duplicates: 0 });
      const queue = account.queue({ name: 'orders' });
      const log: string[] = [];
      const pack = account.function({ name: 'pack', handler: async (event: any) => { log.push(event.Records.map((one: any) => one.body).join('')); } });
      pack.addEventSource(queue);
      await queue.send('a');
      await queue.send('b');
      await account.drain();
      console.log(log.join(' '));
    `).outcomes).toEqual(['a b', 'ab', 'b a']);
  });

  it.each([
    ['two senders and a reader', ['patient', 'any'], "const q = queue({ name: 'q' }); await Promise.all([q.send('a'), q.send('b')]); log.push((await q.receive())[0]?.body ?? '-');"],
    ['a message that comes back', ['patient', 'any'], "const q = queue({ name: 'q', visibilityTimeout: 1000 }); await q.send('a'); const other = (async () => { await sleep(1000); log.push((await q.receive())[0]?.receiptHandle ?? '-'); })(); const [m] = await q.receive(); await q.delete(m?.receiptHandle ?? ''); await other;"],
    ['a poller and a sender', ['patient'], "const q = queue({ name: 'q' }); account.function({ name: 'f' }).addEventSource(q, { batchSize: 1 }); await q.send('a'); log.push('' + q.metrics().ApproximateNumberOfMessagesVisible); await account.drain();"],
  ] as const)('LA63: no order of messages is missed: %s', (_name, timers, text) => {
    const program = `
      const account = new Account({ duplicates: 0 });
      const queue = (options: any) => account.queue(options);
      const log: string[] = [];
      ${text}
      console.log(log.join(' '), now());
    `;
    for (const mode of timers) {
      const naive = explored(program, 'naive', mode);
      expect(naive.complete).toBe(true);
      expect(explored(program, 'dpor', mode).outcomes).toEqual(naive.outcomes);
    }
  });
});
