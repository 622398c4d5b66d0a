import { CLOSE, isTimer, type Access, type Candidate, type Choice, type Run, type Shared, type Strategy, type Task } from '#kernel';
import { Arrivals, complement, intentsOf, performerOf, type Intent, type Offer } from './arrivals.ts';
import { History, join, type Clock } from './history.ts';
import { effectOf, isAsleep, optionsOf, preemptionsAt, stillAsleep, type Node, type Option } from './node.ts';

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
 * Use: `begin(run)`, `run.go(main, search)`, `finish(completed)`, and again while `advance()` says that there is more.
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
  #fresh = 0;
  /** Tasks that there were before the step. */
  #tasks = 0;
  #wasCut = false;

  constructor(options: SearchOptions = {}) {
    this.#options = options;
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

  begin(run: Run): void {
    this.#run = run;
    this.#wasCut = false;
  }

  choose(candidates: readonly Candidate[], last: Task | undefined): Choice | undefined {
    this.#settle();
    const run = this.#run as Run;
    const depth = run.steps;
    this.#fresh = run.nextShared;
    this.#tasks = run.tasks.length;
    let node = this.#path[depth];
    if (node === undefined) {
      node = this.#newNode(candidates, last, depth);
      if (node === undefined) return undefined;
      this.#path.push(node);
    }
    return choiceOf(candidates, node);
  }

  /** Call when a run has ended or was given up. */
  finish(): void {
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
        node.task = next.task;
        node.key = next.key;
        this.#history.cut(this.#path.length - 1);
        this.#arrivals.cut(this.#path.length - 1);
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
      const open = [...node.todo].length;
      const finished = Math.min(new Set(node.done.map((effect) => effect.task)).size, open - 1);
      seen += (share * finished) / open;
      share /= open;
    }
    return seen;
  }

  #newNode(candidates: readonly Candidate[], last: Task | undefined, depth: number): Node | undefined {
    const before = this.#path[depth - 1];
    const sleep = this.#options.naive || before?.effect === undefined ? [] : stillAsleep(before, before.effect);
    const options = optionsOf(candidates);
    const first = this.#preferred(candidates, options, sleep, last);
    if (first === undefined) return undefined;
    const lastCanGo = last !== undefined && candidates.some((candidate) => candidate.task === last && !isTimer(candidate.task));
    const spent = before === undefined ? 0 : preemptionsAt(before);
    const bound = this.#options.maxPreemptions;
    let allowed = options;
    if (bound !== undefined && lastCanGo && spent >= bound) {
      allowed = options.filter((option) => option.task === last?.id);
      if (options.length > allowed.length) this.#wasCut = true;
    }
    const chosen = allowed.some((option) => option.task === first.task) ? first : { task: allowed[0]?.task ?? 0, key: allowed[0]?.keys[0] ?? 0 };
    const todo = new Set(this.#options.naive ? allowed.map((option) => option.task) : [chosen.task]);
    return { options: allowed, todo, done: [], sleep, task: chosen.task, key: chosen.key, effect: undefined, spent, stay: lastCanGo ? last?.id : undefined };
  }

  /** The task that went last if it can go on, else the oldest; nothing that sleeps. */
  #preferred(candidates: readonly Candidate[], options: readonly Option[], sleep: Node['sleep'], last: Task | undefined): { task: number; key: number } | undefined {
    let best: { task: number; key: number } | undefined;
    for (let i = 0; i < options.length; i++) {
      const { task, keys } = options[i] as Option;
      const key = keys.find((candidate) => !isAsleep(sleep, task, candidate));
      if (key === undefined) continue;
      if (task === last?.id && !isTimer((candidates[i] as Candidate).task)) return { task, key };
      best ??= { task, key };
    }
    return best;
  }

  /** Takes the step just made into the history, after comparing it with the past. */
  #settle(): void {
    const run = this.#run as Run;
    const history = this.#history;
    if (run.steps <= history.length) return;
    const step = history.length;
    const node = this.#path[step] as Node;
    const { footprint } = run;
    node.effect = effectOf(node.task, node.key, footprint, this.#fresh);
    const clock = history.clockOfStep(node.task, footprint);
    if (this.#options.naive) return history.add(node.task, footprint, run.tasks.length, clock);
    const { participants } = node.effect;
    for (const task of participants) this.#planAlternatives(node, task, footprint);
    for (let i = 0; i < footprint.accesses.length; i++) if (footprint.accesses[i] === CLOSE) this.#planBeforeClose(node, footprint.resources[i] as Shared);
    this.#compareStep(node.task, footprint, clock);
    history.add(node.task, footprint, run.tasks.length, clock);
    for (const task of participants) {
      const arrival = this.#arrivals.at(task);
      if (arrival !== undefined) this.#arrivals.leave(arrival, step);
    }
    for (let i = 0; i < footprint.accesses.length; i++) if (footprint.accesses[i] === CLOSE) this.#arrivals.close(footprint.resources[i] as Shared, step);
    for (const task of participants) this.#arrive(run.tasks[task] as Task, step);
    for (let id = this.#tasks; id < run.tasks.length; id++) this.#arrive(run.tasks[id] as Task, step);
  }

  /** `task` goes on in this step: what else it could have done here, or could have done had it come earlier, is to be tried. */
  #planAlternatives(node: Node, task: number, footprint: Run['footprint']): void {
    plan(node, task);
    const arrival = this.#arrivals.at(task);
    if (arrival === undefined) return;
    this.#comparePending(task, arrival.intents, (intent) => !isDone(footprint, task, intent));
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
    if (obstacles.some((step) => this.#history.knows(whole, step))) return;
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

  #compareStep(task: number, footprint: Run['footprint'], whole: Clock): void {
    const history = this.#history;
    let known: Clock | undefined;
    for (let i = 0; i < footprint.resources.length; i++) {
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
    const conflicts = access.races | (access.enables ?? 0);
    let known = clock;
    for (let i = past.length - 1; i >= 0; i--) {
      const { step, access: earlier } = past[i] as (typeof past)[number];
      // What only waits does not become an event: reversing the latest does not bring up the one before.
      const enables = ((access.enables ?? 0) & earlier.bit) !== 0;
      if ((conflicts & earlier.bit) === 0 || history.knows(isPending || enables ? clock : known, step)) continue;
      // The clock moved because nothing else could go: nothing that came after could have come before.
      if (this.#path[step]?.effect?.barrier === true) continue;
      this.#reverse([step], by, whole);
      if (!enables) known = join(known, history.clocks[step] as Clock);
    }
    return known;
  }

  /** Sees to it that some order in which `by` comes to its operation without any of `steps`, the earliest first, is tried. */
  #reverse(steps: readonly number[], by: number, whole: Clock): void {
    const node = this.#path[steps[0] as number] as Node;
    const initials = this.#initials(steps, by, whole);
    for (const task of initials) if (node.todo.has(task)) return;
    const possible = initials.filter((task) => node.options.some((option) => option.task === task));
    const chosen = possible.includes(by) ? by : possible[0];
    if (chosen !== undefined) node.todo.add(chosen);
  }

  /** Tasks that can be first in an order that goes from before the first of `steps` to `by`'s operation without anything that needs one of them. */
  #initials(steps: readonly number[], by: number, whole: Clock): number[] {
    const history = this.#history;
    const without: number[] = [];
    const seen = new Set<number>();
    const initials: number[] = [];
    const follows = (clock: Clock): boolean => without.some((earlier) => history.knows(clock, earlier));
    for (let k = (steps[0] as number) + 1; k < history.length; k++) {
      const clock = history.clocks[k] as Clock;
      if (steps.some((step) => history.knows(clock, step))) continue;
      const task = history.tasks[k] as number;
      if (!seen.has(task) && !follows(clock)) initials.push(task);
      seen.add(task);
      without.push(k);
    }
    if (!seen.has(by) && !follows(whole)) initials.push(by);
    return initials;
  }
}

function plan(node: Node, task: number): void {
  if (node.options.some((option) => option.task === task)) node.todo.add(task);
}

/** Whether the step did to `resource` what `task` was about to do. */
function isDone({ resources, accesses, tasks }: Run['footprint'], task: number, { resource, access }: Intent): boolean {
  for (let i = 0; i < resources.length; i++) if (resources[i] === resource && (accesses[i] as Access).bit === access.bit && (tasks[i] as Task).id === task) return true;
  return false;
}

function nextOf(node: Node): { task: number; key: number } | undefined {
  for (const task of node.todo) {
    const option = node.options.find((candidate) => candidate.task === task);
    for (const key of option?.keys ?? []) if (!isAsleep(node.done, task, key) && !isAsleep(node.sleep, task, key)) return { task, key };
  }
  return undefined;
}

function choiceOf(candidates: readonly Candidate[], node: Node): Choice {
  const candidate = candidates.find((one) => one.task.id === node.task);
  const option = node.options.find((one) => one.task === node.task);
  const way = option?.keys.indexOf(node.key) ?? -1;
  if (candidate === undefined || way < 0 || way >= candidate.ways) throw new NotDeterministicError(node.task);
  return { task: candidate.task, way };
}

/** A program that did something else when it was run the same way again. */
export class NotDeterministicError extends Error {
  override readonly name = 'NotDeterministicError';

  constructor(task: number) {
    super(
      `the program went differently when it was run the same way again (task ${task} could not go on as before)\n` +
        `Why:    something outside the engine chose: state that outlives a run, or a value that differs between runs.\n` +
        `Try:    keep all state inside the program, and take time and chance from the course library.`,
    );
  }
}
