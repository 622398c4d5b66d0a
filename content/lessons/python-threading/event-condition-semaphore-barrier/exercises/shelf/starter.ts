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
      });
    },
    async take() {
      return await shelf.with(async () => {
        if (things.length === 0) await shelf.wait();
        return things.shift()!;
      });
    },
    /** How many things are on it. */
    size: () => shelf.with(() => things.length),
  };
}
