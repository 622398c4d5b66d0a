import { program } from '#words';
import type { Actions } from './actions.ts';
import { part } from './dom.ts';

/** Compares the boxes with what the program does, and gives every option's reason. */
export function attachPredict(root: HTMLElement): Actions {
  const options = [...root.querySelectorAll<HTMLElement>('.predict-option')];
  const box = (option: HTMLElement): HTMLInputElement => option.querySelector('input')!;
  const isRight = (option: HTMLElement): boolean => box(option).checked === (option.dataset.possible === 'true');
  for (const option of options) {
    box(option).addEventListener('change', () => {
      for (const each of options) delete each.dataset.graded;
      part(root, 'status')!.textContent = '';
    });
  }
  return {
    act() {
      for (const option of options) {
        option.dataset.graded = isRight(option) ? 'right' : 'wrong';
        // The stylesheet puts it beside the text.
        option.querySelector('label')!.dataset.said = isRight(option) ? program.predict.isRight : program.predict.isWrong;
        option.querySelector<HTMLElement>('.predict-why')!.hidden = false;
      }
      const right = options.filter(isRight).length;
      part(root, 'status')!.textContent = right === options.length ? program.predict.allRight(right) : program.predict.right(right, options.length);
    },
  };
}
