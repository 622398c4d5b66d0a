/**
 * All that a page loads for its live parts before anybody touches one. It knows that there are buttons; what they do is
 * loaded when one is neared, focused or pressed.
 */
import { waking } from '#words';
import type { Actions } from './actions.ts';
import { readDraft } from './drafts.ts';
import { showStep } from './show-step.ts';

type Attach = (element: HTMLElement) => Actions | Promise<Actions>;

/** The sandbox takes longest, and waits for nothing that a button does: it starts while the rest is loaded. The page's programs stand in its text. */
const startSandbox = (): void =>
  void import('./service.ts').then(
    ({ sandbox }) => sandbox.warm(document.querySelector('main')?.textContent ?? ''),
    () => {},
  );

abstract class LiveElement extends HTMLElement {
  #actions: Promise<Actions> | undefined;
  protected abstract attach: () => Promise<Attach>;

  connectedCallback(): void {
    const wake = (): void => {
      startSandbox();
      void this.actions().then(
        (actions) => actions.warm?.(),
        () => {},
      );
    };
    for (const bar of this.querySelectorAll('[data-part=bar], [data-part=orders], [data-part=settings], fieldset')) {
      bar.addEventListener('pointerenter', wake, { once: true });
      bar.addEventListener('focusin', wake, { once: true });
    }
    const lanes = this.querySelector('[data-part=lanes]');
    const leave = lanes && showStep(lanes);
    const step = (): void => {
      leave?.();
      void this.actions().then(
        (actions) => actions.lanes?.(),
        () => {},
      );
    };
    for (const type of ['pointerenter', 'focusin', 'pointerdown']) lanes?.addEventListener(type, step, { once: true });
    // Hints are counted, and a solution has a cover to be lifted. The event does not bubble.
    this.addEventListener('toggle', (event) => (event.target as Element).matches('[data-part=hint], [data-part=solution]') && wake(), {
      capture: true,
    });
    this.addEventListener('click', (event) => this.#click(event));
    const edit = this.querySelector('[data-do=edit]');
    if (edit && this.dataset.keep !== undefined && readDraft(this.dataset.keep) !== undefined) edit.textContent = waking.editMine;
  }

  /** What the buttons do, loaded on first need. A load that failed is tried again at the next. */
  actions(): Promise<Actions> {
    this.#actions ??= this.attach().then((attach) => attach(this));
    this.#actions.catch(() => (this.#actions = undefined));
    return this.#actions;
  }

  async #click(event: Event): Promise<void> {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>('[data-do]');
    const listing = target.closest('[data-part=listing], [data-part=other]');
    if (button?.closest('[data-part=bar]')) startSandbox();
    try {
      if (button) await (await this.actions()).act(button.dataset.do!, button);
      else if (listing && event instanceof MouseEvent && event.detail === 2) await (await this.actions()).act('edit', this);
    } catch (error) {
      console.error(error);
      const status = this.querySelector('[data-part=status]');
      if (status) status.textContent = waking.unloaded;
    }
  }
}

customElements.define(
  'live-program',
  class extends LiveElement {
    attach = () => import('./program.ts').then((module) => module.attachProgram);
  },
);
customElements.define(
  'live-simulation',
  class extends LiveElement {
    attach = () => import('./simulation.ts').then((module) => module.attachSimulation);
  },
);
customElements.define(
  'live-exercise',
  class extends LiveElement {
    attach = () => import('./exercise.ts').then((module) => module.attachExercise);
  },
);
customElements.define(
  'live-break',
  class extends LiveElement {
    attach = () => import('./break.ts').then((module) => module.attachBreak);
  },
);
customElements.define(
  'live-predict',
  class extends LiveElement {
    attach = () => import('./grade.ts').then((module) => module.attachPredict);
  },
);

/** A link to one order of a program: what it brings is read and shown by code that nobody else has to load. */
const open = (): void => {
  if (location.hash.startsWith('#run=')) void import('./open-link.ts').then((module) => module.openLink(), console.error);
};
open();
addEventListener('hashchange', open);

/** Words in the prose that belong to a step: point at them and the lanes go there; press them and the page does too. */
for (const type of ['pointerover', 'focusin', 'click']) {
  document.addEventListener(type, (event) => {
    const link = (event.target as Element | null)?.closest?.<HTMLElement>('a.live-step');
    const program = link && document.getElementById(`program-${link.dataset.program}`);
    if (program instanceof LiveElement)
      void program.actions().then(
        (actions) => actions.show?.(Number(link!.dataset.step)),
        () => {},
      );
  });
}
