import { Condition } from 'happens-before/threading';

/** A shelf with room for `capacity` things. */
export function makeShelf(capacity: number) {
  const shelf = new Condition();
  const things: string[] = [];

  return {
    async put(thing: string) {
      await shelf.with(async () => {
        if (things.length >= capacity) await shelf.wait();
        things.push(thing);
        shelf.notifyAll();
      });
    },
    async take() {
      return await shelf.with(async () => {
        await shelf.waitFor(() => things.length > 0);
        const thing = things.shift()!;
        shelf.notifyAll();
        return thing;
      });
    },
    /** How many things are on it. */
    size: () => shelf.with(() => things.length),
  };
}
