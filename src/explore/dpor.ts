import { ADVANCE, CLOSE, isTimer, NotDeterministicError, ON_TIME, ScheduleLog, Witness, type Access, type Beginning, type Candidate, type Choice, type Footprint, type Run, type Shared, type Steps, type Strategy, type Task } from '#kernel';
import { Arrivals, complement, intentsOf, performerOf, type Intent, type Offer } from './arrivals.ts';
import { History, join, joinInto, type Clock } from './history.ts';
import { effectOf, hasOption, isAsleep, optionsOf, plan, preemptionsAt, stillAsleep, type Effect, type Node, type Option } from './node.ts';

/** Every so many runs, the whole run is looked at, not only what is new in it. */
const GUARD = 64;

export interface SearchOptions {
  /** Take every task at every point, and reduce nothing: the slow, obvious twin. */
  readonly naive?: boolean;
  /** At most so many forced switches. What needs more is cut. */
  readonly maxPreemptions?: number | undefined;
}

/**
 * Depth-first search over the orders of a program: source-set dynamic partial-order reduction (Abdulla, Aronsson, Jonsson and
 * Sagonas, 2014) with sleep sets (Godefroid, 1996). The program is run again from the start for every order.
 *
 * Use: `attempt(run, main)`, and again with a new run while `advance()` says that there is more.
 *
 * After each run, for each pair of dependent steps that could also come the other way round, a first step of an order with the pair
 * reversed is in `todo` of the node before the pair. Pending operations count as steps: without them, deadlocks are missed.
 */
export class Search implements Strategy {
  readonly #options: SearchOptions;
  readonly #path: Node[] = [];
  #run: Run | undefined;
  /** Of the run that goes on; its beginning is that of the run before. */
  readonly #history = new History();
  readonly #arrivals = new Arrivals();
  readonly #witness = new Witness();
  readonly #schedule = new ScheduleLog();
  #beginning: Beginning | undefined;
  #begun = 0;
  #fresh = 0;
  /** Tasks that there were before the step. */
  #tasks = 0;
  #wasCut = false;

  constructor(options: SearchOptions = {}) {
    this.#options = options;
  }

  /** Makes one run of the program, in an order that has not been seen. False: it was given up. */
  attempt(run: Run, main: () => Steps): boolean {
    this.#begin(run);
    const isWhole = run.go(main, this);
    this.#finish();
    return isWhole;
  }

  /** Whether the last run was given up because of the bound on forced switches, rather than because its orders were seen before. */
  get wasCut(): boolean {
    return this.#wasCut;
  }

  /** Forced switches of the run just made. */
  get preemptions(): number {
    const last = this.#path.at(-1);
    return last === undefined ? 0 : preemptionsAt(last);
  }

  get beginning(): Beginning | undefined {
    return this.#beginning;
  }

  #begin(run: Run): void {
    this.#run = run;
    this.#wasCut = false;
    // Now and then everything is looked at again, to be sure that the program goes the same way.
    if (this.#begun++ % GUARD === 0) this.#cut(0);
    this.#beginning = { steps: this.#path, length: this.#history.length, witness: this.#witness, schedule: this.#schedule };
  }

  choose(candidates: readonly Candidate[], last: Task | undefined): Choice | undefined {
    this.#settle();
    const run = this.#run as Run;
    const depth = run.steps;
    this.#fresh = run.nextShared;
    this.#tasks = run.tasks.length;
    const node = this.#path[depth];
    if (node !== undefined) {
      const choice = sameChoice(candidates, node, depth);
      node.verb = choice.task.operation?.verb ?? '';
      return choice;
    }
    const made = this.#newNode(candidates, last, depth);
    if (made === undefined) return undefined;
    this.#path.push(made);
    return { task: run.tasks[made.task] as Task, way: made.way };
  }

  #finish(): void {
    this.#settle();
    if (this.#options.naive) return;
    for (const { id, operation } of (this.#run as Run).tasks) if (operation !== undefined) this.#comparePending(id, intentsOf(operation), () => true);
  }

  /** Turns to the next order. False: there is none. */
  advance(): boolean {
    for (;;) {
      const node = this.#path.at(-1);
      if (node === undefined) return false;
      if (node.effect !== undefined) node.done.push(node.effect);
      node.effect = undefined;
      const next = nextOf(node);
      if (next !== undefined) {
        Object.assign(node, next);
        this.#cut(this.#path.length - 1);
        return true;
      }
      this.#path.pop();
    }
  }

  /** Share of the tree that has been seen, between 0 and 1: how far each open node is through its choices, from the root down. */
  progress(): number {
    let share = 1;
    let seen = 0;
    for (const node of this.#path) {
      const open = node.todo.length;
      const finished = Math.min(new Set(node.done.map((effect) => effect.task)).size, open - 1);
      seen += (share * finished) / open;
      share /= open;
    }
    return seen;
  }

  #newNode(candidates: readonly Candidate[], last: Task | undefined, depth: number): Node | undefined {
    const before = this.#path[depth - 1];
    const sleep = this.#options.naive || before?.effect === undefined ? [] : stillAsleep(before, before.effect);
    const all = optionsOf(candidates);
    const lastCanGo = last !== undefined && candidates.some((candidate) => candidate.task === last && !isTimer(last));
    const spent = before === undefined ? 0 : preemptionsAt(before);
    const bound = this.#options.maxPreemptions;
    let options = all;
    if (bound !== undefined && lastCanGo && spent >= bound) {
      options = all.filter((option) => option.task === last?.id);
      if (all.length > options.length) this.#wasCut = true;
    }
    const first = preferred(options, sleep, lastCanGo ? last?.id : undefined);
    if (first === undefined) return undefined;
    const verb = (this.#run as Run).tasks[first.task]?.operation?.verb ?? '';
    const todo = this.#options.naive ? options.map((option) => option.task) : [first.task];
    return { options, todo, done: [], sleep, ...first, verb, effect: undefined, spent, stay: lastCanGo ? last?.id : undefined };
  }

  #cut(length: number): void {
    this.#history.cut(length);
    this.#arrivals.cut(length);
    this.#witness.cut(length);
    this.#schedule.cut(length);
  }

  /** Takes the step just made into the history, after comparing it with the past. */
  #settle(): void {
    const run = this.#run as Run;
    const history = this.#history;
    if (run.steps <= history.length) return;
    const step = history.length;
    const node = this.#path[step] as Node;
    const { footprint } = run;
    const effect = effectOf(node.task, node.key, footprint, this.#fresh);
    node.effect = effect;
    const clock = history.clockOfStep(node.task, footprint);
    if (this.#options.naive) return history.add(effect, run.tasks.length, clock);
    const { participants } = effect;
    for (const task of participants) this.#planAlternatives(node, task, effect);
    for (let i = 0; i < effect.accesses.length; i++) if (effect.accesses[i] === CLOSE) this.#planBeforeClose(node, effect.resources[i] as Shared);
    this.#compareStep(node.task, footprint, clock);
    history.add(effect, run.tasks.length, clock);
    for (const task of participants) {
      const arrival = this.#arrivals.at(task);
      if (arrival !== undefined) this.#arrivals.leave(arrival, step);
    }
    for (let i = 0; i < effect.accesses.length; i++) if (effect.accesses[i] === CLOSE) this.#arrivals.close(effect.resources[i] as Shared, step);
    for (const task of participants) this.#arrive(run.tasks[task] as Task, step);
    for (let id = this.#tasks; id < run.tasks.length; id++) this.#arrive(run.tasks[id] as Task, step);
  }

  /** `task` goes on in this step: what else it could have done here, or could have done had it come earlier, is to be tried. */
  #planAlternatives(node: Node, task: number, effect: Effect): void {
    plan(node, task);
    const arrival = this.#arrivals.at(task);
    if (arrival === undefined) return;
    this.#comparePending(task, arrival.intents, (intent) => !isDone(effect, intent));
    for (const offer of arrival.offers) {
      if (offer.place.closed >= 0) continue;
      for (const other of offer.place.offers) if (other.arrival.left < 0 && complement(offer, other)) plan(node, performerOf(offer, other));
    }
  }

  /** Those who are at `place` could have met before it is closed. */
  #planBeforeClose(node: Node, place: Shared): void {
    const offers = this.#arrivals.placeOf(place)?.offers ?? [];
    for (const a of offers) for (const b of offers) if (a.side === 'send' && a.arrival.left < 0 && b.arrival.left < 0 && complement(a, b)) plan(node, performerOf(a, b));
  }

  /** If `task` has come to an operation in which it may wait, plans the meetings that it came too late for. */
  #arrive(task: Task, step: number): void {
    if (task.operation === undefined || !task.operation.canWait) return;
    const arrival = this.#arrivals.come(task.id, task.operation, step, this.#history.clockOf(task.id));
    for (const offer of arrival.offers) for (const other of offer.place.offers) if (complement(offer, other)) this.#planMeeting(offer, other);
  }

  /** `late` has just come. If `early` has gone on, or the place was closed, but not because of what brought `late` here, they could have met. */
  #planMeeting(late: Offer, early: Offer): void {
    const obstacles = [early.arrival.left, early.place.closed].filter((step) => step >= 0);
    if (obstacles.length === 0) return;
    const whole = join(late.arrival.clock, early.arrival.clock);
    if (this.#history.knowsAny(whole, obstacles)) return;
    this.#reverse(obstacles.sort((a, b) => a - b), performerOf(late, early), whole);
  }

  /** Compares what `task` may do, as far as `isOpen`, with the past: it could have been done before. */
  #comparePending(task: number, intents: readonly Intent[], isOpen: (intent: Intent) => boolean): void {
    const clock = this.#history.clockOf(task);
    for (const intent of intents) {
      if (!isOpen(intent)) continue;
      const whole = clock.slice();
      for (const { resource, access, together } of intents) if (together === intent.together) this.#history.joinDependencies(whole, resource, access);
      this.#compare(intent.resource, intent.access, clock, task, whole, true);
    }
  }

  #compareStep(task: number, footprint: Footprint, whole: Clock): void {
    const history = this.#history;
    let known: Clock | undefined;
    for (let i = 0; i < footprint.count; i++) {
      const by = (footprint.tasks[i] as Task).id;
      const resource = footprint.resources[i] as Shared;
      const access = footprint.accesses[i] as Access;
      let clock = by === task && known !== undefined ? known : history.clockOf(by);
      if (footprint.barrier) for (const other of (this.#run as Run).tasks) clock = join(clock, history.clockOf(other.id));
      clock = this.#compare(resource, access, clock, by, whole, false);
      if (by !== task) continue;
      const after = clock.slice();
      history.joinDependencies(after, resource, access);
      known = after;
    }
  }

  /**
   * Plans the reversal of each pair of (an earlier access, this one) that nothing orders. `clock` is what the task knew before, `whole`
   * all that the step depends on. Returns `clock` with those pairs in it.
   */
  #compare(resource: Shared, access: Access, clock: Clock, by: number, whole: Clock, isPending: boolean): Clock {
    const history = this.#history;
    const past = history.pastOf(resource);
    const enables = access.enables ?? 0;
    const conflicts = access.races | enables;
    if (conflicts === 0) return clock;
    let known: number[] | undefined;
    for (let i = past.length - 1; i >= 0; i--) {
      const { step, access: earlier } = past[i] as (typeof past)[number];
      if ((conflicts & earlier.bit) === 0) continue;
      // What only waits does not become an event: reversing the latest does not bring up the one before.
      const isAlone = isPending || (enables & earlier.bit) !== 0;
      if (history.knows(isAlone ? clock : (known ?? clock), step)) {
        this.#planOtherMover(resource, step, clock, by, whole);
        continue;
      }
      // The clock moved because nothing else could go: nothing that came after could have come before.
      if (this.#path[step]?.effect?.barrier === true) continue;
      // What cannot come the other way round, such as a look at the clock after it was moved, does not hide what could.
      if (!this.#reverse([step], by, whole)) continue;
      if (!isAlone) joinInto((known ??= clock.slice()), history.clocks[step] as Clock);
    }
    return known ?? clock;
  }

  /**
   * Step `mover` moved the clock, and did something with which what `by` does now conflicts. Nothing orders the two, if `by` knows of it only because
   * somebody woke later at that same moment: he could have been the one to move the clock.
   */
  #planOtherMover(resource: Shared, mover: number, clock: Clock, by: number, whole: Clock): void {
    const run = this.#run as Run;
    if (resource === run.clock || this.#path[mover]?.effect?.accesses.includes(ADVANCE) !== true) return;
    const history = this.#history;
    for (let step = mover + 1; step < history.length; step++) {
      const { accesses = [] } = this.#path[step]?.effect ?? {};
      if (accesses.includes(ADVANCE)) return;
      if (accesses.includes(ON_TIME) && history.knows(clock, step)) this.#reverse([mover], history.tasks[step] as number, history.clocks[step] as Clock);
    }
    const { footprint } = run;
    for (let i = 0; i < footprint.count; i++) if (footprint.accesses[i] === ON_TIME) this.#reverse([mover], by, whole);
  }

  /**
   * Sees to it that some order in which `by` comes to its operation without any of `steps`, the earliest first, is tried: one of the tasks
   * that can be first in it is planned. False: there is no such order.
   */
  #reverse(steps: readonly number[], by: number, whole: Clock): boolean {
    const history = this.#history;
    const node = this.#path[steps[0] as number] as Node;
    /** Steps of that order so far, and whose they are. */
    const without: number[] = [];
    const seen: number[] = [];
    let chosen: number | undefined;
    for (let k = (steps[0] as number) + 1; k < history.length; k++) {
      const clock = history.clocks[k] as Clock;
      if (history.knowsAny(clock, steps)) continue;
      const task = history.tasks[k] as number;
      if (!seen.includes(task)) {
        seen.push(task);
        if (!history.knowsAny(clock, without)) {
          if (node.todo.includes(task)) return true;
          if (chosen === undefined && hasOption(node, task)) chosen = task;
        }
      }
      without.push(k);
    }
    if (!seen.includes(by) && !history.knowsAny(whole, without)) {
      if (node.todo.includes(by)) return true;
      if (hasOption(node, by)) chosen = by;
    }
    if (chosen !== undefined) node.todo.push(chosen);
    return chosen !== undefined;
  }
}

/** Whether the step did to `resource` what the task was about to do. */
function isDone({ resources, accesses }: Effect, { resource, access }: Intent): boolean {
  for (let i = 0; i < resources.length; i++) if (resources[i]?.id === resource.id && (accesses[i] as Access).bit === access.bit) return true;
  return false;
}

const NOTHING: Node['sleep'] = [];

interface Pick {
  readonly task: number;
  readonly way: number;
  readonly key: number;
}

/** The task that went last if it can go on, else the oldest; nothing that sleeps. */
function preferred(options: readonly Option[], sleep: Node['sleep'], last: number | undefined): Pick | undefined {
  let best: Pick | undefined;
  for (const { task, keys } of options) {
    if (best !== undefined && task !== last) continue;
    const pick = awakeWay(task, keys, sleep, NOTHING);
    if (pick === undefined) continue;
    if (task === last) return pick;
    best = pick;
  }
  return best;
}

/** What is still to be tried at `node`. */
function nextOf(node: Node): Pick | undefined {
  for (const task of node.todo) {
    for (const option of node.options) {
      const pick = option.task === task ? awakeWay(task, option.keys, node.sleep, node.done) : undefined;
      if (pick !== undefined) return pick;
    }
  }
  return undefined;
}

function awakeWay(task: number, keys: readonly number[], sleep: Node['sleep'], done: Node['sleep']): Pick | undefined {
  for (let way = 0; way < keys.length; way++) {
    const key = keys[way] as number;
    if (!isAsleep(sleep, task, key) && !isAsleep(done, task, key)) return { task, way, key };
  }
  return undefined;
}

/** The choice that was made at `node`, if the same tasks can go on in the same ways as then. */
function sameChoice(candidates: readonly Candidate[], node: Node, depth: number): Choice {
  const options = optionsOf(candidates);
  const now = node.options.every((option) => options.some(({ task, keys }) => task === option.task && keys.length === option.keys.length && keys.every((key, i) => key === option.keys[i])));
  const candidate = candidates.find(({ task }) => task.id === node.task);
  if (!now || candidate === undefined) throw new NotDeterministicError(depth + 1, `these could go on: ${node.options.map(({ task }) => task).join(', ')}`);
  return { task: candidate.task, way: node.way };
}
