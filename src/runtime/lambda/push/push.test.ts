import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from '../testing/programs.ts';

describe('sources that push', () => {
  it('LA130: a bucket tells of objects that are put or deleted, by prefix and suffix', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const uploads = account.bucket({ name: 'uploads' });
      const resize = account.function({ name: 'resize', handler: async (event: any) => { const [{ eventName, s3 }] = event.Records; console.log(eventName, s3.bucket.name, s3.object.key, s3.object.sequencer, await uploads.get(s3.object.key)); } });
      uploads.notify(resize, { prefix: 'in/', suffix: '.png' });
      for (const key of ['in/cat.png', 'in/cat.txt', 'out/cat.png']) await uploads.put(key, 'pixels');
      await account.drain();
      await uploads.delete('in/cat.png');
      await account.drain();
    `)).toEqual(['ObjectCreated:Put uploads in/cat.png 0000000000000001 pixels', 'ObjectRemoved:Delete uploads in/cat.png 0000000000000004 undefined']);
  });

  it('LA131: a topic tells every subscriber: functions get an event, queues a message', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const placed = account.topic({ name: 'placed' });
      const queue = account.queue({ name: 'orders' });
      placed.subscribe(queue);
      placed.subscribe(account.function({ name: 'mail', handler: async (event: any) => { console.log(event.Records[0].Sns.Subject, event.Records[0].Sns.Message); } }));
      await placed.publish({ order: 7 }, { subject: 'new' });
      await account.drain();
      const [message] = await queue.receive();
      console.log(JSON.parse(message?.body ?? '').Type, JSON.parse(JSON.parse(message?.body ?? '').Message).order);
    `)).toEqual(['new {"order":7}', 'Notification 7']);
  });

  it('LA132: a bus tells the targets of the rules whose pattern matches', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const shop = account.bus({ name: 'shop' });
      const show = (name: string) => account.function({ name, handler: async (event: any) => { console.log(name, event.source, event.detail.paid); } });
      shop.rule({ source: ['till'], detail: { paid: [true] } }, show('pack'));
      shop.rule({ 'detail-type': ['sale', 'refund'] }, show('books'));
      await shop.put({ source: 'till', 'detail-type': 'sale', detail: { paid: false } });
      await account.drain();
      await shop.put({ source: 'till', 'detail-type': 'tip', detail: { paid: true } });
      await account.drain();
    `)).toEqual(['books till false', 'pack till true']);
  });

  it('LA133: each of them can be a destination', () => {
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const show = (name: string, pick: (event: any) => unknown) => account.function({ name, handler: async (event: any) => { console.log(name, pick(event)); } });
      const [bucket, topic, bus] = [account.bucket({ name: 'b' }), account.topic({ name: 't' }), account.bus({ name: 'e' })];
      bucket.notify(show('bucket', (event) => event.Records[0].s3.object.size > 100));
      topic.subscribe(show('topic', (event) => JSON.parse(event.Records[0].Sns.Message).requestPayload));
      bus.rule({ source: ['lambda'] }, show('bus', (event) => event.detail.requestContext.condition));
      for (const onFailure of [bucket, topic, bus]) {
        const fn = account.function({ name: 'f', retryAttempts: 0, onFailure, handler: async () => { throw new Error('no'); } });
        await fn.invoke(7, { type: 'Event' });
        await account.drain();
      }
    `)).toEqual(['bucket true', 'topic 7', 'bus RetriesExhausted']);
  });

  it('LA135: a function that writes to the bucket that calls it is stopped after 16 invocations; events that do not lead to one another are not', () => {
    const program = (trigger: string) => `
      const account = new Account({ duplicates: 0 });
      const bucket = account.bucket({ name: 'b' });
      const fn = account.function({ name: 'loop', handler: async (event: any) => { ${trigger} await bucket.put('thumb'); } });
      bucket.notify(fn);
      await bucket.put('cat');
      await account.drain();
      const { Invocations, RecursiveInvocationsDropped, AsyncEventsDropped } = fn.metrics();
      console.log(Invocations, RecursiveInvocationsDropped, AsyncEventsDropped);
    `;
    expect(printed(program(''))).toEqual(['16 1 1']);
    expect(printed(program("if (event.Records[0].s3.object.key === 'thumb') return;"))).toEqual(['2 0 0']);
    expect(printed(`
      const account = new Account({ duplicates: 0 });
      const fn = account.function({ name: 'f' });
      for (let i = 0; i < 20; i++) await fn.invoke(i, { type: 'Event' });
      await account.drain();
      console.log(fn.metrics().Invocations);
    `)).toEqual(['20']);
  });

  it('LA134: what is pushed arrives in any order: two uploads of one key may be handled newest first', () => {
    const program = (body: string) => `
      const account = new Account({ duplicates: 0 });
      const uploads = account.bucket({ name: 'uploads' });
      const latest = account.table<string>({ name: 'latest' });
      uploads.notify(account.function({ name: 'index', handler: async (event: any) => { const { key, sequencer } = event.Records[0].s3.object; ${body} } }));
      await uploads.put('cat', 'old');
      await uploads.put('cat', 'new');
      await account.drain();
      console.log(Number(await latest.get('cat')));
    `;
    expect(explored(program('await latest.put(key, sequencer);')).outcomes).toEqual(['1', '2']);
    expect(explored(program('try { await latest.put(key, sequencer, { condition: (seen = "") => seen < sequencer }); } catch {}')).outcomes).toEqual(['2']);
  });

  it('LA136: what nothing can be sent to is refused at once, by whoever is given it', () => {
    const end = (call: string) => ran(`const account = new Account(); const fn = account.function({ name: 'f' }); ${call}`).end;
    const refused = (who: string) => new RegExp(`TypeError: ${who} takes a function, queue, topic, bus or bucket of this account, not `);
    expect(end("account.bucket({ name: 'b' }).notify('f' as any);")).toMatch(refused('notify'));
    expect(end("account.topic({ name: 't' }).subscribe((() => {}) as any);")).toMatch(refused('subscribe'));
    expect(end("account.bus({ name: 'b' }).rule({ source: ['shop'] }, undefined as any);")).toMatch(refused('rule'));
    expect(end("account.function({ name: 'g', onFailure: 'q' as any });")).toMatch(refused('onFailure'));
    expect(end("account.function({ name: 'g', deadLetterQueue: {} as any });")).toMatch(refused('deadLetterQueue'));
    expect(end("fn.addEventSource(account.stream({ name: 's' }), { onFailure: 'q' as any });")).toMatch(refused('onFailure'));
    expect(end("account.bucket({ name: 'b' }).notify(fn);")).toBe('ok');
  });
});
