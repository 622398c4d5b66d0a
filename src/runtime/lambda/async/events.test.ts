import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from '../testing/programs.ts';

/** Prints when each attempt of one event begins, and how it ends. */
const attempts = (settings: string, body: string, rest = '') => `
  const account = new Account({ duplicates: 0 });
  const failed = account.function({ name: 'failed', handler: async (record: any) => { console.log(record.requestContext.condition, record.requestContext.approximateInvokeCount, now()); } });
  const fn = account.function({ name: 'f', ${settings}, onFailure: failed, handler: async (event: any) => { console.log('at', now()); ${body} } });
  console.log(await fn.invoke('mail', { type: 'Event' }), now());
  ${rest}
  await account.drain();
`;

describe('events whose senders do not wait', () => {
  it('LA9: an event and an answer are copied as JSON: nobody shares an object with a handler', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', handler: async (order: any) => { order.lines.push('tea'); return order; } });
      const order = { lines: ['jam'], at: new Date(0), note: undefined };
      const answer: any = await fn.invoke(order);
      console.log(order.lines, answer.payload);
    `)).toEqual(["['jam'] { lines: ['jam', 'tea'], at: '1970-01-01T00:00:00.000Z' }"]);
  });

  it('LA43: an event above 6 MB, or 1 MB when nobody waits, is refused; an answer above 6 MB is a function error', () => {
    const program = (bytes: number, options: string) => `const fn = new Account().function({ name: 'f' });\nconsole.log((await fn.invoke('x'.repeat(${bytes - 2}), ${options})).status);`;
    expect(printed(program(1_048_576, "{ type: 'Event' }"))).toEqual(['202']);
    expect(ran(program(1_048_577, "{ type: 'Event' }")).end).toBe('error: RequestTooLargeException: 1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes) Hint: put the data into a bucket, and its key into the event.');
    expect(printed(program(6_291_456, '{}'))).toEqual(['200']);
    expect(ran(program(6_291_457, '{}')).end).toMatch(/RequestTooLargeException: 6291457 byte payload is too large for the RequestResponse invocation type/);
    expect(printed(`
      const fn = new Account().function({ name: 'f', handler: async (bytes: number) => 'é'.repeat(bytes) });
      const answers: any[] = [await fn.invoke(3_145_777), await fn.invoke(3_145_778)];
      console.log(answers[0].functionError, answers[1].payload);
    `)).toEqual(["undefined { errorType: 'Function.ResponseSizeTooLarge', errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).' }"]);
  });

  it('LA70: the sender is told 202 at once, whatever becomes of the event, and drain waits for it', () => {
    expect(printed(`
      const account = new Account();
      const fn = account.function({ name: 'f', init: 300, handler: async (who: string) => { await sleep(100); console.log('hello', who, now()); } });
      console.log(await fn.invoke('Ada', { type: 'Event' }), now());
      await account.drain();
      console.log('drained', now());
    `)).toEqual(['{ status: 202 } 0', 'hello Ada 400', 'drained 400']);
  });

  it('LA70: the program goes on until its events have been handled, though main does not wait', () => {
    expect(printed("const fn = new Account().function({ name: 'f', handler: async () => { await sleep(100); console.log('handled', now()); } });\nawait fn.invoke(1, { type: 'Event' });\nconsole.log('main ends');")).toEqual(['main ends', 'handled 100']);
  });

  it('LA71: a handler that fails is tried again after one minute, and then after two', () => {
    expect(printed(attempts('retryAttempts: 2', "throw new Error('no');"))).toEqual(['{ status: 202 } 0', 'at 0', 'at 60000', 'at 180000', 'RetriesExhausted 3 180000']);
    expect(printed(attempts('retryAttempts: 1', "throw new Error('no');"))).toEqual(['{ status: 202 } 0', 'at 0', 'at 60000', 'RetriesExhausted 2 60000']);
  });

  it('LA71: running out of time counts as failing, and each attempt has the same request id', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const fn = account.function({ name: 'f', timeout: 3000, handler: async (_: unknown, { awsRequestId }) => { console.log(awsRequestId, now()); if (now() < 60_000) await sleep(5000); } });
      await fn.invoke(1, { type: 'Event' });
      await account.drain();
    `)).toEqual(['f-main-1 0', 'f-main-1 63000']);
  });

  it('LA72: an event that is turned away is tried again after 1 s, 2 s, 4 s … up to 5 minutes; that is no attempt', () => {
    const times = printed(`
      const account = new Account({ concurrency: 1, duplicates: 0 });
      const busy = account.function({ name: 'busy', duration: 900_000 });
      const fn = account.function({ name: 'f', handler: async () => { console.log(now()); } });
      const long = busy.invoke();
      await sleep(1);
      await fn.invoke(1, { type: 'Event' });
      await long;
      await account.drain();
      console.log(fn.metrics().Throttles, fn.metrics().AsyncEventAge.max);
    `);
    // 1 + 2 + 4 + … + 256 s, then 300 s twice, the second of which ends after the 900 s.
    expect(times).toEqual(['1111001', '11 1111000']);
  });

  it('LA73: an event that is too old is given up, whatever it waits for', () => {
    expect(printed(attempts('maxEventAge: 90_000', "throw new Error('no');"))).toEqual(['{ status: 202 } 0', 'at 0', 'at 60000', 'EventAgeExceeded 2 90000']);
    expect(printed(`
      const account = new Account({ concurrency: 1, duplicates: 0 });
      const busy = account.function({ name: 'busy', duration: 900_000 });
      const fn = account.function({ name: 'f', maxEventAge: 60_000, handler: async () => { console.log('never'); } });
      const long = busy.invoke();
      await sleep(1);
      await fn.invoke(1, { type: 'Event' });
      await account.drain();
      console.log(fn.metrics().AsyncEventsDropped, now());
    `)).toEqual(['1 60001']);
  });

  it('LA74: a destination gets a record of the event and of the last answer; a dead-letter queue gets the event alone', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const show = (name: string) => account.function({ name, handler: async (event: unknown) => { console.log(name, event); } });
      const fn = account.function({
        name: 'f', retryAttempts: 0, onSuccess: show('done'), onFailure: show('failed'), deadLetterQueue: show('dead'),
        handler: async (n: number) => { if (n > 1) throw new RangeError('too many'); return n + 1; },
      });
      await fn.invoke(1, { type: 'Event' });
      await account.drain();
      await fn.invoke(2, { type: 'Event' });
      await account.drain();
    `)).toEqual([
      "done { version: '1.0', timestamp: '2026-01-01T00:00:00.000Z', requestContext: { requestId: 'f-main-1', functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST', condition: 'Success', approximateInvokeCount: 1 }, requestPayload: 1, responseContext: { statusCode: 200, executedVersion: '$LATEST' }, responsePayload: 2 }",
      "failed { version: '1.0', timestamp: '2026-01-01T00:00:00.000Z', requestContext: { requestId: 'f-main-2', functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST', condition: 'RetriesExhausted', approximateInvokeCount: 1 }, requestPayload: 2, responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' }, responsePayload: { errorType: 'RangeError', errorMessage: 'too many' } }",
      'dead 2',
    ]);
  });

  it('LA75: with reserved concurrency 0 an event goes to the destination at once, without a try', () => {
    expect(printed(attempts('reserved: 0', ''))).toEqual(['{ status: 202 } 0', 'ZeroReservedConcurrency 0 0']);
  });

  it('LA76: settings that AWS refuses are refused in its words', () => {
    expect(ran("new Account().function({ name: 'f', retryAttempts: 10 });").end).toBe("error: InvalidParameterValueException: 1 validation error detected: Value '10' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 2. Hint: retryAttempts is 0 to 2.");
    expect(ran("new Account().function({ name: 'f', maxEventAge: 1000 });").end).toMatch(/Value '1' at 'maximumEventAgeInSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60\. Hint: maxEventAge is 60000 to 21600000 ms/);
  });

  it('LA77: the figures count events, ages and losses, and the queue over time', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const fn = account.function({ name: 'f', retryAttempts: 1, maxEventAge: 60_000, handler: async (ok: boolean) => { await sleep(10); if (!ok) throw new Error(); } });
      await fn.invoke(true, { type: 'Event' });
      await account.drain();
      await fn.invoke(false, { type: 'Event' });
      await account.drain();
      const { AsyncEventsReceived, AsyncEventAge, AsyncEventsDropped, Errors, Invocations, queue } = fn.metrics();
      console.log(AsyncEventsReceived, AsyncEventAge.count, AsyncEventsDropped, Errors, Invocations);
      for (const point of queue) console.log(point);
    `)).toEqual([
      '2 2 1 1 2',
      '{ at: 0, waiting: 0, inFlight: 1, oldest: undefined }',
      '{ at: 10, waiting: 0, inFlight: 1, oldest: undefined }',
      '{ at: 20, waiting: 1, inFlight: 0, oldest: 10 }',
      '{ at: 60010, waiting: 0, inFlight: 0, oldest: undefined }',
    ]);
  });
});

describe('events in every order', () => {
  const charge = (account: string, body: string) => `
    const account = new Account(${account});
    let charged = 0;
    const paid = new Set<string>();
    const fn = account.function({ name: 'pay', handler: async (order: string) => { ${body} } });
    await fn.invoke('tea', { type: 'Event' });
    await account.drain();
    console.log(charged);
  `;

  it('LA78: an event may be delivered twice though nothing failed: the explorer finds the second charge, a plain run does not', () => {
    const program = charge('', 'charged++;');
    expect(printed(program)).toEqual(['1']);
    expect(explored(program).outcomes).toEqual(['1', '2']);
    expect(explored(charge('{ duplicates: 0 }', 'charged++;')).outcomes).toEqual(['1']);
  });

  it('LA78: it may come at once or later, so that checking first and marking afterwards does not help', () => {
    const checkThenAct = 'if (paid.has(order)) return; await sleep(5); paid.add(order); charged++;';
    expect(explored(charge('', checkThenAct)).outcomes).toEqual(['1', '2']);
  });

  it('LA79: events are handled in any order, and several at a time', () => {
    expect(explored(`
      const account = new Account({ duplicates: 0 });
      const log: string[] = [];
      const fn = account.function({ name: 'f', handler: async (n: string) => { log.push(n); } });
      for (const n of ['a', 'b', 'c']) await fn.invoke(n, { type: 'Event' });
      await account.drain();
      console.log(log.join(''));
    `).outcomes).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  });

  it.each([
    ['one event, perhaps twice', "const f = account.function({ name: 'f' }); await f.invoke(1, { type: 'Event' }); await account.drain(); console.log(f.metrics().coldStarts);"],
    ['an event and a request', "const f = once({ name: 'f', handler: async (i: string) => { log.push(i); } }); await f.invoke('a', { type: 'Event' }); await f.invoke('b'); await account.drain();"],
    ['a function that is switched off meanwhile', "const f = once({ name: 'f', handler: async () => { log.push('ran'); } }); await f.invoke(1, { type: 'Event' }); f.reserve(0); await account.drain();"],
    ['a drain that may come too early', "const f = once({ name: 'f', handler: async () => { log.push('ran'); } }); const late = (async () => { await f.invoke(1, { type: 'Event' }); log.push('accepted'); })(); await account.drain(); log.push('drained'); await late;"],
  ])('LA63: no order of events is missed: %s', (_name, text) => {
    const program = `
      const account = new Account({ duplicates: 1 });
      const twice = new Account({ duplicates: 0 });
      const once = (options: any) => twice.function(options);
      const log: string[] = [];
      ${text.includes('once(') ? text.replaceAll('account.', 'twice.') : text}
      console.log(log.join(' '), now());
    `;
    const naive = explored(program, 'naive');
    expect(naive.complete).toBe(true);
    expect(explored(program).outcomes).toEqual(naive.outcomes);
  });
});
