import type { Reply, Request } from '#engine';
import type { Exploration, Goal, Ready, Standing } from '#explore';
import { parseSchedule, type TaskId, type Trace } from '#trace';
import { game as words, program } from '#words';
import { goalsOf, goalWords, type Choice } from './goals.ts';
import { GameView } from './view.ts';
import { claimWords, hintWords, moveWords, nextWords, overWords, parWords } from './words.ts';

type Asked = Extract<Request, { kind: 'explore' | 'stand' }>;
/** A request without the program and its settings, which the table adds. */
export type Question = Asked extends infer R ? (R extends Asked ? Omit<R, 'program' | 'mode' | 'timers' | 'cores'> : never) : never;

/** What the reader has shown: an order that reaches the goal, or that none does. */
export interface Won {
  readonly goal: Goal;
  /** The order; without one, all were tried. */
  readonly schedule?: string;
  readonly hints: number;
  /** What the reader was told. */
  readonly say: string;
}

/** What the game needs of the program that it is played with. */
export interface Table {
  /** Asks the engine. `undefined`: it gave no answer, and the reader has been told why. */
  ask(question: Question): Promise<Exclude<Reply, { kind: 'stopped' | 'refused' }> | undefined>;
  lineText(line: number): string | undefined;
  /** Puts the run so far on show. */
  show(trace: Trace, isOver: boolean): void | Promise<void>;
  onWin(won: Won): void;
  onLeave(): void;
}

const MOST_ORDERS = 20_000;

/**
 * The reader in the scheduler's place: at each choice all that could come next, each with what it is about to do. The goal stands first.
 * Every move can be undone. That no order reaches the goal can be claimed, and is then proved or refuted by trying them all.
 */
export class Game {
  readonly #table: Table;
  readonly #view: GameView;
  /** Set by an exercise; otherwise the reader chooses one. */
  readonly #given: Goal | undefined;
  #choices: readonly Choice[] = [];
  #goal: Goal;
  #found: Exploration | undefined;
  #moves: Standing[] = [];
  #hints = 0;
  /** How many moves there were when the last hint was given: the next one there says more. */
  #hintedAt: number | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #hasWon = false;
  /** The claim that no order reaches the goal has just been proved. */
  #isProved = false;

  constructor(element: HTMLElement, table: Table, goal?: Goal) {
    this.#table = table;
    this.#given = goal;
    this.#goal = goal ?? { end: 'failure' };
    this.#view = new GameView(element, {
      onMove: (index) => this.#alone(() => this.#move(index)),
      onUndo: () => this.#alone(() => this.#undo()),
      onRestart: () => this.#alone(() => this.#restart()),
      onRest: () => this.#alone(() => this.#rest()),
      onHint: () => this.#alone(() => this.#hint()),
      onClaim: () => this.#alone(() => this.#claim()),
      onGoal: (index) => this.#alone(() => this.#aim(this.#choices[index]!.goal)),
      onLeave: () => this.leave(),
    });
  }

  get isOpen(): boolean {
    return !this.#view.isHidden;
  }

  /** The first move is the reader's; before it, what can be aimed at is found out. False: the program could not be played. */
  async start(explore: () => Promise<Exploration | undefined>): Promise<boolean> {
    const found = await explore();
    if (found === undefined) return false;
    this.#choices = this.#given ? [] : goalsOf(found);
    this.#goal = this.#given ?? this.#choices[0]!.goal;
    return this.#aim(this.#goal);
  }

  /** Plays an order that somebody else has found, and what it leaves open in the plain order. It wins nothing. */
  follow(schedule: string): void {
    this.#alone(async () => {
      const steps = stepsOf(schedule);
      while (this.#here.ready.length > 0) {
        const word = steps[stepsOf(this.#here.schedule).length];
        const next = word === undefined ? plainOf(this.#here) : readyFor(this.#here, word);
        if (next === undefined) return this.#draw(words.said.restDoesNotFit);
        if (!(await this.#take(next))) return;
      }
      await this.#draw(this.#wordsAtEnd(false));
    });
  }

  /** Shows the game again as it was left. */
  async resume(): Promise<void> {
    await this.#draw('');
    this.#view.focus();
  }

  leave(): void {
    this.#view.hide();
    this.#table.onLeave();
  }

  /** The reader pointed at an earlier step of the picture: goes back to the choice before it, and lets `task` go there. */
  branch(step: number, task: TaskId): void {
    const at = this.#moves.findLastIndex(({ trace }) => trace.events.length < step);
    const index = this.#moves[at]?.ready.findIndex((ready) => ready.task === task) ?? -1;
    if (index < 0) return;
    this.#alone(async () => {
      this.#moves.length = at + 1;
      await this.#move(index);
    });
  }

  /** One thing after the other, in the order in which they were pressed: fingers are faster than the engine. */
  #alone(work: () => Promise<unknown>): void {
    this.#last = this.#last.then(work).catch((error: unknown) => {
      console.error(error);
      this.#view.say(words.said.wrong);
    });
  }

  get #here(): Standing {
    return this.#moves.at(-1)!;
  }

  async #aim(goal: Goal): Promise<boolean> {
    const reply = await this.#table.ask({ kind: 'explore', goal, maxRuns: MOST_ORDERS });
    if (reply?.kind !== 'explored') return false;
    this.#goal = goal;
    this.#found = reply.exploration;
    this.#hints = 0;
    const begun = await this.#stand('');
    if (begun === undefined) return false;
    this.#moves = [begun];
    await this.#draw(begun.ready.length === 0 ? program.orders.only : '');
    this.#view.focus();
    return true;
  }

  async #stand(schedule: string): Promise<Standing | undefined> {
    const reply = await this.#table.ask({ kind: 'stand', schedule, goal: this.#goal });
    return reply?.kind === 'stands' ? reply.standing : undefined;
  }

  async #move(index: number): Promise<void> {
    const ready = this.#here.ready[index];
    if (ready === undefined) return;
    const before = this.#here;
    if (await this.#take(ready)) await this.#draw(this.#here.ready.length > 0 ? moveWords(before, ready, this.#here) : this.#wordsAtEnd());
  }

  /** Lets `ready` go, and says whether that was possible. */
  async #take(ready: Ready): Promise<boolean> {
    const next = await this.#stand(`${this.#here.schedule} ${ready.word}`.trim());
    if (next === undefined) return false;
    this.#moves.push(next);
    return true;
  }

  /** The rest in the plain order. */
  async #rest(): Promise<void> {
    for (let plain = plainOf(this.#here); plain !== undefined; plain = plainOf(this.#here)) if (!(await this.#take(plain))) return;
    await this.#draw(this.#wordsAtEnd());
  }

  async #undo(): Promise<void> {
    if (this.#moves.length < 2) return;
    this.#moves.pop();
    await this.#draw(words.said.undone);
  }

  async #restart(): Promise<void> {
    this.#moves.length = 1;
    await this.#draw(words.said.restarted);
  }

  #wordsAtEnd(isOwn = true): string {
    const here = this.#here;
    const say = overWords(here, goalWords(this.#goal), this.#found?.simplest, this.#hints);
    if (here.reached && isOwn) this.#win(say, here.schedule);
    return say;
  }

  async #hint(): Promise<void> {
    const here = this.#here;
    if (here.ready.length === 0) return;
    this.#view.say(words.said.looking);
    for (let back = 0; back < this.#moves.length; back++) {
      const from = this.#moves[this.#moves.length - 1 - back]!;
      const reply = await this.#table.ask({ kind: 'explore', begin: from.schedule, goal: this.#goal, maxRuns: MOST_ORDERS });
      if (reply?.kind !== 'explored') return;
      const { exploration } = reply;
      // An order may be there that was not tried; or there is no earlier choice to blame.
      const isLast = (exploration.reached ?? 0) > 0 || !exploration.complete || back === this.#moves.length - 1;
      if (!isLast) continue;
      const next = back === 0 && this.#hintedAt === this.#moves.length ? nextOf(here, exploration) : undefined;
      this.#hints++;
      this.#hintedAt = this.#moves.length;
      const isHopeless = exploration.complete && exploration.reached === 0;
      await this.#draw(next ? nextWords(here, next) : hintWords(exploration, here, isHopeless ? 0 : back));
      return;
    }
  }

  async #claim(): Promise<void> {
    const { right, say } = claimWords(this.#found!);
    if (right) this.#win(say);
    this.#isProved = right;
    await this.#draw(say);
    this.#isProved = false;
  }

  #win(say: string, schedule?: string): void {
    this.#hasWon = true;
    this.#table.onWin({ goal: this.#goal, ...(schedule === undefined ? {} : { schedule }), hints: this.#hints, say });
  }

  async #draw(say: string): Promise<void> {
    const here = this.#here;
    const { trace } = here;
    this.#view.draw({
      goal: goalWords(this.#goal),
      // That there is such an order is given away only where the reader has chosen the goal among those that there are.
      par: parWords(this.#found!, this.#given === undefined || this.#hasWon),
      choices: this.#choices.map(({ words, goal }) => ({ words, isChosen: goal === this.#goal })),
      standing: here,
      moves: this.#moves.length - 1,
      hints: this.#hints,
      lineText: (line) => this.#table.lineText(line),
      say,
      end: this.#isProved ? 'right' : here.ready.length > 0 ? undefined : here.reached ? 'right' : 'wrong',
    });
    await this.#table.show(trace, here.ready.length === 0);
  }
}

const plainOf = ({ ready }: Standing): Ready | undefined => ready.find(({ plain }) => plain) ?? ready[0];

/** The next choice of the nearest order: its schedule leaves out, at its end, what the plain order would do. */
function nextOf(here: Standing, { simplest }: Exploration): Ready | undefined {
  if (simplest === undefined) return undefined;
  const words = stepsOf(simplest.schedule);
  const word = words[stepsOf(here.schedule).length];
  return (word === undefined ? undefined : readyFor(here, word)) ?? plainOf(here);
}

/** Who goes by this word of a schedule. */
const readyFor = ({ ready }: Standing, word: string): Ready | undefined => ready.find((each) => each.word === word || each.word === `${word}/0`);

/** Every step of a schedule as a word of its own. */
const stepsOf = (schedule: string): readonly string[] =>
  parseSchedule(schedule).flatMap(({ task, count, alternative }) => Array.from({ length: count }, () => (alternative === undefined ? task : `${task}/${alternative}`)));
