import { EPOCH } from '#kernel';
import { ARN, type Target } from '../target.ts';
import type { Condition } from '../constants.ts';
import type { Answered } from '../result.ts';

/**
 * What a destination is told about an event: the event, why it is told, and the answer of the last attempt, if there was one.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html (2026-11).
 */
export interface InvocationRecord<E = unknown, R = unknown> {
  readonly version: '1.0';
  readonly timestamp: string;
  readonly requestContext: { readonly requestId: string; readonly functionArn: string; readonly condition: Condition; readonly approximateInvokeCount: number };
  readonly requestPayload: E;
  readonly responseContext?: { readonly statusCode: 200; readonly executedVersion: string; readonly functionError?: 'Unhandled' };
  readonly responsePayload?: R;
}

export function recordOf(fn: Target, qualifier: string, request: { readonly id: string; readonly payload: unknown }, condition: Condition, attempts: number, answer: Answered<unknown> | undefined, now: number): InvocationRecord {
  return {
    version: '1.0',
    timestamp: new Date(EPOCH + now).toISOString(),
    requestContext: { requestId: request.id, functionArn: `${fn[ARN]}:${qualifier}`, condition, approximateInvokeCount: attempts },
    requestPayload: request.payload,
    ...(answer === undefined ? {} : {
      responseContext: { statusCode: 200, executedVersion: answer.executedVersion, ...(answer.functionError === undefined ? {} : { functionError: answer.functionError }) },
      responsePayload: answer.payload,
    }),
  };
}
