import type { Judgement } from './judge.ts';
import type { HandIn } from './read.ts';

/** Says how far grading is: one line that changes on a terminal, a line now and then elsewhere. */
export class Meter {
  readonly #all: number;
  readonly #started = performance.now();
  #done = 0;
  #known = 0;
  #said = 0;

  constructor(all: number) {
    this.#all = all;
  }

  done(handIn: HandIn, judgements: readonly Judgement[], known: boolean): void {
    this.#done += 1;
    if (known) this.#known += 1;
    const refuted = judgements.filter(({ result, claimed }) => result === 'refuted' && claimed).length;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${this.#line()}  ${handIn.student}${refuted === 0 ? '' : `: ${refuted} refuted`}`.slice(0, process.stderr.columns));
    else if (performance.now() - this.#said > 10_000 || this.#done === this.#all) {
      this.#said = performance.now();
      console.error(this.#line());
    }
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    if (this.#known > 0) console.error(`${this.#known} of ${this.#all} hand-ins were graded before. --fresh grades them again.`);
  }

  #line(): string {
    const fresh = this.#done - this.#known;
    const left = fresh === 0 ? 0 : ((performance.now() - this.#started) / fresh) * (this.#all - this.#done);
    return `${this.#done} of ${this.#all} hand-ins${left === 0 ? '' : `, about ${Math.ceil(left / 1_000)} s left`}`;
  }
}
