import { clear, fileNameFor, fromFile, handInWords, merge, notKept, readProgress, readUnsolved, toFile, toHandIn, type HandIn } from '#progress';
import { drawSheet } from './sheet.ts';
import { shelf } from './shelf.ts';

function download(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The page of progress: how much there is, the file, the sheet. */
class ProgressPage extends HTMLElement {
  connectedCallback(): void {
    this.#on('save', () => this.#save());
    this.#on('hand-in', () => this.#handIn());
    this.#on('print', () => print());
    this.#on('clear', () => this.#clear());
    this.querySelector<HTMLInputElement>('input[type=file]')!.addEventListener('change', (event) => void this.#read(event.target as HTMLInputElement));
    this.querySelector<HTMLInputElement>('[name=student]')!.addEventListener('input', () => this.#draw());
    addEventListener('storage', () => this.#draw());
    this.#draw();
  }

  #on(act: string, run: () => void): void {
    this.querySelector(`[data-act=${act}]`)!.addEventListener('click', run);
  }

  get #student(): string {
    return this.querySelector<HTMLInputElement>('[name=student]')!.value.trim();
  }

  #draw(): void {
    const progress = readProgress(shelf());
    const exercises = this.querySelectorAll('[data-exercise-mark]').length;
    const lessons = this.querySelectorAll('[data-lesson]').length;
    const solved = progress.solved.length;
    const read = progress.places.filter(({ finished }) => finished).length;
    this.querySelector('[data-part=count]')!.textContent = `${solved} of ${exercises} exercises solved, ${read} of ${lessons} lessons read to the end.`;
    drawSheet(this.querySelector<HTMLElement>('[data-part=sheet]')!, progress.solved, this.#student);
    this.#drawHandIn();
    for (const act of ['save', 'print', 'clear']) this.querySelector<HTMLButtonElement>(`[data-act=${act}]`)!.disabled = solved === 0 && progress.places.length === 0;
    // The marks beside the names are drawn by what every page does.
    dispatchEvent(new CustomEvent('happens-before:solved'));
  }

  #say(text: string, ...more: readonly Node[]): void {
    this.querySelector('[data-part=status]')!.replaceChildren(text, ...more);
  }

  #save(): void {
    download(toFile(readProgress(shelf()), this.#student), fileNameFor(this.#student, 'progress.json'));
    this.#say('Saved as a file. It can be read here again, in any browser.');
  }

  get #handedIn(): HandIn {
    const { courseTitle = '', courseVersion = '' } = this.dataset;
    return { student: this.#student, course: { title: courseTitle, version: courseVersion }, solved: readProgress(shelf()).solved, unsolved: readUnsolved(shelf()) };
  }

  #drawHandIn(): void {
    const { holds, not } = handInWords(this.#handedIn);
    this.querySelector('[data-part=holds]')!.replaceChildren(...holds.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    this.querySelector('[data-part=holds-not]')!.textContent = not;
  }

  /** A hand-in without a name is of no use to anybody, and neither is one without an answer. */
  #handIn(): void {
    const field = this.querySelector<HTMLInputElement>('[name=student]')!;
    const say = (text: string): void => void (this.querySelector('[data-part=hand-in-status]')!.textContent = text);
    const { solved, unsolved } = this.#handedIn;
    if (!field.checkValidity() || this.#student === '') {
      field.focus();
      return say(`Please write your ${field.dataset.label ?? 'name'} first${field.title === '' ? '' : `: ${field.title}`}.`);
    }
    if (solved.length + unsolved.length === 0) return say('There is nothing to hand in yet: no exercise was checked in this browser.');
    const name = fileNameFor(this.#student);
    download(toHandIn(this.#handedIn), name);
    say(`Saved as “${name}”. Give that file to your instructor in the way that they asked for.`);
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    const reading = fromFile(await file.text());
    input.value = '';
    if (!reading.ok) return this.#say(reading.say);
    const { added, kept } = merge(shelf(), reading.progress);
    const left = reading.left === 0 ? '' : ` ${reading.left} of its entries could not be read.`;
    this.#draw();
    this.#say(kept === 'kept' ? `Read: ${added} ${added === 1 ? 'exercise' : 'exercises'} more than before.${left}` : notKept[kept]);
  }

  #clear(): void {
    const putBack = clear(shelf());
    this.#draw();
    const undo = document.createElement('button');
    undo.type = 'button';
    undo.className = 'button';
    undo.textContent = 'Put it back';
    undo.addEventListener('click', () => {
      putBack();
      this.#draw();
      this.#say('It is back.');
    });
    this.#say('Progress is cleared; what you wrote into programs is still there. ', undo);
    undo.focus();
  }
}

customElements.define('progress-page', ProgressPage);
