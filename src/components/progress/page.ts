import { clear, fileNameFor, fromFile, handInWords, merge, readProgress, readUnsolved, toFile, toHandIn, type HandIn } from '#progress';
import { keeping, progress } from '#words';
import { drawSheet } from './sheet.ts';
import { shelf } from './shelf.ts';

const { said: words } = progress;

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
    this.#field.addEventListener('input', () => this.#draw());
    addEventListener('storage', () => this.#draw());
    this.#draw();
  }

  #on(act: string, run: () => void): void {
    this.querySelector(`[data-act=${act}]`)!.addEventListener('click', run);
  }

  get #field(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('[name=student]')!;
  }

  get #student(): string {
    return this.#field.value.trim();
  }

  #draw(): void {
    const kept = readProgress(shelf());
    const exercises = this.querySelectorAll('[data-exercise-mark]').length;
    const lessons = this.querySelectorAll('[data-lesson]').length;
    const solved = kept.solved.length;
    const read = kept.places.filter(({ finished }) => finished).length;
    this.querySelector('[data-part=count]')!.textContent = words.count(solved, exercises, read, lessons);
    drawSheet(this.querySelector<HTMLElement>('[data-part=sheet]')!, kept.solved, this.#student, this.dataset.courseVersion);
    this.#drawHandIn();
    for (const act of ['save', 'print', 'clear']) this.querySelector<HTMLButtonElement>(`[data-act=${act}]`)!.disabled = solved === 0 && kept.places.length === 0;
    // The marks beside the names are drawn by what every page does.
    dispatchEvent(new CustomEvent('happens-before:solved'));
  }

  #say(text: string, ...more: readonly Node[]): void {
    this.querySelector('[data-part=status]')!.replaceChildren(text, ...more);
  }

  #save(): void {
    download(toFile(readProgress(shelf()), this.#student), fileNameFor(this.#student, 'progress.json'));
    this.#say(words.saved);
  }

  get #handedIn(): HandIn {
    const { courseTitle = '', courseVersion = '' } = this.dataset;
    return { student: this.#student, course: { title: courseTitle, version: courseVersion }, solved: readProgress(shelf()).solved, unsolved: readUnsolved(shelf()) };
  }

  #drawHandIn(): void {
    const { holds, not } = handInWords(this.#handedIn, this.#field.dataset.label ?? progress.page.name);
    this.querySelector('[data-part=holds]')!.replaceChildren(...holds.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    this.querySelector('[data-part=holds-not]')!.textContent = not;
  }

  /** A hand-in without a name is of no use to anybody, and neither is one without an answer. */
  #handIn(): void {
    const field = this.#field;
    const say = (text: string): void => void (this.querySelector('[data-part=hand-in-status]')!.textContent = text);
    const { solved, unsolved } = this.#handedIn;
    if (!field.checkValidity() || this.#student === '') {
      field.focus();
      return say(words.writeFirst(field.dataset.label ?? progress.page.name, field.title));
    }
    if (solved.length + unsolved.length === 0) return say(words.nothingYet);
    const name = fileNameFor(this.#student);
    download(toHandIn(this.#handedIn), name);
    say(words.savedAs(name));
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    const reading = fromFile(await file.text());
    input.value = '';
    if (!reading.ok) return this.#say(reading.say);
    const { added, kept } = merge(shelf(), reading.progress);
    const left = reading.left === 0 ? '' : ` ${words.left(reading.left)}`;
    this.#draw();
    this.#say(kept === 'kept' ? `${words.wasRead(added)}${left}` : keeping.solved[kept]);
  }

  #clear(): void {
    const putBack = clear(shelf());
    this.#draw();
    const undo = document.createElement('button');
    undo.type = 'button';
    undo.className = 'button';
    undo.textContent = words.putBack;
    undo.addEventListener('click', () => {
      putBack();
      this.#draw();
      this.#say(words.isBack);
    });
    this.#say(`${words.cleared} `, undo);
    undo.focus();
  }
}

customElements.define('progress-page', ProgressPage);
