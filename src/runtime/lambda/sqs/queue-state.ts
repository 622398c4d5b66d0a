import { kernel, type Access, type Shared } from '#kernel';
import { Backlog } from '../backlog.ts';
import { LARGEST_PAYLOAD, SQS_DEDUPLICATION } from '../constants.ts';
import type { Region } from '../region.ts';
import { handleOf, type Hiding, type Message, type Received } from './message.ts';
import type { QueueSettings } from './settings.ts';

/** Everything that changes a queue depends on everything else that does: on what is in it, what is hidden, and who polls it. */
export const USE: Access = { bit: 1, after: 3, races: 3 };
export const LOOK: Access = { bit: 2, after: 1, races: 1 };

/** Somebody who is told when there may be messages to take. */
export interface Consumer {
  wake(now: number): void;
}

/**
 * The messages of one queue.
 *
 * Invariants:
 * - messages stand in the order in which they were sent, also when they come back
 * - in a FIFO queue, no message is received while another of its group is in flight
 */
export class QueueState {
  readonly region: Region;
  readonly settings: QueueSettings;
  readonly shared: Shared;
  readonly backlog = new Backlog();
  /** Mappings. While there is one, each message is work of the account. */
  readonly consumers: Consumer[] = [];
  #messages: Message[] = [];
  readonly #seen = new Map<string, number>();
  readonly counts = { sent: 0, received: 0, deleted: 0 };

  constructor(region: Region, settings: QueueSettings) {
    this.region = region;
    this.settings = settings;
    this.shared = kernel().shared('queue', { name: settings.name });
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  /** False: a FIFO queue has seen the message in the last five minutes, and drops it. */
  add(message: Message, now: number, delay: number): boolean {
    if (message.deduplicationId !== undefined) {
      const before = this.#seen.get(message.deduplicationId);
      if (before !== undefined && now - before < SQS_DEDUPLICATION) return false;
      this.#seen.set(message.deduplicationId, now);
    }
    this.#messages.push(message);
    if (this.consumers.length > 0) this.region.work.begin();
    if (delay > 0) this.#hide([message], now, delay, false);
    else this.backlog.wait(now, message.sentAt);
    return true;
  }

  /** A second copy of a message that was just received: standard queues deliver at least once. */
  duplicate(message: Message, now: number): void {
    const copy: Message = { ...message, copy: message.copy + 1, hidden: undefined };
    this.#messages.splice(this.#messages.indexOf(message) + 1, 0, copy);
    if (this.consumers.length > 0) this.region.work.begin();
    this.backlog.wait(now, copy.sentAt);
  }

  /** What can be received now, `most` messages at most, and no more than fit into one event. */
  available(most: number): Message[] {
    const locked = new Set<string>();
    if (this.settings.fifo) for (const { hidden, groupId } of this.#messages) if (hidden?.isInFlight) locked.add(groupId as string);
    const found: Message[] = [];
    let bytes = 0;
    for (const message of this.#messages) {
      if (found.length >= most) break;
      if (message.hidden !== undefined || (message.groupId !== undefined && locked.has(message.groupId)) || this.#isDead(message)) continue;
      bytes += message.bytes;
      if (bytes > LARGEST_PAYLOAD) break;
      found.push(message);
    }
    return found;
  }

  /** Hides `messages`, which somebody receives now. */
  take(messages: readonly Message[], now: number, visibility: number): Received[] {
    for (const message of messages) {
      message.receiveCount++;
      this.backlog.leave(now, message.sentAt, true);
      kernel().acquire(message.sent);
    }
    this.counts.received += messages.length;
    if (visibility > 0) this.#hide(messages, now, visibility, true);
    else for (const message of messages) this.#land(message, now);
    return messages.map((message) => ({ message, handle: handleOf(message), receiveCount: message.receiveCount }));
  }

  /** Deletes what was received under `handle`. False: it is gone, or somebody else has received it since. */
  delete(handle: string, now: number): boolean {
    const message = this.#messages.find((one) => handleOf(one) === handle);
    if (message === undefined) return false;
    this.counts.deleted++;
    this.#remove(message, now);
    return true;
  }

  /** Changes for how long what was received under `handle` stays hidden. */
  rehide(handle: string, now: number, ms: number): boolean {
    const message = this.#messages.find((one) => handleOf(one) === handle);
    if (message?.hidden === undefined) return false;
    this.#unhide(message);
    if (ms > 0) this.#hide([message], now, ms, true);
    else this.#land(message, now);
    return true;
  }

  /** Messages too old to keep are gone. Those received too often go to the dead-letter queue. */
  sweep(now: number): void {
    for (const message of this.#messages.slice()) {
      if (message.hidden !== undefined) continue;
      const { deadLetterQueue, retentionPeriod } = this.settings;
      if (now - message.sentAt >= retentionPeriod) this.#remove(message, now);
      else if (deadLetterQueue !== undefined && this.#isDead(message)) {
        this.#remove(message, now);
        deadLetterQueue.queue.take(message, now);
      }
    }
  }

  /** Tells who takes messages that there may be some. */
  wake(now: number): void {
    for (const consumer of this.consumers) consumer.wake(now);
    kernel().changed(this.shared);
  }

  #isDead({ receiveCount }: Message): boolean {
    const { deadLetterQueue } = this.settings;
    return deadLetterQueue !== undefined && receiveCount >= deadLetterQueue.maxReceiveCount;
  }

  #hide(messages: readonly Message[], now: number, ms: number, isInFlight: boolean): void {
    const hiding: Hiding = { isInFlight, until: now + ms, messages: new Set(messages), alarm: undefined };
    for (const message of messages) message.hidden = hiding;
    hiding.alarm = kernel().timer(ms, `${this.settings.name}-visibility`, () => this.#appear(hiding), this.consumers.length > 0);
  }

  /** Time is over: they can be received again, or for the first time. */
  #appear({ messages, isInFlight }: Hiding): void {
    const k = kernel();
    const now = this.region.now();
    k.touch(this.shared, USE);
    for (const message of messages) {
      message.hidden = undefined;
      if (isInFlight) this.#land(message, now);
      else this.backlog.wait(now, message.sentAt);
    }
    k.did('appear', this.shared, { note: `${messages.size} ${messages.size === 1 ? 'message' : 'messages'} visible again` });
    this.sweep(now);
    this.wake(now);
  }

  #land(message: Message, now: number): void {
    this.backlog.land(now);
    this.backlog.wait(now, message.sentAt);
  }

  #remove(message: Message, now: number): void {
    this.#messages.splice(this.#messages.indexOf(message), 1);
    if (message.hidden === undefined) this.backlog.leave(now, message.sentAt, false);
    else {
      if (message.hidden.isInFlight) this.backlog.land(now);
      this.#unhide(message);
    }
    if (this.consumers.length > 0) this.region.work.finish();
  }

  #unhide(message: Message): void {
    const { hidden } = message;
    message.hidden = undefined;
    hidden?.messages.delete(message);
    if (hidden?.messages.size === 0) hidden.alarm?.cancel();
  }
}
