import { checkOptions, quote } from '#base';
import { EPOCH, kernel, SHARED, type Body, type Shared } from '#kernel';
import { parcel } from '../payload.ts';
import type { Region } from '../region.ts';
import { ARN, checkTarget, DELIVER, type Target } from '../target.ts';
import { PushOperation, type Dispatch } from './fan-out.ts';

/** Of which objects a bucket tells. */
export interface NotifyOptions {
  /** Only keys that begin, or end, like this. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What a bucket tells of one object. Of AWS's many fields, those that a handler needs. */
export interface S3Record {
  readonly eventSource: 'aws:s3';
  readonly eventName: 'ObjectCreated:Put' | 'ObjectRemoved:Delete';
  readonly eventTime: string;
  readonly s3: { readonly bucket: { readonly name: string }; readonly object: { readonly key: string; readonly size: number; readonly sequencer: string } };
}

/** What a handler gets from a bucket. */
export interface S3Event {
  readonly Records: readonly S3Record[];
}

/**
 * An S3 bucket. `account.bucket(…)` makes one.
 *
 * Whoever is to be told of changes gets each at least once, and in any order: of two events about one key, the one with the greater
 * `sequencer` is the later. Functions are invoked as with `type: 'Event'`.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html (2026-11).
 *
 * @rules lambda#sources-that-push
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const resize = account.function({
 *   name: 'resize',
 *   handler: async (event: S3Event) => {
 *     const { key } = event.Records[0]!.s3.object;
 *     console.log(key); // cat.png or cat.png, cat.png
 *   },
 * });
 * const uploads = account.bucket({ name: 'uploads' });
 * uploads.notify(resize, { suffix: '.png' });
 * await uploads.put('cat.png', 'pixels');
 * await uploads.put('cat.txt', 'words');
 * await account.drain();
 */
export class Bucket implements Target {
  /** @internal */
  readonly [SHARED]: Shared;
  readonly name: string;
  readonly #region: Region;
  readonly #objects = new Map<string, { readonly data: unknown; readonly bytes: number }>();
  readonly #told: { readonly target: Target; readonly options: NotifyOptions }[] = [];
  #changes = 0;

  /** @internal */
  constructor(region: Region, name: string) {
    if (typeof name !== 'string' || name === '') throw new TypeError('a bucket needs a name');
    this.#region = region;
    this.name = name;
    this[SHARED] = kernel().shared('other', { name });
  }

  /** From now on `target`, a function, queue, topic or bus, is told of every object that is put or deleted. */
  notify(target: Target, options: NotifyOptions = {}): void {
    checkTarget('notify', target);
    checkOptions('notify', options, "photos.notify(resize, { prefix: 'in/' })");
    this.#told.push({ target, options });
  }

  /** Puts an object there. Does not wait for those who are told. */
  put(key: string, data: unknown = ''): Promise<void> {
    return kernel().submit(this.#put(key, data));
  }

  /** What is there; undefined if nothing is. */
  get(key: string): Promise<unknown> {
    return kernel().submit(new PushOperation(this.#region, 'get', this[SHARED], true, () => ({ result: this.#objects.get(key)?.data, told: [], value: key })));
  }

  /** Takes an object away. */
  delete(key: string): Promise<void> {
    return kernel().submit(new PushOperation<void>(this.#region, 'delete', this[SHARED], false, (now) => {
      this.#objects.delete(key);
      return { result: undefined, told: this.#tell('ObjectRemoved:Delete', key, 0, now), value: key };
    }));
  }

  /** @internal */
  get [ARN](): string {
    return `arn:aws:s3:::${this.name}`;
  }

  /** @internal */
  *[DELIVER](payload: unknown): Body<string | undefined> {
    yield this.#put(`aws/lambda/async/${this.#region.requestId()}`, payload);
    return undefined;
  }

  #put(key: string, data: unknown): PushOperation<void> {
    if (typeof key !== 'string' || key === '') throw new TypeError(`an object needs a key, not ${quote(key)}`);
    const { value, bytes } = parcel(data);
    return new PushOperation<void>(this.#region, 'put', this[SHARED], false, (now) => {
      this.#objects.set(key, { data: value, bytes });
      return { result: undefined, told: this.#tell('ObjectCreated:Put', key, bytes, now), value: key };
    });
  }

  #tell(eventName: S3Record['eventName'], key: string, size: number, now: number): Dispatch[] {
    const sequencer = (++this.#changes).toString(16).toUpperCase().padStart(16, '0');
    const record: S3Record = { eventSource: 'aws:s3', eventName, eventTime: new Date(EPOCH + now).toISOString(), s3: { bucket: { name: this.name }, object: { key, size, sequencer } } };
    return this.#told.filter(({ options: { prefix = '', suffix = '' } }) => key.startsWith(prefix) && key.endsWith(suffix)).map(({ target }) => ({ target, payload: { Records: [record] } }));
  }
}
