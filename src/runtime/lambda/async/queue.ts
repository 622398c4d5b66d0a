import { kernel, NOW, ReadyOperation, type Access, type Shared } from '#kernel';
import { QUEUE } from '../access.ts';
import { inBackground } from '../background.ts';
import type { Deployed } from '../deployed.ts';
import type { Parcel } from '../payload.ts';
import type { Tally } from '../tally.ts';
import { deliver } from './delivery.ts';

/** An event in the function's own queue. */
export interface QueuedEvent {
  readonly id: string;
  readonly payload: unknown;
  readonly at: number;
  /** Who counts its attempts. */
  readonly tallies: readonly Tally[];
}

const NOTES = ['202', '202, will come twice at once', '202, will come once more afterwards'] as const;

/**
 * Lambda takes an event over: it goes into the function's queue, and the sender goes on. The queue may hand it out twice, at once or
 * when the first delivery has come to its end.
 */
export class AcceptOperation extends ReadyOperation<void> {
  readonly verb = 'accept';
  readonly reason = 'invoke';
  readonly resource: Shared;
  readonly #fn: Deployed;
  readonly #qualifier: string;
  readonly #event: Parcel;
  readonly #tallies: readonly Tally[];

  constructor(fn: Deployed, qualifier: string, event: Parcel, tallies: readonly Tally[] = [fn.tally]) {
    super();
    this.#fn = fn;
    this.#qualifier = qualifier;
    this.#event = event;
    this.#tallies = tallies;
    this.resource = fn.shared;
  }

  override ways(): number {
    return this.#fn.region.chances.mayDuplicate ? NOTES.length : 1;
  }

  override wayWords(way: number): string | undefined {
    return this.ways() === 1 ? undefined : `accept ${this.resource.name}: ${NOTES[way]}`;
  }

  perform(way: number): void {
    const { region, state, events, shared } = this.#fn;
    const k = kernel();
    const now = region.now();
    k.touch(shared, QUEUE);
    if (way > 0) region.chances.takeDuplicate();
    k.did('accept', shared, { note: NOTES[way] });
    const event: QueuedEvent = { id: `${state.name}-${region.requestId()}`, payload: this.#event.value, at: now, tallies: this.#tallies };
    const copies = way === 1 ? 2 : 1;
    region.work.begin(copies);
    events.received++;
    for (let n = 0; n < copies; n++) {
      events.backlog.wait(now, now);
      region.follow(inBackground(`${state.name}-event-1`, () => deliver(this.#fn, this.#qualifier, event, way === 2)), region.chain);
    }
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, QUEUE);
    touch(this.#fn.region.clock, NOW);
    this.#fn.region.work.intend(touch);
  }
}
