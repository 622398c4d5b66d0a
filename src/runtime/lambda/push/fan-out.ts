import { kernel, NOW, ReadyOperation, type Access, type Body, type Shared } from '#kernel';
import { inBackground } from '../background.ts';
import type { Region } from '../region.ts';
import { DELIVER, type Target } from '../target.ts';

/** Something goes on its way to a target. */
export interface Dispatch {
  readonly target: Target;
  readonly payload: unknown;
  /** False: Lambda cannot tell what led to it, so that a loop through it is not noticed. */
  readonly isTraced?: boolean;
}

/** Everything that changes a bucket, topic or bus. Two of these are seen in their order by those who are told of them. */
const CHANGE: Access = { bit: 1, after: 3, races: 3 };
const READ: Access = { bit: 2, after: 1, races: 1 };

/** Changes or reads what belongs to `resource` in one step, and tells targets of it, each by itself and in any order. */
export class PushOperation<T> extends ReadyOperation<T> {
  readonly verb: string;
  readonly reason = 'push';
  readonly resource: Shared;
  readonly #region: Region;
  readonly #isRead: boolean;
  readonly #act: (now: number) => { readonly result: T; readonly told: readonly Dispatch[]; readonly value: string };

  constructor(region: Region, verb: string, resource: Shared, isRead: boolean, act: (now: number) => { readonly result: T; readonly told: readonly Dispatch[]; readonly value: string }) {
    super();
    this.verb = verb;
    this.resource = resource;
    this.#region = region;
    this.#isRead = isRead;
    this.#act = act;
  }

  perform(): T {
    const k = kernel();
    const now = this.#region.now();
    k.touch(this.resource, this.#isRead ? READ : CHANGE);
    const { result, told, value } = this.#act(now);
    k.did(this.verb, this.resource, { value, flow: this.#isRead ? 'in' : 'out' });
    this.#region.work.begin(told.length);
    const { chain } = this.#region;
    for (const dispatch of told) this.#region.follow(inBackground(`${this.resource.name}-push-1`, () => push(this.#region, dispatch)), dispatch.isTraced === false ? 0 : chain);
    return result;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.#isRead ? READ : CHANGE);
    touch(this.#region.clock, NOW);
    this.#region.work.intend(touch);
  }
}

/** The target has it. */
class ArrivedOperation extends ReadyOperation<void> {
  readonly verb = 'pushed';
  readonly reason = 'push';
  readonly resource: Shared | undefined = undefined;
  readonly #region: Region;

  constructor(region: Region) {
    super();
    this.#region = region;
  }

  perform(): void {
    this.#region.work.finish();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    this.#region.work.intend(touch);
  }
}

function* push(region: Region, { target, payload }: Dispatch): Body<void> {
  yield* target[DELIVER](payload);
  yield new ArrivedOperation(region);
}
