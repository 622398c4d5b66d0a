import type { Goal } from '#explore';
import { parseSchedule, type Trace } from '#trace';
import { part } from './dom.ts';
import { Game, type Question, type Won } from './game/game.ts';
import { Live } from './live.ts';
import { remarksOf } from './remarks.ts';
import type { SharedRun } from '#progress';
import { program } from '#words';

/** A program of a lesson: it can be run, tried in every order, and scheduled by hand. */
export class LiveProgram extends Live {
  protected readonly mainAction: string = 'run';
  #game: { readonly game: Game; readonly text: string } | undefined;

  protected override get canChoose(): boolean {
    return true;
  }

  /** The goal that an exercise sets. */
  protected get goal(): Goal | undefined {
    return undefined;
  }

  override async act(name: string, button: HTMLElement): Promise<void> {
    if (name === 'play' && button.textContent !== program.bar.stop) return this.#play(button);
    if (['run', 'explore', 'show'].includes(name)) this.#leaveGame();
    return super.act(name, button);
  }

  override async receive(run: SharedRun): Promise<void> {
    this.#dropGame();
    return super.receive(run);
  }

  /** The game is about the text that it was begun with. */
  protected override changed(): void {
    if (this.#game && this.#game.text !== this.code.text) this.#dropGame();
  }

  protected override async choose(schedule: string, step: number): Promise<void> {
    const open = this.#openGame;
    if (!open) return super.choose(schedule, step);
    const name = parseSchedule(schedule).at(-1)?.task;
    const task = this.lanesView.trace?.tasks.find((each) => each.name === name)?.id;
    if (task !== undefined) open.branch(step, task);
  }

  protected won(_won: Won): void {}

  get #openGame(): Game | undefined {
    return this.#game?.game.isOpen ? this.#game.game : undefined;
  }

  async #play(button: HTMLElement): Promise<void> {
    if (this.#game?.text === this.code.text) return this.#game.game.resume();
    const game = new Game(
      part(this.root, 'game')!,
      {
        ask: (question) => this.#ask(question),
        lineText: (line) => this.code.text.split('\n')[line - 1],
        show: (trace, isOver) => this.#showStanding(trace, isOver),
        onWin: (won) => this.won(won),
        onLeave: () => this.button('play')?.focus({ preventScroll: true }),
      },
      this.goal,
    );
    this.#game = { game, text: this.code.text };
    const found = async () => {
      const reply = await this.work.run(button, { kind: 'explore', program: this.program(), maxRuns: 20_000, ...this.settings });
      return reply.kind === 'explored' ? reply.exploration : undefined;
    };
    if (!(await game.start(found))) this.#dropGame();
    else if (this.goal !== undefined && this.linkedSchedule !== undefined) game.follow(this.linkedSchedule);
  }

  async #ask(question: Question): ReturnType<ConstructorParameters<typeof Game>[1]['ask']> {
    const reply = await this.work.quietly({ ...question, program: this.program(), ...this.settings });
    if (reply.kind !== 'stopped' && reply.kind !== 'refused') return reply;
    this.say(reply.kind === 'stopped' ? reply.title : (reply.diagnostics[0]?.message ?? program.status.doesNotCompile));
    return undefined;
  }

  async #showStanding(trace: Trace, isOver: boolean): Promise<void> {
    this.report.unhide();
    this.report.output(trace.output);
    this.report.remarks(isOver ? remarksOf(trace) : []);
    this.sharing.shows(isOver ? trace : undefined);
    await this.lanesView.draw(trace, trace.events.length);
    this.lanesView.showCaption(false);
  }

  #leaveGame(): void {
    this.#openGame?.leave();
  }

  #dropGame(): void {
    this.#leaveGame();
    this.#game = undefined;
  }
}

export const attachProgram = (root: HTMLElement): LiveProgram => new LiveProgram(root);
