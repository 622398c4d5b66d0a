import { Live } from './live.ts';

class LiveProgram extends Live {
  protected readonly mainAction = 'run';
}

export const attachProgram = (root: HTMLElement): LiveProgram => new LiveProgram(root);
