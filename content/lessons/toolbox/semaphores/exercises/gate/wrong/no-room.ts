import { chan, otherwise, select } from 'happens-before/go';

export class Gate {
  readonly #inside = chan<string>();

  constructor(_places: number) {}

  async enter() {
    await this.#inside.send('somebody');
  }

  async leave() {
    await select(
      this.#inside.onReceive(),
      otherwise(() => {
        throw new Error('nobody is inside');
      }),
    );
  }
}
