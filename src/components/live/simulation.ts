import type { Trace } from '#trace';
import { number, program } from '#words';
import { part } from './dom.ts';
import { Live } from './live.ts';
import { drawPlots, loadsOf, plotsOf, type PlotChoice } from './plots.ts';
import { readSetting, writeSetting } from './settings-text.ts';

/** Quiet for so long, a slider has come to rest. */
const REST_MS = 150;

/** A program whose figures are drawn. Its settings are numbers in its text: a slider edits the text, and the text moves the slider. */
class LiveSimulation extends Live {
  protected readonly mainAction = 'run';
  readonly #inputs: readonly HTMLInputElement[];
  readonly #choice: PlotChoice;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    super(root);
    this.#choice = JSON.parse(root.dataset.plots ?? '{}') as PlotChoice;
    this.#inputs = [...root.querySelectorAll<HTMLInputElement>('[data-part=settings] input')];
    for (const input of this.#inputs) input.addEventListener('input', () => this.#set(input));
    // Who moved a slider while this was on its way has not moved it in vain.
    const moved = this.#inputs.find((input) => input === document.activeElement && input.value !== input.defaultValue);
    if (moved === undefined) this.#follow();
    else this.#set(moved);
  }

  #set(input: HTMLInputElement): void {
    clearTimeout(this.#timer);
    this.code.put(writeSetting(this.code.text, input.name, input.valueAsNumber));
    this.#timer = setTimeout(() => void this.again(this.button('run')!), REST_MS);
  }

  protected override changed(): void {
    this.#follow();
  }

  /** Shows the numbers that stand in the text. One that the reader has edited away cannot be set. */
  #follow(): void {
    for (const input of this.#inputs) {
      const value = readSetting(this.code.text, input.name);
      input.disabled = value === undefined;
      if (value !== undefined && value !== input.valueAsNumber) input.valueAsNumber = value;
      const output = input.parentElement?.querySelector('output');
      if (output) output.value = value === undefined ? program.bar.noNumber : number(value);
    }
  }

  protected override async showRun(trace: Trace): Promise<void> {
    await super.showRun(trace);
    // A run that was refused has nothing to draw: the remark says why, and the plots of the last one stay.
    if (plotsOf(trace, this.#choice).length === 0) return;
    drawPlots(part(this.root, 'plots')!, trace, this.#choice);
    part(this.root, 'loads')!.textContent = loadsOf(trace, this.#choice).join('. ');
  }
}

export const attachSimulation = (root: HTMLElement): LiveSimulation => new LiveSimulation(root);
