import { isTimer, NotDeterministicError, ReplayDivergedError, ScheduleLog, TaskNames, Witness, type Beginning, type Candidate, type Choice, type Run, type Steps, type Strategy, type Task } from '#kernel';
import type { ScheduleWord } from '#trace';
import { Node, NONE, nothingBy } from './node.ts';
import { Planner } from './planner.ts';

/** Every so many runs, the whole run is looked at, not only what is new in it. */
const GUARD = 64;

export interface SearchOptions {
  /** Take every task at every point, and reduce nothing: the slow, obvious twin. */
  readonly naive?: boolean;
  /** At most so many forced switches. What needs more is cut. */
  readonly maxPreemptions?: number | undefined;
  /** Every order begins so: of these steps nothing else is tried. */
  readonly begin?: readonly ScheduleWord[] | undefined;
}

/**
 * Depth-first search over the orders of a program: source-set dynamic partial-order reduction (Abdulla, Aronsson, Jonsson and
 * Sagonas, 2014) with sleep sets (Godefroid, 1996). The program is run again from the start for every order.
 *
 * Use: `attempt(run, main)`, and again with a new run while `advance()` says that there is more.
 *
 * The search itself only walks the tree: at each node it takes what is in `todo` and does not sleep. What has to be in `todo` is found by
 * the `Planner`, which looks at each step once it has been taken.
 */
export class Search implements Strategy {
  readonly #options: SearchOptions;
  /** The steps of which there is no choice. */
  readonly #given: readonly ScheduleWord[];
  /** The nodes of the path, and behind its end those that were used before and will be again. */
  readonly #nodes: Node[] = [];
  #depth = 0;
  #run: Run | undefined;
  readonly #planner = new Planner(this.#nodes);
  readonly #witness = new Witness();
  readonly #schedule = new ScheduleLog();
  readonly #names = new TaskNames();
  #beginning: Beginning | undefined;
  #begun = 0;
  /** Steps of the run that have been looked at. */
  #settled = 0;
  /** Tasks that there were before the step. */
  #tasks = 0;
  #wasCut = false;
  /** Told to the run, and written over at its next step. */
  readonly #choice: { task: Task | undefined; way: number } = { task: undefined, way: 0 };

  constructor(options: SearchOptions = {}) {
    this.#options = options;
    this.#given = (options.begin ?? []).flatMap((word) => Array.from({ length: word.count }, () => word));
  }

  /** Makes one run of the program, in an order that has not been seen. False: it was given up. */
  attempt(run: Run, main: () => Steps): boolean {
    this.#ready(run);
    const isWhole = run.go(main, this);
    this.#settle();
    if (!this.#options.naive) this.#planner.finish(run);
    return isWhole;
  }

  /** Whether the last run was given up because of the bound on forced switches, rather than because its orders were seen before. */
  get wasCut(): boolean {
    return this.#wasCut;
  }

  /** Forced switches of the run just made. */
  get preemptions(): number {
    return this.#nodes[this.#depth - 1]?.preemptions ?? 0;
  }

  get beginning(): Beginning | undefined {
    return this.#beginning;
  }

  #ready(run: Run): void {
    this.#run = run;
    this.#wasCut = false;
    // Now and then everything is looked at again, to be sure that the program goes the same way.
    if (this.#begun++ % GUARD === 0) this.#cut(0);
    this.#beginning = { steps: this.#nodes, length: this.#settled, witness: this.#witness, schedule: this.#schedule, names: this.#names };
  }

  choose(candidates: readonly Candidate[], last: Task | undefined): Choice | undefined {
    this.#settle();
    const run = this.#run as Run;
    const { steps } = run;
    this.#tasks = run.tasks.length;
    let node = this.#nodes[steps];
    if (node !== undefined && steps < this.#depth) {
      if (!node.options.areAmong(candidates)) throw new NotDeterministicError(steps + 1, `these could go on: ${node.options.tasks().join(', ')}`);
    } else {
      node = this.#newNode(candidates, last, steps);
      if (node === undefined) return undefined;
      this.#depth = steps + 1;
    }
    const task = run.tasks[node.task] as Task;
    node.verb = task.operation?.verb ?? '';
    node.fresh = run.nextShared;
    const choice = this.#choice;
    choice.task = task;
    choice.way = node.way;
    return choice as Choice;
  }

  /** Turns to the next order. False: there is none. */
  advance(): boolean {
    for (; this.#depth > 0; this.#depth--) {
      const step = this.#depth - 1;
      const node = this.#nodes[step] as Node;
      const next = node.next();
      if (next === undefined) continue;
      node.done.push(this.#options.naive ? nothingBy(node.task, node.key) : this.#planner.history.effectOf(step, node.key, node.fresh));
      node.take(next);
      this.#cut(step);
      return true;
    }
    return false;
  }

  /** Share of the tree that has been seen, between 0 and 1: how far each open node is through its choices, from the root down. */
  progress(): number {
    let share = 1;
    let seen = 0;
    for (const { todo, done } of this.#nodes.slice(0, this.#depth)) {
      const open = todo.length;
      const finished = Math.min(new Set(done.map((effect) => effect.task)).size, open - 1);
      seen += (share * finished) / open;
      share /= open;
    }
    return seen;
  }

  /** The point that the run has come to, with its first choice, or the given one. Undefined: every order that goes on from there has been seen, or has too many forced switches. */
  #newNode(candidates: readonly Candidate[], last: Task | undefined, depth: number): Node | undefined {
    const { naive = false, maxPreemptions = Infinity } = this.#options;
    const before = this.#nodes[depth - 1];
    const stay = last !== undefined && (last.isReady || (!isTimer(last) && candidates.includes(last))) ? last : undefined;
    const node = (this.#nodes[depth] ??= new Node());
    const given = this.#given[depth];
    if (given !== undefined) {
      if (!node.openOnly(candidates, given, before, stay?.id ?? -1)) throw new ReplayDivergedError(depth + 1, given.task, candidates.map(({ task }) => task.name));
      return node;
    }
    const isBound = stay !== undefined && (before?.preemptions ?? 0) >= maxPreemptions;
    if (isBound && candidates.length > 1) this.#wasCut = true;
    const sleep = naive || before === undefined || !before.hasSleepers ? NONE : before.stillAsleep(this.#planner.history, depth - 1);
    node.open(isBound ? [stay] : candidates, before, sleep, stay?.id ?? -1);
    const first = node.first();
    if (first === undefined) return undefined;
    node.take(first);
    if (naive) for (const task of node.options.tasks()) node.todo.push(task);
    else node.todo.push(first.task);
    return node;
  }

  #cut(length: number): void {
    this.#settled = Math.min(this.#settled, length);
    this.#planner.cut(length);
    this.#witness.cut(length);
    this.#schedule.cut(length);
  }

  /** Has the step just made compared with the past. */
  #settle(): void {
    const run = this.#run as Run;
    if (run.steps <= this.#settled) return;
    if (!this.#options.naive) this.#planner.settle(run, this.#nodes[this.#settled] as Node, this.#tasks);
    this.#settled++;
  }
}

