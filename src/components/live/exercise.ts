import type { Failure, Verdict } from '#check';
import type { Program, Reply } from '#engine';
import { commonStart } from '#trace';
import { program } from '#words';
import { drawBoth } from './both.ts';
import { Cover } from './cover.ts';
import { h, part } from './dom.ts';
import { Help } from './help.ts';
import { MAIN } from './listings.ts';
import { Live } from './live.ts';
import { marksOf, remarksOf, type Remark } from './remarks.ts';
import { tellSolved, tellTried } from './solved.ts';
import { drawVerdict } from './verdict.ts';

class LiveExercise extends Live {
  #judged: { readonly text: string; readonly verdict: Verdict } | undefined;
  protected readonly mainAction = 'check';

  readonly #help = new Help(this.root);
  readonly #cover = new Cover(this.root, this.#help, this.code.starter);

  override async act(name: string, button: HTMLElement): Promise<void> {
    if (name === 'check' && button.textContent !== program.bar.stop) return this.#judge(button);
    if (name === 'take-solution') return this.#takeSolution();
    if (name === 'beside') return this.#setBeside();
    return super.act(name, button);
  }

  /** The verdict is about the text that was checked, and holds again once that is back. */
  protected override changed(): void {
    const isOther = this.#judged !== undefined && this.#judged.text.trimEnd() !== this.code.text.trimEnd();
    const verdict = part(this.root, 'verdict')!;
    if (isOther) verdict.dataset.stale = program.outcome.earlier;
    else delete verdict.dataset.stale;
  }

  protected override async copy(button: HTMLElement): Promise<void> {
    const failure = this.#judged?.verdict.failure;
    if (failure) await this.sharing.copyOf(this.#judged!.text, { ...failure, mode: failure.trace?.mode }, button);
  }

  async #judge(button: HTMLElement): Promise<void> {
    const { check = '' } = await this.more.load();
    const { text, files } = this.code;
    const [answer = MAIN, ...also] = this.code.ownFiles;
    const program: Program = { files: { ...files, 'check.ts': check }, entry: answer };
    const reply: Reply = await this.work.run(button, {
      kind: 'check',
      program,
      answer,
      check: 'check.ts',
      ...(also.length > 0 && { also }),
    });
    if (reply.kind !== 'judged') return;
    this.#judged = { text, verdict: reply.verdict };
    await this.#show(reply.verdict);
  }

  async #show(verdict: Verdict): Promise<void> {
    const { failure } = verdict;
    this.report.hide();
    const element = part(this.root, 'verdict')!;
    drawVerdict(element, verdict);
    for (const { say, lines } of this.#forgotten(failure))
      element.querySelector('.verdict-say')?.after(h('p', { class: 'verdict-hint' }, `${say} ${program.verdict.lines(lines)}`));
    delete element.dataset.stale;
    element.hidden = false;
    element.focus({ preventScroll: true });
    if (verdict.passed) {
      this.lanesView.hide();
      this.#tell(verdict);
      return;
    }
    tellTried(this.root, { code: this.#judged!.text, verdict: verdict.headline, schedule: failure?.schedule });
    this.code.mark(marksOf([...this.#remarks(failure), ...this.#forgotten(failure)]));
    if (failure?.trace) await this.lanesView.draw(failure.trace, failure.step);
    else this.lanesView.hide();
  }

  /** Calls in the learner's own code that were not awaited: often the reason, and never what was meant. */
  #forgotten(failure: Failure | undefined): readonly Remark[] {
    return failure?.trace === undefined ? [] : remarksOf(failure.trace).filter(({ kind, lines }) => kind === 'hint' && lines.length > 0);
  }

  /** The learner's own line at the decisive step. */
  #remarks(failure: Failure | undefined): readonly Remark[] {
    const place = failure?.trace?.events.find((event) => event.step === failure.step)?.place;
    if (!failure || !place) return [];
    const { file = MAIN, line } = place;
    const isMain = file === MAIN;
    return [{ kind: 'wrong', say: failure.say, lines: isMain ? [line] : [], ...(!isMain && { elsewhere: [{ file, line }] }) }];
  }

  #tell(verdict: Verdict): void {
    const { hints, pieces, sawSolution } = this.#help.taken;
    this.#help.free();
    this.#cover.lift();
    const both = drawBoth(this.root, this.#judged!.text);
    if (both) part(this.root, 'verdict')!.append(both);
    const problem = tellSolved(this.root, { code: this.#judged!.text, verdict: verdict.headline, hints, pieces, sawSolution });
    if (problem !== undefined) this.say(problem);
  }

  /** The order that fails and one that is right, from where the two part. */
  #setBeside(): void {
    const { trace, passing } = this.#judged?.verdict.failure ?? {};
    if (trace === undefined || passing === undefined) return;
    this.lanesView.compare({ trace: passing, label: program.outcome.otherThatPasses });
    this.lanesView.goTo(commonStart(trace, passing) + 1);
    this.lanesView.goThere();
  }

  async #takeSolution(): Promise<void> {
    const solution = part(this.root, 'solution')!.querySelector('code')!.textContent;
    await this.replace(`${solution.trimEnd()}\n`, program.exercise.taken);
  }
}

export const attachExercise = (root: HTMLElement): LiveExercise => new LiveExercise(root);
