import type { Lowered, Steps } from '#kernel';
import { Account, type LambdaFunction, type Queue, type Stream, type Table } from '#runtime/lambda';

/** What a random task may do with a Lambda account. A name ends in the digit of the object. */
export const LAMBDA_KINDS = {
  request: ['request', 'requestOther', 'figures'],
  event: ['event', 'request', 'figures', 'drain'],
  eventTwice: ['eventTwice', 'drain', 'figures'],
  sqs: ['queueSend', 'queueReceive', 'queueDelete', 'queueLength'],
  sqsMapped: ['mappedSend', 'mappedLength', 'drain'],
  table: ['tableGet', 'tablePut', 'tablePutNew', 'tableAdd'],
  stream: ['streamPut', 'drain', 'figures'],
  deploy: ['canary', 'redeploy', 'release', 'share', 'canaryFigures'],
  loaded: ['loadQueue', 'loadTable', 'loadStream', 'tableGet', 'queueReceive', 'queueLength'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LambdaFamily = keyof typeof LAMBDA_KINDS;

/** A task that is slow enough for every timeout to come first makes programs without end: here timers wait until nothing else can go on. */
export const PATIENT: ReadonlySet<string> = new Set<LambdaFamily>(['event', 'eventTwice', 'sqsMapped', 'stream', 'loaded']);

/** The accounts of one random program. */
export class LambdaWorld {
  readonly once = new Account({ concurrency: 2, duplicates: 0 });
  readonly twice = new Account({ concurrency: 3 });
  readonly functions: readonly LambdaFunction[] = [this.once.function({ name: 'f', duration: 1 }), this.once.function({ name: 'g' })];
  readonly shop = this.once.function({ name: 'v', alias: 'live' });
  readonly doubled = this.twice.function({ name: 'h' });
  readonly queue: Queue = this.once.queue({ name: 'q', visibilityTimeout: 2 });
  readonly mapped: Queue = this.once.queue({ name: 'm' });
  readonly table: Table<number> = this.once.table<number>({ name: 't' });
  readonly stream: Stream = this.once.stream({ name: 's' });

  constructor(kinds: readonly string[]) {
    if (kinds.some((kind) => kind.startsWith('mapped'))) this.functions[1]?.addEventSource(this.mapped, { batchSize: 1 });
    if (kinds.some((kind) => kind.startsWith('stream'))) this.functions[1]?.addEventSource(this.stream, { batchSize: 1 });
  }
}

/** One instruction: `kind` on object `o`. What it saw goes into `log`. */
export function* lambdaInstruction($: Lowered, world: LambdaWorld, kind: string, o: number, value: number, log: string[]): Steps {
  const { once, twice, functions, doubled, queue, mapped, table, stream, shop } = world;
  const fn = functions[kind === 'requestOther' ? 1 : 0] as LambdaFunction;
  const call = (self: unknown, method: Function, args: readonly unknown[]): Steps => $.call(method as never, self, args, 0);
  switch (kind) {
    case 'request': case 'requestOther': {
      const answer = (yield* call(fn, fn.invoke, [value])) as { status: number; cold?: boolean; environment?: number };
      log.push(`${answer.status} ${answer.cold} ${answer.environment}`);
      break;
    }
    case 'event': yield* call(fn, fn.invoke, [value, { type: 'Event' }]); log.push('202'); break;
    case 'eventTwice': yield* call(doubled, doubled.invoke, [value, { type: 'Event' }]); log.push('202'); break;
    case 'drain': yield* call(once, once.drain, []); yield* call(twice, twice.drain, []); log.push('drained'); break;
    case 'figures': {
      for (const one of [fn, functions[1] as LambdaFunction, doubled]) {
        if ($.invoke(one, 'metrics', undefined, 0)) yield;
        const { Invocations, Throttles, ConcurrentExecutions, coldStarts } = one.metrics();
        log.push(`${Invocations} ${Throttles} ${ConcurrentExecutions} ${coldStarts}`);
      }
      break;
    }
    case 'queueSend': yield* call(queue, queue.send, [`m${value}`]); break;
    case 'queueReceive': {
      const [message] = (yield* call(queue, queue.receive, [])) as { body: string; receiveCount: number; receiptHandle: string }[];
      log.push(`${message?.body} ${message?.receiveCount}`);
      break;
    }
    // With the queue's own names for messages: which task received one is not to be seen by others.
    case 'queueDelete': yield* call(queue, queue.delete, [`q-t${o}-1#1`]); break;
    case 'queueLength': case 'mappedLength': {
      const one = kind === 'queueLength' ? queue : mapped;
      if ($.invoke(one, 'metrics', undefined, 0)) yield;
      const { ApproximateNumberOfMessagesVisible, ApproximateNumberOfMessagesNotVisible, NumberOfMessagesDeleted } = one.metrics();
      log.push(`${ApproximateNumberOfMessagesVisible} ${ApproximateNumberOfMessagesNotVisible} ${NumberOfMessagesDeleted}`);
      break;
    }
    case 'mappedSend': yield* call(mapped, mapped.send, [`m${value}`]); break;
    case 'tableGet': log.push(String(yield* call(table, table.get, [`k${o}`]))); break;
    case 'tablePut': yield* call(table, table.put, [`k${o}`, value]); break;
    case 'tableAdd': log.push(String(yield* call(table, table.update, [`k${o}`, (n = 0) => (n as number) + 1]))); break;
    case 'tablePutNew': {
      try {
        yield* call(table, table.put, [`k${o}`, value, { condition: (item: unknown) => item === undefined }]);
        log.push('new');
      } catch {
        log.push('there');
      }
      break;
    }
    case 'canary': {
      const answer = (yield* call(shop, shop.invoke, [value])) as { status: number; executedVersion?: string; environment?: number };
      log.push(`${answer.status} ${answer.executedVersion} ${answer.environment}`);
      break;
    }
    case 'redeploy':
      if ($.invoke(shop, 'deploy', undefined, 0)) yield;
      shop.deploy({ memory: 128 + value });
      break;
    case 'release': case 'share': {
      if ($.invoke(shop, 'publish', undefined, 0)) yield;
      const version = shop.publish();
      log.push(version);
      if (kind === 'share' && version === '1') break;
      if ($.invoke(shop, 'setAlias', undefined, 0)) yield;
      if (kind === 'release') shop.setAlias('live', version);
      else shop.setAlias('live', '1', { [version]: 0.5 });
      break;
    }
    case 'canaryFigures': {
      if ($.invoke(shop, 'metrics', undefined, 0)) yield;
      const { Invocations, coldStarts } = shop.metrics();
      log.push(`${Invocations} ${coldStarts} ${shop.bill().gigabyteSeconds}`);
      break;
    }
    case 'loadQueue': yield* call(once, once.load, [queue, { rate: 1000, seconds: 0.002, body: (n: number) => `l${value}${n}` }]); log.push('loaded'); break;
    case 'loadTable': yield* call(once, once.load, [table, { rate: 1000, seconds: 0.002, data: () => value, key: () => `k${o}` }]); log.push('loaded'); break;
    case 'loadStream': yield* call(once, once.load, [stream, { rate: 1000, seconds: 0.002, key: () => `k${o}` }]); log.push('loaded'); break;
    case 'streamPut': log.push(String(yield* call(stream, stream.put, [value, `k${o}`]))); break;
    default: throw new Error(kind);
  }
  return undefined;
}
