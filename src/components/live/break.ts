import type { Goal } from '#explore';
import { tellSolved } from './solved.ts';
import { Cover } from './cover.ts';
import type { Won } from './game/game.ts';
import { Help } from './help.ts';
import { LiveProgram } from './program.ts';

/** An exercise that is solved by bringing about what should not happen, or by proving that it cannot. The program stays as it is. */
class LiveBreak extends LiveProgram {
  readonly #help = new Help(this.root);
  readonly #cover = new Cover(this.root, this.#help);
  protected override readonly mainAction: string = 'play';

  protected override get goal(): Goal {
    return JSON.parse(this.root.dataset.goal!) as Goal;
  }

  override async act(name: string, button: HTMLElement): Promise<void> {
    // A double click on the listing asks for it.
    if (name !== 'edit') await super.act(name, button);
  }

  protected override won({ say, schedule, hints }: Won): void {
    const problem = tellSolved(this.root, { code: this.code.text, verdict: say, hints: hints + this.#help.taken.hints, pieces: this.#help.taken.pieces, sawSolution: this.#help.taken.sawSolution, ...(schedule === undefined ? { proof: 'none' } : { schedule }) });
    this.#help.free();
    this.#cover.lift();
    if (problem !== undefined) this.say(problem);
  }
}

export const attachBreak = (root: HTMLElement): LiveBreak => new LiveBreak(root);
