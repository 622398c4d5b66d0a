/** `happens-before/lambda`: a Lambda account, simulated on the model's clock. */
export { Account } from './account.ts';
export type { LoadOptions } from './arrivals.ts';
export type { ThrottleReason } from './constants.ts';
export { LambdaError } from './errors.ts';
export type { InvokeOptions, LambdaFunction } from './lambda-function.ts';
export type { InvocationRecord } from './async/record.ts';
export type { BacklogPoint } from './backlog.ts';
export type { Condition } from './constants.ts';
export type { AsyncMetrics, ConcurrencyPoint, FunctionMetrics, Metrics, Statistic } from './metrics.ts';
export type { AccountOptions, Context, FactoryOptions, FunctionOptions, Handler, HandlerFactory } from './options.ts';
export type { Accepted, Answered, InvokeResult, TurnedAway } from './result.ts';
export type { BatchResponse, SqsEvent, SqsRecord } from './sqs/events.ts';
export type { Queue, QueueMetrics, ReceivedMessage, SendOptions } from './sqs/queue.ts';
export type { QueueOptions, SqsSourceOptions } from './sqs/settings.ts';
export type { EventSource, Target } from './target.ts';
export { now, sleep } from './time.ts';
