import { shorten, type Mode } from '#trace';
import type { Code } from './code.ts';
import { h } from './dom.ts';
import type { SharedRun } from '#progress';
import { program } from '#words';
import { linkWords, type LinkState } from './shared-words.ts';
import { isSame, linkedVersion, type Version } from './version.ts';

/** What came with a link to a live element: its text, its order, and the notice above the code that tells about both. */
export class Received {
  readonly #run: SharedRun;
  readonly #code: Code;
  readonly #theirs: Version;
  readonly #isKept: boolean;
  readonly #kind: LinkState['kind'];
  readonly #notice: HTMLElement;
  readonly #say: HTMLElement;
  readonly #order: HTMLElement;
  readonly #offers: HTMLElement;
  #dropped = false;
  #went: LinkState['went'];

  /** `kept`: changes to the text of an earlier link, which is not at hand any more. */
  constructor(root: HTMLElement, code: Code, run: SharedRun, kept?: Version) {
    this.#run = run;
    this.#isKept = kept !== undefined;
    this.#code = code;
    this.#kind = ({ 'live-exercise': 'exercise', 'live-break': 'break' } as const)[root.localName] ?? 'program';
    const text = run.code === undefined ? code.starter : `${run.code.trimEnd()}\n`;
    // The text that the reader has anyway: then there is nothing to keep apart, and what they change is theirs.
    this.#theirs = kept ?? (isSame(text, code.draftOf(code.own) ?? code.starter) ? code.own : linkedVersion(code.own, text));
    this.#say = h('p', { role: 'status' });
    this.#order = h('code', { class: 'link-order' }, shorten(run.schedule ?? '', 200));
    this.#offers = h('p', { class: 'link-offers' });
    this.#notice = h('div', { class: 'live-link', role: 'group', 'aria-label': program.link.name, tabindex: -1 });
    this.#notice.append(this.#say, this.#order, this.#offers);
    root.querySelector(':scope > .live-frame')!.before(this.#notice);
  }

  /** The order to run in, while the link’s text is the one on show. */
  get schedule(): string | undefined {
    return this.#isShown && !this.#dropped ? this.#run.schedule : undefined;
  }

  get mode(): Mode | undefined {
    return this.#isShown ? this.#run.mode : undefined;
  }

  get #isShown(): boolean {
    return this.#code.version.keep === this.#theirs.keep;
  }

  async showTheirs(): Promise<void> {
    await this.#code.show(this.#theirs);
    this.draw();
  }

  async showOwn(): Promise<void> {
    await this.#code.show(this.#code.own);
    this.draw();
  }

  drop(): void {
    this.#dropped = true;
    this.#went = undefined;
    this.draw();
  }

  went(how: LinkState['went']): void {
    this.#went = how;
    this.draw();
  }

  draw(): void {
    const state = this.#state();
    const { say, offers } = linkWords(state);
    const nothingLeft = this.#dropped && offers.length === 0;
    this.#notice.hidden = nothingLeft;
    if (this.#say.textContent !== say) this.#say.textContent = say;
    this.#order.hidden = !state.order || !this.#isShown || this.#run.schedule === '';
    this.#offers.hidden = offers.length === 0;
    const hadFocus = this.#offers.contains(document.activeElement);
    this.#offers.replaceChildren(
      ...offers.map(({ lead, label, act }) =>
        h('span', {}, lead === '' ? undefined : `${lead} `, h('button', { type: 'button', class: 'live-line', 'data-do': act }, label)),
      ),
    );
    // The button that was pressed may be gone; the keyboard goes on from where it was.
    if (hadFocus) (this.#offers.querySelector('button') ?? this.#notice).focus({ preventScroll: true });
  }

  /** Where a link leads: the page goes there, and the keyboard with it. */
  goTo(): void {
    this.#notice.scrollIntoView({ block: 'start' });
    this.#notice.focus({ preventScroll: true });
  }

  remove(): void {
    this.#notice.remove();
  }

  #state(): LinkState {
    const { code, of, schedule, scene } = this.#run;
    const own = this.#code.own;
    const isApart = this.#theirs.keep !== own.keep;
    return {
      kind: this.#kind,
      kept: this.#isKept,
      code: code !== undefined && !isSame(code, own.first),
      order: schedule !== undefined && !this.#dropped,
      scene,
      outdated: code === undefined && of !== undefined && !own.keep.endsWith(`:${of}`),
      changed: isApart && this.#code.draftOf(this.#theirs) !== undefined,
      other: !isApart ? undefined : this.#code.draftOf(own) === undefined ? 'page' : 'own',
      showing: this.#isShown ? 'link' : 'own',
      went: this.#went,
    };
  }
}
