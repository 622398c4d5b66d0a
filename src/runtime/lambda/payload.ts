import { LARGEST_ASYNC_EVENT, LARGEST_PAYLOAD, LARGEST_RESPONSE, TOO_LARGE } from './constants.ts';
import { LambdaError } from './errors.ts';

/** What an event crosses between two parts of an account: JSON. Nobody shares an object with anybody. */
export interface Parcel {
  readonly value: unknown;
  readonly bytes: number;
}

/** Packs `value` as AWS would: what JSON does not know is lost, and nothing is shared with the sender. */
export function parcel(value: unknown): Parcel {
  if (value === undefined || typeof value === 'number' || typeof value === 'boolean') return { value, bytes: String(value).length };
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return { value: undefined, bytes: 0 };
  return { value: JSON.parse(text), bytes: bytesOf(text) };
}

/** Length of `text` in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a pair counts two of the pair's four.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** @throws LambdaError RequestTooLargeException, in AWS's words, if `event` is too large for this type of invocation. */
export function checkEvent({ bytes }: Parcel, type: 'RequestResponse' | 'Event'): void {
  const most = type === 'Event' ? LARGEST_ASYNC_EVENT : LARGEST_PAYLOAD;
  if (bytes <= most) return;
  throw new LambdaError('RequestTooLargeException', TOO_LARGE.request(bytes, type, most), 'put the data into a bucket, and its key into the event.');
}

/** What the caller is told in the place of a response that is too large; undefined if it is not. */
export function refusedResponse({ bytes }: Parcel): { errorType: string; errorMessage: string } | undefined {
  return bytes <= LARGEST_RESPONSE ? undefined : { errorType: TOO_LARGE.responseType, errorMessage: TOO_LARGE.response };
}
