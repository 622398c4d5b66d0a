import { cutTo } from '#base';
import { ADVANCE, CLOSE, isTimer, NOW, ON_TIME, TURN, type Access, type Footprint, type Operation, type Run, type Shared, type Task } from '#kernel';
import { Arrivals, complement, intentsOf, performerOf, type Intent, type Offer } from './arrivals.ts';
import { History } from './history.ts';
import type { Node } from './node.ts';
import { SourceSets } from './source-sets.ts';
import { StepSet } from './step-set.ts';

/**
 * Compares each step with the past of its run: for each pair of dependent steps that could also come the other way round, a first step of
 * an order with the pair reversed is planned at the node before the pair. Pending operations count as steps: without them, deadlocks
 * are missed.
 */
export class Planner {
  /** Of the run that goes on; its beginning is that of the run before. */
  readonly history = new History();
  readonly #arrivals = new Arrivals();
  readonly #sources: SourceSets;
  /** All that the step depends on, and all that an operation would depend on that it is compared for. */
  readonly #past = new StepSet();
  readonly #whole = new StepSet();
  /** What a task knew before an access; and the same with the pairs that have been reversed since, for the step's own task and for another. */
  readonly #before = new StepSet();
  readonly #own = new StepSet();
  readonly #other = new StepSet();
  /** What is known of somebody who woke. */
  readonly #woken = new StepSet();
  readonly #participants: number[] = [];

  readonly #nodes: readonly Node[];

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    this.#sources = new SourceSets(this.history, nodes);
  }

  /** Takes in the step that `node` chose, before which there were so many tasks. */
  settle(run: Run, node: Node, tasksBefore: number): void {
    const { history } = this;
    const { footprint } = run;
    const step = history.length;
    const participants = this.#participantsOf(node.task, footprint);
    history.dependenciesOf(this.#past, node.task, footprint);
    for (const task of participants) this.#planAlternatives(run, node, task);
    let closes = false;
    for (let i = 0; i < footprint.count; i++) {
      if (footprint.accesses[i] !== CLOSE) continue;
      closes = true;
      this.#planBeforeClose(node, footprint.resources[i] as Shared);
    }
    this.#compareStep(run, node.task, tasksBefore);
    history.add(node.task, participants, footprint, run.tasks.length, this.#past);
    for (const task of participants) this.#arrivals.leave(task, step);
    if (closes) for (let i = 0; i < footprint.count; i++) if (footprint.accesses[i] === CLOSE) this.#arrivals.close(footprint.resources[i] as Shared, step);
    for (const task of participants) this.#arrive(run.tasks[task] as Task, step);
    for (let id = tasksBefore; id < run.tasks.length; id++) this.#arrive(run.tasks[id] as Task, step);
  }

  /** After a run: what its tasks were about to do when it ended could have been done before. */
  finish(run: Run): void {
    for (const { id, operation } of run.tasks) if (operation !== undefined) this.#comparePending(run, id, intentsOf(operation), undefined);
  }

  /** Forgets all steps from `length` on. */
  cut(length: number): void {
    this.history.cut(length);
    this.#arrivals.cut(length);
  }

  /** The task whose step it is, and those whose operations it completed. */
  #participantsOf(task: number, footprint: Footprint): readonly number[] {
    const participants = this.#participants;
    cutTo(participants, 0);
    participants.push(task);
    for (let i = 0; i < footprint.count; i++) {
      const { id } = footprint.tasks[i] as Task;
      if (id !== task && !participants.includes(id)) participants.push(id);
    }
    return participants;
  }

  /** `task` goes on in this step: what else it could have done here, or could have done had it come earlier, is to be tried. */
  #planAlternatives(run: Run, node: Node, task: number): void {
    if (task !== node.task) node.plan(task);
    const arrival = this.#arrivals.at(task);
    if (arrival === undefined) return;
    this.#comparePending(run, task, arrival.intents, run.footprint);
    for (const offer of arrival.offers) {
      if (offer.place.closed >= 0) continue;
      for (const other of offer.place.offers) if (other.arrival.left < 0 && complement(offer, other)) node.plan(performerOf(offer, other));
    }
  }

  /** Those who are at `place` could have met before it is closed. */
  #planBeforeClose(node: Node, place: Shared): void {
    const offers = this.#arrivals.placeOf(place)?.offers ?? [];
    for (const a of offers) for (const b of offers) if (a.side === 'send' && a.arrival.left < 0 && b.arrival.left < 0 && complement(a, b)) node.plan(performerOf(a, b));
  }

  /** If `task` has come to an operation in which it may wait, plans the meetings that it came too late for. */
  #arrive(task: Task, step: number): void {
    if (task.operation === undefined || !task.operation.canWait) return;
    const arrival = this.#arrivals.come(task.id, task.operation as Operation<unknown>, step);
    for (const offer of arrival.offers) for (const other of offer.place.offers) if (complement(offer, other)) this.#planMeeting(offer, other);
  }

  /** `late` has just come. If `early` has gone on, or the place was closed, but not because of what brought `late` here, they could have met. */
  #planMeeting(late: Offer, early: Offer): void {
    const { left } = early.arrival;
    const { closed } = early.place;
    if (left < 0 && closed < 0) return;
    const whole = this.#whole.clear(this.history.length);
    this.history.order.joinInto(whole, late.arrival.step);
    this.history.order.joinInto(whole, early.arrival.step);
    if ((left >= 0 && whole.has(left)) || (closed >= 0 && whole.has(closed))) return;
    if (left < 0 || closed < 0) this.#sources.reverse(Math.max(left, closed), undefined, performerOf(late, early), whole);
    else this.#sources.reverse(Math.min(left, closed), Math.max(left, closed), performerOf(late, early), whole);
  }

  /** Compares what `task` may do with the past: it could have been done before. What the step did of it, if there is a step, is compared as such. */
  #comparePending(run: Run, task: number, intents: readonly Intent[], step: Footprint | undefined): void {
    const { history } = this;
    for (const intent of intents) {
      if ((step !== undefined && isDone(step, intent)) || !this.#canConflict(intent.resource, intent.access)) continue;
      const before = this.#before.clear(history.length);
      history.joinTask(before, task);
      const whole = this.#whole.clear(history.length);
      history.joinTask(whole, task);
      for (const { resource, access, together } of intents) if (together === intent.together) history.joinDependencies(whole, resource, access);
      this.#compare(run, intent.resource, intent.access, task, whole, before, undefined);
    }
  }

  #compareStep(run: Run, task: number, tasksBefore: number): void {
    const { history } = this;
    const { footprint } = run;
    const own = this.#own.clear(history.length);
    history.joinTask(own, task);
    /** What the task did before this in the step is in `own` only when something is compared: most steps do one thing that matters. */
    let joined = 0;
    for (let i = 0; i < footprint.count; i++) {
      const resource = footprint.resources[i] as Shared;
      const access = footprint.accesses[i] as Access;
      if (!this.#canConflict(resource, access)) continue;
      for (; joined < i; joined++) if (doerOf(footprint, joined, task, tasksBefore) === task) history.joinDependencies(own, footprint.resources[joined] as Shared, footprint.accesses[joined] as Access);
      const by = doerOf(footprint, i, task, tasksBefore);
      const known = by === task ? own : this.#other.clear(history.length);
      if (by !== task) history.joinTask(known, by);
      if (footprint.barrier) history.joinAll(known);
      if (access.enables !== undefined) this.#before.copy(known, history.length);
      this.#compare(run, resource, access, by, this.#past, access.enables === undefined ? known : this.#before, known);
    }
  }

  /** Whether anything was done to `resource` that could be in conflict with `access`. */
  #canConflict(resource: Shared, access: Access): boolean {
    if (this.history.lastAccessOf(resource) < 0) return false;
    return (access.races | (access.enables ?? 0)) !== 0 || this.history.everDid(resource, TURN);
  }

  /**
   * Plans the reversal of each pair of (an earlier access, this one) that nothing orders. `before` is what the task knew, `whole` all that
   * its step depends on. Those pairs go into `known`, if it is given: an access that waits is no event yet, and orders nothing.
   */
  #compare(run: Run, resource: Shared, access: Access, by: number, whole: StepSet, before: StepSet, known: StepSet | undefined): void {
    const { history } = this;
    const enables = access.enables ?? 0;
    const conflicts = access.races | enables | TURN.bit;
    const hasMoved = history.everDid(run.clock, ADVANCE);
    for (let past = history.lastAccessOf(resource); past >= 0; past = history.accessBefore(past)) {
      const earlier = history.kindOf(past);
      const step = history.stepOf(past);
      // What depends on all before it, and is known, leaves nothing more to compare with but those who moved the clock.
      if (!hasMoved && before.has(step) && history.isAfterAll(past, resource)) return;
      if ((conflicts & earlier.bit) === 0) continue;
      if (hasMoved && known !== undefined && resource !== run.clock) this.#planOtherAlarm(run, step);
      // What only waits does not become an event: reversing the latest does not bring up the one before.
      const isAlone = known === undefined || (enables & earlier.bit) !== 0;
      if ((isAlone ? before : known).has(step)) {
        if (hasMoved && resource !== run.clock) this.#planOtherMover(run, step, by, whole, before);
        continue;
      }
      // The clock moved because nothing else could go: nothing that came after could have come before.
      if (history.isBarrier(step)) continue;
      if (access.contests !== undefined) history.contest(past, access.contests);
      // What cannot come the other way round, such as a look at the clock after it was moved, does not hide what could.
      if (!this.#sources.reverse(step, undefined, by, whole)) continue;
      if (!isAlone) history.order.joinInto(known, step);
    }
  }

  /**
   * Step `mover` moved the clock, if it did, and the step that has just been made does not go with it, and looks at the clock. Another alarm of that moment
   * could have moved the clock, and let this step see the new time without what `mover` did. Only a step that does several things needs that.
   */
  #planOtherAlarm({ footprint, tasks, clock }: Run, mover: number): void {
    const { history } = this;
    if (!history.did(mover, ADVANCE)) return;
    let looks = false;
    for (let i = 0; i < footprint.count; i++) looks ||= footprint.accesses[i] === NOW && footprint.resources[i] === clock;
    if (!looks) return;
    const node = this.#nodes[mover] as Node;
    for (const task of node.options.tasks()) if (task !== history.tasks[mover] && isTimer(tasks[task] as Task)) node.plan(task);
    for (let step = mover + 1; step < history.length && !history.did(step, ADVANCE); step++) if (history.did(step, ON_TIME)) node.plan(history.tasks[step] as number);
  }

  /**
   * Step `mover` moved the clock, if it did, and did something with which what `by` does now conflicts. Nothing orders the two, if `by` knows of it
   * only because somebody woke later at that same moment: he could have been the one to move the clock.
   */
  #planOtherMover({ footprint }: Run, mover: number, by: number, whole: StepSet, before: StepSet): void {
    const { history } = this;
    if (!history.did(mover, ADVANCE)) return;
    for (let step = mover + 1; step < history.length; step++) {
      if (history.did(step, ADVANCE)) return;
      if (!before.has(step) || !history.did(step, ON_TIME)) continue;
      const woken = this.#woken.clear(history.length);
      history.order.joinInto(woken, step);
      this.#sources.reverse(mover, undefined, history.tasks[step] as number, woken);
    }
    for (let i = 0; i < footprint.count; i++) if (footprint.accesses[i] === ON_TIME) this.#sources.reverse(mover, undefined, by, whole);
  }
}

/** Whose access number `i` of a step of `task` is. Who was born in the step can only have come earlier if it did. */
function doerOf({ tasks }: Footprint, i: number, task: number, tasksBefore: number): number {
  const { id } = tasks[i] as Task;
  return id < tasksBefore ? id : task;
}

/** Whether the step did what the task was about to do. */
function isDone({ resources, accesses, count }: Footprint, { resource, access }: Intent): boolean {
  for (let i = 0; i < count; i++) if (resources[i]?.id === resource.id && (accesses[i] as Access).bit === access.bit) return true;
  return false;
}
