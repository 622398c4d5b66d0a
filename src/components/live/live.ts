import type { Program } from '#engine';
import type { Other } from '#timeline';
import { decisiveStep, eventAt, type Mode, type Trace } from '#trace';
import type { Actions } from './actions.ts';
import { Code } from './code.ts';
import { h, part } from './dom.ts';
import { draftsBeside } from './drafts.ts';
import { otherLabel, otherOrder } from './instead.ts';
import { Lanes } from './lanes.ts';
import { MAIN } from './listings.ts';
import { copyFile } from './copy-link.ts';
import { More } from './more.ts';
import { drawOrders } from './orders.ts';
import { drawTree } from './orders-tree.ts';
import { marksOf, remarksOf, type Remark } from './remarks.ts';
import { Received } from './received.ts';
import { Report } from './report.ts';
import { findings } from './sentences.ts';
import { isAstray, type SharedRun } from '#progress';
import { program as words } from '#words';
import { Sharing } from './sharing.ts';
import { isSame } from './version.ts';
import { Work } from './work.ts';

/** Enough for nearly every program that fits on a page, and two or three seconds on a slow machine. */
const mostOrders = 20_000;

/** What programs and exercises have in common: code that can be edited, run, stepped through and stopped. */
export abstract class Live implements Actions {
  protected readonly root: HTMLElement;
  protected readonly code: Code;
  protected readonly lanesView: Lanes;
  protected readonly report: Report;
  protected readonly more: More;
  readonly #status: HTMLElement;
  readonly #pageSettings: { readonly mode?: Mode };
  /** What a link has brought to this element. */
  #received: Received | undefined;
  protected readonly sharing: Sharing;
  protected readonly work: Work;

  constructor(root: HTMLElement) {
    this.root = root;
    this.#status = part(root, 'status')!;
    this.more = new More(root.dataset.more!);
    this.#pageSettings = JSON.parse(root.dataset.settings ?? '{}') as { mode?: Mode };
    this.code = new Code(root, {
      keep: root.dataset.keep!,
      label: words.editor.codeOf(root.dataset.name ?? words.editor.anExercise),
      onRun: () => void this.again(this.button(this.mainAction)!),
      onChange: (changed) => {
        this.button('reset')!.hidden = !changed;
        this.sharing.offer();
        this.changed();
      },
      notice: (text) => this.say(text),
    });
    this.sharing = new Sharing(root, this.code, (text) => this.say(text));
    this.report = new Report(root, this.code);
    this.lanesView = new Lanes(root, {
      onLine: (spot) => this.code.light(spot),
      onSource: (spot) => this.code.reveal(spot),
      ...(this.canChoose && { onCompare: (trace: Trace) => void this.#compare(trace) }),
      ...(this.canChoose && { onChoose: (schedule: string, step: number) => void this.choose(schedule, step) }),
    });
    this.work = new Work({ code: this.code, report: this.report, lanes: this.lanesView, say: (text) => this.say(text) });
    this.#pointAtLines();
  }

  /** A line of the listing that is pointed at lights the steps that ran it. */
  #pointAtLines(): void {
    for (const listing of this.code.places) {
      listing.addEventListener('mouseover', ({ target }) => {
        const line = (target as Element).closest<HTMLElement>('[data-line]')?.dataset.line;
        this.lanesView.lightLine(line === undefined ? undefined : { line: Number(line), file: listing.dataset.file });
      });
      listing.addEventListener('mouseleave', () => this.lanesView.lightLine(undefined));
    }
  }

  /** What Ctrl+Enter in the editor does. */
  protected abstract readonly mainAction: string;
  /** Whether a reader may say in the lanes who goes next. */
  protected get canChoose(): boolean {
    return false;
  }
  protected changed(): void {}

  warm(): void {
    this.more.load().catch(() => {});
  }

  /** The keys that run always run: what is under way gives way. */
  protected async again(button: HTMLElement): Promise<void> {
    await this.work.end();
    return this.act(this.mainAction, button);
  }

  async act(name: string, button: HTMLElement): Promise<void> {
    if (name === 'copy') return this.copy(button);
    if (name === 'take-home') return copyFile(this.code.files, this.code.shown.name, button, (text) => this.say(text));
    if (name === 'file') return this.code.showFile(button.dataset.file!);
    if (this.work.stop() === button) return;
    switch (name) {
      case 'edit':
        return this.edit();
      case 'switch-editor':
        return this.code.switchEditor().then(() => this.#nameEditorSwitch());
      case 'format':
        return this.code.format();
      case 'reset':
        return this.#reset();
      case 'run':
        return this.run(button);
      case 'explore':
        return this.explore(button);
      case 'show':
        return this.replay(button);
      case 'link-own':
        return this.#switch(() => this.#received?.showOwn());
      case 'link-theirs':
        return this.#switch(() => this.#received?.showTheirs());
      case 'link-drop':
        return this.#received?.drop();
      case 'link-run':
        this.#received?.drop();
        return this.run(this.button('run')!);
      case 'link-explore':
        return this.explore(this.button('explore')!);
    }
  }

  /** A link has brought a text, an order, or both. They are shown and nothing runs: what comes from elsewhere waits to be asked. */
  async receive(run: SharedRun): Promise<void> {
    this.#received?.remove();
    const received = new Received(this.root, this.code, run);
    this.#received = received;
    await this.#switch(() => received.showTheirs());
    received.goTo();
  }

  /** The order that a link brought, if that is still to be followed. */
  protected get linkedSchedule(): string | undefined {
    return this.#received?.schedule;
  }

  /** Puts another version on show. What has run before was of another text, or in another order. */
  async #switch(show: () => Promise<void> | undefined): Promise<void> {
    this.work.stop();
    await show();
    this.button('edit')!.textContent = words.bar.edit;
    this.sharing.shows(undefined);
    this.report.noOutput();
    this.report.hide();
    this.lanesView.hide();
    drawOrders(this.root, undefined);
    this.say('');
  }

  #reset(): Promise<void> {
    const say = this.code.version.keep === this.code.own.keep ? words.status.firstVersion : words.status.asLinked;
    return this.replace(this.code.version.first, say);
  }

  protected copy(button: HTMLElement): Promise<void> {
    return this.sharing.copy(button, this.settings.mode);
  }

  /** As the author set them; the mode may be that of a link. */
  protected get settings(): { readonly mode?: Mode } {
    const mode = this.#received?.mode;
    return { ...this.#pageSettings, ...(mode !== undefined && { mode }) };
  }

  protected async edit(): Promise<void> {
    const isBack = this.code.draft !== undefined && isSame(this.code.text, this.code.version.first);
    await this.code.edit();
    this.#showEditing();
    this.#offerKept();
    this.say(isBack ? words.status.yoursKept : '');
  }

  /** Changes to a text that came with a link are kept beside the reader's own version, and can be found without the link. */
  #offerKept(): void {
    const [kept] = draftsBeside(this.code.own.keep);
    if (kept === undefined || this.#received) return;
    const { mode = 'preemptive' } = this.#pageSettings;
    this.#received = new Received(this.root, this.code, { at: this.root.id, mode }, { keep: kept, first: this.code.starter });
    this.#received.draw();
  }

  /** Puts `text` into the editor, which opens if it is not open. */
  protected async replace(text: string, say: string): Promise<void> {
    await this.code.setText(text);
    this.#showEditing();
    this.say(say);
  }

  #showEditing(): void {
    this.button('edit')!.hidden = true;
    this.#nameEditorSwitch();
  }

  #nameEditorSwitch(): void {
    const button = this.button('switch-editor')!;
    button.hidden = false;
    this.button('format')!.hidden = this.code.editorKind !== 'full';
    button.textContent = this.code.editorKind === 'full' ? words.bar.plainEditor : words.bar.fullEditor;
  }

  protected async run(button: HTMLElement): Promise<void> {
    this.report.begin();
    drawOrders(this.root, undefined);
    const linked = this.linkedSchedule;
    const reply = await this.work.run(button, { kind: 'run', program: this.program(), ...this.settings, ...this.#schedule() });
    if (reply.kind === 'ran') {
      await this.showRun(reply.trace);
      if (linked !== undefined) this.#received?.went('through');
    } else if (linked !== undefined && reply.kind === 'stopped' && isAstray(reply.title)) {
      this.report.noOutput();
      this.lanesView.hide();
      this.#received?.went('astray');
      const offer = (act: string, label: string) => h('button', { type: 'button', class: 'live-button', 'data-do': act }, label);
      this.report.offer(offer('link-run', words.outcome.withoutOrder), offer('link-explore', words.bar.explore));
    }
  }

  /**
   * What a link brought runs in the link's order, whatever has been changed since; the unchanged program in the order that
   * the page shows; a changed one in the default order.
   */
  #schedule(): { schedule?: string } {
    const linked = this.linkedSchedule;
    if (linked !== undefined) return { schedule: linked };
    const { schedule } = this.root.dataset;
    return schedule !== undefined && this.code.text === this.code.starter ? { schedule } : {};
  }

  protected async explore(button: HTMLElement): Promise<void> {
    const reply = await this.work.run(button, { kind: 'explore', program: this.program(), maxRuns: mostOrders, ...this.settings });
    if (reply.kind !== 'explored') return;
    this.sharing.explored();
    const { outcomes } = reply.exploration;
    const run = this.#replayer();
    drawOrders(this.root, reply.exploration, (box) => void drawTree(box, outcomes, run));
    const found = findings(reply.exploration);
    const remarks: Remark[] = found.map(({ say, lines }) => ({ kind: 'wrong', say, lines }));
    if (reply.trace) await this.showRun(reply.trace, remarks);
    else this.#remark(remarks);
    if (reply.exploration.simplest) this.say(words.status.simplestShown);
  }

  /** Runs the order of one row of the table. */
  protected async replay(button: HTMLElement): Promise<void> {
    for (const row of this.root.querySelectorAll('[data-part=orders] [aria-current]')) row.removeAttribute('aria-current');
    const reply = await this.work.run(button, {
      kind: 'run',
      program: this.program(),
      ...this.settings,
      schedule: button.dataset.schedule!,
    });
    if (reply.kind !== 'ran') return;
    // In the table and in the tree.
    for (const other of this.root.querySelectorAll<HTMLElement>('[data-part=orders] [data-do=show]')) {
      if (other.dataset.schedule === button.dataset.schedule) other.closest('tr, li')?.setAttribute('aria-current', 'true');
    }
    await this.showRun(reply.trace);
  }

  /** Runs in the order that the reader chose in the lanes, as far as it goes. */
  protected async choose(schedule: string, step: number): Promise<void> {
    const before = this.lanesView.trace;
    const reply = await this.work.run(this.button('run')!, { kind: 'run', program: this.program(), ...this.settings, schedule });
    if (reply.kind === 'ran') await this.showRun(reply.trace, [], step, before && { trace: before, label: words.outcome.orderBefore });
  }

  /** Looks for an order to set beside `trace`, from its last choice backwards, and draws it if that is still what is on show. */
  async #compare(trace: Trace): Promise<void> {
    const replay = this.#replayer();
    const run = async (schedule: string) => (this.lanesView.trace === trace ? replay(schedule) : undefined);
    this.say(words.status.lookingForOther);
    const other = await otherOrder(trace, run, this.#schedules);
    if (this.lanesView.trace !== trace) return;
    this.say(other ? '' : words.status.noOther);
    if (other) this.lanesView.compare({ trace: other, label: otherLabel(trace, other) });
  }

  /** Runs an order of the program as it stands now, and shows nothing of it. */
  #replayer(): (schedule: string) => Promise<Trace | undefined> {
    const program = this.program();
    const settings = this.settings;
    return async (schedule) => {
      const reply = await this.work.quietly({ kind: 'run', program, ...settings, schedule });
      return reply.kind === 'ran' ? reply.trace : undefined;
    };
  }

  /** One schedule for each outcome that a search has found. */
  get #schedules(): readonly string[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-part=orders] tr [data-do=show]')].map((button) => button.dataset.schedule!);
  }

  /** The program as it stands now, with what the build has compiled of it if that is there already. */
  protected program(): Program {
    const compiled = this.code.text === this.code.starter ? this.more.now?.compiled : undefined;
    return { files: this.code.files, entry: MAIN, ...(compiled && { compiled }) };
  }

  /** Puts a run on show: output, remarks, lanes. */
  protected async showRun(trace: Trace, more: readonly Remark[] = [], step?: number, before?: Other): Promise<void> {
    this.sharing.shows(trace);
    this.report.unhide();
    this.report.output(trace.output);
    this.#remark(more.length > 0 ? more : remarksOf(trace));
    if (this.root.dataset.lanes === undefined) return;
    // After a choice the lanes stand where it was made. The page's own run is shown as the author shows it, a failing one where
    // it was decided, and any other from its beginning, with no step selected.
    const isPages = await this.#isPages(trace);
    await this.lanesView.draw(trace, step ?? (isPages ? this.#authorsStep : decisiveStep(trace)), before);
    if (isPages && this.more.now?.other) this.lanesView.compare(this.more.now.other);
    this.lanesView.showCaption(isPages);
  }

  get #authorsStep(): number | undefined {
    const { at } = this.root.dataset;
    return at === undefined ? undefined : Number(at);
  }

  /** Whether this is the run that the page shows without script, which is what the author's caption speaks of. */
  async #isPages({ schedule }: Trace): Promise<boolean> {
    if (!isSame(this.code.text, this.code.starter)) return false;
    const { trace } = await this.more.load().catch(() => ({ trace: undefined }));
    return trace?.schedule === schedule;
  }

  #remark(remarks: readonly Remark[]): void {
    this.report.remarks(remarks);
    this.code.mark(marksOf(remarks));
  }

  /** The lanes of the page's own run: its trace is a file of its own, loaded when somebody wants to step. */
  async lanes(step?: number): Promise<void> {
    // Nothing to step through yet: an exercise before its first check, a program shown without lanes.
    if (this.lanesView.isHidden || this.lanesView.trace || this.root.querySelector('.hb-lanes') === null) return;
    const { trace, other } = await this.more.load();
    if (!trace || this.lanesView.trace) return;
    await this.lanesView.draw(trace, step ?? this.#authorsStep);
    if (other) this.lanesView.compare(other);
  }

  async show(step: number): Promise<void> {
    await this.lanes(step);
    this.lanesView.goTo(step);
    const place = this.lanesView.trace && eventAt(this.lanesView.trace, step)?.place;
    if (place) this.code.light(place);
  }

  protected button(name: string): HTMLElement | undefined {
    return this.root.querySelector<HTMLElement>(`[data-do=${name}]`) ?? undefined;
  }

  protected say(text: string): void {
    this.#status.textContent = text;
  }
}
