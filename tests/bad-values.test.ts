/**
 * Everything that the three libraries export is given what it does not take, in each place. It says so by the original's own error, or one of ours
 * that tells what was given; no error of JavaScript's own gets through, which would tell of our code rather than of the learner's.
 */
import { run } from '#engine/testing';
import { describe, expect, it } from 'vitest';

const BAD = ['undefined', 'null', '-1', '0.5', 'NaN', 'Infinity', "'x'", '{}', '[]', '() => {}'];

const GO = `
go(BAD)
go('name', BAD)
chan(BAD)
close(BAD)
select(BAD)
chan().onSend(1, BAD)
sleep(BAD)
work(BAD)
after(BAD)
newTimer(BAD)
newTimer(1).reset(BAD)
newTicker(BAD)
newTicker(1).reset(BAD)
afterFunc(BAD, () => {})
afterFunc(1, BAD)
new WaitGroup().add(BAD)
new WaitGroup().go(BAD)
new Once().do(BAD)
onceFunc(BAD)
onceValue(BAD)
new Cond(BAD)
new Pool(BAD)
new Pool().put(BAD)
anyOf(BAD)
deferred(BAD)
deferred((defer) => { defer(BAD); })
panic(BAD)
GOMAXPROCS(BAD)
new SyncMap().range(BAD)
new atomic.Int32().add(BAD)
new atomic.Int32().store(BAD)
new atomic.Int32().compareAndSwap(0, BAD)
new atomic.Int32().compareAndSwap(BAD, 0)
new atomic.Int64().add(BAD)
new atomic.Uint32().add(BAD)
new atomic.Uint64().add(BAD)
new atomic.Int32().and(BAD)
new atomic.Uint32().or(BAD)
new atomic.Bool().store(BAD)
new atomic.Pointer().store(BAD)
new atomic.Value().store(BAD)
new atomic.Value().compareAndSwap(BAD, 1)
new semaphore.Weighted(BAD)
new semaphore.Weighted(1).acquire(BAD)
new semaphore.Weighted(1).acquire(context.background(), BAD)
new semaphore.Weighted(1).tryAcquire(BAD)
new semaphore.Weighted(1).release(BAD)
new errgroup.Group().go(BAD)
new errgroup.Group().tryGo(BAD)
new errgroup.Group().setLimit(BAD)
errgroup.withContext(BAD)
new singleflight.Group().do('key', BAD)
new singleflight.Group().doChan('key', BAD)
new singleflight.Group().forget(BAD)
context.withCancel(BAD)
context.withCancelCause(BAD)
context.withTimeout(BAD, 1)
context.withTimeout(context.background(), BAD)
context.withTimeoutCause(context.background(), BAD, 1)
context.withDeadline(context.background(), BAD)
context.withDeadlineCause(BAD, 1, 1)
context.withValue(BAD, 'key', 1)
context.withValue(context.background(), BAD, 1)
context.withoutCancel(BAD)
context.cause(BAD)
context.afterFunc(BAD, () => {})
context.afterFunc(context.background(), BAD)
`;

const THREADING = `
new Thread(BAD)
new Thread({ target: BAD })
new Thread({ target: async () => {}, args: BAD }).start()
new Thread({ name: BAD }).start()
new Thread({ daemon: BAD }).start()
new Thread().join(BAD)
setExcepthook(BAD)
new Lock().acquire(BAD)
new Lock().acquire(true, BAD)
new Lock().with(BAD)
new RLock().acquire(true, BAD)
new RLock().with(BAD)
new Condition(BAD)
new Condition().waitFor(BAD)
new Condition().notify(BAD)
new Condition().wait(BAD)
new Condition().with(BAD)
new Event().wait(BAD)
new Semaphore(BAD)
new Semaphore(1).acquire(true, BAD)
new Semaphore(1).release(BAD)
new Semaphore(1).with(BAD)
new BoundedSemaphore(BAD)
new BoundedSemaphore(1).release(BAD)
new Barrier(BAD)
new Barrier(1, BAD)
new Barrier(1, undefined, BAD)
new Barrier(1).wait(BAD)
new Timer(BAD, () => {})
new Timer(1, BAD)
new Timer(1, () => {}, BAD).start()
new Queue(BAD)
new Queue().put(1, true, BAD)
new Queue().get(true, BAD)
new Queue().get(BAD, 0)
new LifoQueue(BAD)
new PriorityQueue(BAD)
new PriorityQueue().put(BAD)
new SimpleQueue().get(true, BAD)
new ThreadPoolExecutor(BAD)
new ThreadPoolExecutor({ maxWorkers: BAD })
new ThreadPoolExecutor({ initializer: BAD })
new ThreadPoolExecutor({ maxWorkers: 1, initializer: () => {}, initargs: BAD }).submit(async () => {})
new ThreadPoolExecutor(1).submit(BAD)
new ThreadPoolExecutor(1).map(BAD, [1])
new ThreadPoolExecutor(1).map(() => {}, BAD)
new ThreadPoolExecutor(1).map(() => {}, [1], { timeout: BAD })
new ThreadPoolExecutor(1).shutdown(BAD)
new ThreadPoolExecutor(1).with(BAD)
new Future().result(BAD)
new Future().exception(BAD)
new Future().setException(BAD)
new Future().addDoneCallback(BAD)
asCompleted(BAD)
asCompleted([BAD])
asCompleted([], BAD)
wait(BAD)
wait([], { returnWhen: BAD })
wait([], { timeout: BAD })
sleep(BAD)
work(BAD)
tqdm(BAD)
tqdm([1], { total: BAD })
new ProgressBar({ total: BAD }).update(BAD)
`;

const LAMBDA = `
new Account(BAD)
new Account({ concurrency: BAD })
new Account({ seed: BAD })
account.function(BAD)
account.function({ name: BAD, handler })
account.function({ name: 'f', handler: BAD })
${['timeout', 'memory', 'init', 'reserved', 'provisioned', 'retryAttempts', 'maxEventAge', 'packageSize', 'layers', 'ephemeralStorage', 'runtime', 'snapStart', 'restore', 'work', 'initWork', 'idleTimeout', 'environmentLife', 'deadLetterQueue', 'onFailure', 'onSuccess', 'duration', 'architecture', 'alias'].map((option) => `account.function({ name: 'f', handler, ${option}: BAD })`).join('\n')}
f.invoke({}, { type: BAD })
f.invoke({}, { qualifier: BAD })
f.invoke({}, BAD)
account.load(f, BAD)
account.load(BAD, { rate: 1, seconds: 1 })
${['rate', 'seconds', 'requests', 'every', 'jitter', 'seed', 'type', 'event'].map((option) => `account.load(f, { rate: 1, seconds: 1, ${option}: BAD })`).join('\n')}
${['series', 'jitter', 'body', 'groupId'].map((option) => `account.load(q, { rate: 1, seconds: 1, ${option}: BAD })`).join('\n')}
account.load(f, { series: BAD })
account.load(f, { series: [BAD] })
account.load(q, { series: [{ rate: BAD, seconds: 1 }] })
account.load(q, { series: [{ rate: 1, seconds: BAD }] })
account.load(q, BAD)
${['data', 'key'].map((option) => `account.load(account.stream({ name: 's' }), { rate: 1, seconds: 1, ${option}: BAD })\naccount.load(account.table({ name: 't' }), { rate: 1, seconds: 1, ${option}: BAD })`).join('\n')}
f.deploy(BAD)
${['handler', 'memory', 'timeout', 'init', 'layers', 'snapStart', 'runtime', 'architecture', 'work'].map((option) => `f.deploy({ ${option}: BAD })`).join('\n')}
f.setAlias(BAD, '$LATEST')
f.setAlias('live', BAD)
f.setAlias('live', f.publish(), BAD)
f.setAlias('live', f.publish(), { 2: BAD })
f.provision(BAD, 1)
f.provision('live', BAD)
f.reserve(BAD)
beforeCheckpoint(BAD)
afterRestore(BAD)
f.url(BAD)
f.url({ authType: BAD })
f.url({ authType: 'NONE', cors: BAD })
f.url({ authType: 'NONE' }).fetch(BAD)
f.url({ authType: 'NONE' }).fetch({ path: BAD })
f.url({ authType: 'NONE' }).fetch({ method: BAD })
f.url({ authType: 'NONE' }).fetch({ headers: BAD })
account.api(BAD)
${['name', 'handler', 'timeout', 'rate', 'burst'].map((option) => `account.api({ name: 'a', handler: f, ${option}: BAD })`).join('\n')}
account.queue(BAD)
${['visibilityTimeout', 'retentionPeriod', 'deliveryDelay', 'fifo', 'deadLetterQueue', 'maxReceiveCount'].map((option) => `account.queue({ name: 'q', ${option}: BAD })`).join('\n')}
q.send(BAD)
q.send('x', BAD)
q.send('x', { delay: BAD })
q.send('x', { groupId: BAD })
q.receive(BAD)
q.receive({ max: BAD })
q.receive({ wait: BAD })
q.delete(BAD)
q.changeVisibility(BAD, 1)
account.stream(BAD)
account.stream({ name: 's', shards: BAD })
account.table(BAD)
account.table({ name: 't', key: BAD })
account.stream({ name: 's' }).put(BAD, 'key')
account.stream({ name: 's' }).put('x', BAD)
account.table({ name: 't' }).get(BAD)
account.table({ name: 't' }).put(BAD, 1)
account.table({ name: 't' }).put('k', BAD)
account.table({ name: 't' }).put('k', 1, BAD)
account.table({ name: 't' }).put('k', 1, { condition: BAD })
account.table({ name: 't' }).update('k', BAD)
account.table({ name: 't' }).delete(BAD)
account.bucket(BAD)
account.bucket({ name: 'b' }).put(BAD, 'x')
account.bucket({ name: 'b' }).put('k', BAD)
account.bucket({ name: 'b' }).notify(BAD)
account.bucket({ name: 'b' }).notify(f, BAD)
account.topic({ name: 't' }).publish(BAD)
account.topic({ name: 't' }).subscribe(BAD)
account.bus({ name: 'b' }).put(BAD)
account.bus({ name: 'b' }).rule(BAD)
q.sendBatch(BAD)
q.sendBatch(['x'], BAD)
q.changeVisibility('h', BAD)
q.receive({ visibilityTimeout: BAD })
f.addEventSource(account.stream({ name: 's' }), BAD)
${['startingPosition', 'batchSize', 'maxBatchingWindow', 'parallelizationFactor', 'retryAttempts', 'maxRecordAge', 'bisectBatchOnError', 'onFailure'].map((option) => `f.addEventSource(account.stream({ name: 's' }), { ${option}: BAD })`).join('\n')}
account.api({ name: 'a', handler: f }).fetch(BAD)
account.api({ name: 'a', handler: f }).fetch({ body: BAD })
account.topic(BAD)
account.bus(BAD)
f.addEventSource(q, BAD)
f.addEventSource(BAD)
${['batchSize', 'maxBatchingWindow', 'maxConcurrency', 'reportBatchItemFailures'].map((option) => `f.addEventSource(q, { ${option}: BAD })`).join('\n')}
`;

/** What JavaScript says by itself. */
const FOREIGN = /Cannot (read|set|destructure|convert|use)|is not (a function|iterable|a constructor|defined)|Invalid (array|count|time)|\[internal\]|called on|Reduce of|Maximum call|Class constructor|circular structure|CreateListFromArrayLike|Symbol\(|object null|The number/;

const calls = (text: string): readonly string[] => text.trim().split('\n');

function wordsFor(library: string, before: string, call: string): readonly string[] {
  return BAD.flatMap((bad) => {
    const text = `import * as library from 'happens-before/${library}';\nconst { ${names(call + before)} } = library as any;\n${before}\nvoid (await ${call.replaceAll('BAD', bad)});`;
    const { end } = run(text, { timers: 'patient' });
    if (end.kind === 'ok' || end.kind === 'deadlock') return [];
    const message = 'message' in end ? end.message : '';
    return FOREIGN.test(message) ? [`${call.replaceAll('BAD', bad)}: ${message}`] : [];
  });
}

/** What a call uses of the library. */
const names = (call: string): string => [...new Set(call.match(/\b(?:[A-Z][A-Za-z]+|go|chan|close|select|sleep|beforeCheckpoint|afterRestore|work|after|newTimer|newTicker|afterFunc|onceFunc|onceValue|anyOf|deferred|panic|GOMAXPROCS|atomic|semaphore|errgroup|singleflight|context|setExcepthook|asCompleted|wait|tqdm)\b(?=[.(])/g))].filter((name) => !['BAD'].includes(name)).join(', ');

describe.each([
  ['go', GO, ''],
  ['threading', THREADING, ''],
  ['lambda', LAMBDA, "const handler = async () => 1;\nconst account = new Account();\nconst f = account.function({ name: 'g', handler });\nconst q = account.queue({ name: 'p' });"],
])('happens-before/%s', (library, text, before) => {
  it.each(calls(text))('%s', (call) => {
    expect(wordsFor(library, before, call)).toEqual([]);
  });
});
