import { fieldOf, isErrorLike, print, quote } from '#base';
import type { Cause, Change, End, Event, Measured, Place, Resource, ResourceId, TaskId, TaskState, Trace, Waiting } from '#trace';
import type { Access } from './access.ts';
import type { Detail } from './kernel.ts';
import type { Pos } from './lowered.ts';
import type { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';
import type { Candidate } from './strategy.ts';
import { EventDraft, isSameState, withoutPrivateMemory } from './recording.ts';
import type { Task } from './task.ts';
import { Wake } from './time.ts';

/** A loop without points can make millions of accesses in one step: what is beyond this is not recorded. */
const MOST_IN_ONE_STEP = 1_000;

/** Of those who could have gone instead. A program that starts tasks without end has thousands before each of its steps. */
const MOST_OTHERS = 100;

/** Of calls that nobody awaited. */
const MOST_UNAWAITED = 20;

/**
 * Writes the trace of one run: what each step did, what led to it, and how it changed what the tasks are doing.
 *
 * A step of the scheduler gives one event per thing done in it; the first is the `point`. A step that did nothing but change a task's
 * state gives an event of its own, so that no change is lost.
 */
export class Recorder {
  readonly #run: Run;
  readonly #measures: (() => Measured | undefined)[] = [];
  #measured: readonly Measured[] | undefined;
  #drafts: EventDraft[] = [];
  /** Tasks whose state may still change, in order of birth. */
  readonly #watched: Task[] = [];
  readonly #states = new Map<TaskId, TaskState>();
  readonly #resources = new Map<number, Shared>();
  readonly #lastEvent = new Map<TaskId, number>();
  /** The event in which each task was started. */
  readonly #births = new Map<TaskId, EventDraft>();
  #causes: Cause[] = [];
  #first = 0;
  #isOver = false;
  #verb = '';
  #others: TaskId[] = [];
  #forced = false;
  /** A task that was switched to in a step that shows nothing: its next step shows the switch. */
  #carried: Task | undefined;
  #wasWaiting = false;
  readonly #unawaited: { readonly promise: ModelPromise; readonly call: string; readonly pos: Pos }[] = [];
  #write: { draft: EventDraft; get: () => unknown } | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  measured(get: () => Measured | undefined): void {
    this.#measures.push(get);
  }

  /** Events so far. The next one gets this number plus one. */
  get count(): number {
    return this.#drafts.length;
  }

  lastEventOf(task: TaskId): number {
    return this.#lastEvent.get(task) ?? this.#births.get(task)?.number ?? 0;
  }

  /** A call of the library that was not awaited at once is a task of its own. If nobody ever asks for what comes of it, it was forgotten. */
  startedUnawaited(promise: ModelPromise, call: string, pos: Pos): void {
    if (this.#unawaited.length < MOST_UNAWAITED) this.#unawaited.push({ promise, call, pos });
  }

  born(task: Task): void {
    this.#states.set(task.id, { kind: 'ready' });
    this.#watched.push(task);
  }

  beginStep(task: Task, candidates: readonly Candidate[], last: Task | undefined): void {
    this.#first = this.#drafts.length;
    this.#verb = task.operation?.verb ?? '';
    this.#others = [];
    for (const candidate of candidates) if (candidate.task !== task && this.#others.push(candidate.task.id) === MOST_OTHERS) break;
    const isCarriedOver = this.#carried === task;
    this.#carried = undefined;
    this.#forced = isCarriedOver || (last !== undefined && last !== task && candidates.some((candidate) => candidate.task === last));
    const before = this.#states.get(task.id)?.kind;
    this.#wasWaiting = before === 'blocked' || before === 'sleeping' || before === 'working';
    this.#causes = [];
  }

  did(verb: string, resource: Shared | undefined, detail: Detail = {}): void {
    if (this.#isOver) return;
    this.#flushWrite();
    const draft = this.#add(verb, resource);
    draft.value = detail.value;
    draft.flow = detail.flow;
    draft.partner = detail.partner?.id;
    if ((verb === 'go' || verb === 'start') && draft.partner !== undefined && !this.#births.has(draft.partner)) this.#births.set(draft.partner, draft);
    draft.note = detail.note;
  }

  /** An earlier event that led to the next one. */
  cause(event: number, value: string | undefined): void {
    if (event === 0) return;
    const kind = value !== undefined ? 'value' : this.#wasWaiting ? 'wake' : 'order';
    this.#causes.push({ step: event, kind, ...(value === undefined ? {} : { value }) });
  }

  /** A read or write of memory. Returns the number of its event. */
  memory(resource: Shared, access: Access, get: (() => unknown) | undefined): number {
    if (this.#isOver || this.#drafts.length - this.#first > MOST_IN_ONE_STEP) return 0;
    this.#flushWrite();
    const draft = this.#add(access.memory === 'write' ? 'write' : 'read', resource);
    draft.isMemory = true;
    if (get === undefined) return draft.number;
    if (access.memory === 'write') {
      draft.flow = 'out';
      this.#write = { draft, get };
    } else {
      draft.flow = 'in';
      draft.value = quoteSafely(get);
    }
    return draft.number;
  }

  race(first: number, second: number | undefined): void {
    const a = this.#drafts[first - 1];
    const b = second === undefined ? undefined : this.#drafts[second - 1];
    if (a === undefined || b === undefined) return;
    a.races.add(b.number);
    b.races.add(a.number);
  }

  endStep(): void {
    if (this.#isOver) return;
    this.#flushWrite();
    const changes = this.#changes();
    if (this.#drafts.length === this.#first && changes.length > 0) this.#add(this.#verb === 'resume' || this.#verb === 'start' ? this.#verb : this.#verb || 'step', undefined);
    const last = this.#drafts.at(-1);
    if (last !== undefined && this.#drafts.length > this.#first) last.changes.push(...changes);
    else if (last !== undefined) last.changes.push(...changes);
    const first = this.#drafts[this.#first];
    if (first !== undefined) {
      first.point = true;
      first.others = this.#others;
      first.forced = this.#forced;
    } else if (this.#forced) this.#carried = this.#run.current();
    // The run goes on to learn who would have been left waiting, but the program has ended: none of that happens.
    if (this.#run.mainReturned) this.#close();
  }

  /** The program has ended: what is measured is measured now. */
  #close(): void {
    this.#isOver = true;
    this.#measured ??= this.#measures.flatMap((get) => get() ?? []);
  }

  /** After the last step: who waits for ever. */
  finish(): void {
    this.endStep();
    this.#close();
    const last = this.#drafts.at(-1);
    if (last === undefined) return;
    const stuck = this.#run.end?.kind === 'deadlock' ? this.#run.waiting() : this.#run.leaks();
    for (const waiting of stuck) last.changes.push({ task: waiting.task, to: stuckState(waiting) });
  }

  build(end: End, shown?: ReadonlySet<ResourceId>): Trace {
    const { events, renumber } = withoutPrivateMemory(this.#drafts, (id) => this.#run.place(id), shown);
    const used = new Set(events.flatMap((event) => (event.resource === undefined ? [] : [event.resource])));
    const leaks = this.#run.leaks().map((waiting) => ({ ...waiting, since: renumber(waiting.since) }));
    for (const waiting of [...leaks, ...(end.kind === 'deadlock' ? end.waiting : [])]) if (waiting.resource !== undefined) used.add(waiting.resource);
    for (const event of events) for (const { to } of event.changes) if ('resource' in to && to.resource !== undefined) used.add(to.resource);
    const measured = this.#measured ?? [];
    const unawaited = this.#unawaited.flatMap(({ promise, call, pos }) => (promise.isHandled ? [] : [{ call, ...placed(this.#run.place(pos)) }]));
    const finalEnd: End = end.kind === 'deadlock' ? { ...end, waiting: end.waiting.map((waiting) => ({ ...waiting, since: renumber(waiting.since) })) } : end;
    return {
      version: 1,
      mode: this.#run.mode,
      tasks: this.#run.tasks.map((task) => {
        const born = this.#run.place(task.born);
        return { id: task.id, name: task.name, kind: task.options.kind, ...(task.parent === undefined ? {} : { parent: task.parent }), ...(born === undefined ? {} : { born }) };
      }),
      resources: [...used].sort((a, b) => a - b).map((id) => this.#describe(id)),
      events,
      end: finalEnd,
      leaks,
      output: this.#run.output,
      ...(measured.length === 0 ? {} : { measured }),
      ...(unawaited.length === 0 ? {} : { unawaited }),
      schedule: this.#run.scheduleText(),
    };
  }

  #describe(id: number): Resource {
    const shared = this.#resources.get(id) ?? this.#run.tasks.find((task) => task.ended.id === id)?.ended ?? this.#waitingResource(id);
    if (shared === undefined) return { id, kind: 'other', name: `resource${id}` };
    return {
      id,
      kind: shared.kind,
      name: shared.name,
      ...(shared.capacity === undefined ? {} : { capacity: shared.capacity }),
      ...(shared.made === undefined ? {} : { made: shared.made }),
    };
  }

  #waitingResource(id: number): Shared | undefined {
    return this.#run.tasks.find((task) => task.operation?.resource?.id === id)?.operation?.resource;
  }

  #add(verb: string, resource: Shared | undefined): EventDraft {
    const run = this.#run;
    const actor = run.current();
    const draft = new EventDraft(this.#drafts.length + 1, actor.id, run.now(), run.pos, verb, resource?.id);
    if (resource !== undefined) this.#resources.set(resource.id, resource);
    if (!this.#lastEvent.has(actor.id) && actor.id !== 0) {
      const birth = this.#births.get(actor.id);
      if (birth !== undefined) draft.causes.push({ step: birth.number, kind: 'birth' });
    }
    draft.causes.push(...(verb === 'join' ? this.#causes.map((cause): Cause => ({ ...cause, kind: 'join' })) : this.#causes));
    this.#causes = [];
    this.#lastEvent.set(actor.id, draft.number);
    this.#drafts.push(draft);
    return draft;
  }

  #flushWrite(): void {
    if (this.#write === undefined) return;
    this.#write.draft.value = quoteSafely(this.#write.get);
    this.#write = undefined;
  }

  #changes(): Change[] {
    const changes: Change[] = [];
    let alive = 0;
    for (const task of this.#watched) {
      const from = this.#states.get(task.id);
      // Of thousands of tasks most were ready and still are.
      if (from?.kind === 'ready' && this.#isReady(task)) {
        this.#watched[alive++] = task;
        continue;
      }
      const to = this.#stateOf(task);
      if (from === undefined || !isSameState(from, to)) {
        this.#states.set(task.id, to);
        changes.push({ task: task.id, to });
      }
      if (!task.isDone) this.#watched[alive++] = task;
    }
    this.#watched.length = alive;
    return changes;
  }

  #isReady({ operation, isDone }: Task): boolean {
    return !isDone && (operation === undefined || (!(operation instanceof Wake) && operation.ways() > 0));
  }

  #stateOf(task: Task): TaskState {
    if (task.state === 'returned') return { kind: 'returned' };
    if (task.state === 'failed') return { kind: 'failed', message: failureText(task.error) };
    const operation = task.operation;
    if (operation === undefined) return { kind: 'ready' };
    if (operation instanceof Wake) {
      if (operation.isDue) return { kind: 'ready' };
      return { kind: operation.reason === 'work' ? 'working' : 'sleeping', until: operation.deadline };
    }
    if (operation.ways() > 0) return { kind: 'ready' };
    if (operation.resource !== undefined) this.#resources.set(operation.resource.id, operation.resource);
    const holder = operation.holder();
    return {
      kind: 'blocked',
      reason: operation.reason,
      ...(operation.resource === undefined ? {} : { resource: operation.resource.id }),
      ...(holder === undefined ? {} : { heldBy: holder.id, ...(operation.isBehind && { behind: true as const }) }),
    };
  }
}

const placed = (place: Place | undefined): { place?: Place } => (place === undefined ? {} : { place });

function stuckState(waiting: Waiting): TaskState {
  return {
    kind: 'stuck',
    reason: waiting.reason,
    ...(waiting.resource === undefined ? {} : { resource: waiting.resource }),
    ...(waiting.heldBy === undefined ? {} : { heldBy: waiting.heldBy }),
    ...(waiting.behind && { behind: true as const }),
  };
}

function failureText(error: unknown): string {
  return isErrorLike(error) ? print(fieldOf(error, 'message') ?? '') : quote(error);
}

/** A value as the trace prints it. Reading it must not run the program's code into trouble. */
function quoteSafely(get: () => unknown): string {
  try {
    return quote(get());
  } catch {
    return '?';
  }
}
export type { Event };
