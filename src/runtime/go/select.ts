import { quote } from '#base';
import { Call, DEFAULT_RECEIVE, DEFAULT_SEND, INSTEAD_RECEIVE, INSTEAD_SEND, INSTEAD_TRY, kernel, Operation, RECEIVE, SEND, SHARED, type Access, type Body, type Shared, type Side } from '#kernel';
import type { WaitReason } from '#trace';
import type { Offer } from './offers.ts';
import { waysOf, type SelectCase } from './select-case.ts';

/** The case that was taken, and what it received. */
interface Taken {
  readonly taken: SelectCase<unknown>;
  readonly value: unknown;
  readonly ok: boolean;
}

/** Waits until one case can go on; if several can, every one of them is a way. */
class SelectOperation extends Operation<Taken> {
  readonly verb = 'select';
  readonly reason: WaitReason;
  readonly resource = undefined;
  readonly #cases: readonly SelectCase<unknown>[];
  readonly #fallback: SelectCase<unknown> | undefined;
  /** What it offers at each channel while it waits. */
  readonly #offers: { readonly item: Exclude<SelectCase<unknown>, { kind: 'default' }>; readonly offer: Offer<unknown> }[] = [];

  constructor(cases: readonly SelectCase<unknown>[]) {
    super();
    this.#cases = cases;
    this.#fallback = cases.find((item) => item.kind === 'default');
    this.reason = cases.length === 0 ? 'select (no cases)' : 'select';
  }

  /**
   * With a default case: the default counts as the last way wherever the other side of a hand-over may not have arrived yet.
   * With buffered or closed channels there is no such doubt, and the default is a way only if nothing else is.
   */
  ways(): number {
    const ready = this.#readyWays();
    if (this.#fallback === undefined) return ready;
    return ready === 0 || this.#onlyMeetings() ? ready + 1 : ready;
  }

  override wayKey(way: number): number {
    const found = this.#find(way);
    if (found === undefined) return 0;
    const index = this.#cases.indexOf(found.item);
    const partner = found.item.kind === 'default' ? 0 : found.item.channel.partnerOf(this, found.item.kind, found.way);
    return 1 + index + 64 * partner;
  }

  override wayWords(way: number): string {
    const found = this.#find(way);
    if (found === undefined) return 'select: take the default';
    const { item } = found;
    return item.kind === 'default' ? 'select: take the default' : `select: ${item.channel.wordsFor(this, item.kind, found.way, item.kind === 'send' ? item.value : undefined)}`;
  }

  /** Any case that is ready, with no preference; of those who wait at its channel, the one that came first. */
  override plainWay(ways: number, chance: () => number): number {
    const starts: number[] = [];
    let way = 0;
    for (const item of this.#cases) {
      const own = waysOf(item, this, this.#fallback !== undefined);
      if (own > 0) starts.push(way);
      way += own;
    }
    return starts[Math.floor(chance() * starts.length)] ?? ways - 1;
  }

  perform(way: number): Taken {
    const found = this.#find(way);
    if (found === undefined) return this.#performDefault();
    const { item } = found;
    this.#passOver(item);
    if (item.kind === 'receive') {
      const [value, ok] = item.channel.performReceive(this, found.way, this.#fallback !== undefined);
      return { taken: item, value, ok };
    }
    if (item.kind === 'send') item.channel.performSend(this, item.value, found.way, this.#fallback !== undefined);
    return { taken: item, value: undefined, ok: true };
  }

  /** Each case by itself; the default looks at all of them. */
  intend(touch: (resource: Shared, access: Access, together?: number) => void): void {
    for (const [i, item] of this.#cases.entries()) {
      if (item.kind === 'default' || item.channel.isNil) continue;
      if (item.channel.capacity > 0) touch(item.channel[SHARED], item.kind === 'send' ? SEND : RECEIVE, i + 1);
      if (this.#fallback !== undefined) touch(item.channel[SHARED], item.kind === 'send' ? DEFAULT_SEND : DEFAULT_RECEIVE);
    }
  }

  override meetings(visit: (place: Shared, side: Side, waits: boolean) => void): void {
    for (const item of this.#cases) if (item.kind !== 'default' && item.channel.capacity === 0 && !item.channel.isNil) visit(item.channel[SHARED], item.kind, this.#fallback === undefined);
  }

  override park(): void {
    if (this.#fallback !== undefined) return;
    for (const item of this.#cases) {
      const accept = (value: unknown, ok: boolean): Taken => {
        this.#passOver(item);
        return { taken: item, value: item.kind === 'receive' ? value : undefined, ok };
      };
      if (item.kind === 'default' || item.channel.isNil) continue;
      const offer = { operation: this as Operation<unknown>, accept, value: item.kind === 'send' ? item.value : undefined, before: undefined, after: undefined };
      this.#offers.push({ item, offer });
      item.channel.park(item.kind, offer);
    }
  }

  override unpark(): void {
    for (const { item, offer } of this.#offers.splice(0)) item.channel.unpark(item.kind, offer);
  }

  #performDefault(): Taken {
    for (const item of this.#cases) if (item.kind !== 'default' && !item.channel.isNil) kernel().touch(item.channel[SHARED], item.kind === 'send' ? DEFAULT_SEND : DEFAULT_RECEIVE);
    for (const item of this.#cases) if (item.kind === 'send' && !item.channel.isNil) kernel().signalled(item.channel[SHARED], []);
    kernel().did('select', undefined, { note: 'took default' });
    return { taken: this.#fallback as SelectCase<unknown>, value: undefined, ok: true };
  }

  /** The cases that were not taken: one of them might have been, had it been ready before. */
  #passOver(taken: SelectCase<unknown>): void {
    for (const item of this.#cases) {
      if (item.kind === 'default' || item === taken || item.channel.isNil) continue;
      kernel().touch(item.channel[SHARED], item.kind === 'send' ? INSTEAD_SEND : INSTEAD_RECEIVE, this.owner);
      if (this.#fallback !== undefined && item.channel.capacity > 0) kernel().touch(item.channel[SHARED], INSTEAD_TRY, this.owner);
    }
  }

  #readyWays(): number {
    let ready = 0;
    for (const item of this.#cases) ready += waysOf(item, this, this.#fallback !== undefined);
    return ready;
  }

  /** Whether all that is ready is a hand-over with a task that may or may not have arrived by now. */
  #onlyMeetings(): boolean {
    if (kernel().bothSidesMeet) return false;
    return this.#cases.every((item) => item.kind === 'default' || waysOf(item, this, true) === 0 || item.channel.isMeeting());
  }

  #find(way: number): { item: SelectCase<unknown>; way: number } | undefined {
    let left = way;
    for (const item of this.#cases) {
      const ways = waysOf(item, this, this.#fallback !== undefined);
      if (left < ways) return { item, way: left };
      left -= ways;
    }
    return undefined;
  }
}

function* selectBody(cases: readonly SelectCase<unknown>[]): Body<unknown> {
  const { taken, value, ok } = (yield new SelectOperation(cases)) as Taken;
  if (taken.then === undefined) return undefined;
  return yield new Call(taken.then as (...args: never[]) => unknown, undefined, taken.kind === 'receive' ? [value, ok] : []);
}

/** Cases of nil channels may be left out. @throws TypeError for what is not a case: an operation that was started, a channel, a function. */
function checkedCases(cases: readonly unknown[]): readonly SelectCase<unknown>[] {
  const checked: SelectCase<unknown>[] = [];
  for (const [i, item] of cases.entries()) {
    if (item === undefined || item === null) continue;
    const kind = (item as { kind?: unknown } | null | undefined)?.kind;
    if (kind === 'receive' || kind === 'send' || kind === 'default') checked.push(item as SelectCase<unknown>);
    else throw new TypeError(`case ${i + 1} of select is ${quote(item)}. Write ch.onReceive((value) => …), ch.onSend(value, () => …) or otherwise(() => …).`);
  }
  return checked;
}

/**
 * Waits until one of `cases` can go on, takes it, runs its handler, and returns what the handler returns.
 *
 * If several can go on, one is picked with no preference; the explorer tries each. With an `otherwise` case it never waits. With
 * no case at all it waits for ever. A case that is `undefined` or `null` is one of a nil channel, which never goes on.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Select_statements (Go 1.27).
 *
 * @throws Panic "send on closed channel" if a send case is taken on a closed channel.
 * @rules select
 * @example
 * // Room for one: who answers too late need not wait for ever.
 * const results = chan<string>(1);
 * go(async () => { await results.send('tea'); });
 * const answer = await select(
 *   results.onReceive((value) => value),
 *   after(50).onReceive(() => 'too late'),
 * );
 * console.log(answer); // tea or too late
 */
export function select<R extends readonly unknown[]>(...cases: { readonly [K in keyof R]: SelectCase<R[K]> | undefined | null }): Promise<Awaited<R[number]>> {
  return kernel().run(selectBody(checkedCases(cases)) as Body<Awaited<R[number]>>, 'select');
}
