import { EPOCH } from '#kernel';
import type { Received } from './message.ts';
import type { QueueState } from './queue-state.ts';

/** One message, as a handler is given it. */
export interface SqsRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: {
    readonly ApproximateReceiveCount: string;
    readonly SentTimestamp: string;
    readonly MessageGroupId?: string;
    readonly MessageDeduplicationId?: string;
  };
  readonly eventSource: 'aws:sqs';
  readonly eventSourceARN: string;
}

/** What a handler is given by an event source mapping for a queue. */
export interface SqsEvent {
  readonly Records: readonly SqsRecord[];
}

/** What a handler answers that reports which messages failed. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export function eventOf({ settings }: QueueState, batch: readonly Received[]): SqsEvent {
  return {
    Records: batch.map(({ message, handle, receiveCount }) => ({
      messageId: message.id,
      receiptHandle: handle,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        SentTimestamp: String(EPOCH + message.sentAt),
        ...(message.groupId === undefined ? {} : { MessageGroupId: message.groupId }),
        ...(message.deduplicationId === undefined ? {} : { MessageDeduplicationId: message.deduplicationId }),
      },
      eventSource: 'aws:sqs' as const,
      eventSourceARN: arnOf(settings.name),
    })),
  };
}

export const arnOf = (name: string): string => `arn:aws:sqs:us-east-1:123456789012:${name}`;

/**
 * Of the ids of a batch, those that a handler reports as failed. What is no report is success; a report that names an item that is not in the
 * batch, or none, is failure of all.
 */
export function failuresIn(answer: unknown, ids: readonly string[]): readonly string[] {
  const items = (answer as Partial<BatchResponse> | null | undefined)?.batchItemFailures as unknown;
  if (items === undefined || items === null) return [];
  if (!Array.isArray(items)) return ids;
  const failed = items.map((item) => (item as { itemIdentifier?: unknown } | null)?.itemIdentifier);
  return failed.every((id) => typeof id === 'string' && ids.includes(id)) ? (failed as string[]) : ids;
}
