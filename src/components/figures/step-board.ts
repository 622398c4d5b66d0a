import { program } from '#words';

/** Shows one step of a board at a time. Buttons and the arrow keys go from one to the next; Home and End go to the ends. */
class StepBoard extends HTMLElement {
  #at = 1;

  connectedCallback(): void {
    if (this.querySelector('.board-steps') === null) return;
    this.dataset.live = '';
    this.addEventListener('click', (event) => {
      const what = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset.do;
      if (what !== undefined) this.#show(this.#at + (what === 'next' ? 1 : -1));
    });
    // On the buttons, too: whoever has just pressed Next is there.
    this.addEventListener('keydown', (event) => {
      const to = { ArrowRight: this.#at + 1, ArrowLeft: this.#at - 1, Home: 1, End: this.#steps.length }[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.#show(to);
    });
    this.#show(Number(this.dataset.at ?? 1), false);
  }

  get #steps(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.board-step')];
  }

  /** Says the sentence of the step as well, unless the page has just been opened. */
  #show(wanted: number, say = true): void {
    const steps = this.#steps;
    this.#at = Math.min(Math.max(wanted, 1), steps.length);
    for (const step of steps) step.toggleAttribute('data-away', Number(step.dataset.step) !== this.#at);
    const button = (what: string) => this.querySelector<HTMLButtonElement>(`[data-do=${what}]`);
    button('back')?.setAttribute('aria-disabled', String(this.#at === 1));
    button('next')?.setAttribute('aria-disabled', String(this.#at === steps.length));
    const status = this.querySelector('[data-part=status]');
    const spoken = steps[this.#at - 1]?.querySelector('.board-say')?.lastChild?.textContent?.trim() ?? '';
    if (status === null) return;
    const heard = document.createElement('span');
    heard.className = 'board-spoken';
    heard.textContent = say ? ` ${spoken}` : '';
    status.replaceChildren(program.board.step(this.#at, steps.length), heard);
  }
}

customElements.define('step-board', StepBoard);
