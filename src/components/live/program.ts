import { Live } from './live.ts';

class LiveProgram extends Live {
  protected readonly mainAction = 'run';
  protected override get canChoose(): boolean {
    return true;
  }
}

export const attachProgram = (root: HTMLElement): LiveProgram => new LiveProgram(root);
